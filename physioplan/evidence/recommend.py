"""From findings to a recommendation, or to a reason to refer on: safety, then scope, then the cards.

Deterministic and pure: the same findings and the same edition give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from physioplan.domain.safety import Urgency
from physioplan.evidence.card import suggestion_for
from physioplan.evidence.cbt_component import CbtComponent
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.fire import findings_behind, fired, reason_of
from physioplan.evidence.recommendation import (
    COMPONENTS,
    Prompt,
    Recommendation,
    ReferOn,
    Scope,
    Withheld,
)
from physioplan.evidence.rule import Advice, DecisionRule, Moment
from physioplan.library.exercise import Category
from physioplan.library.exercise_library import ExerciseLibrary

_BLOCKING = {"emergency": Urgency.EMERGENCY, "urgent": Urgency.URGENT}


def recommend(
    findings: ClinicalFindings,
    book: EvidenceBook,
    library: ExerciseLibrary,
    cbt: Mapping[str, CbtComponent],
) -> Recommendation | ReferOn:
    """Ask all rules that a baseline can answer.

    An open emergency or urgent flag, or a reason to stop all exercise, gives :class:`ReferOn`. A flag
    that locks nothing (thoughts of self-harm, suspected abuse, inflammatory signs) becomes a prompt
    beside the cards.
    """
    safety = fired(book.rules_at(Moment.SAFETY), findings)
    blocking = [rule for rule in safety if rule.urgency in _BLOCKING]
    safety_prompts = tuple(_prompt(rule, findings) for rule in safety if rule not in blocking)
    if blocking:
        return _refer_on(blocking, safety_prompts, safety, findings, book)
    outside = fired(book.rules_at(Moment.SCOPE), findings)
    scope = _scope(outside, findings)
    caring = fired(book.rules_at(Moment.CARE), findings)
    applying = fired(book.rules_at(Moment.BASELINE), findings) if scope.applies else ()
    applying = tuple(sorted((*caring, *applying), key=lambda rule: rule.number))
    spoken = fired(book.rules_at(Moment.WORDS), findings)
    every = (*safety, *outside, *applying, *spoken)
    return Recommendation(
        edition=book.edition,
        scope=scope,
        suggestions=tuple(suggestion_for(name, applying, findings, book, cbt) for name in COMPONENTS)
        if scope.applies
        else (),
        withheld=_withheld(findings, library, every),
        prompts=safety_prompts + tuple(_prompt(r, findings) for r in applying if _is_prompt(r)),
        cautions=tuple(_prompt(r, findings) for r in (*applying, *spoken) if r.advice is Advice.DECLINE),
        fired=tuple(sorted(rule.number for rule in every)),
        brief_care=any(r.advice is Advice.DOSE_OF_CARE and "brief" in r.parts for r in applying),
        prefer_directions=next((r.parts for r in applying if r.advice is Advice.START_WITH), ()),
    )


def _is_prompt(rule: DecisionRule) -> bool:
    return rule.advice in {Advice.PROMPT, Advice.REFER_ON, Advice.WITHHOLD, Advice.SCHEDULE, Advice.REVIEW}


def _prompt(rule: DecisionRule, findings: ClinicalFindings) -> Prompt:
    return Prompt(
        rule=rule.number,
        id=rule.id,
        advice=rule.advice,
        sentence=rule.sentence,
        findings=findings_behind(rule, findings),
        urgency=rule.urgency,
        component=rule.component,
        hidden_from_patient=rule.urgency == "same_day",
    )


def _refer_on(
    blocking: list[DecisionRule],
    prompts: tuple[Prompt, ...],
    safety: tuple[DecisionRule, ...],
    findings: ClinicalFindings,
    book: EvidenceBook,
) -> ReferOn:
    ladder = tuple(Urgency)
    return ReferOn(
        edition=book.edition,
        flags=tuple(sorted(findings.emergency_flags)) + tuple(sorted(findings.urgent_flags)),
        urgency=min((_BLOCKING[rule.urgency] for rule in blocking), key=ladder.index),
        reasons=tuple(reason_of(rule, findings) for rule in blocking),
        prompts=prompts,
        stop_exercise=any(rule.advice is Advice.STOP for rule in blocking),
        fired=tuple(sorted(rule.number for rule in safety)),
    )


def _scope(outside: Iterable[DecisionRule], findings: ClinicalFindings) -> Scope:
    """Outside the trials, and why; an unknown duration keeps the gate shut until it is asked."""
    why = [line for rule in outside for line in findings_behind(rule, findings)]
    if not why and findings.weeks_of_pain is None:
        why.append("How long the pain has lasted is not recorded yet")
    return Scope(applies=not why, why_not=tuple(why))


def _withheld(
    findings: ClinicalFindings, library: ExerciseLibrary, fired_rules: Iterable[DecisionRule]
) -> tuple[Withheld, ...]:
    """Exercises a precaution or contraindication speaks against, with the rule that names it."""
    by_part = {part: rule for rule in fired_rules if rule.advice is Advice.WITHHOLD for part in rule.parts}
    found = []
    for exercise in library:
        for code in sorted(exercise.precautions & findings.withholding):
            rule = by_part.get(code)
            found.append(
                Withheld(
                    what=exercise.id,
                    precaution=code,
                    why=rule.sentence if rule else f"Precaution: {code.replace('_', ' ')}.",
                    rule=rule.number if rule else None,
                )
            )
        if findings.resistance_stopped and exercise.category is Category.STRENGTH:
            found.append(
                Withheld(what=exercise.id, precaution="no_resistance", why="No strength training for now.")
            )
    return tuple(found)
