"""What a change is called on the outcome page: names, thresholds, shapes and words."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.score import TOTAL, Score
from physioplan.gui.words import _, language
from physioplan.measures.scale import HigherIs, Scale

DOUBTFUL = frozenset({"unverified", "secondary"})


@dataclass(frozen=True, slots=True)
class ResultWords:
    """A verdict as a shape (an icon's name), a word and a tone of the palette."""

    icon: str
    words: str
    tone: str


def scale_of(content: ClinicalContent, change: OutcomeChange) -> Scale | None:
    """The scale the change was taken on."""
    measure = content.measures.get(change.measure)
    return measure.scale(change.subscale) if measure is not None else None


def name_of(content: ClinicalContent, change: OutcomeChange) -> str:
    """What the row is called."""
    if change.measure == "psfs":
        return _("Goals, own activities")
    words = content.measures[change.measure].words_in(language())
    scale = words.scales.get(change.subscale, "")
    if change.measure == "nrs":
        return scale or words.short
    if change.subscale == TOTAL or not scale:
        return words.short
    return _("{measure}: {scale}").format(measure=words.short, scale=scale)


def number(value: float, decimals: int = 0) -> str:
    """``value`` with a true minus sign; never minus zero."""
    rounded = round(value, decimals) + 0.0
    words = f"{abs(rounded):.{decimals}f}"
    return f"−{words}" if rounded < 0 else words


def signed(value: float, decimals: int = 0) -> str:
    """``value`` with plus or minus before it; zero stands alone."""
    words = number(value, decimals)
    return f"+{words}" if round(value, decimals) > 0 else words


def score_words(score: Score | None, scale: Scale | None) -> str:
    """The number of a score, or that it was not measured."""
    if score is None or score.value is None:
        return _("not measured")
    words = number(score.value, scale.decimals if scale is not None else 0)
    return words if score.is_final else _("{n}, not final").format(n=words)


def change_words(change: OutcomeChange, scale: Scale | None) -> str:
    """The raw difference as the scale runs, or a dash where no difference is taken."""
    if change.improvement is None or change.baseline is None or change.follow_up is None:
        return "–"
    if change.baseline.value is None or change.follow_up.value is None:
        return "–"
    return signed(change.follow_up.value - change.baseline.value, scale.decimals if scale is not None else 0)


def is_low_start(change: OutcomeChange) -> bool:
    """True where the start was so low that only points count."""
    used, before = change.threshold, change.baseline.value if change.baseline else None
    return (
        used is not None
        and used.low_baseline is not None
        and before is not None
        and before < used.low_baseline
    )


def matters_words(change: OutcomeChange, scale: Scale | None) -> str:
    """ "−2 and 30%": both must be reached; an asterisk marks a value still to be checked against its source."""
    used = change.threshold
    if used is None or scale is None:
        return _("no cut-off")
    sign = "+" if scale.higher_is is HigherIs.BETTER else "−"
    points = f"{sign}{used.points:g}"
    mark = "*" if used.verification in DOUBTFUL else ""
    if used.percent is None or is_low_start(change):
        return points + mark
    return _("{points} and {percent}%").format(points=points, percent=f"{used.percent:g}") + mark


def needed_points(used: ChangeThreshold, before: float) -> float:
    """The improvement in points from ``before`` that counts as reached: points, percentage and error together."""
    needed = max(used.points, used.detectable or 0.0)
    low = used.low_baseline is not None and before < used.low_baseline
    if used.percent is not None and not low:
        needed = max(needed, used.percent / 100 * before)
    return needed


def _is_unfinished(change: OutcomeChange) -> bool:
    """True where answers were given and too few to count."""
    return any(
        score is not None and score.answered and not score.is_final
        for score in (change.baseline, change.follow_up)
    )


def result_of(content: ClinicalContent, change: OutcomeChange) -> ResultWords:
    """The verdict as shape and word."""
    if change.verdict is Verdict.NOT_MEASURED and _is_unfinished(change):
        return ResultWords("circle-dashed", _("Not final, items missing"), "ink2")
    if change.verdict is Verdict.UNCHANGED and change.improvement and abs(change.improvement) > 0.005:
        return ResultWords("equal", _("No clear change"), "ink2")
    plain = {
        Verdict.REACHED: ResultWords("check", _("Reached"), "accent"),
        Verdict.BELOW: ResultWords("minus", _("Not reached"), "ink2"),
        Verdict.MAY_BE_ERROR: ResultWords("circle-help", _("May be measurement error"), "ink2"),
        Verdict.UNCHANGED: ResultWords("equal", _("Unchanged"), "ink2"),
        Verdict.WORSE: ResultWords("triangle-alert", _("Worse"), "danger"),
        Verdict.NOT_MEASURED: ResultWords("circle-dashed", _("Not measured"), "ink2"),
        Verdict.NOT_COMPARABLE: ResultWords("split", _("Not comparable"), "ink2"),
    }
    if change.verdict in plain:
        return plain[change.verdict]
    before, after = change.baseline, change.follow_up
    if change.improvement is None:
        return ResultWords("minus", _("No cut-off"), "ink2")
    icon = "equal"
    if before is not None and after is not None and before.value is not None and after.value is not None:
        rise = after.value - before.value
        icon = "arrow-up" if rise > 0.005 else "arrow-down" if rise < -0.005 else "equal"
    bands = content.measures[change.measure].words_in(language()).bands
    if before is not None and after is not None and before.band and after.band:
        was, now = bands.get(before.band, before.band), bands.get(after.band, after.band)
        words = _("Still {band}").format(band=now.lower()) if was == now else _("{was} to {now}").format(
            was=was, now=now.lower()
        )  # fmt: skip
        return ResultWords(icon, words, "ink")
    if change.improvement > 0.005:
        return ResultWords(icon, _("Better, no cut-off"), "ink")
    if change.improvement < -0.005:
        return ResultWords(icon, _("Worse, no cut-off"), "ink")
    return ResultWords(icon, _("Unchanged"), "ink2")


def review_title(occasion: Occasion) -> str:
    """ "12-week outcome" or "1-year outcome"."""
    return _("1-year outcome") if occasion is Occasion.YEAR_1 else _("12-week outcome")


def review_name(occasion: Occasion) -> str:
    """ "12 weeks" or "1 year"."""
    return _("1 year") if occasion is Occasion.YEAR_1 else _("12 weeks")


def next_step_words(step: NextStep, occasion: Occasion) -> tuple[str, str]:
    """What a way on is called, and what it means."""
    on = {
        Occasion.WEEK_12: _("Exercises at home, check at 1 year"),
        Occasion.YEAR_1: _("Exercises at home, no further check"),
    }
    return {
        NextStep.CARRY_ON: (_("Carry on alone"), on.get(occasion, on[Occasion.WEEK_12])),
        NextStep.CHANGE_PLAN: (_("Change the plan"), _("Plan together with the new scores")),
        NextStep.REFER_OR_STOP: (_("Refer on or stop"), _("Close with a reason on the overview")),
    }[step]
