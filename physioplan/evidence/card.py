"""One card of the recommendation: whether it is offered, how firmly, for which findings, with which parts."""

from __future__ import annotations

from collections.abc import Mapping

from physioplan.domain.rationale import Rationale, StrengthOfRecommendation
from physioplan.evidence.cbt_component import CbtComponent
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.findings_in_words import in_words
from physioplan.evidence.fire import findings_behind, reason_of
from physioplan.evidence.observation import ABOUT_COPING
from physioplan.evidence.recommendation import (
    CBT,
    INDIVIDUALIZED_EXERCISE,
    MOTOR_CONTROL,
    PartSuggestion,
    Suggestion,
)
from physioplan.evidence.rule import Advice, DecisionRule
from physioplan.evidence.strength import CERTAINTY_IN_WORDS, LADDER, cap_of, raised

_SPEAKS_FOR = {Advice.OFFER, Advice.LEAN_TO, Advice.RAISE}
_CARD_TEXT = {Advice.EXPECT, Advice.NOTE, Advice.OPTIONAL, Advice.DOSE_OF_CARE, Advice.START_WITH}


def suggestion_for(
    name: str,
    applying: tuple[DecisionRule, ...],
    findings: ClinicalFindings,
    book: EvidenceBook,
    cbt: Mapping[str, CbtComponent],
) -> Suggestion:
    """The card called ``name`` from the rules that apply; ``missing`` steps keep it from being offered."""
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
