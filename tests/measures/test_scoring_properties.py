"""Laws that every shipped measure keeps, whatever is answered."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from physioplan.domain.response import ItemAnswer, Responses
from physioplan.measures.measure import Measure
from physioplan.measures.scale import Method
from physioplan.measures.scoring import score

FAST = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def answers(measure: Measure, data: st.DataObject, missing: bool) -> dict[str, float | None]:
    """One possible answer to every item, some left out when ``missing``."""
    drawn: dict[str, float | None] = {}
    for item in measure.items:
        steps = st.integers(0, round((item.high - item.low) / item.step))
        step = data.draw(st.one_of(st.none(), steps) if missing else steps)
        drawn[item.id] = None if step is None else item.low + step * item.step
    return drawn


def responses(measure: Measure, given_: dict[str, float | None]) -> Responses:
    return Responses(measure=measure.id, items=tuple(ItemAnswer(item=k, value=v) for k, v in given_.items()))


def values(measure: Measure, given_: dict[str, float | None]) -> dict[str, float | None]:
    return {one.subscale: one.value for one in score(measure, responses(measure, given_))}


@FAST
@given(data=st.data())
def test_a_score_stays_within_its_scale(each_measure: Measure, data: st.DataObject) -> None:
    for key, value in values(each_measure, answers(each_measure, data, missing=True)).items():
        scale = each_measure.scale(key)
        assert scale is not None
        assert value is None or scale.low - 1e-9 <= value <= scale.high + 1e-9


@FAST
@given(data=st.data())
def test_the_order_of_answers_does_not_matter(each_measure: Measure, data: st.DataObject) -> None:
    given_ = answers(each_measure, data, missing=True)
    shuffled = dict(data.draw(st.permutations(list(given_.items()))))
    assert score(each_measure, responses(each_measure, given_)) == score(
        each_measure, responses(each_measure, shuffled)
    )


@FAST
@given(data=st.data())
def test_one_higher_answer_never_moves_a_score_the_other_way(
    each_measure: Measure, data: st.DataObject
) -> None:
    if not each_measure.items:
        return
    given_ = answers(each_measure, data, missing=False)
    item = data.draw(st.sampled_from(each_measure.items))
    if given_[item.id] == item.high:
        return
    before = values(each_measure, given_)
    after = values(each_measure, {**given_, item.id: item.high})
    for scale in each_measure.scales:
        old, new = before[scale.key], after[scale.key]
        if old is None or new is None or scale.method is Method.PROFILE:
            continue
        assert new <= old if item.id in scale.reversed else new >= old


@FAST
@given(data=st.data())
def test_too_many_missing_items_never_give_a_final_score(each_measure: Measure, data: st.DataObject) -> None:
    given_ = answers(each_measure, data, missing=True)
    for one in score(each_measure, responses(each_measure, given_)):
        scale = each_measure.scale(one.subscale)
        assert scale is not None
        left_out = sum(given_[item.id] is None for item in each_measure.items_of(scale))
        assert one.is_final == (left_out <= scale.max_missing and one.answered > 0)


@FAST
@given(data=st.data())
def test_all_lowest_and_all_highest_answers_reach_the_ends_of_a_summed_scale(
    each_measure: Measure, data: st.DataObject
) -> None:
    for scale in each_measure.scales:
        items = each_measure.items_of(scale)
        if not items or scale.method is Method.PROFILE or scale.recodes:
            continue
        worst = {i.id: (i.low if i.id in scale.reversed else i.high) for i in items}
        best = {i.id: (i.high if i.id in scale.reversed else i.low) for i in items}
        assert values(each_measure, dict(worst))[scale.key] == scale.high
        assert values(each_measure, dict(best))[scale.key] == scale.low
