"""The choices behind an agreed programme, so that changing its exercises does not undo what was declined."""

from __future__ import annotations

from physioplan.domain.programme import DepartureKind, DepartureReason, Programme
from physioplan.evidence.recommendation import Recommendation
from physioplan.prescribing.choices import Choices, ComponentChoice, proposed_components


def agreed_choices(recommendation: Recommendation, programme: Programme) -> Choices:
    """Cards as they were agreed, with the reasons given then; coping parts that departed likewise."""
    proposed = proposed_components(recommendation)
    departed = {one.what: one for one in programme.departures}
    cards = {card.component for card in recommendation.suggestions}
    chosen = []
    for component, offered in proposed.items():
        departure = departed.get(component)
        if component in cards:
            included = component in programme.components
        elif departure is not None:
            included = departure.kind is DepartureKind.ADDED
        else:
            continue
        if included == offered:
            continue
        chosen.append(
            ComponentChoice(
                component=component,
                included=included,
                reason=departure.reason if departure else DepartureReason.CLINICAL_JUDGEMENT,
                words=departure.words if departure else "",
            )
        )
    return Choices(components=tuple(chosen))
