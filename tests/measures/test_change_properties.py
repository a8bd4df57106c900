"""Laws of change that hold for every scale of every shipped measure."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from physioplan.domain.outcome import Verdict
from physioplan.domain.score import Score
from physioplan.measures.change import compare
from physioplan.measures.measure import Measure
from physioplan.measures.scale import HigherIs, Scale

FAST = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def drawn(measure: Measure, data: st.DataObject) -> tuple[Scale, Score, Score]:
    """A scale with a change that matters, and two scores on it."""
    scale = data.draw(st.sampled_from([s for s in measure.scales if s.thresholds and not s.is_change]))
    steps = st.floats(scale.low, scale.high, allow_nan=False)
    one, other = (
        Score(measure=measure.id, version=measure.version, subscale=scale.key, value=data.draw(steps))
        for _ in range(2)
    )
    return scale, one, other


def has_thresholds(measure: Measure) -> bool:
    return any(scale.thresholds and not scale.is_change for scale in measure.scales)


@FAST
@given(data=st.data())
def test_improvement_is_above_zero_whichever_way_the_scale_runs(
    each_measure: Measure, data: st.DataObject
) -> None:
    if not has_thresholds(each_measure):
        return
    scale, one, other = drawn(each_measure, data)
    change = compare(each_measure, one, other)
    assert change.improvement is not None and one.value is not None and other.value is not None
    rise = other.value - one.value
    assert change.improvement == (rise if scale.higher_is is HigherIs.BETTER else -rise)


@FAST
@given(data=st.data())
def test_a_verdict_agrees_with_its_own_threshold(each_measure: Measure, data: st.DataObject) -> None:
    if not has_thresholds(each_measure):
        return
    _, one, other = drawn(each_measure, data)
    change = compare(each_measure, one, other)
    assert change.improvement is not None and change.threshold is not None
    points = change.threshold.points
    if change.verdict is Verdict.REACHED:
        assert change.improvement >= points - 1e-6
        assert change.percent is None or change.percent >= (change.threshold.percent or 0) - 1e-6
    elif change.verdict is Verdict.WORSE:
        assert change.improvement <= -points + 1e-6
    elif change.verdict is Verdict.MAY_BE_ERROR:
        assert points - 1e-6 <= change.improvement < (change.threshold.detectable or 0)
    else:
        assert change.improvement > -points - 1e-6


@FAST
@given(data=st.data())
def test_the_same_score_twice_is_unchanged(each_measure: Measure, data: st.DataObject) -> None:
    if has_thresholds(each_measure):
        _, one, _other = drawn(each_measure, data)
        assert compare(each_measure, one, one).verdict is Verdict.UNCHANGED
