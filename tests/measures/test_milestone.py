"""Substantial change and low symptoms are told beside the verdict."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from physioplan.domain.response import Responses
from physioplan.measures.change import compare
from physioplan.measures.measure import Measure
from physioplan.measures.milestone import Milestone, milestones
from physioplan.measures.scoring import score


@pytest.mark.parametrize(
    ("measure_id", "before", "after", "reached"),
    [
        ("nrs", 8, 4, {Milestone.SUBSTANTIAL}),
        ("nrs", 6, 3, {Milestone.SUBSTANTIAL, Milestone.LOW_SYMPTOMS}),
        ("nrs", 4, 3, {Milestone.LOW_SYMPTOMS}),
        ("nrs", 8, 5, set()),
        ("odi", 30, 20.4, {Milestone.LOW_SYMPTOMS}),
        ("odi", 44, 21, {Milestone.SUBSTANTIAL}),
        ("rmdq", 12, 4, {Milestone.SUBSTANTIAL, Milestone.LOW_SYMPTOMS}),
    ],
)
def test_half_of_the_baseline_and_a_low_score_are_milestones(
    measure: Callable[[str], Measure], measure_id: str, before: float, after: float, reached: set[Milestone]
) -> None:
    one = measure(measure_id)
    first, second = (score(one, Responses(measure=measure_id, total=total))[0] for total in (before, after))
    assert set(milestones(one, compare(one, first, second))) == reached


def test_what_was_not_measured_reaches_nothing(measure: Callable[[str], Measure]) -> None:
    assert milestones(measure("nrs"), compare(measure("nrs"), None, None)) == ()
