"""The only place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Says the clinic's local day and the moment in UTC."""

    def today(self) -> date:
        """The local calendar day."""

    def now(self) -> datetime:
        """The moment in UTC."""


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """The local calendar day."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still, for examples and tests."""

    def __init__(self, day: date) -> None:
        self._day = day

    def today(self) -> date:
        """The day it stands on."""
        return self._day

    def now(self) -> datetime:
        """Noon of that day in UTC."""
        return datetime(self._day.year, self._day.month, self._day.day, 12, tzinfo=UTC)
