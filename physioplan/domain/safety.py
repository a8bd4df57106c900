"""The safety screen: what was asked, what was found, and what was done about it."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from physioplan.domain.value import Value


class Urgency(StrEnum):
    """How fast a red flag must be acted on, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    ROUTINE = "routine"
    CAUTION = "caution"


class FlagAction(Value):
    """What was done about a flag. Recording it does not clear the flag."""

    flag: str
    what: str = Field(min_length=1)
    to_whom: str = ""
    day: date
    by: str


class FlagClearance(Value):
    """Why a flag no longer stands in the way; name, date and reason are all asked for."""

    flag: str
    by: str = Field(min_length=1)
    day: date
    reason: str = Field(min_length=1)


class BloodPressure(Value):
    """Resting blood pressure in mmHg."""

    systolic: int = Field(ge=40, le=300)
    diastolic: int = Field(ge=20, le=200)


class SafetyScreen(Value):
    """One asking of the red-flag screen. Ids are those of ``assets/safety``.

    ``groups_asked`` holds the groups answered (a tick or "none of these"); the screen is complete when every
    group was asked. ``spa_signs`` are the nine signs of inflammatory back pain that were found.
    """

    day: date
    groups_asked: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    spa_signs: frozenset[str] = frozenset()
    actions: tuple[FlagAction, ...] = ()
    clearances: tuple[FlagClearance, ...] = ()
    precautions: frozenset[str] = frozenset()
    contraindications: frozenset[str] = frozenset()
    blood_pressure: BloodPressure | None = None

    def is_cleared(self, flag: str) -> bool:
        """True when somebody cleared ``flag`` with name, date and reason."""
        return any(clearance.flag == flag for clearance in self.clearances)

    @property
    def open_flags(self) -> frozenset[str]:
        """Flags that are present and not cleared."""
        return frozenset(flag for flag in self.present if not self.is_cleared(flag))
