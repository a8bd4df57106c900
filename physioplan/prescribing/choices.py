"""What clinician and patient choose from a recommendation, and which choices still need a reason."""

from typing import Self

from physioplan.domain.programme import Contact, CopingPart, Departure, DepartureKind, DepartureReason, Phase
from physioplan.domain.value import Value
from physioplan.evidence.recommendation import Recommendation


class ComponentChoice(Value):
    """One card or coping part switched on or off, with the reason where that departs from the suggestion."""

    component: str
    included: bool
    reason: DepartureReason | None = None
    words: str = ""


class Choices(Value):
    """Every decision on one plan. ``None`` for phases, coping or contacts means "as proposed".

    ``departures`` hold the reasons for changed exercises.
    """

    components: tuple[ComponentChoice, ...] = ()
    phases: tuple[Phase, ...] | None = None
    coping: tuple[CopingPart, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    departures: tuple[Departure, ...] = ()

    def choice(self, component: str) -> ComponentChoice | None:
        """The last word on ``component``, or ``None`` when nothing was decided."""
        return next((one for one in reversed(self.components) if one.component == component), None)

    def includes(self, component: str, proposed: bool) -> bool:
        """Whether ``component`` is in the plan; undecided means as proposed."""
        choice = self.choice(component)
        return proposed if choice is None else choice.included

    def with_choice(self, choice: ComponentChoice) -> Self:
        """The same choices with ``choice`` in place of an earlier one on the same component."""
        others = tuple(one for one in self.components if one.component != choice.component)
        return self.amend(components=(*others, choice))


def proposed_components(recommendation: Recommendation) -> dict[str, bool]:
    """Every card and coping part, with whether it is on at first.

    A part is on only where its card is offered.
    """
    proposed: dict[str, bool] = {}
    for card in recommendation.suggestions:
        proposed[card.component] = card.offered
        for part in card.parts:
            proposed[part.component] = card.offered and part.suggested
    return proposed


def component_departures(recommendation: Recommendation, choices: Choices) -> tuple[ComponentChoice, ...]:
    """The choices that differ from what was proposed.

    Parts of a card that was left out need no reason of their own.
    """
    proposed = proposed_components(recommendation)
    left_out = {
        part.component
        for card in recommendation.suggestions
        if not choices.includes(card.component, card.offered)
        for part in card.parts
    }
    return tuple(
        choice
        for choice in choices.components
        if choice.component in proposed
        and choice.included != proposed[choice.component]
        and choice.component not in left_out
    )


def open_reasons(recommendation: Recommendation, choices: Choices) -> tuple[str, ...]:
    """Components that depart from the proposal without a reason.

    The plan cannot be agreed while there are any.
    """
    return tuple(
        choice.component for choice in component_departures(recommendation, choices) if choice.reason is None
    )


def departures_of(recommendation: Recommendation, choices: Choices) -> tuple[Departure, ...]:
    """Every departure with its reason: components first, then exercises."""
    components = tuple(
        Departure(
            what=choice.component,
            kind=DepartureKind.ADDED if choice.included else DepartureKind.LEFT_OUT,
            reason=choice.reason,
            words=choice.words,
        )
        for choice in component_departures(recommendation, choices)
        if choice.reason is not None
    )
    return (*components, *choices.departures)
