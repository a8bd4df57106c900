"""An assessment: everything asked and found on one occasion."""

from datetime import date, datetime
from enum import StrEnum

from physioplan.domain.goal import Goal
from physioplan.domain.movement import MovementExamination
from physioplan.domain.outcome import OutcomeChange
from physioplan.domain.preferences import Preferences
from physioplan.domain.response import Responses
from physioplan.domain.safety import SafetyScreen
from physioplan.domain.score import TOTAL, Score
from physioplan.domain.signature import Signature
from physioplan.domain.value import Value


class Occasion(StrEnum):
    """When a measurement belongs in the journey."""

    BASELINE = "baseline"
    WEEK_12 = "week_12"
    WEEK_26 = "week_26"
    YEAR_1 = "year_1"


class NextStep(StrEnum):
    """What therapist and patient decided at a review."""

    CARRY_ON = "carry_on"
    CHANGE_PLAN = "change_plan"
    REFER_OR_STOP = "refer_or_stop"


class MissingReason(Value):
    """Why a step or measure was left out; missing is never zero."""

    what: str
    why: str


class Assessment(Value):
    """One append-only record. A correction is a new assessment that names the one it supersedes.

    ``day`` is the clinical local date, ``recorded_at`` the stamp in UTC. ``scores`` were made from
    ``responses`` when it was kept, with the measure versions of that day. ``noticed`` holds what no questionnaire
    asks, by the names of ``evidence.observation``. ``outcomes`` are a review's comparisons with the baseline as
    they were signed, each with the threshold used, so that a threshold changed later recolours nothing.
    """

    id: str
    episode_id: str
    occasion: Occasion
    day: date
    recorded_at: datetime
    by: str
    safety: SafetyScreen | None = None
    responses: tuple[Responses, ...] = ()
    scores: tuple[Score, ...] = ()
    movement: MovementExamination | None = None
    goals: tuple[Goal, ...] = ()
    preferences: Preferences | None = None
    strengths: tuple[str, ...] = ()
    noticed: frozenset[str] = frozenset()
    unwanted_effects: str = ""
    notes: str = ""
    missing: tuple[MissingReason, ...] = ()
    next_step: NextStep | None = None
    outcomes: tuple[OutcomeChange, ...] = ()
    supersedes: str | None = None
    correction_reason: str = ""
    signature: Signature | None = None

    def score_of(self, measure: str, subscale: str = TOTAL) -> Score | None:
        """The score of ``measure``, or ``None`` when it was not measured."""
        return next((s for s in self.scores if s.measure == measure and s.subscale == subscale), None)

    def responses_to(self, measure: str) -> Responses | None:
        """The answers given to ``measure``, or ``None``."""
        return next((r for r in self.responses if r.measure == measure), None)
