"""A visit between measurements: pain, the safety questions again, unwanted effects and notes."""

from datetime import date, datetime

from pydantic import Field

from physioplan.domain.response import Responses
from physioplan.domain.safety import SafetyScreen
from physioplan.domain.value import Value


class DiaryWeek(Value):
    """One row of the printed diary: days done of days planned. ``None`` done = page not brought."""

    week: int = Field(ge=1, le=52)
    planned: int = Field(ge=0, le=7)
    done: int | None = Field(default=None, ge=0, le=7)
    pain: int | None = Field(default=None, ge=0, le=10)
    note: str = ""


class ProgressionStep(Value):
    """A change of one exercise that the clinician confirmed: up, hold or down, and by which rule."""

    exercise: str
    step: str = Field(pattern="^(up|hold|down)$")
    rule: str
    override_reason: str = ""


class Visit(Value):
    """One contact at any time during the episode; append-only."""

    id: str
    episode_id: str
    day: date
    recorded_at: datetime
    by: str
    safety: SafetyScreen | None = None
    pain: Responses | None = None
    unwanted_effects: str = ""
    diary: tuple[DiaryWeek, ...] = ()
    progression: tuple[ProgressionStep, ...] = ()
    notes: str = ""
    supersedes: str | None = None
    correction_reason: str = ""
