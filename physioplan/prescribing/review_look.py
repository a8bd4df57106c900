"""Looks back with the rules at week 6, 12 weeks and 1 year.

Carry on, change, or look again at the diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.outcome import OutcomeChange, Verdict
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.findings import review_findings
from physioplan.evidence.fire import findings_behind, fired
from physioplan.evidence.recommendation import Prompt
from physioplan.evidence.rule import Moment
from physioplan.prescribing.adherence import latest_of_each_week, summary_of


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


def look_back(
    findings: ClinicalFindings,
    record: EpisodeRecord,
    changes: Iterable[OutcomeChange],
    today: date,
    review: Occasion | None = None,
) -> ClinicalFindings:
    """``findings`` joined by the programme week, the diary of all visits and what the changes come to.

    ``review`` names the review that is being recorded; ``None`` at a visit such as the week-6 look.
    """
    compared = tuple(changes)
    diary = summary_of(latest_of_each_week(*(visit.diary for visit in record.visits)))
    return review_findings(
        findings,
        review=review,
        programme_week=record.programme.week_on(today) if record.programme else None,
        adherence_percent=diary.percent,
        best_trend_percent=best_trend(compared),
        responder=is_responder(compared),
        worsened=has_worsened(compared),
        later=record.assessment(review) if review else None,
    )


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
