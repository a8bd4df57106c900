"""From findings to a recommendation, or to a reason to refer on: safety, then scope, then the cards.

Deterministic and pure: the same findings and the same edition give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from physioplan.domain.rationale import Rationale, StrengthOfRecommendation
from physioplan.domain.safety import Urgency
from physioplan.evidence.cbt_component import CbtComponent
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.findings_in_words import in_words
from physioplan.evidence.fire import findings_behind, fired, reason_of
from physioplan.evidence.observation import ABOUT_COPING
from physioplan.evidence.recommendation import (
    CBT,
    COMPONENTS,
    INDIVIDUALIZED_EXERCISE,
    MOTOR_CONTROL,
    PartSuggestion,
    Prompt,
    Recommendation,
    ReferOn,
    Scope,
    Suggestion,
    Withheld,
)
from physioplan.evidence.rule import Advice, DecisionRule, Moment
from physioplan.evidence.strength import CERTAINTY_IN_WORDS, LADDER, cap_of, raised
from physioplan.library.exercise import Category
from physioplan.library.exercise_library import ExerciseLibrary

_SPEAKS_FOR = {Advice.OFFER, Advice.LEAN_TO, Advice.RAISE}
_CARD_TEXT = {Advice.EXPECT, Advice.NOTE, Advice.OPTIONAL, Advice.DOSE_OF_CARE, Advice.START_WITH}
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
    applying = fired(book.rules_at(Moment.BASELINE), findings) if scope.applies else ()
    spoken = fired(book.rules_at(Moment.WORDS), findings)
    every = (*safety, *outside, *applying, *spoken)
    return Recommendation(
        edition=book.edition,
        scope=scope,
        suggestions=tuple(_card(name, applying, findings, book, cbt) for name in COMPONENTS)
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


# ---------------------------------------------------------------- cards


def _card(
    name: str,
    applying: tuple[DecisionRule, ...],
    findings: ClinicalFindings,
    book: EvidenceBook,
    cbt: Mapping[str, CbtComponent],
) -> Suggestion:
    mine = tuple(rule for rule in applying if rule.component == name)
    speaking = tuple(rule for rule in mine if rule.advice in _SPEAKS_FOR)
    missing = _missing(name, findings)
    strength, note = _strength(name, speaking)
    reasons = tuple(reason_of(r, findings) for r in mine if r.advice in _SPEAKS_FOR | _CARD_TEXT)
    return Suggestion(
        component=name,
        offered=any(_switches_on(rule) for rule in speaking) and not missing,
        missing=missing,
        rationale=Rationale(
            component=name,
            strength=strength,
            strength_note=note,
            reasons=reasons,
            effects=tuple(effect.id for effect in book.effects_of(name)),
        ),
        why=_why(name, speaking, findings),
        parts=_parts(mine, findings, cbt) if name == CBT else (),
        effects=book.effects_of(name),
        studies=book.studies_of(name),
    )


def _switches_on(rule: DecisionRule) -> bool:
    """A hint of one trial may put motor control among the options, but does not switch coping skills on."""
    return rule.advice is not Advice.LEAN_TO or rule.component == MOTOR_CONTROL


def _missing(name: str, findings: ClinicalFindings) -> tuple[str, ...]:
    """The steps of the baseline without which this card has nothing to go by."""
    missing = [] if findings.screen_complete else ["safety"]
    if name == INDIVIDUALIZED_EXERCISE and findings.pain_average is None:
        missing.append("pain")
    if name == MOTOR_CONTROL and findings.control_tests_positive is None and findings.lsiq is None:
        missing.append("movement")
    if name == CBT and findings.psychosocial_obstacle is None and not _has_other_ground_for_coping(findings):
        missing.append("psychosocial")
    return tuple(missing)


def _has_other_ground_for_coping(findings: ClinicalFindings) -> bool:
    return (
        findings.off_work or findings.first_approach_failed or not findings.noticed.isdisjoint(ABOUT_COPING)
    )


def _strength(name: str, speaking: tuple[DecisionRule, ...]) -> tuple[StrengthOfRecommendation, str]:
    """The firmest word allowed, and the line under the bars that says what holds it there."""
    consider = StrengthOfRecommendation.CONSIDER
    if name == MOTOR_CONTROL:
        return (
            consider,
            "Held at “consider”: named most promising in a report of the paper; no number available",
        )
    offering = tuple(rule for rule in speaking if rule.advice is Advice.OFFER)
    if name == CBT:
        raising = tuple(rule for rule in speaking if rule.advice is Advice.RAISE)
        strength, by = raised(consider, raising)
        if by is not None:
            return strength, "Raised by high risk, on other trials with small effects"
        return consider, "Held at “consider”: effect with exercise not pooled"
    if not offering:
        return consider, "No rule speaks for it"
    best = max(offering, key=lambda rule: LADDER.index(cap_of(rule)))
    strength = cap_of(best)
    return strength, f"Held at “{_WORDS[strength]}” by {CERTAINTY_IN_WORDS[best.certainty]}"


_WORDS = {
    StrengthOfRecommendation.CONSIDER: "consider",
    StrengthOfRecommendation.SUGGEST: "suggest",
    StrengthOfRecommendation.RECOMMEND: "recommend",
}


def _why(name: str, speaking: tuple[DecisionRule, ...], findings: ClinicalFindings) -> tuple[str, ...]:
    """Findings for the "Why" list, each once; no finding, no line."""
    lines = [line for rule in speaking for line in findings_behind(rule, findings)]
    if name == INDIVIDUALIZED_EXERCISE:
        shown = ("weeks_of_pain", "pain_average", "odi", "rmdq", "qbpds", "goals", "minutes_a_day")
        lines = [in_words(key, findings) for key in shown if getattr(findings, key)] + lines
        if findings.screen_complete:
            lines.append("No red flags that need action" if findings.most_urgent else "No red flags today")
    if name == MOTOR_CONTROL and findings.provoked_direction:
        lines.append(in_words("provoked_direction", findings))
    return tuple(dict.fromkeys(lines))


def _parts(
    rules: tuple[DecisionRule, ...], findings: ClinicalFindings, cbt: Mapping[str, CbtComponent]
) -> tuple[PartSuggestion, ...]:
    """Every coping part, suggested ones first, in the order they are taught."""
    parts = []
    for component in sorted(cbt.values(), key=lambda one: (one.order, one.id)):
        naming = [rule for rule in rules if component.id in rule.parts]
        lines = [line for rule in naming for line in findings_behind(rule, findings)]
        for trigger in component.triggers:
            if trigger.judge(findings) is True:
                lines += [in_words(name, findings) for name in trigger.told_by(findings)]
        parts.append(
            PartSuggestion(
                component=component.id,
                core=component.core,
                suggested=component.core or bool(lines),
                reasons=tuple(dict.fromkeys(lines)),
                rules=tuple(rule.number for rule in naming),
                first_week=component.first_week,
                last_week=component.last_week,
                minutes=component.minutes,
                worksheet=component.worksheet,
            )
        )
    return tuple(sorted(parts, key=lambda part: not part.suggested))


# ---------------------------------------------------------------- withheld


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
