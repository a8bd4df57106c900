"""Warnings about a programme: too many exercises, too many minutes, the same exercise twice.

They never block.
"""

from collections import Counter
from enum import StrEnum

from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Phase
from physioplan.domain.value import Value

PROPOSED_A_PHASE = 4
AT_MOST_A_PHASE = 5


class GuardKind(StrEnum):
    """What a warning is about."""

    TOO_MANY = "too_many"
    OVER_TIME = "over_time"
    TWICE = "twice"
    EMPTY = "empty"


class Guard(Value):
    """One warning.

    ``by`` is how many exercises or minutes it is over, ``exercise`` the one that stands twice.
    """

    phase: str
    kind: GuardKind
    by: float = 0
    exercise: str = ""
    sentence: str


def guards(phases: tuple[Phase, ...], preferences: Preferences) -> tuple[Guard, ...]:
    """Every warning, phase by phase in the order: twice, too many, over time, empty."""
    return tuple(guard for phase in phases for guard in _guards_of(phase, preferences))


def _guards_of(phase: Phase, preferences: Preferences) -> tuple[Guard, ...]:
    found: list[Guard] = []
    weeks = f"Weeks {phase.first_week}–{phase.last_week}"
    for exercise, times in Counter(item.exercise for item in phase.items).items():
        if times > 1:
            found.append(
                Guard(
                    phase=phase.key,
                    kind=GuardKind.TWICE,
                    by=times - 1,
                    exercise=exercise,
                    sentence=f"{weeks} hold the same exercise {'twice' if times == 2 else f'{times} times'}",
                )
            )
    if len(phase.items) > AT_MOST_A_PHASE:
        over = len(phase.items) - AT_MOST_A_PHASE
        sentence = f"{weeks} hold {len(phase.items)} exercises, aim for {AT_MOST_A_PHASE} or fewer"
        found.append(Guard(phase=phase.key, kind=GuardKind.TOO_MANY, by=over, sentence=sentence))
    over_time = round(phase.minutes_a_day - preferences.minutes_a_day, 1)
    if over_time >= 0.5:
        minutes = round(over_time) or 1
        sentence = f"{weeks} are {minutes} minute{'s' if minutes != 1 else ''} over the patient's limit"
        found.append(Guard(phase=phase.key, kind=GuardKind.OVER_TIME, by=over_time, sentence=sentence))
    if not phase.items:
        found.append(Guard(phase=phase.key, kind=GuardKind.EMPTY, sentence=f"{weeks} hold no exercise"))
    return tuple(found)
