"""One person's change is called what it is, and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.score import Score, ScoreStatus
from physioplan.measures.change import compare
from physioplan.measures.course import Course, course_of
from physioplan.measures.measure import Measure

Shelf = Callable[[str], Measure]


def a_score(measure: Measure, value: float | None, **changes: object) -> Score:
    main = measure.main
    known = {"measure": measure.id, "version": measure.version, "subscale": main.key, "value": value}
    return Score.model_validate(known | changes)


def change(measure: Measure, before: float, after: float, **kept: ChangeThreshold) -> OutcomeChange:
    return compare(measure, a_score(measure, before), a_score(measure, after), **kept)


@pytest.mark.parametrize(
    ("measure_id", "before", "after", "verdict"),
    [
        ("nrs", 6, 4, Verdict.REACHED),  # 2 points and 33 %
        ("nrs", 7, 5, Verdict.BELOW),  # 2 points, but only 29 %
        ("nrs", 6, 6, Verdict.UNCHANGED),
        ("nrs", 6, 5, Verdict.UNCHANGED),  # within the detectable change of 2
        ("nrs", 6, 7, Verdict.UNCHANGED),
        ("nrs", 6, 8, Verdict.WORSE),
        ("odi", 30, 20, Verdict.REACHED),  # 10 points and 33 %
        ("odi", 50, 40, Verdict.BELOW),  # 10 points, but only 20 %
        ("odi", 30, 21, Verdict.UNCHANGED),
        ("odi", 30, 40, Verdict.WORSE),
        ("rmdq", 14, 9, Verdict.REACHED),
        ("rmdq", 18, 13, Verdict.BELOW),  # 5 points, but only 28 %
        ("rmdq", 9, 14, Verdict.WORSE),
    ],
)
def test_a_responder_needs_the_points_and_thirty_percent(
    measure: Shelf, measure_id: str, before: float, after: float, verdict: Verdict
) -> None:
    assert change(measure(measure_id), before, after).verdict is verdict


def test_a_fraction_of_a_percent_is_not_lost_to_rounding(measure: Shelf) -> None:
    assert change(measure("odi"), 100 * 14 / 45, 100 * 14 / 45 - 10).verdict is Verdict.REACHED


def test_a_low_baseline_is_judged_by_points_alone(measure: Shelf) -> None:
    result = change(measure("nrs"), 2, 0)
    assert (result.verdict, result.percent) == (Verdict.REACHED, None)
    assert "only points" in result.note
    assert change(measure("nrs"), 1, 0).verdict is Verdict.UNCHANGED


def test_another_sourced_threshold_can_be_chosen_and_is_kept(measure: Shelf) -> None:
    surgical = measure("odi").main.threshold_named("surgical")
    assert surgical is not None
    result = change(measure("odi"), 30, 20, threshold=surgical.as_used())
    assert (result.verdict, result.threshold) == (Verdict.BELOW, surgical.as_used())


def test_a_change_that_matters_but_is_below_the_detectable_one_may_be_error(measure: Shelf) -> None:
    fine = ChangeThreshold(points=5, percent=None, detectable=12, source="x", verification="verified")
    assert change(measure("odi"), 40, 33, threshold=fine).verdict is Verdict.MAY_BE_ERROR
    worse = change(measure("odi"), 40, 47, threshold=fine)
    assert worse.verdict is Verdict.WORSE
    assert "measurement error" in worse.note


def test_another_version_or_measure_is_not_comparable(measure: Shelf) -> None:
    odi = measure("odi")
    result = compare(odi, a_score(odi, 40, version="1.0"), a_score(odi, 20))
    assert (result.verdict, result.improvement) == (Verdict.NOT_COMPARABLE, None)
    other = compare(odi, a_score(measure("rmdq"), 12), a_score(odi, 20))
    assert other.verdict is Verdict.NOT_COMPARABLE


def test_what_was_not_measured_or_is_not_final_is_never_compared(measure: Shelf) -> None:
    odi = measure("odi")
    assert compare(odi, None, a_score(odi, 20)).verdict is Verdict.NOT_MEASURED
    assert compare(odi, a_score(odi, 20), None).verdict is Verdict.NOT_MEASURED
    typing = a_score(odi, 20, status=ScoreStatus.NOT_FINAL)
    assert compare(odi, a_score(odi, 40), typing).verdict is Verdict.NOT_MEASURED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=st.integers(0, 100), one=st.integers(0, 100), other=st.integers(0, 100))
def test_more_improvement_never_gets_a_worse_verdict(
    measure: Shelf, before: int, one: int, other: int
) -> None:
    rank = {Verdict.WORSE: 0, Verdict.UNCHANGED: 1, Verdict.BELOW: 1, Verdict.REACHED: 2}
    odi = measure("odi")
    better, less = sorted((one, other))
    assert rank[change(odi, before, better).verdict] >= rank[change(odi, before, less).verdict]


@pytest.mark.parametrize(
    ("week_12", "year_1", "course"),
    [
        (4, 4, Course.SUSTAINED),
        (6, 4, Course.LATE),
        (4, 6, Course.RELAPSED),
        (6, 6, Course.NOT_REACHED),
        (None, 4, Course.UNKNOWN),
        (4, None, Course.UNKNOWN),
    ],
)
def test_one_year_is_read_beside_twelve_weeks(
    measure: Shelf, week_12: float | None, year_1: float | None, course: Course
) -> None:
    nrs = measure("nrs")

    def later(value: float | None) -> OutcomeChange:
        return compare(nrs, a_score(nrs, 6), None if value is None else a_score(nrs, value))

    assert course_of(later(week_12), later(year_1)) is course
