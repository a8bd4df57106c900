"""One exercise as its asset file tells it: what it trains, for whom it is unwise, its dose and its words."""

from enum import StrEnum
from typing import Any, Self

from pydantic import Field, model_validator

from physioplan.domain.dose import Dose
from physioplan.domain.movement import Direction
from physioplan.domain.value import Value


class Category(StrEnum):
    """What an exercise is for; the first question when a slot is filled."""

    MOTOR_CONTROL = "motor_control"
    MOBILITY = "mobility"
    STRENGTH = "strength"
    AEROBIC = "aerobic"
    STRETCHING = "stretching"
    FUNCTION = "function"
    RELAXATION = "relaxation"


class Position(StrEnum):
    """The position it starts in; a facet of the library and a ground for frail-safety."""

    LYING_ON_BACK = "lying_on_back"
    LYING_ON_FRONT = "lying_on_front"
    LYING_ON_SIDE = "lying_on_side"
    HANDS_AND_KNEES = "hands_and_knees"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"
    WALKING = "walking"
    WATER = "water"
    MACHINE = "machine"
    ANY = "any"


class DoseRange(Value):
    """The usual dose and its bounds, all of one kind."""

    default: Dose
    minimum: Dose
    maximum: Dose

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len({self.default.kind, self.minimum.kind, self.maximum.kind}) > 1:
            raise ValueError("default, minimum and maximum must be doses of the same kind")
        return self


class Step(Value):
    """Where to go when it is too hard or too easy: another exercise, or a worded variation of this one.

    ``variation`` names the key under which each language words it.
    """

    exercise: str | None = None
    variation: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.exercise is None) == (not self.variation):
            raise ValueError("name either an exercise or a variation, not both and not neither")
        return self


class ExerciseWords(Value):
    """The words of one language: 3 to 4 patient steps of under 10 words, and what the clinician reads."""

    name: str = Field(min_length=2, max_length=60)
    steps: tuple[str, ...] = Field(min_length=3, max_length=4)
    feel: str
    avoid: str
    mistakes: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""
    start: str = ""
    end: str = ""
    search: tuple[str, ...] = ()


class Exercise(Value):
    """One exercise. ``id`` is never reused; ``figure`` is pose data for ``drawing.figure``.

    ``precautions`` are codes of ``assets/safety/precautions.toml``; ``direction`` lists the directions of the
    back it loads or favours; ``supported`` says whether the body leans on something (frail-safety); ``alike``
    names an exercise of nearly the same movement, so that a proposal does not put both into one phase.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,50}$")
    code: str = ""
    category: Category
    motor_control_stage: int | None = Field(default=None, ge=1, le=3)
    position: Position
    equipment: frozenset[str] = frozenset()
    level: int = Field(ge=1, le=5)
    target: tuple[str, ...] = ()
    direction: tuple[Direction, ...] = (Direction.NEUTRAL,)
    precautions: frozenset[str] = frozenset()
    supported: bool = False
    dose: DoseRange
    easier: Step | None = None
    harder: Step | None = None
    alike: str | None = None
    source: str = "clinical consensus"
    words: dict[str, ExerciseWords]
    figure: dict[str, Any] | None = None
    own: bool = False

    def words_in(self, language: str) -> ExerciseWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]

    @property
    def is_frail_safe(self) -> bool:
        """Level 1 and supported, lying or sitting: where every chain of easier steps must end."""
        lying_or_sitting = self.position in {
            Position.LYING_ON_BACK,
            Position.LYING_ON_FRONT,
            Position.LYING_ON_SIDE,
            Position.SITTING,
        }
        return self.level == 1 and (self.supported or lying_or_sitting)
