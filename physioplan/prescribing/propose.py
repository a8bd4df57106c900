"""From a recommendation to a whole programme: three phases and maintenance, coping parts and contacts.

Nothing here is final: clinician and patient change what they like. The same input always gives the same
programme.
"""

from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Contact, CopingPart, Phase
from physioplan.domain.value import Value
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.recommendation import (
    CBT,
    INDIVIDUALIZED_EXERCISE,
    MOTOR_CONTROL,
    Recommendation,
)
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.prescribing.candidates import wishes_of
from physioplan.prescribing.choices import Choices
from physioplan.prescribing.contacts import contacts_for
from physioplan.prescribing.fill_phases import PhaseFiller
from physioplan.prescribing.slots import PHASES, PhasePlan, slots_for


class ProposedProgramme(Value):
    """A programme before anybody agreed to it. ``notes`` say what could not be filled, and why."""

    phases: tuple[Phase, ...]
    coping: tuple[CopingPart, ...] = ()
    contacts: tuple[Contact, ...] = ()
    components: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def phase(self, key: str) -> Phase:
        """The phase called ``key``. Raises KeyError."""
        for phase in self.phases:
            if phase.key == key:
                return phase
        raise KeyError(key)


def propose(
    recommendation: Recommendation,
    findings: ClinicalFindings,
    preferences: Preferences,
    library: ExerciseLibrary,
    choices: Choices | None = None,
) -> ProposedProgramme:
    """The proposed programme for the cards that are on.

    Outside the scope of the evidence all phases stay empty.
    """
    choices = choices or Choices()
    components = tuple(
        card.component
        for card in recommendation.suggestions
        if choices.includes(card.component, card.offered)
    )
    moves = INDIVIDUALIZED_EXERCISE in components or MOTOR_CONTROL in components
    wishes = wishes_of(findings, preferences)
    filler = PhaseFiller(library, wishes, preferences, slots_for(MOTOR_CONTROL in components))
    phases = filler.all_phases() if moves else tuple(_empty(plan) for plan in PHASES)
    return ProposedProgramme(
        phases=phases,
        coping=_coping(recommendation, choices) if CBT in components else (),
        contacts=contacts_for(recommendation.brief_care, findings.sbst_risk == "high") if components else (),
        components=components,
        notes=filler.notes,
    )


def _empty(plan: PhasePlan) -> Phase:
    return Phase(key=plan.key, first_week=plan.first_week, last_week=plan.last_week)


def _coping(recommendation: Recommendation, choices: Choices) -> tuple[CopingPart, ...]:
    """Chosen coping parts in the order they start.

    What only the clinician does has no line in the patient's week.
    """
    card = recommendation.suggestion(CBT)
    chosen = [
        part
        for part in (card.parts if card else ())
        if part.minutes > 0 and choices.includes(part.component, part.suggested)
    ]
    return tuple(
        CopingPart(component=part.component, first_week=part.first_week, last_week=part.last_week)
        for part in sorted(chosen, key=lambda part: (part.first_week, part.last_week, part.component))
    )
