"""The evidence files: complete, honest about what is missing, and told with every fault at once."""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest

from physioplan.domain.citation import Verification
from physioplan.domain.effect import CertaintyOfEvidence, Comparator, EffectTime
from physioplan.evidence.evidence_book import FILES, EvidenceFaults, parse_evidence
from tests.builders import ASSETS, content


def tables() -> dict[str, dict[str, Any]]:
    return {
        name: tomllib.loads((ASSETS / "evidence" / f"{name}.toml").read_text(encoding="utf-8"))
        for name in FILES
    }


def faults_after(change: Any) -> str:
    changed = copy.deepcopy(tables())
    change(changed)
    with pytest.raises(EvidenceFaults) as told:
        parse_evidence(changed)
    return str(told.value)


def test_the_edition_and_all_forty_five_rules_are_there() -> None:
    book = content().evidence
    assert book.edition == "2026-11"
    assert {rule.number for rule in book.rules} >= set(range(1, 46))


def test_the_effect_table_is_the_published_one() -> None:
    rows = {
        (e.outcome.value, e.time.value, e.comparator.value): (e.smd, e.low, e.high, e.certainty.value)
        for e in content().evidence.effects_of("individualized_exercise")
    }
    assert rows == {
        ("pain", "week_12", "active"): (-0.28, -0.42, -0.14, "low"),
        ("disability", "week_12", "active"): (-0.17, -0.31, -0.02, "very_low"),
        ("pain", "week_12", "passive"): (-0.40, -0.58, -0.22, "very_low"),
        ("disability", "week_12", "passive"): (-0.18, -0.22, 0.01, "low"),
        ("pain", "year_1", "passive"): (-0.14, -0.22, -0.07, "moderate"),
        ("disability", "year_1", "passive"): (-0.20, -0.30, -0.10, "moderate"),
        ("pain", "year_1", "active"): (None, None, None, "not_rated"),
        ("disability", "year_1", "active"): (None, None, None, "not_rated"),
    }


def test_what_the_abstract_does_not_say_is_nothing_and_never_zero() -> None:
    for effect in content().evidence.effects:
        assert effect.trials is None and effect.participants is None and effect.heterogeneity is None
    year = [
        e
        for e in content().evidence.effects
        if e.time is EffectTime.YEAR_1 and e.comparator is Comparator.ACTIVE
    ]
    assert len(year) == 2 and not any(e.pooled for e in year)


def test_only_the_row_whose_interval_touches_zero_includes_no_effect() -> None:
    assert [e.id for e in content().evidence.effects if e.includes_no_effect] == [
        "disability_week_12_passive"
    ]


def test_the_two_printed_oddities_are_kept_as_notes() -> None:
    odd = {e.id for e in content().evidence.effects if e.as_published}
    assert odd == {"disability_week_12_passive", "pain_with_psychological_parts"}


def test_neither_coping_skills_nor_motor_control_carry_a_pooled_number() -> None:
    book = content().evidence
    for effect in (*book.effects_of("cbt"), *book.effects_of("motor_control")):
        assert not effect.pooled
        assert effect.smd is None
        assert effect.certainty is CertaintyOfEvidence.NOT_RATED


def test_the_trials_against_stand_beside_the_cards() -> None:
    book = content().evidence
    assert {"lamb_2010", "hill_2011", "engel_2025"} <= {s.id for s in book.studies_of("cbt")}
    assert {"macedo_2012", "ferreira_2007"} <= {s.id for s in book.studies_of("motor_control")}
    against = {s.id for s in book.studies if s.bearing.value == "against"}
    assert {"engel_2025", "semrau_2021", "macedo_2012"} <= against


def test_the_84_per_cent_were_seen_in_the_press_only() -> None:
    seen = {n.percent: n.seen_in for n in content().evidence.press_numbers}
    assert seen == {38: "paper_to_check", 77: "paper_to_check", 84: "press_only"}


def test_each_doi_belongs_to_one_source_and_the_faulty_one_is_nowhere() -> None:
    dois = [source.doi for source in content().sources.values() if source.doi]
    assert len(dois) == len(set(dois))
    assert content().sources["fleckenstein_2022"].doi == "10.1016/j.jpain.2022.07.005"
    assert not any("10.10116" in doi for doi in dois)


def test_a_rule_with_an_unverified_or_consensus_ground_says_so() -> None:
    for rule in content().evidence.rules:
        if {c.value for c in rule.classes} == {"K"} and not rule.sources:
            assert rule.verification is Verification.CONSENSUS, rule.id


def test_a_misspelt_finding_is_told_with_file_and_key() -> None:
    def misspell(files: dict[str, Any]) -> None:
        rule = next(r for r in files["rules"]["rule"] if r["id"] == "low_confidence_in_coping")
        rule["when"]["finding"] = "psec"

    assert "rules.toml: rule[low_confidence_in_coping].when" in faults_after(misspell)


def test_all_faults_of_all_files_are_told_at_once() -> None:
    def spoil(files: dict[str, Any]) -> None:
        files["rules"]["rule"][0]["advice"] = "operate"
        files["rules"]["rule"][5]["sources"] = ["nobody_1999"]
        files["effects"]["effect"][0].pop("smd")
        files["effects"]["effect"][6]["smd"] = 0.0
        files["sources"]["source"].append(dict(files["sources"]["source"][0]))
        files["rules"].pop("edition")
        files["sentences"]["forbidden"][0]["pattern"] = "("

    told = faults_after(spoil)
    for said in (
        "advice",
        "nobody_1999",
        "needs smd, low and high",
        "carries no number",
        "used twice",
        "edition is missing",
        "not a regular expression",
    ):
        assert said in told


def test_a_missing_file_is_named() -> None:
    assert "studies.toml" in faults_after(lambda files: files.pop("studies"))


def test_two_rules_cannot_share_a_number() -> None:
    def double(files: dict[str, Any]) -> None:
        files["rules"]["rule"][1]["number"] = 1

    assert "two rules have this number" in faults_after(double)


def test_every_honest_sentence_speaks_to_both_readers_in_both_languages() -> None:
    for sentence in content().evidence.sentences:
        for language in ("en", "de"):
            assert sentence.clinician.get(language) and sentence.patient.get(language), sentence.id
