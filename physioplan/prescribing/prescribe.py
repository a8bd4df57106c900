"""From choices to an agreed programme.

An immutable version that carries its reasons and its evidence edition.
"""

from datetime import date, datetime

from physioplan.domain.programme import Programme
from physioplan.domain.value import Value
from physioplan.evidence.recommendation import Recommendation
from physioplan.prescribing.choices import Choices, departures_of, open_reasons
from physioplan.prescribing.propose import ProposedProgramme


class OpenReasons(Exception):
    """Something departs from the proposal and nobody said why."""

    def __init__(self, components: tuple[str, ...]) -> None:
        self.components = components
        names = ", ".join(name.replace("_", " ") for name in components)
        super().__init__(f"Give a reason for each departure before the plan is agreed. Missing: {names}.")


class Authorship(Value):
    """What only the outside knows: identity, the episode, who agrees, and the moment in UTC."""

    id: str
    episode_id: str
    by: str
    recorded_at: datetime


def prescribe(
    recommendation: Recommendation,
    proposed: ProposedProgramme,
    choices: Choices,
    today: date,
    *,
    identity: Authorship,
    earlier: Programme | None = None,
    change_reason: str = "",
) -> Programme:
    """Agree the plan. The first version starts ``today``; later ones keep the start and name the one before.

    Raises OpenReasons while a departure lacks its reason.
    """
    missing = open_reasons(recommendation, choices)
    if missing:
        raise OpenReasons(missing)
    included = tuple(
        card for card in recommendation.suggestions if choices.includes(card.component, card.offered)
    )
    return Programme(
        id=identity.id,
        episode_id=identity.episode_id,
        version=1 if earlier is None else earlier.version + 1,
        start=today if earlier is None else earlier.start,
        phases=proposed.phases if choices.phases is None else choices.phases,
        coping=proposed.coping if choices.coping is None else choices.coping,
        contacts=proposed.contacts if choices.contacts is None else choices.contacts,
        components=tuple(card.component for card in included),
        rationale=tuple(card.rationale for card in included),
        departures=departures_of(recommendation, choices),
        evidence_edition=recommendation.edition,
        agreed_on=today,
        agreed_by=identity.by,
        recorded_at=identity.recorded_at,
        supersedes=earlier.id if earlier is not None else None,
        change_reason=change_reason,
    )
