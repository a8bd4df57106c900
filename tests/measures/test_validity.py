"""Answers that cannot be are refused with a sentence; odd ones are kept with a warning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from physioplan.domain.response import ItemAnswer, Responses
from physioplan.measures.measure import Measure
from physioplan.measures.validity import Weight, errors_of, faults_of

Shelf = Callable[[str], Measure]


def sentences(measure: Measure, responses: Responses) -> list[str]:
    return [fault.sentence for fault in faults_of(measure, responses)]


def test_good_answers_have_no_faults(measure: Shelf) -> None:
    assert sentences(measure("nrs"), Responses.of("nrs", now=3, average=5, worst=8)) == []


def test_pain_of_11_is_named_with_its_range(measure: Shelf) -> None:
    assert sentences(measure("nrs"), Responses.of("nrs", average=11)) == ['"average" takes 0 to 10, not 11.']


def test_half_a_box_is_refused(measure: Shelf) -> None:
    assert sentences(measure("odi"), Responses.of("odi", _3=2.5)) == ["Item 3 takes whole numbers, not 2.5."]


def test_an_item_that_does_not_exist_is_named_with_those_that_do(measure: Shelf) -> None:
    found = sentences(measure("odi"), Responses.of("odi", _11=2))
    assert found == ["ODI has no item 11. Its items are 1 to 10."]


def test_one_item_answered_twice_is_a_fault(measure: Shelf) -> None:
    twice = (ItemAnswer(item="1", value=2), ItemAnswer(item="1", value=3))
    assert sentences(measure("odi"), Responses(measure="odi", items=twice)) == ["Item 1 is answered twice."]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, 101])
def test_an_impossible_total_is_refused(measure: Shelf, value: float) -> None:
    assert "must lie between 0 and 100" in sentences(measure("odi"), Responses(measure="odi", total=value))[0]


def test_worst_pain_below_average_is_a_warning_and_not_an_error(measure: Shelf) -> None:
    odd = Responses.of("nrs", average=6, worst=4)
    assert [fault.weight for fault in faults_of(measure("nrs"), odd)] == [Weight.WARNING]
    assert errors_of(measure("nrs"), odd) == ()


def test_a_total_that_contradicts_its_items_is_a_fault(measure: Shelf) -> None:
    ten = tuple(ItemAnswer(item=str(n), value=2) for n in range(1, 11))
    assert errors_of(measure("odi"), Responses(measure="odi", items=ten, total=40)) == ()
    found = sentences(measure("odi"), Responses(measure="odi", items=ten, total=60))
    assert found == ["The total 60 does not match the items, which come to 40."]
