"""The benchmark table tells ratios, goals and verdicts; nothing is timed here."""

from __future__ import annotations

from tests.benchmarks.__main__ import table
from tests.benchmarks.result import Result


def test_with_a_floor_the_goal_is_a_ratio() -> None:
    result = Result("plan", ours=30.0, floor=20.0, goal=1.6)
    assert result.ratio == 1.5
    assert result.reached


def test_without_a_floor_the_goal_is_a_value() -> None:
    assert not Result("search", ours=6.0, floor=None, goal=5.0).reached


def test_a_missed_goal_is_said_in_the_table() -> None:
    last = table([Result("memory", ours=260.0, floor=None, goal=200.0, unit="MB")]).splitlines()[-1]
    assert last.split() == ["memory", "260.00", "MB", "<=", "200", "MB", "MISSED"]
