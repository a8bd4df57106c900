"""Assessments and their scores as rows: added, signed, loaded; never changed."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlmodel import Session

from physioplan.domain.assessment import Assessment
from physioplan.domain.score import Score
from physioplan.domain.signature import Signature
from physioplan.storage.errors import AppendOnly, NotFound
from physioplan.storage.plain_sql import rows_of, run, run_for_each
from physioplan.storage.stamps import from_stamp, to_stamp
from physioplan.storage.stored_value import from_json, to_json

_OWN_COLUMNS = frozenset(
    {"id", "episode_id", "occasion", "day", "recorded_at", "by", "scores", "supersedes", "correction_reason"}
    | {"signature"}
)

_ADD = (
    "INSERT INTO assessment (id, episode_id, occasion, day, recorded_at, clinician, supersedes_id, "
    "correction_reason, signed_by, signed_at, answers) VALUES (:id, :episode_id, :occasion, :day, "
    ":recorded_at, "
    ":clinician, :supersedes_id, :correction_reason, :signed_by, :signed_at, :answers)"
)
_ADD_SCORE = (
    "INSERT INTO score (assessment_id, measure, subscale, place, episode_id, occasion, day, "
    "measure_version, value, "
    "unit, status, answered, of, band) VALUES (:assessment_id, :measure, :subscale, :place, "
    ":episode_id, :occasion, "
    ":day, :measure_version, :value, :unit, :status, :answered, :of, :band)"
)
_ALL = "SELECT * FROM assessment WHERE episode_id = :id ORDER BY recorded_at, rowid"
_ALL_SCORES = "SELECT * FROM score WHERE episode_id = :id ORDER BY assessment_id, place"
_SIGN = "UPDATE assessment SET signed_by = :by, signed_at = :at WHERE id = :id"


def keep_assessment(session: Session, assessment: Assessment) -> None:
    """Add an assessment with its scores. A correction names the one it supersedes, which stays."""
    stamp, signature = to_stamp(assessment.recorded_at), assessment.signature
    shared = {
        "episode_id": assessment.episode_id,
        "occasion": assessment.occasion.value,
        "day": assessment.day.isoformat(),
    }
    run(
        session,
        _ADD,
        {
            **shared,
            "id": assessment.id,
            "recorded_at": stamp,
            "clinician": assessment.by,
            "supersedes_id": assessment.supersedes,
            "correction_reason": assessment.correction_reason,
            "signed_by": signature.by if signature else None,
            "signed_at": to_stamp(signature.at) if signature else None,
            "answers": to_json(assessment, but=_OWN_COLUMNS),
        },
    )
    if assessment.scores:
        rows = [
            _score_row(assessment.id, place, score, shared) for place, score in enumerate(assessment.scores)
        ]
        run_for_each(session, _ADD_SCORE, rows)


def sign_assessment(session: Session, assessment_id: str, signature: Signature) -> None:
    """Lock an assessment with a name and a moment. Raises AppendOnly when it is signed already, NotFound."""
    held = run(session, "SELECT signed_at FROM assessment WHERE id = :id", {"id": assessment_id}).fetchone()
    if held is None:
        raise NotFound(thing="assessment")
    if held[0] is not None:
        raise AppendOnly(thing="signed assessment")
    run(session, _SIGN, {"id": assessment_id, "by": signature.by, "at": to_stamp(signature.at)})


def assessments_of(session: Session, episode_id: str) -> tuple[Assessment, ...]:
    """Every assessment of an episode in the order it was recorded, superseded ones included."""
    scores: defaultdict[str, list[Score]] = defaultdict(list)
    for row in rows_of(session, _ALL_SCORES, {"id": episode_id}):
        scores[row["assessment_id"]].append(_score(row))
    return tuple(_assessment(row, scores[row["id"]]) for row in rows_of(session, _ALL, {"id": episode_id}))


def _score_row(assessment_id: str, place: int, score: Score, shared: dict[str, str]) -> dict[str, object]:
    return {
        **shared,
        "assessment_id": assessment_id,
        "place": place,
        "measure": score.measure,
        "subscale": score.subscale,
        "measure_version": score.version,
        "value": score.value,
        "unit": score.unit,
        "status": score.status.value,
        "answered": score.answered,
        "of": score.of,
        "band": score.band,
    }


def _score(row: Any) -> Score:
    names = ("measure", "subscale", "value", "unit", "status", "answered", "of", "band")
    return Score.model_validate({"version": row["measure_version"], **{name: row[name] for name in names}})


def _assessment(row: Any, scores: list[Score]) -> Assessment:
    return from_json(
        Assessment,
        row["answers"],
        id=row["id"],
        episode_id=row["episode_id"],
        occasion=row["occasion"],
        day=row["day"],
        recorded_at=from_stamp(row["recorded_at"]),
        by=row["clinician"],
        scores=tuple(scores),
        supersedes=row["supersedes_id"],
        correction_reason=row["correction_reason"],
        signature=signature_of(row["signed_by"], row["signed_at"]),
    )


def signature_of(by: str | None, at: str | None) -> Signature | None:
    """The signature two columns hold, or None."""
    moment: datetime | None = from_stamp(at) if at else None
    return Signature(by=by, at=moment) if by is not None and moment is not None else None
