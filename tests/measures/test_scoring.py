"""Scores come out as the measures' authors say, and missing answers are never zero."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from physioplan.domain.response import ItemAnswer, Responses
from physioplan.domain.score import Score, ScoreStatus
from physioplan.measures.measure import Measure
from physioplan.measures.scoring import score

Shelf = Callable[[str], Measure]


def numbered(measure: str, *values: float | None) -> Responses:
    """Answers to items 1, 2, 3 …"""
    items = tuple(ItemAnswer(item=str(number), value=value) for number, value in enumerate(values, 1))
    return Responses(measure=measure, items=items)


def total(measure: Measure, *values: float | None) -> Score:
    return score(measure, numbered(measure.id, *values))[0]


def by_scale(measure: Measure, responses: Responses) -> dict[str, float | None]:
    return {one.subscale: one.value for one in score(measure, responses)}


def test_an_oswestry_of_23_points_in_ten_sections_is_46_percent_and_severe(measure: Shelf) -> None:
    result = total(measure("odi"), 3, 2, 3, 2, 3, 2, 2, 2, 2, 2)
    assert (result.value, result.band, result.unit, result.status) == (46, "severe", "%", ScoreStatus.FINAL)


def test_each_section_left_out_lowers_the_oswestry_denominator_by_five(measure: Shelf) -> None:
    result = total(measure("odi"), 3, 2, 3, 2, 3, 2, 2, None, 2, 2)
    assert result.value == pytest.approx(100 * 21 / 45)
    assert (result.answered, result.of) == (9, 10)


def test_an_oswestry_with_three_sections_missing_is_not_final(measure: Shelf) -> None:
    result = total(measure("odi"), 3, 3, 3, 3, 3, 3, 3, None, None, None)
    assert (result.value, result.status, result.band) == (60, ScoreStatus.NOT_FINAL, None)


def test_oswestry_bands_are_read_from_the_rounded_percentage(measure: Shelf) -> None:
    # nine sections with 9 points: exactly 20 %
    assert total(measure("odi"), 1, 1, 1, 1, 1, 1, 1, None, 1, 1).band == "minimal"
    assert score(measure("odi"), Responses(measure="odi", total=20.5))[0].band == "moderate"
    assert score(measure("odi"), Responses(measure="odi", total=40.4))[0].band == "moderate"
    assert score(measure("odi"), Responses(measure="odi", total=60.5))[0].band == "very_severe"
    assert score(measure("odi"), Responses(measure="odi", total=80.5))[0].band == "extreme"


def test_unticked_roland_morris_statements_count_as_no(measure: Shelf) -> None:
    result = score(measure("rmdq"), Responses.of("rmdq", _3=1, _9=1, _24=1))[0]
    assert (result.value, result.answered, result.of) == (3, 24, 24)


def test_roland_morris_statements_marked_as_left_out_are_prorated_up_to_five(measure: Shelf) -> None:
    five = [None] * 5 + [1] * 10 + [0] * 9
    assert total(measure("rmdq"), *five).value == pytest.approx(10 * 24 / 19)
    six = [None] * 6 + [1] * 10 + [0] * 8
    assert total(measure("rmdq"), *six).value is None


def test_the_pain_that_is_followed_is_the_average_of_the_last_seven_days(measure: Shelf) -> None:
    responses = Responses.of("nrs", now=3, average=5, worst=8)
    assert by_scale(measure("nrs"), responses) == {"total": 5, "now": 3, "average": 5, "worst": 8}


def test_one_number_for_pain_is_the_average(measure: Shelf) -> None:
    found = by_scale(measure("nrs"), Responses(measure="nrs", total=5))
    assert found == {"total": 5, "now": None, "average": 5, "worst": None}


@pytest.mark.parametrize(
    ("pain", "band"), [(0, "none"), (1, "mild"), (3, "mild"), (4, "moderate"), (6, "moderate"), (7, "severe")]
)
def test_pain_bands_begin_at_1_4_and_7(measure: Shelf, pain: int, band: str) -> None:
    assert score(measure("nrs"), Responses.of("nrs", average=pain))[0].band == band


def test_nothing_answered_is_not_scored_rather_than_zero(each_measure: Measure) -> None:
    for one in score(each_measure, Responses(measure=each_measure.id)):
        assert (one.value, one.status) == (None, ScoreStatus.NOT_SCORED)


def test_answers_to_another_measure_are_refused(measure: Shelf) -> None:
    with pytest.raises(ValueError, match="cannot be scored as odi"):
        score(measure("odi"), Responses(measure="rmdq"))
