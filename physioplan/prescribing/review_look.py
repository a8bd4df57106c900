"""Looks back with the rules at week 6, 12 weeks and 1 year.

Carry on, change, or look again at the diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterable

from physioplan.domain.outcome import OutcomeChange, Verdict
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.fire import findings_behind, fired
from physioplan.evidence.recommendation import Prompt
from physioplan.evidence.rule import Moment


def is_responder(changes: Iterable[OutcomeChange]) -> bool | None:
    """True when the change that matters was reached on any followed measure.

    ``None`` when none can be judged.
    """
    verdicts = [change.verdict for change in changes]
    if Verdict.REACHED in verdicts:
        return True
    judged = {Verdict.BELOW, Verdict.MAY_BE_ERROR, Verdict.UNCHANGED, Verdict.WORSE}
    return False if judged & set(verdicts) else None


def has_worsened(changes: Iterable[OutcomeChange]) -> bool | None:
    """True when any measure is worse by the change that matters; ``None`` when none can be judged."""
    verdicts = {change.verdict for change in changes}
    if Verdict.WORSE in verdicts:
        return True
    telling = {Verdict.REACHED, Verdict.BELOW, Verdict.MAY_BE_ERROR, Verdict.UNCHANGED}
    return False if telling & verdicts else None


def best_trend(changes: Iterable[OutcomeChange]) -> float | None:
    """The largest improvement in per cent of baseline; below zero when everything got worse."""
    told = [change.percent for change in changes if change.percent is not None]
    return max(told, default=None)


def review_prompts(findings: ClinicalFindings, book: EvidenceBook) -> tuple[Prompt, ...]:
    """The rules that speak at a look back, asked of findings made by ``review_findings``."""
    return tuple(
        Prompt(
            rule=rule.number,
            id=rule.id,
            advice=rule.advice,
            sentence=rule.sentence,
            findings=findings_behind(rule, findings),
            urgency=rule.urgency,
            component=rule.component,
        )
        for rule in fired(book.rules_at(Moment.REVIEW), findings)
    )
