"""Why an exercise does not suit this person today: precautions, kit and dislikes, in that order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from physioplan.library.exercise import Exercise


class Ground(StrEnum):
    """What speaks against an exercise, gravest first."""

    PRECAUTION = "precaution"
    EQUIPMENT = "equipment"
    DISLIKE = "dislike"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One ground against an exercise; ``what`` is the precaution code, the missing kit or the dislike."""

    ground: Ground
    what: str


def obstacles(
    exercise: Exercise,
    withholding: frozenset[str],
    equipment: frozenset[str] | None = None,
    dislikes: frozenset[str] = frozenset(),
) -> tuple[Obstacle, ...]:
    """Everything against ``exercise``; empty when it fits.

    ``withholding`` are the precaution codes that withhold (not only adapt) exercises; ``equipment`` is what is
    at hand (``None`` = everything); ``dislikes`` name exercises, categories or positions.
    """
    against = [Obstacle(Ground.PRECAUTION, code) for code in sorted(exercise.precautions & withholding)]
    if equipment is not None:
        against += [Obstacle(Ground.EQUIPMENT, item) for item in sorted(exercise.equipment - equipment)]
    names = {exercise.id, exercise.category.value, exercise.position.value}
    against += [Obstacle(Ground.DISLIKE, name) for name in sorted(names & dislikes)]
    return tuple(against)


def withholding_codes(effects: Mapping[str, str], present: frozenset[str]) -> frozenset[str]:
    """The codes among ``present`` whose effect in the table is to withhold."""
    return frozenset(code for code in present if effects.get(code) == "withhold")
