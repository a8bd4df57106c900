"""What changed for one person between two measurements, told without more certainty than there is."""

from __future__ import annotations

from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.score import Score
from physioplan.measures.measure import Measure
from physioplan.measures.scale import HigherIs, Method, Scale

_TINY = 1e-9  # so that 51.1 − 41.1 counts as 10


def compare(
    measure: Measure,
    baseline: Score | None,
    follow_up: Score | None,
    threshold: ChangeThreshold | None = None,
) -> OutcomeChange:
    """Compare two scores of one scale of ``measure``; ``threshold`` defaults to the first of its file.

    Reached = at least the points **and**, where the threshold has one, the percentage of the baseline.
    Below ``low_baseline`` only points count, because percentages of a small number mislead. A change that
    matters but is smaller than the detectable change may be measurement error. Worse = at least the points
    the wrong way, error or not: missing harm is the graver mistake, so the doubt goes in ``note``.
    """
    subscale = next((one.subscale for one in (follow_up, baseline) if one), measure.main.key)
    scale = measure.scale(subscale)
    used = threshold or (scale.threshold.as_used() if scale and scale.threshold else None)
    change = OutcomeChange(
        measure=measure.id,
        subscale=subscale,
        baseline=baseline,
        follow_up=follow_up,
        improvement=None,
        percent=None,
        verdict=Verdict.NOT_MEASURED,
        threshold=used,
    )
    if scale is not None and scale.is_change:
        return _rated_change(change, scale, follow_up, used)
    if scale is None or not _is_usable(baseline) or not _is_usable(follow_up):
        return change
    assert baseline is not None and follow_up is not None
    if why := _not_comparable(measure, baseline, follow_up):
        return change.amend(verdict=Verdict.NOT_COMPARABLE, threshold=None, note=why)
    if scale.method is Method.PROFILE:
        why = "A profile is a set of answers, not an amount: both are shown, no difference is taken."
        return change.amend(verdict=Verdict.NO_CUT_OFF, note=why)
    return _measured_change(change, scale, baseline, follow_up, used)


def _measured_change(
    change: OutcomeChange, scale: Scale, baseline: Score, follow_up: Score, used: ChangeThreshold | None
) -> OutcomeChange:
    assert baseline.value is not None and follow_up.value is not None
    better = 1 if scale.higher_is is HigherIs.BETTER else -1
    improvement = better * (follow_up.value - baseline.value)
    low = used is not None and used.low_baseline is not None and baseline.value < used.low_baseline
    percent = None if low or baseline.value <= 0 else 100 * improvement / baseline.value
    notes = []
    if low:
        notes.append("The starting score was low, so only points count, not percentages.")
    if scale.method is Method.MEAN and baseline.answered != follow_up.answered:
        notes.append("Not the same number of items was rated both times.")
    if used is None:
        verdict = Verdict.NO_CUT_OFF
    else:
        verdict = _verdict(improvement, percent, used, low)
        if (
            verdict is Verdict.WORSE
            and used.detectable is not None
            and -improvement < used.detectable - _TINY
        ):
            notes.append("This worsening is within measurement error; look again soon.")
    return change.amend(improvement=improvement, percent=percent, verdict=verdict, note=" ".join(notes))


def _verdict(improvement: float, percent: float | None, used: ChangeThreshold, low: bool) -> Verdict:
    size = abs(improvement)
    beyond_error = used.detectable is None or size >= used.detectable - _TINY
    matters = size >= used.points - _TINY
    if matters and improvement < 0:
        return Verdict.WORSE
    if matters and not beyond_error:
        return Verdict.MAY_BE_ERROR
    if matters and (low or used.percent is None or percent is None or percent >= used.percent - _TINY):
        return Verdict.REACHED
    if matters or (size > _TINY and (used.detectable is None or beyond_error)):
        return Verdict.BELOW
    return Verdict.UNCHANGED


def _rated_change(
    change: OutcomeChange, scale: Scale, follow_up: Score | None, used: ChangeThreshold | None
) -> OutcomeChange:
    """The patient's own rating of change needs no baseline: the answer is the change."""
    if not _is_usable(follow_up):
        return change
    assert follow_up is not None and follow_up.value is not None
    improvement = follow_up.value if scale.higher_is is HigherIs.BETTER else -follow_up.value
    verdict = Verdict.NO_CUT_OFF if used is None else _verdict(improvement, None, used, low=True)
    note = "The patient's own rating; it stands beside the scores, not in their place."
    return change.amend(baseline=None, improvement=improvement, verdict=verdict, note=note)


def _is_usable(score: Score | None) -> bool:
    return score is not None and score.is_final


def _not_comparable(measure: Measure, baseline: Score, follow_up: Score) -> str:
    if {baseline.measure, follow_up.measure} != {measure.id}:
        return "Two different measures were used; both are shown."
    if baseline.version != follow_up.version:
        return f"Versions {baseline.version} and {follow_up.version} differ; both are shown."
    if baseline.subscale != follow_up.subscale:
        return "Two different scales of the measure were used; both are shown."
    return ""
