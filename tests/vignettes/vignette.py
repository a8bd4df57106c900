"""Reads a vignette, puts the patient before the shipped evidence, and compares."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from physioplan.domain.preferences import Preferences
from physioplan.domain.safety import BloodPressure, FlagClearance
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.fire import fired
from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.evidence.rule import Moment
from physioplan.prescribing.propose import ProposedProgramme, propose
from tests.builders import (
    CLINICIAN,
    TODAY,
    a_baseline,
    a_library,
    a_patient,
    a_record,
    a_screen,
    an_episode,
    an_examination,
    answered,
    content,
    the_findings,
)

FOLDER = Path(__file__).parent
EVERYTHING = frozenset({"mat", "chair", "wall", "box", "bike", "dumbbell", "band"})
LOOKS = (Moment.PROGRAMME, Moment.SESSION, Moment.REVIEW, Moment.WORDS)

GIVEN = frozenset(
    {
        "age",
        "weeks_of_pain",
        "scores",
        "items",
        "flags",
        "cleared",
        "spa_signs",
        "precautions",
        "contraindications",
        "pressure",
        "asked",
        "movement",
        "episode",
        "goals",
        "likes",
        "dislikes",
        "equipment",
        "minutes",
        "noticed",
        "look",
    }
)
EXPECT = frozenset(
    {
        "fires",
        "silent",
        "refer_on",
        "stop",
        "scope",
        "offered",
        "not_offered",
        "missing",
        "strength",
        "parts",
        "not_parts",
        "withheld",
        "not_withheld",
        "proposed",
        "not_proposed",
        "slots_empty",
        "brief",
        "same_day",
    }
)


@dataclass(frozen=True)
class Vignette:
    """One case file entry."""

    file: str
    sentence: str
    given: dict[str, Any] = field(default_factory=dict)
    expect: dict[str, Any] = field(default_factory=dict)


def all_vignettes() -> tuple[Vignette, ...]:
    """Every entry of every file beside this one."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for raw in tomllib.loads(path.read_text(encoding="utf-8"))["vignette"]:
            unknown = (set(raw.get("given", {})) - GIVEN) | (set(raw["expect"]) - EXPECT)
            assert not unknown, f"{path.name}: {raw['sentence']}: unknown {sorted(unknown)}"
            found.append(Vignette(path.name, raw["sentence"], raw.get("given", {}), raw["expect"]))
    return tuple(found)


@dataclass(frozen=True)
class Told:
    """What the program said."""

    findings: ClinicalFindings
    answer: Recommendation | ReferOn
    fired: frozenset[int]
    programme: ProposedProgramme | None


def told_about(vignette: Vignette) -> Told:
    """Put the patient before the evidence."""
    given = vignette.given
    findings = the_findings(_record(given))
    if "look" in given:
        findings = findings.amend(**given["look"])
    answer = answered(findings)
    book = content().evidence
    fires = set(answer.fired)
    for moment in LOOKS:
        fires |= {rule.number for rule in fired(book.rules_at(moment), findings)}
    programme = None
    if isinstance(answer, Recommendation):
        programme = propose(answer, findings, _preferences(given), a_library())
    return Told(findings, answer, frozenset(fires), programme)


def _record(given: dict[str, Any]) -> Any:
    weeks = given.get("weeks_of_pain", 208)
    scores = {name: None if value == "none" else value for name, value in given.get("scores", {}).items()}
    baseline = a_baseline(
        screen=_screen(given),
        movement=an_examination(**given["movement"]) if "movement" in given else None,
        goals=given.get("goals", ["Lift my daughter"]),
        preferences=_preferences(given),
        noticed=given.get("noticed", ()),
        items=given.get("items"),
        **scores,
    )
    episode = an_episode(weeks_of_pain=None if weeks == "unknown" else weeks, **given.get("episode", {}))
    return a_record(baseline, patient=a_patient(age=given.get("age", 47)), episode=episode)


def _screen(given: dict[str, Any]) -> Any:
    changes: dict[str, Any] = {
        "spa_signs": frozenset(given.get("spa_signs", ())),
        "precautions": frozenset(given.get("precautions", ())),
        "contraindications": frozenset(given.get("contraindications", ())),
        "clearances": tuple(
            FlagClearance(flag=flag, by=CLINICIAN, day=TODAY, reason="Seen in hospital, excluded")
            for flag in given.get("cleared", ())
        ),
    }
    if "pressure" in given:
        systolic, diastolic = given["pressure"]
        changes["blood_pressure"] = BloodPressure(systolic=systolic, diastolic=diastolic)
    if given.get("asked") == "none":
        changes["groups_asked"] = frozenset()
    return a_screen(flags=given.get("flags", ()), **changes)


def _preferences(given: dict[str, Any]) -> Preferences:
    return Preferences(
        minutes_a_day=given.get("minutes", 30),
        equipment=frozenset(given.get("equipment", EVERYTHING)),
        likes=frozenset(given.get("likes", ())),
        dislikes=frozenset(given.get("dislikes", ())),
    )
