"""What else a follow-up may have reached beside the change that matters."""

from __future__ import annotations

from enum import StrEnum

from physioplan.domain.outcome import OutcomeChange, Verdict
from physioplan.measures.measure import Measure
from physioplan.measures.scale import HigherIs

SUBSTANTIAL_PERCENT = 50  # of the baseline; from memory, not yet checked against a source


class Milestone(StrEnum):
    """Each is shown beside the verdict, never in its place."""

    SUBSTANTIAL = "substantial"
    LOW_SYMPTOMS = "low_symptoms"


def milestones(measure: Measure, change: OutcomeChange) -> tuple[Milestone, ...]:
    """The milestones of one person's ``change`` on one scale; none when it was not measured or compared."""
    scale, follow_up = measure.scale(change.subscale), change.follow_up
    if scale is None or follow_up is None or not follow_up.is_final or follow_up.value is None:
        return ()
    found = []
    reached = change.verdict is Verdict.REACHED
    if reached and change.percent is not None and change.percent >= SUBSTANTIAL_PERCENT:
        found.append(Milestone.SUBSTANTIAL)
    if scale.low_symptoms is not None:
        value, reach = scale.rounded(follow_up.value), scale.low_symptoms.reach
        if value >= reach if scale.higher_is is HigherIs.BETTER else value <= reach:
            found.append(Milestone.LOW_SYMPTOMS)
    return tuple(found)
