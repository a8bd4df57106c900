"""One episode of care: from the first visit with this pain to discharge."""

from datetime import date
from enum import StrEnum

from physioplan.domain.value import Value


class LegPain(StrEnum):
    """How far the pain goes down the leg."""

    NONE = "none"
    TO_THE_KNEE = "to_the_knee"
    BELOW_THE_KNEE = "below_the_knee"


class EndReason(StrEnum):
    """Why an episode was closed."""

    DISCHARGED = "discharged"
    STOPPED = "stopped"
    REFERRED_ON = "referred_on"


class EpisodeEnd(Value):
    """The day and reason an episode was closed."""

    day: date
    reason: EndReason
    words: str = ""


class EpisodeOfCare(Value):
    """The complaint a plan is made for. ``onset`` is the day the pain began, as near as is known."""

    id: str
    patient_id: str
    opened: date
    onset: date | None = None
    leg_pain: LegPain = LegPain.NONE
    radicular_signs: bool = False
    specific_cause: str = ""
    pregnant: bool = False
    off_work: bool = False
    first_approach_failed: bool = False
    next_appointment: date | None = None
    end: EpisodeEnd | None = None

    def weeks_of_pain_on(self, day: date) -> int | None:
        """Whole weeks since onset, or ``None`` when the onset is unknown."""
        return None if self.onset is None else (day - self.onset).days // 7
