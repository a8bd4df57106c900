"""What a new edition of the evidence would change in a plan made with an older one. It changes none."""

from physioplan.domain.programme import Programme
from physioplan.domain.rationale import Rationale, StrengthOfRecommendation
from physioplan.domain.value import Value
from physioplan.evidence.recommendation import Recommendation, ReferOn


class EditionChange(Value):
    """One open plan under the new edition: what would be said otherwise.

    ``new`` and ``gone`` name cards, ``stronger`` and ``weaker`` cards whose firmness moves, ``rules_new`` and
    ``rules_gone`` the rules behind the cards in the plan.
    """

    programme: str
    from_edition: str
    to_edition: str
    refers_on: bool = False
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    stronger: tuple[str, ...] = ()
    weaker: tuple[str, ...] = ()
    rules_new: tuple[int, ...] = ()
    rules_gone: tuple[int, ...] = ()

    @property
    def says_something_else(self) -> bool:
        """True when anything a clinician would read differs."""
        moved = self.new or self.gone or self.stronger or self.weaker or self.rules_new or self.rules_gone
        return self.refers_on or bool(moved)


def edition_change(programme: Programme, answer: Recommendation | ReferOn) -> EditionChange:
    """Compare the rationale kept in ``programme`` with what the new edition answers for the same findings.

    Cards that were left out or added by choice are departures, not changes of the evidence: only a card whose
    offer itself moved is named.
    """
    change = EditionChange(
        programme=programme.id, from_edition=programme.evidence_edition, to_edition=answer.edition
    )
    if isinstance(answer, ReferOn):
        return change.amend(refers_on=True)
    kept = {rationale.component: rationale for rationale in programme.rationale}
    offered = {card.component: card.rationale for card in answer.suggestions if card.offered}
    left_by_choice = {departure.what for departure in programme.departures}
    both = [name for name in kept if name in offered]
    steps = {name: _firmness(offered[name]) - _firmness(kept[name]) for name in both}
    return change.amend(
        new=tuple(name for name in offered if name not in kept and name not in left_by_choice),
        gone=tuple(name for name in kept if name not in offered and name not in left_by_choice),
        stronger=tuple(name for name, step in steps.items() if step > 0),
        weaker=tuple(name for name, step in steps.items() if step < 0),
        rules_new=_rules(both, offered, kept),
        rules_gone=_rules(both, kept, offered),
    )


def _firmness(rationale: Rationale) -> int:
    return tuple(StrengthOfRecommendation).index(rationale.strength)


def _rules(names: list[str], these: dict[str, Rationale], others: dict[str, Rationale]) -> tuple[int, ...]:
    """Rule numbers behind ``these`` cards that are not behind the others."""
    found = {reason.rule for name in names for reason in these[name].reasons} - {
        reason.rule for name in names for reason in others[name].reasons
    }
    return tuple(sorted(found))
