"""Looks at a programme with the rules.

One mode only, sessions too short or too few, home only, no hand-over call.
"""

from __future__ import annotations

from physioplan.domain.movement import Direction
from physioplan.domain.programme import Contact, Phase
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.fire import findings_behind, fired
from physioplan.evidence.recommendation import Prompt
from physioplan.evidence.rule import Moment
from physioplan.library.exercise import Category
from physioplan.library.exercise_library import ExerciseLibrary

_HAND_OVER_WEEKS = (4, 5)


def programme_findings(
    findings: ClinicalFindings,
    phases: tuple[Phase, ...],
    contacts: tuple[Contact, ...],
    library: ExerciseLibrary,
) -> ClinicalFindings:
    """``findings`` joined by what the programme of weeks 1 to 12 looks like.

    Minutes are those of the longest phase; an empty programme leaves everything unknown.
    """
    active = [phase for phase in phases if phase.items and phase.first_week <= 12]
    if not active:
        return findings
    return findings.amend(
        programme_categories=_categories(active, library),
        session_minutes=max(phase.minutes_a_day for phase in active),
        sessions_a_week=max(item.dose.days_a_week for phase in active for item in phase.items),
        supervised_contacts=sum(contact.kind == "visit" and contact.week <= 12 for contact in contacts),
        contact_at_handover=any(contact.week in _HAND_OVER_WEEKS for contact in contacts),
    )


def programme_prompts(findings: ClinicalFindings, book: EvidenceBook) -> tuple[Prompt, ...]:
    """The rules that speak about a programme, asked of findings made by :func:`programme_findings`."""
    return tuple(
        Prompt(
            rule=rule.number,
            id=rule.id,
            advice=rule.advice,
            sentence=rule.sentence,
            findings=findings_behind(rule, findings),
            component=rule.component,
        )
        for rule in fired(book.rules_at(Moment.PROGRAMME), findings)
    )


def _categories(phases: list[Phase], library: ExerciseLibrary) -> frozenset[str]:
    """Kinds of exercise; mobility into extension alone is told apart as repeated extension."""
    kinds = set()
    for phase in phases:
        for item in phase.items:
            exercise = library.get(item.exercise)
            if exercise is None:
                continue
            only_extension = set(exercise.direction) == {Direction.EXTENSION}
            repeated = exercise.category is Category.MOBILITY and only_extension
            kinds.add("repeated_extension" if repeated else exercise.category.value)
    return frozenset(kinds)
