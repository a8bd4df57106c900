"""What the diary says: how much was done, where the pain goes, and whether a talk comes first."""

from collections.abc import Sequence
from itertools import pairwise

from physioplan.domain.value import Value
from physioplan.domain.visit import DiaryWeek

BARRIER_TALK_BELOW = 60  # per cent of planned days; consensus, on drop-out data
RISING_WEEKS = 3


class DiarySummary(Value):
    """Days done of days planned over the pages that were brought. ``percent`` is ``None`` without a page."""

    planned: int
    done: int
    percent: float | None
    weeks_missing: tuple[int, ...]
    pain_is_rising: bool
    needs_barrier_talk: bool


def summary_of(diary: Sequence[DiaryWeek]) -> DiarySummary:
    """Add up the diary. A page not brought is missing and counts neither as done nor as not done."""
    brought = [week for week in diary if week.done is not None]
    planned = sum(week.planned for week in brought)
    done = sum(min(week.done or 0, week.planned) for week in brought)
    percent = 100 * done / planned if planned else None
    return DiarySummary(
        planned=planned,
        done=done,
        percent=percent,
        weeks_missing=tuple(week.week for week in diary if week.done is None),
        pain_is_rising=pain_is_rising(diary),
        needs_barrier_talk=percent is not None and percent < BARRIER_TALK_BELOW,
    )


def pain_is_rising(diary: Sequence[DiaryWeek]) -> bool:
    """True when pain went up from week to week over the last three weeks that have a number."""
    told = [week.pain for week in sorted(diary, key=lambda week: week.week) if week.pain is not None]
    last = told[-RISING_WEEKS:]
    return len(last) == RISING_WEEKS and all(before < after for before, after in pairwise(last))


def latest_of_each_week(*diaries: Sequence[DiaryWeek]) -> tuple[DiaryWeek, ...]:
    """One row a week from several visits; what was told last stands."""
    rows = {week.week: week for diary in diaries for week in diary}
    return tuple(rows[number] for number in sorted(rows))
