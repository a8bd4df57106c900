"""From a case file to what the evidence says about this person: load, ask. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.known_names import COMPONENTS, EQUIPMENT
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.evidence.findings import ClinicalFindings, findings_of
from physioplan.evidence.recommend import recommend
from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.exchange.case_file import CaseFile
from physioplan.exchange.case_names import CaseNames
from physioplan.exchange.case_reading import read_case
from physioplan.exchange.case_record import record_of
from physioplan.exchange.case_source import read_case_text
from physioplan.library.exercise import Category
from physioplan.measures.safety_verdict import SafetyVerdict, verdict_of
from physioplan.services.encounter_form import self_harm_answer


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """One case with everything that follows from it on its plan date."""

    case: CaseFile
    record: EpisodeRecord
    verdict: SafetyVerdict
    findings: ClinicalFindings
    answer: Recommendation | ReferOn


def load_case(path: Path, content: ClinicalContent, today: date) -> CaseFile:
    """The checked case at ``path``. Raises CaseFaults with every fault; no date may lie after ``today``."""
    return read_case(read_case_text(path), names_of(content), today)


def ask(case: CaseFile, content: ClinicalContent) -> CaseAnswer:
    """Score, find, recommend, as of the plan date."""
    groups = frozenset(str(group) for group in content.safety.groups)
    record = record_of(case, groups, content.measures)
    screen = record.latest_safety
    assert screen is not None  # record_of always makes one
    answers = record.baseline.responses if record.baseline else ()
    verdict = verdict_of(screen, content.safety, self_harm_answer(answers))
    findings = findings_of(record, verdict, case.plan_date)
    answer = recommend(findings, content.evidence, content.library, content.cbt)
    return CaseAnswer(case=case, record=record, verdict=verdict, findings=findings, answer=answer)


def names_of(content: ClinicalContent) -> CaseNames:
    """The ids a case file may use with this content."""
    safety = content.safety
    return CaseNames(
        measures=content.measures,
        groups=frozenset(str(group) for group in safety.groups),
        flags={flag.id: str(flag.group) for flag in safety.flags},
        spa_signs=frozenset(sign.id for sign in safety.spondyloarthritis.signs),
        precautions=frozenset(one.id for one in safety.precautions),
        contraindications=frozenset(one.id for one in safety.contraindications),
        tests=frozenset(content.movement_tests),
        equipment=EQUIPMENT,
        exercises=frozenset(exercise.id for exercise in content.library),
        categories=frozenset(str(category) for category in Category),
        components=COMPONENTS | frozenset(content.cbt),
        opens_signs=frozenset(flag.id for flag in safety.flags if flag.opens_signs),
    )
