"""Effects in points and people: the published sums, their limits, and what cannot be said."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from physioplan.domain.effect import CertaintyOfEvidence, Comparator, Effect, EffectTime, Outcome
from physioplan.evidence.expectation import (
    SPREADS,
    chance_of_doing_better,
    extra_responders,
    gain,
    in_points,
    overlap,
)
from tests.builders import content


def effect(name: str) -> Effect:
    found = content().evidence.effect(name)
    assert found is not None
    return found


def an_effect(smd: float, low: float, high: float) -> Effect:
    return Effect(
        id="x",
        treatment="individualized_exercise",
        outcome=Outcome.PAIN,
        time=EffectTime.WEEK_12,
        comparator=Comparator.ACTIVE,
        smd=smd,
        low=low,
        high=high,
        certainty=CertaintyOfEvidence.LOW,
        source="fleckenstein_2022",
    )


@pytest.mark.parametrize(
    ("name", "spread", "value", "low", "high"),
    [
        ("pain_week_12_active", 2.0, 0.56, 0.28, 0.84),
        ("pain_week_12_passive", 2.0, 0.80, 0.44, 1.16),
        ("pain_year_1_passive", 2.0, 0.28, 0.14, 0.44),
        ("disability_week_12_active", 12, 2.04, 0.24, 3.72),
        ("disability_week_12_active", 5, 0.85, 0.10, 1.55),
        ("disability_week_12_passive", 12, 2.16, -0.12, 2.64),
        ("disability_week_12_passive", 5, 0.90, -0.05, 1.10),
        ("disability_year_1_passive", 12, 2.40, 1.20, 3.60),
        ("disability_year_1_passive", 5, 1.00, 0.50, 1.50),
    ],
)
def test_an_effect_in_points_is_the_effect_times_the_spread(
    name: str, spread: float, value: float, low: float, high: float
) -> None:
    points = in_points(effect(name), spread)
    assert points is not None
    assert (points.value, points.low, points.high) == pytest.approx((value, low, high), abs=1e-9)


def test_a_wider_spread_turns_the_same_effect_into_more_points() -> None:
    pain = effect("pain_week_12_active")
    narrow, wide = in_points(pain, SPREADS["nrs"].low), in_points(pain, SPREADS["nrs"].high)
    assert narrow is not None and wide is not None
    assert (round(narrow.value, 1), round(wide.value, 1)) == (0.4, 0.7)


@pytest.mark.parametrize(
    ("smd", "rows"),
    [
        (0.28, ((28.7, 11), (40.3, 10), (51.1, 9), (61.0, 9))),
        (0.40, ((32.9, 8), (45.0, 7), (55.8, 6), (65.5, 6))),
        (0.14, ((24.1, 24), (35.0, 20), (45.5, 18), (55.6, 18))),
        (0.17, ((25.1, 20), (36.2, 16), (46.7, 15), (56.7, 15))),
        (0.20, ((26.1, 17), (37.3, 14), (47.9, 13), (57.9, 13))),
    ],
)
def test_extra_responders_follow_the_table_of_the_method(
    smd: float, rows: tuple[tuple[float, int], ...]
) -> None:
    one = an_effect(-smd, -smd - 0.1, -smd + 0.1)
    for control, (treated, needed) in zip((0.2, 0.3, 0.4, 0.5), rows, strict=True):
        found = extra_responders(one, control)
        assert found is not None
        assert 100 * found.treated.value == pytest.approx(treated, abs=0.11)
        assert abs(found.needed.value - needed) <= 0.6


def test_the_number_needed_to_treat_carries_its_limits() -> None:
    found = extra_responders(effect("pain_week_12_active"), 0.4)
    assert found is not None
    assert (round(found.needed.low), round(found.needed.high)) == (6, 18)
    assert 100 * found.difference.low == pytest.approx(5.5, abs=0.1)
    assert 100 * found.difference.high == pytest.approx(16.6, abs=0.1)


def test_an_interval_that_includes_no_effect_has_no_upper_limit_of_people() -> None:
    found = extra_responders(effect("disability_week_12_passive"), 0.3)
    assert found is not None
    assert found.needed.high == math.inf


def test_the_chance_of_doing_better_and_the_overlap_are_as_worked_out() -> None:
    for name, chance, over in (
        ("pain_week_12_active", 57.8, 89),
        ("pain_week_12_passive", 61.1, 84),
        ("pain_year_1_passive", 53.9, 94),
    ):
        better, overlapping = chance_of_doing_better(effect(name)), overlap(effect(name))
        assert better is not None and overlapping is not None
        assert 100 * better.value == pytest.approx(chance, abs=0.1)
        assert round(100 * overlapping) == over
        assert better.low < better.value < better.high


def test_where_nothing_is_reported_nothing_is_worked_out() -> None:
    for name in ("pain_year_1_active", "disability_year_1_active", "pain_motor_control"):
        silent = effect(name)
        assert gain(silent) is None
        assert in_points(silent, 2.0) is None
        assert extra_responders(silent, 0.3) is None
        assert chance_of_doing_better(silent) is None
        assert overlap(silent) is None


@pytest.mark.parametrize("rate", [0, 1, -0.1, 1.5, math.nan])
def test_a_control_rate_outside_0_to_1_is_refused_in_a_sentence(rate: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        extra_responders(effect("pain_week_12_active"), rate)


@pytest.mark.parametrize("spread", [0, -1, math.inf, math.nan])
def test_a_spread_that_is_no_spread_is_refused(spread: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        in_points(effect("pain_week_12_active"), spread)


@given(st.floats(-2, 2), st.floats(0.01, 0.99))
def test_more_effect_never_means_fewer_responders(smd: float, rate: float) -> None:
    weaker, stronger = an_effect(smd, smd - 0.1, smd + 0.1), an_effect(smd - 0.05, smd - 0.15, smd + 0.05)
    less, more = extra_responders(weaker, rate), extra_responders(stronger, rate)
    assert less is not None and more is not None
    assert more.treated.value >= less.treated.value
    assert less.treated.low <= less.treated.value <= less.treated.high
    assert less.needed.low <= less.needed.value <= less.needed.high
