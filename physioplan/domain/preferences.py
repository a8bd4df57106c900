"""What the patient likes, has and can give; they shape the programme as much as any finding."""

from enum import StrEnum

from pydantic import Field

from physioplan.domain.value import Value


class Place(StrEnum):
    """Where the exercises will be done."""

    HOME = "home"
    GYM = "gym"
    CLINIC = "clinic"
    OUTDOORS = "outdoors"


class ActionPlan(Value):
    """After what, I will do what, where: one sentence the patient keeps."""

    after: str = Field(default="", max_length=80)
    will: str = Field(default="", max_length=80)
    where: str = Field(default="", max_length=80)


class CopingPlan(Value):
    """If this gets in the way, then I do that."""

    if_this: str = Field(max_length=100)
    then_that: str = Field(max_length=100)


class Preferences(Value):
    """Time, place, kit, likes and dislikes. Dislikes and likes name exercises or categories."""

    minutes_a_day: int = Field(default=20, ge=5, le=90)
    days_a_week: int = Field(default=5, ge=1, le=7)
    places: frozenset[Place] = frozenset({Place.HOME})
    equipment: frozenset[str] = frozenset({"mat", "chair", "wall"})
    likes: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    action_plan: ActionPlan = ActionPlan()
    coping_plans: tuple[CopingPlan, ...] = ()
    confidence: int | None = Field(default=None, ge=0, le=10)
