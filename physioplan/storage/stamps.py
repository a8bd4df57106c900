"""Moments in UTC as the record writes them: fixed width, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def to_stamp(moment: datetime) -> str:
    """`2026-11-23T22:11:55.000000Z`. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a stamp needs a moment with a time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def from_stamp(stamp: str) -> datetime:
    """The moment in UTC that `stamp` names."""
    return datetime.fromisoformat(stamp)
