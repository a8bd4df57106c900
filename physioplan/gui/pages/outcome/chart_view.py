"""What the two charts of the outcome page draw, in days from the start of the programme."""

from __future__ import annotations

from datetime import date, timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.outcome import OutcomeChange
from physioplan.gui.dates import short_day
from physioplan.gui.pages.outcome.presenter import OutcomeView
from physioplan.gui.pages.outcome.wording import needed_points, number
from physioplan.gui.widgets.outcome_chart import ChartWindow, OutcomeChartView, PanelView, PointView
from physioplan.gui.words import _
from physioplan.measures.scale import Scale

LAST = 428


def start_of(view: OutcomeView) -> date:
    """The first day of the programme, or of the baseline before there is one."""
    if view.record.programme is not None:
        return view.record.programme.start
    return view.record.baseline.day if view.record.baseline is not None else view.today


def chart_view(view: OutcomeView) -> OutcomeChartView:
    """Pain above, disability below, on one time axis; missing reviews are marked on the axis."""
    start = start_of(view)
    days = [(day - start).days for day, _value in (*view.pain, *view.disability)]
    today = (view.today - start).days
    windows = tuple(
        ChartWindow(
            _("12-week window") if window.occasion is Occasion.WEEK_12 else _("1-year window"),
            (window.opens - start).days,
            (window.closes - start).days,
            view.record.assessment(window.occasion) is not None,
        )
        for window in view.windows
        if window.occasion in (Occasion.WEEK_12, Occasion.YEAR_1)
    )
    shown_today = 0 <= today <= LAST
    ticks = [(0, short_day(start))]
    for months in (3, 6, 9):
        ticks.append((round(months * 30.44), _("{n} months").format(n=months)))
    year = view.record.window(Occasion.YEAR_1)
    if year is not None:
        ticks.append(((year.due - start).days, short_day(year.due)))
    panels = (_pain_panel(view, start), _disability_panel(view, start))
    return OutcomeChartView(
        panels=panels,
        windows=windows,
        ticks=tuple(ticks),
        first=min([-6, *(day - 6 for day in days)]),
        last=max([LAST, *(day + 12 for day in days)]),
        today=today if shown_today else None,
        today_words=_("Today") if shown_today else "",
        spoken=" ".join(_spoken(panel, start) for panel in panels),
    )


def _spoken(panel: PanelView, start: date) -> str:
    told = ", ".join(
        f"{short_day(start + timedelta(days=point.day))} "
        + (_("not measured") if point.value is None else number(point.value))
        for point in panel.points
    )
    return _("{title}: {points}.").format(title=panel.title, points=told or _("not measured"))


def _points(
    view: OutcomeView, values: tuple[tuple[date, float], ...], start: date, scale: Scale
) -> tuple[PointView, ...]:
    review = view.review.day if view.review is not None else None
    points = [
        PointView((day - start).days, value, number(value, scale.decimals), latest=day == review)
        for day, value in values
    ]
    measured = {day for day, _value in values}
    for window in view.windows:
        done = view.record.assessment(window.occasion)
        missing = done.day not in measured if done is not None else view.today > window.closes
        if missing:
            day = done.day if done is not None else window.due
            points.append(PointView((day - start).days, None))
    return tuple(sorted(points, key=lambda point: point.day))


def _threshold(change: OutcomeChange | None, lowest: float) -> tuple[float | None, str]:
    """Where a change that matters begins, and its words; nothing without a cut-off or a start."""
    if change is None or change.threshold is None or change.baseline is None or change.baseline.value is None:
        return None, ""
    edge = change.baseline.value - needed_points(change.threshold, change.baseline.value)
    if edge < lowest:
        return None, ""
    whole = int(edge + 1e-9)
    return edge, _("{n} or less: a change that matters").format(n=whole)


def _pain_panel(view: OutcomeView, start: date) -> PanelView:
    scale = view.content.measures["nrs"].main
    change = view.change_of("nrs")
    baseline = change.baseline.value if change is not None and change.baseline is not None else None
    threshold, words = _threshold(change, scale.low)
    return PanelView(
        title=_("Pain, average"),
        scale_words=_("0 to 10"),
        lowest=0,
        highest=10,
        ticks=(0, 5, 10),
        points=_points(view, view.pain, start, scale),
        baseline=baseline,
        baseline_words="" if baseline is None else _("baseline {n}").format(n=number(baseline)),
        threshold=threshold,
        threshold_words=words,
    )


def _disability_panel(view: OutcomeView, start: date) -> PanelView:
    measure = view.content.measures[view.disability_measure]
    scale = measure.main
    change = view.change_of(view.disability_measure)
    baseline = change.baseline.value if change is not None and change.baseline is not None else None
    threshold, words = _threshold(change, scale.low)
    most = max((value for _day, value in view.disability), default=0.0)
    highest = scale.high
    ticks: tuple[float, ...] = (0, 12, 24)
    scale_words = _("{measure} 0 to {n}").format(measure=measure.words_in("en").short, n=f"{scale.high:g}")
    if scale.high == 100:
        highest, ticks = (60.0, (0, 20, 40, 60)) if most <= 55 else (100.0, (0, 50, 100))
        if highest < scale.high:
            scale_words = _("{scale}, axis stops at {n}").format(scale=scale_words, n="60")
    return PanelView(
        title=_("Disability"),
        scale_words=scale_words,
        lowest=0,
        highest=highest,
        ticks=ticks,
        points=_points(view, view.disability, start, scale),
        baseline=baseline,
        baseline_words="" if baseline is None else _("baseline {n}").format(n=number(baseline)),
        threshold=threshold,
        threshold_words=words,
        series="square",
    )
