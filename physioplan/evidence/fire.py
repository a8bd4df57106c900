"""Asks the rules of one moment: which of them fire on these findings, and because of which."""

from __future__ import annotations

from collections.abc import Iterable

from physioplan.domain.rationale import Reason
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.findings_in_words import in_words
from physioplan.evidence.rule import DecisionRule


def fires(rule: DecisionRule, findings: ClinicalFindings) -> bool:
    """True when the condition holds on what is known."""
    return rule.always or (rule.when is not None and rule.when.judge(findings) is True)


def fired(rules: Iterable[DecisionRule], findings: ClinicalFindings) -> tuple[DecisionRule, ...]:
    """Those of ``rules`` that fire, in their order."""
    return tuple(rule for rule in rules if fires(rule, findings))


def findings_behind(rule: DecisionRule, findings: ClinicalFindings) -> tuple[str, ...]:
    """The findings that made ``rule`` fire, in plain words, each once."""
    names = rule.when.told_by(findings) if rule.when is not None else ()
    return tuple(dict.fromkeys(in_words(name, findings) for name in names))


def reason_of(rule: DecisionRule, findings: ClinicalFindings) -> Reason:
    """The rule as it is copied into a plan."""
    return Reason(
        rule=rule.number,
        sentence=rule.sentence,
        findings=findings_behind(rule, findings),
        classes=rule.classes,
        certainty=rule.certainty,
        sources=rule.sources,
        verification=rule.verification,
    )
