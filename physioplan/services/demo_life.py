"""The facts one invented life with back pain is spun from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from random import Random

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.clinic import Clinician
from physioplan.domain.journey import JourneyState


@dataclass(slots=True)
class DemoLife:
    """``who`` names the person for what stays the same; ``luck`` is drawn on step by step, in one order.

    ``badness`` is how ill somebody is at the start, from 0 to 1; ``course`` what share of it is left after
    12 weeks.
    """

    who: str
    number: int
    state: JourneyState
    start: date
    today: date
    badness: float
    course: float
    luck: Random
    content: ClinicalContent
    by: Clinician

    def badness_on(self, day: date) -> float:
        """Falls (or not) towards its 12-week share, then stays."""
        gone = min(1.0, (day - self.start).days / 84)
        return self.badness * (1 + (self.course - 1) * gone)


def moment(day: date, hour: int) -> datetime:
    """A stamp in UTC."""
    return datetime.combine(day, time(hour), UTC)
