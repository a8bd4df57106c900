"""The scores of an episode as the overview lists them: baseline and latest on the measure's own scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.movement import TestResult
from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.score import TOTAL, Score
from physioplan.gui.dates import short_day
from physioplan.gui.words import _, language, ngettext
from physioplan.measures.scale import HigherIs, Scale

FIRST = ("nrs", "odi", "rmdq", "psfs", "sbst")
HIGH_RISK = ("high", "positive", "severe", "very_severe", "extreme")


@dataclass(frozen=True, slots=True)
class Line:
    """A score on its scale: where it began, where it stands, and from where a change matters."""

    maximum: float
    baseline: float | None
    latest: float | None
    threshold: float | None
    higher_is_better: bool
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """One row: ``value`` is large ("6 → 4"), ``beside`` quiet ("10 Mar"), then a line or a tag and words."""

    key: str
    title: str
    about: str
    value: str
    beside: str
    line: Line | None = None
    tag: str = ""
    tag_warns: bool = False
    words: str = ""
    verdict: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class GoalEntry:
    """A goal in the patient's words: where it began, where it stands, the aim."""

    words: str
    first: int | None
    latest: int | None
    aim: int | None


def threshold_value(
    baseline: float | None, threshold: ChangeThreshold | None, higher_is_better: bool
) -> float | None:
    """Where a change that matters begins for who started at ``baseline``: points and percent both met.

    ``None`` when there is no threshold, or no room on the scale for such a change.
    """
    if baseline is None or threshold is None:
        return None
    low = threshold.low_baseline is not None and baseline < threshold.low_baseline
    needed = threshold.points
    if threshold.percent is not None and not low:
        needed = max(needed, baseline * threshold.percent / 100)
    edge = baseline + needed if higher_is_better else baseline - needed
    return edge if edge >= 0 else None


def score_entries(
    record: EpisodeRecord, latest: tuple[OutcomeChange, ...], content: ClinicalContent, today: date
) -> tuple[ScoreEntry, ...]:
    """Pain and disability first, then goals, risk, movement control, and whatever else was measured."""
    entries = [
        entry
        for change in sorted(latest, key=_place)
        if change.subscale == TOTAL and (entry := _entry(record, change, latest, content, today)) is not None
    ]
    movement = _movement(record, content)
    if movement is not None:
        at = next((n for n, entry in enumerate(entries) if entry.key not in FIRST), len(entries))
        entries.insert(at, movement)
    return tuple(entries)


def _place(change: OutcomeChange) -> int:
    return FIRST.index(change.measure) if change.measure in FIRST else len(FIRST)


def _reviewed(record: EpisodeRecord) -> Assessment | None:
    return record.assessment(Occasion.YEAR_1) or record.assessment(Occasion.WEEK_12)


def _entry(
    record: EpisodeRecord,
    change: OutcomeChange,
    latest: tuple[OutcomeChange, ...],
    content: ClinicalContent,
    today: date,
) -> ScoreEntry | None:
    measure = content.measures[change.measure]
    scale = measure.scale()
    if scale is None:
        return None
    first = change.baseline.value if change.baseline else None
    now, when = (change.follow_up.value if change.follow_up else None), _reviewed(record)
    day = when.day if when is not None and now is not None else None
    if change.measure == "nrs":
        now, day = _latest_pain(record, now, day)
    shown = [scale.rounded(value) for value in (first, now) if value is not None]
    if not shown:
        return None
    words = measure.words_in(language())
    better = scale.higher_is is HigherIs.BETTER
    title, about = _title(change.measure, words.short, scale, better)
    latest_score = change.follow_up or change.baseline
    band = words.bands.get(latest_score.band or "", "") if latest_score and change.measure != "nrs" else ""
    beside = short_day(day, today) if day is not None else band.lower() or _unit(latest_score)
    value = " → ".join(f"{one:g}".replace("-", "−") for one in shown)
    tag, warns, extra, line = "", False, "", None
    if change.measure in ("nrs", "odi", "rmdq", "psfs", "vas", "qbpds"):
        line = Line(
            scale.high, first, now, threshold_value(first, change.threshold, better), better, _ticks(scale)
        )
    else:
        beside = _unit(latest_score)
        tag = band
        warns = bool(latest_score and latest_score.band in HIGH_RISK)
        extra = _parts(change.measure, latest, content)
    told = (
        change.follow_up is not None
        and now == change.follow_up.value
        and when is not None
        and day == when.day
    )
    verdict = _verdict_words(change) if told else ""
    spoken = ", ".join(part for part in (title, value, beside, tag, extra, verdict) if part)
    return ScoreEntry(change.measure, title, about, value, beside, line, tag, warns, extra, verdict, spoken)


def _title(key: str, short: str, scale: Scale, better: bool) -> tuple[str, str]:
    way = _("higher is better") if better else _("lower is better")
    if key == "nrs":
        return _("Pain, average"), _("{low}–{high}, {way}").format(
            low=f"{scale.low:g}", high=f"{scale.high:g}", way=way
        )
    if key in ("odi", "rmdq", "qbpds"):
        unit = f"{short} {scale.unit}" if scale.unit == "%" else short
        return _("Disability"), f"{unit}, {way}"
    if key == "psfs":
        return _("My goals"), _("PSFS, {way}").format(way=way)
    if key == "sbst":
        return _("Psychosocial risk"), short
    if scale.low < 0:
        ends = _("−{low} to {high}").format(low=f"{-scale.low:g}", high=f"{scale.high:g}")
        return short, f"{ends}, {way}"
    return short, _("{low}–{high}, {way}").format(low=f"{scale.low:g}", high=f"{scale.high:g}", way=way)


def _ticks(scale: Scale) -> tuple[float, ...]:
    return tuple(float(tick) for tick in (20, 40, 60, 80)) if scale.high == 100 else ()


def _unit(score: Score | None) -> str:
    return score.unit if score is not None and score.unit != "%" else ""


def _latest_pain(
    record: EpisodeRecord, reviewed: float | None, day: date | None
) -> tuple[float | None, date | None]:
    """The newest average pain, at a review or at a visit in between."""
    for visit in reversed(record.visits):
        if visit.pain is None or (day is not None and visit.day < day):
            continue
        answer = next((one.value for one in visit.pain.items if one.item == "average"), None)
        if answer is not None:
            return float(answer), visit.day
    return reviewed, day


def _parts(measure: str, latest: tuple[OutcomeChange, ...], content: ClinicalContent) -> str:
    """The subscales in words: psychosocial 4 of 5."""
    names = content.measures[measure].words_in(language()).scales
    told = []
    for change in latest:
        score = change.follow_up or change.baseline
        if change.measure == measure and change.subscale != TOTAL and score and score.value is not None:
            name = names.get(change.subscale, change.subscale)
            told.append(f"{name.lower()} {score.value:g} {score.unit}".strip())
    return ", ".join(told)


def _verdict_words(change: OutcomeChange) -> str:
    return {
        Verdict.REACHED: _("a change that matters"),
        Verdict.BELOW: _("less than a change that matters"),
        Verdict.MAY_BE_ERROR: _("may be measurement error"),
        Verdict.UNCHANGED: _("unchanged"),
        Verdict.WORSE: _("worse"),
        Verdict.NOT_MEASURED: _("not measured"),
        Verdict.NOT_COMPARABLE: _("not comparable"),
    }.get(change.verdict, "")


def _movement(record: EpisodeRecord, content: ClinicalContent) -> ScoreEntry | None:
    done = next((a.movement for a in reversed(record.assessments) if a.movement and a.movement.done), None)
    if done is None:
        return None
    failed = [test for test in done.tests if test.result is TestResult.FAIL]
    names = []
    for test in failed:
        known = content.movement_tests.get(test.test)
        name = known.words_in(language()).name if known is not None else test.test.replace("_", " ")
        names.append(f"{name} {test.side}".strip())
    words = ", ".join(names)
    about = ngettext("{n} test", "{n} tests", done.done).format(n=done.done)
    positive = _("positive")
    spoken = f"{_('Movement control')}, {len(failed)} {positive}, {words}"
    return ScoreEntry(
        "movement", _("Movement control"), about, str(len(failed)), positive, words=words, spoken=spoken
    )


def goal_entries(record: EpisodeRecord) -> tuple[GoalEntry, ...]:
    """Every goal of the baseline with the latest rating it got, and goals added later."""
    first = {goal.id: goal for goal in (record.baseline.goals if record.baseline else ())}
    later = _reviewed(record)
    last = {goal.id: goal for goal in (later.goals if later else ())}
    entries = []
    for key in dict.fromkeys((*first, *last)):
        begun, now = first.get(key), last.get(key)
        goal = now or begun
        assert goal is not None
        entries.append(
            GoalEntry(
                goal.words,
                begun.now if begun else None,
                now.now if now else None,
                goal.aim if goal.aim is not None else (begun.aim if begun else None),
            )
        )
    return tuple(entries)
