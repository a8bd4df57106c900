"""An episode as the journey timeline draws it: everything in days from the start of the programme."""

from __future__ import annotations

from datetime import date

from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.visit import Visit
from physioplan.gui.dates import short_day
from physioplan.gui.pages.overview.presenter import OverviewView
from physioplan.gui.patient_header import Stage
from physioplan.gui.phase_words import component_name, short_phase_name
from physioplan.gui.widgets.journey_timeline import (
    JourneyTimelineView,
    NodeView,
    PhaseView,
    VisitView,
    WindowSpan,
)
from physioplan.gui.widgets.state_glyph import state_words
from physioplan.gui.words import _

LONGEST = 12  # weeks that are drawn as phases


def timeline_of(view: OverviewView) -> JourneyTimelineView:
    """The whole journey of ``view``; open nodes and one sentence before there is a programme."""
    record, today = view.record, view.today
    baseline, programme, review, year = view.header.stages
    start = record.programme.start if record.programme else None
    end = record.episode.end
    nodes = (
        NodeView(
            baseline.key,
            baseline.title,
            _baseline_line(record, baseline, today),
            baseline.state,
            _found(record),
        ),
        NodeView(programme.key, programme.title, _programme_line(view, programme), programme.state),
        NodeView(review.key, review.title, _review_line(review), review.state),
        NodeView(year.key, year.title, _review_line(year), year.state),
    )
    spoken = ". ".join(f"{node.title}: {state_words(node.state)}, {node.line}".rstrip(", ") for node in nodes)
    if start is None:
        return JourneyTimelineView(*nodes, sentence=_sentence(record), spoken=f"{_('Journey')}. {spoken}")
    week_12, year_1 = record.window(Occasion.WEEK_12), record.window(Occasion.YEAR_1)
    last = end.day if end is not None else today
    visits = tuple(
        VisitView((visit.day - start).days, short_day(visit.day, visit.day), _pain_words(visit))
        for visit in record.visits
        if visit.day >= start
    )
    return JourneyTimelineView(
        *nodes,
        phases=_phases(record),
        visits=visits,
        review_window=_span(week_12, start),
        year_window=_span(year_1, start),
        today=(last - start).days,
        today_words=_today_words(record, today),
        own="" if end is not None else _("On my own"),
        year_day=(year_1.due - start).days if year_1 is not None else 365,
        spoken=f"{_('Journey')}. {spoken}",
    )


def _today_words(record: EpisodeRecord, today: date) -> str:
    end = record.episode.end
    if end is None:
        return _("Today, {day}").format(day=short_day(today, today))
    return {
        EndReason.DISCHARGED: _("Discharged {day}"),
        EndReason.STOPPED: _("Stopped {day}"),
        EndReason.REFERRED_ON: _("Referred on {day}"),
    }[end.reason].format(day=short_day(end.day, today))


def _sentence(record: EpisodeRecord) -> str:
    if record.episode.end is not None:
        return record.episode.end.words
    if record.baseline is None:
        return _("The plan and its follow-ups are drawn here once the baseline is done.")
    return _("Weeks and follow-up dates are counted from the day you agree the plan.")


def _baseline_line(record: EpisodeRecord, stage: Stage, today: date) -> str:
    if record.baseline is None:
        return stage.date
    return _("Done {day}").format(day=short_day(record.baseline.day, today))


def _found(record: EpisodeRecord) -> tuple[str, ...]:
    """Pain and disability at baseline, in two short lines under the glyph."""
    if record.baseline is None:
        return ()
    return tuple(
        f"{name} {score.value:.0f}"
        for name, key in ((_("Pain"), "nrs"), (_("ODI"), "odi"), (_("RMDQ"), "rmdq"))
        if (score := record.baseline.score_of(key)) is not None and score.value is not None
    )[:2]


def _programme_line(view: OverviewView, stage: Stage) -> str:
    programme = view.record.programme
    if programme is None or view.programme is None:
        return stage.date
    parts = ", ".join(component_name(key) for key in programme.components)
    week = programme.week_on(view.today)
    if view.record.episode.end is not None or week > LONGEST:
        return parts[:1].upper() + parts[1:]
    return f"{stage.date} · {parts}" if parts else stage.date


def _review_line(stage: Stage) -> str:
    if stage.state == "done":
        return _("Done {day}").format(day=stage.date)
    return stage.date


def _phases(record: EpisodeRecord) -> tuple[PhaseView, ...]:
    assert record.programme is not None
    return tuple(
        PhaseView(
            _("Weeks {first}–{last}").format(first=phase.first_week, last=min(phase.last_week, LONGEST)),
            short_phase_name(phase.key),
            (phase.first_week - 1) * 7,
            min(phase.last_week, LONGEST) * 7,
        )
        for phase in record.programme.phases
        if phase.first_week <= LONGEST
    )


def _span(window: FollowUpWindow | None, start: date) -> WindowSpan | None:
    if window is None:
        return None
    return WindowSpan(
        (window.opens - start).days,
        (window.closes - start).days,
        short_day(window.opens, window.opens),
        short_day(window.closes, window.closes),
    )


def _pain_words(visit: Visit | Assessment) -> str:
    pain = visit.pain if isinstance(visit, Visit) else visit.responses_to("nrs")
    answer = next((one.value for one in pain.items if one.item == "average"), None) if pain else None
    return _("Pain {n}").format(n=f"{answer:g}") if answer is not None else ""
