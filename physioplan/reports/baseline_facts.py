"""What page 1 and the pain guide need to know about the patient, taken from the baseline."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from physioplan.domain.assessment import Assessment
from physioplan.domain.goal import Goal
from physioplan.domain.movement import Direction
from physioplan.domain.preferences import ActionPlan, CopingPlan, Place, Preferences
from physioplan.domain.safety import SafetyScreen

NO_ACTION_PLAN = ActionPlan()


@dataclass(frozen=True, slots=True)
class PacingNumbers:
    """The patient's own numbers for one task, in minutes."""

    task: str
    start_minutes: int
    rest_minutes: int
    add_minutes: int


@dataclass(frozen=True, slots=True)
class BaselineFacts:
    """Facts of the first measurement that a patient may read.

    ``usual_pain`` is the average of the last week, 0 to 10. ``screen_clear`` is true only when every group of
    safety questions was asked and no flag stands open.
    """

    goals: tuple[Goal, ...] = ()
    usual_pain: int | None = None
    usual_pain_day: date | None = None
    screen_clear: bool = False
    provoked_by: frozenset[Direction] = frozenset()
    worry: bool = False
    places: frozenset[Place] = frozenset()
    pacing: PacingNumbers | None = None
    action_plan: ActionPlan = NO_ACTION_PLAN
    coping_plans: tuple[CopingPlan, ...] = ()
    confidence: int | None = None


def baseline_facts(
    assessment: Assessment | None,
    groups: Collection[str],
    *,
    worry: bool = False,
    safety: SafetyScreen | None = None,
    pacing: PacingNumbers | None = None,
) -> BaselineFacts:
    """Read the facts off ``assessment``.

    ``groups`` are the ids of all groups of safety questions; without any the screen cannot count as complete.
    ``safety`` is the screen asked last, when that is newer than the baseline. ``worry`` says that fear of
    moving was found.
    """
    screen = safety or (assessment.safety if assessment else None)
    clear = (
        screen is not None
        and bool(groups)
        and screen.groups_asked >= frozenset(groups)
        and not screen.open_flags
    )
    if assessment is None:
        return BaselineFacts(screen_clear=clear, worry=worry, pacing=pacing)
    wishes = assessment.preferences or Preferences(places=frozenset())
    answers = assessment.responses_to("nrs")
    pain = answers.value_of("average") if answers else None
    score = assessment.score_of("nrs", "average") or assessment.score_of("nrs")
    if pain is None and score is not None and score.is_final:
        pain = score.value
    return BaselineFacts(
        goals=assessment.goals,
        usual_pain=None if pain is None else round(pain),
        usual_pain_day=None if pain is None else assessment.day,
        screen_clear=clear,
        provoked_by=assessment.movement.provoked_by if assessment.movement else frozenset(),
        worry=worry,
        places=wishes.places,
        pacing=pacing,
        action_plan=wishes.action_plan,
        coping_plans=wishes.coping_plans,
        confidence=wishes.confidence,
    )
