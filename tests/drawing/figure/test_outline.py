"""Outlines hold what they should hold."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from physioplan.drawing.figure.inverse_kinematics import two_bones
from physioplan.drawing.figure.outline import circles_hull, closed, fewer, turning
from physioplan.drawing.figure.vector import length, minus

coordinate = st.floats(-50, 50)
circle = st.tuples(coordinate, coordinate, st.floats(0.5, 20))


@given(st.lists(circle, min_size=1, max_size=5))
def test_the_hull_of_circles_reaches_as_far_as_the_outermost_circle(
    circles: list[tuple[float, float, float]],
) -> None:
    hull = circles_hull(circles)
    assert math.isclose(max(x for x, _ in hull), max(x + r for x, _, r in circles), abs_tol=0.4)
    assert math.isclose(min(y for _, y in hull), min(y - r for _, y, r in circles), abs_tol=0.4)


@given(st.lists(circle, min_size=1, max_size=5))
def test_all_hulls_travel_the_same_way(circles: list[tuple[float, float, float]]) -> None:
    assert turning(circles_hull(circles)) > 0


@given(st.lists(st.tuples(coordinate, coordinate), min_size=4, max_size=40))
def test_thinning_keeps_both_ends(points: list[tuple[float, float]]) -> None:
    thin = fewer(points)
    assert thin[0] == points[0]
    assert thin[-1] == points[-1]


def test_a_closed_run_starts_with_a_move_and_ends_closed() -> None:
    run = closed([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert run[0][0] == "M"
    assert run[-1] == ("Z",)


@given(st.tuples(coordinate, coordinate, coordinate))
def test_bones_keep_their_length_wherever_the_target_is(target: tuple[float, float, float]) -> None:
    joint, end, _ = two_bones((0, 0, 0), target, 24.0, 23.8, (1.0, 0.2, 0.3))
    assert math.isclose(length(joint), 24.0, rel_tol=1e-3)
    assert math.isclose(length(minus(end, joint)), 23.8, rel_tol=1e-3)
