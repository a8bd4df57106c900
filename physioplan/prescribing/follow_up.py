"""When a patient is measured again: 12 weeks and 1 year after the programme's first day."""

from __future__ import annotations

from datetime import date, timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.follow_up import FollowUpWindow

WEEK_12_DAYS, WEEK_12_SPREAD = 84, 14
WEEK_26_DAYS, WEEK_26_SPREAD = 182, 28
YEAR_1_SPREAD = 42


def follow_up_windows(start: date) -> tuple[FollowUpWindow, ...]:
    """The two windows that count: day 84 ± 14 days, and the same calendar day next year ± 42 days."""
    return (
        _window(Occasion.WEEK_12, start + timedelta(days=WEEK_12_DAYS), WEEK_12_SPREAD),
        _window(Occasion.YEAR_1, same_day_next_year(start), YEAR_1_SPREAD),
    )


def optional_window(start: date) -> FollowUpWindow:
    """Week 26, measured by those who want to; never due and never overdue."""
    return _window(Occasion.WEEK_26, start + timedelta(days=WEEK_26_DAYS), WEEK_26_SPREAD)


def same_day_next_year(day: date) -> date:
    """The same calendar day a year later; 29 February becomes 28 February."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)


def _window(occasion: Occasion, due: date, spread: int) -> FollowUpWindow:
    days = timedelta(days=spread)
    return FollowUpWindow(occasion=occasion, opens=due - days, due=due, closes=due + days)
