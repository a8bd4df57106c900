"""The agreed programme: immutable versions of phases, exercises, coping parts and their reasons."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from physioplan.domain.dose import Dose
from physioplan.domain.rationale import Rationale
from physioplan.domain.signature import Signature
from physioplan.domain.value import Value


class DepartureReason(StrEnum):
    """Why clinician and patient chose otherwise than proposed."""

    PATIENT_PREFERENCE = "patient_preference"
    SAFETY = "safety"
    ACCESS_OR_COST = "access_or_cost"
    CLINICAL_JUDGEMENT = "clinical_judgement"
    ALREADY_TRIED = "already_tried"
    OTHER = "other"


class DepartureKind(StrEnum):
    """What was done differently."""

    LEFT_OUT = "left_out"
    ADDED = "added"
    CHANGED = "changed"


class Departure(Value):
    """One choice against the proposal, with its reason. ``what`` names a component, part or exercise."""

    what: str
    kind: DepartureKind
    reason: DepartureReason
    words: str = Field(default="", max_length=300)


class ProgrammeItem(Value):
    """One exercise in one phase: its dose, why it is there, and the therapist's note to the patient."""

    exercise: str
    dose: Dose
    reason: str = ""
    note: str = Field(default="", max_length=2000)


class Contact(Value):
    """A planned contact with the clinic: a visit or a call, with why in one line."""

    week: int = Field(ge=0, le=60)
    kind: str = Field(pattern="^(visit|call|booster|review)$")
    why: str = ""


class Phase(Value):
    """A stretch of weeks with its exercises in printed order. ``key`` is settle, build, goals or maintain."""

    key: str
    first_week: int = Field(ge=1)
    last_week: int
    items: tuple[ProgrammeItem, ...] = ()

    @property
    def minutes_a_day(self) -> float:
        """Mean minutes on an exercise day, spread over the days each exercise is done."""
        if not self.items:
            return 0.0
        busiest = max(item.dose.days_a_week for item in self.items)
        return sum(item.dose.minutes_a_day * item.dose.days_a_week for item in self.items) / busiest


class CopingPart(Value):
    """A coping skill (CBT component) and the weeks it is worked on."""

    component: str
    first_week: int = Field(ge=1)
    last_week: int


class Programme(Value):
    """One version of the plan. Version 1 fixes ``start``; later versions keep it.

    The rationale and evidence edition are copied in, so that an old plan explains itself.
    """

    id: str
    episode_id: str
    version: int = Field(ge=1)
    start: date
    phases: tuple[Phase, ...]
    coping: tuple[CopingPart, ...] = ()
    contacts: tuple[Contact, ...] = ()
    components: tuple[str, ...] = ()
    rationale: tuple[Rationale, ...] = ()
    departures: tuple[Departure, ...] = ()
    evidence_edition: str
    agreed_on: date
    agreed_by: str
    recorded_at: datetime
    supersedes: str | None = None
    change_reason: str = ""
    signature: Signature | None = None

    def phase_in_week(self, week: int) -> Phase:
        """The phase that ``week`` (1 = first week) falls in; the last one after its end."""
        return next((phase for phase in self.phases if week <= phase.last_week), self.phases[-1])

    def week_on(self, day: date) -> int:
        """The programme week that ``day`` falls in; 1 on the first day."""
        return (day - self.start).days // 7 + 1
