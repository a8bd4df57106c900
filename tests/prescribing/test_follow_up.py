"""Follow-up windows: day 84 and the same day next year."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from physioplan.domain.assessment import Occasion
from physioplan.prescribing.follow_up import follow_up_windows, optional_window, same_day_next_year


def test_twelve_weeks_is_day_84_give_or_take_two_weeks() -> None:
    week_12, _ = follow_up_windows(date(2026, 1, 13))
    assert (week_12.opens, week_12.due, week_12.closes) == (
        date(2026, 3, 24),
        date(2026, 4, 7),
        date(2026, 4, 21),
    )


def test_one_year_is_the_same_calendar_day_give_or_take_six_weeks() -> None:
    _, year_1 = follow_up_windows(date(2026, 1, 13))
    assert (year_1.opens, year_1.due, year_1.closes) == (
        date(2026, 12, 2),
        date(2027, 1, 13),
        date(2027, 2, 24),
    )


def test_the_29th_of_february_becomes_the_28th() -> None:
    assert same_day_next_year(date(2028, 2, 29)) == date(2029, 2, 28)
    assert same_day_next_year(date(2027, 2, 28)) == date(2028, 2, 28)


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)))
def test_windows_are_in_order_and_wide_enough(start: date) -> None:
    week_12, year_1 = follow_up_windows(start)
    assert start < week_12.opens < week_12.due < week_12.closes < year_1.opens < year_1.due < year_1.closes
    assert week_12.closes - week_12.opens == timedelta(days=28)
    assert year_1.closes - year_1.opens == timedelta(days=84)
    assert week_12.is_open_on(week_12.opens) and week_12.is_open_on(week_12.closes)
    assert optional_window(start).occasion is Occasion.WEEK_26
