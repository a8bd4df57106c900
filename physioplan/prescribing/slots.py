"""The phases of a programme and the slots each of them fills."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.library.exercise import Category


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """A phase before it is filled. ``level`` is aimed at; ``stage`` is that of motor control."""

    key: str
    first_week: int
    last_week: int
    level: int
    stage: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a phase and the kinds of exercise that may take it, the first kind preferred."""

    key: str
    categories: tuple[Category, ...]
    why: str


PHASES = (
    PhasePlan("settle", 1, 4, level=1, stage=1),
    PhasePlan("build", 5, 8, level=2, stage=2),
    PhasePlan("goals", 9, 12, level=3, stage=3),
    PhasePlan("maintain", 13, 52, level=3, stage=3),
)

AEROBIC = Slot("aerobic", (Category.AEROBIC,), "Steady movement for the whole body")
CONTROL = Slot("control_or_mobility", (Category.MOTOR_CONTROL, Category.MOBILITY), "How the back moves")
MOBILITY = Slot("control_or_mobility", (Category.MOBILITY, Category.STRETCHING), "Easy movement of the back")
STRENGTH = Slot("strength", (Category.STRENGTH,), "Strength for daily life")
FUNCTION = Slot("function", (Category.FUNCTION,), "Practice of what matters")


def slots_for(motor_control: bool) -> tuple[Slot, ...]:
    """The four slots of a phase, in the order they are filled and printed."""
    return (CONTROL if motor_control else MOBILITY, STRENGTH, FUNCTION, AEROBIC)
