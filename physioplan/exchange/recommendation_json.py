"""A recommendation, or a reason to refer on, as JSON for other programs; its keys are in README.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from physioplan.domain.citation import Citation
from physioplan.domain.effect import Effect
from physioplan.domain.rationale import Reason
from physioplan.domain.score import Score
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.findings import ClinicalFindings
from physioplan.evidence.recommendation import (
    PartSuggestion,
    Prompt,
    Recommendation,
    ReferOn,
    Suggestion,
    Withheld,
)
from physioplan.evidence.study import Study

FORMAT = 1
INTENDED_USE = (
    "Documentation and decision aid for qualified clinicians. Average effects are small. "
    "It does not diagnose, predict a person or decide."
)


def recommendation_json(
    answer: Recommendation | ReferOn,
    findings: ClinicalFindings,
    scores: Iterable[Score],
    book: EvidenceBook,
    plan_date: date,
) -> dict[str, Any]:
    """The whole answer as plain JSON values; names, birth date and other identifiers are not in it."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "answer": "refer_on" if isinstance(answer, ReferOn) else "recommendation",
        "plan_date": plan_date.isoformat(),
        "evidence_edition": answer.edition,
        "intended_use": INTENDED_USE,
        "findings": _findings(findings),
        "scores": [_score(score) for score in scores],
    }
    if isinstance(answer, ReferOn):
        return told | _referral(answer, book)
    return told | {
        "scope": {"applies": answer.scope.applies, "why_not": list(answer.scope.why_not)},
        "suggestions": [_suggestion(one, book) for one in answer.suggestions],
        "withheld": [_withheld(one) for one in answer.withheld],
        "prompts": [_prompt(one) for one in answer.prompts],
        "cautions": [_prompt(one) for one in answer.cautions],
        "brief_care": answer.brief_care,
        "rules_fired": list(answer.fired),
    }


def _referral(answer: ReferOn, book: EvidenceBook) -> dict[str, Any]:
    return {
        "urgency": str(answer.urgency),
        "flags": list(answer.flags),
        "stop_exercise": answer.stop_exercise,
        "reasons": [_reason(reason, book) for reason in answer.reasons],
        "prompts": [_prompt(one) for one in answer.prompts],
        "rules_fired": list(answer.fired),
    }


def _findings(findings: ClinicalFindings) -> dict[str, Any]:
    """Only what is known; sets as sorted lists."""
    known = {name: value for name, value in findings if value is not None}
    return {
        name: sorted(value)
        if isinstance(value, frozenset)
        else list(value)
        if isinstance(value, tuple)
        else value
        for name, value in known.items()
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "measure": score.measure,
        "version": score.version,
        "subscale": score.subscale,
        "value": score.value,
        "unit": score.unit,
        "band": score.band,
        "status": str(score.status),
        "answered": score.answered,
        "of": score.of,
    }


def _suggestion(one: Suggestion, book: EvidenceBook) -> dict[str, Any]:
    return {
        "component": one.component,
        "offered": one.offered,
        "missing": list(one.missing),
        "strength": str(one.rationale.strength),
        "strength_note": one.rationale.strength_note,
        "why": list(one.why),
        "reasons": [_reason(reason, book) for reason in one.rationale.reasons],
        "effects": [_effect(effect, book) for effect in one.effects],
        "studies": [_study(study, book.sources) for study in one.studies],
        "parts": [_part(part) for part in one.parts],
    }


def _reason(reason: Reason, book: EvidenceBook) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "sentence": reason.sentence,
        "findings": list(reason.findings),
        "classes": [str(each) for each in reason.classes],
        "certainty": str(reason.certainty),
        "verification": str(reason.verification),
        "sources": [_source(key, book.sources) for key in reason.sources],
    }


def _effect(effect: Effect, book: EvidenceBook) -> dict[str, Any]:
    return {
        "id": effect.id,
        "treatment": effect.treatment,
        "outcome": str(effect.outcome),
        "time": str(effect.time),
        "comparator": str(effect.comparator),
        "pooled": effect.pooled,
        "smd": effect.smd,
        "ci_low": effect.low,
        "ci_high": effect.high,
        "includes_no_effect": effect.includes_no_effect,
        "certainty": str(effect.certainty),
        "source": _source(effect.source, book.sources),
        "trials": effect.trials,
        "participants": effect.participants,
        "as_published": effect.as_published,
        "remark": book.remark_on(effect.id),
    }


def _study(study: Study, sources: Mapping[str, Citation]) -> dict[str, Any]:
    return {
        "id": study.id,
        "kind": study.kind,
        "bearing": str(study.bearing),
        "says": study.says,
        "verification": str(study.verification),
        "source": _source(study.source, sources),
        "results": [result.model_dump(mode="json") for result in study.results],
    }


def _source(key: str, sources: Mapping[str, Citation]) -> dict[str, Any]:
    citation = sources.get(key)
    if citation is None:
        return {"key": key, "short": key.replace("_", " "), "doi": ""}
    return {"key": key, "short": citation.short, "doi": citation.doi}


def _part(part: PartSuggestion) -> dict[str, Any]:
    return {
        "component": part.component,
        "core": part.core,
        "suggested": part.suggested,
        "reasons": list(part.reasons),
        "rules": list(part.rules),
        "first_week": part.first_week,
        "last_week": part.last_week,
    }


def _withheld(one: Withheld) -> dict[str, Any]:
    return {"exercise": one.what, "precaution": one.precaution, "why": one.why, "rule": one.rule}


def _prompt(one: Prompt) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "advice": str(one.advice),
        "sentence": one.sentence,
        "findings": list(one.findings),
        "urgency": one.urgency,
        "hidden_from_patient": one.hidden_from_patient,
    }
