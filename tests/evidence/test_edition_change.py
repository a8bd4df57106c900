"""A new edition says which open plans it would change, and changes none."""

from __future__ import annotations

import dataclasses

from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Programme
from physioplan.domain.safety import Urgency
from physioplan.evidence.edition_change import edition_change
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.recommend import recommend
from physioplan.evidence.recommendation import ReferOn
from physioplan.prescribing.choices import Choices
from physioplan.prescribing.prescribe import Authorship, prescribe
from physioplan.prescribing.propose import propose
from tests.builders import CLINICIAN, TODAY, a_library, at_noon, content, recommended, some_findings

FOUND = some_findings(sbst_risk="high", sbst_total=7, psychosocial_obstacle=True)


def a_plan() -> Programme:
    answer = recommended(FOUND)
    proposal = propose(answer, FOUND, Preferences(), a_library())
    author = Authorship(id="plan", episode_id="episode", by=CLINICIAN, recorded_at=at_noon())
    return prescribe(answer, proposal, Choices(), TODAY, identity=author)


def a_newer_edition(without_rule: int | None = None) -> EvidenceBook:
    book = content().evidence
    rules = tuple(rule for rule in book.rules if rule.number != without_rule)
    return dataclasses.replace(book, edition="2027-03", rules=rules)


def test_an_edition_that_says_the_same_changes_nothing() -> None:
    change = edition_change(a_plan(), recommend(FOUND, a_newer_edition(), a_library(), content().cbt))
    assert (change.from_edition, change.to_edition) == ("2026-11", "2027-03")
    assert not change.says_something_else


def test_a_rule_that_fell_away_is_named_with_the_card_it_weakens() -> None:
    change = edition_change(a_plan(), recommend(FOUND, a_newer_edition(21), a_library(), content().cbt))
    assert change.rules_gone == (21,)
    assert change.weaker == ("cbt",)
    assert change.says_something_else


def test_a_referral_under_the_new_edition_is_said_first() -> None:
    answer = ReferOn(edition="2027-03", flags=("fever",), urgency=Urgency.EMERGENCY, reasons=())
    assert edition_change(a_plan(), answer).refers_on
