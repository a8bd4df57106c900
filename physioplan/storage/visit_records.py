"""Visits as rows: added and loaded; a correction names the one it supersedes."""

from __future__ import annotations

from sqlmodel import Session

from physioplan.domain.visit import Visit
from physioplan.storage.plain_sql import rows_of, run
from physioplan.storage.stamps import from_stamp, to_stamp
from physioplan.storage.stored_value import from_json, to_json

_OWN_COLUMNS = frozenset({"id", "episode_id", "day", "recorded_at", "by", "supersedes", "correction_reason"})

_ADD = (
    "INSERT INTO visit (id, episode_id, day, recorded_at, clinician, supersedes_id, "
    "correction_reason, visit) "
    "VALUES (:id, :episode_id, :day, :recorded_at, :clinician, :supersedes_id, :correction_reason, :visit)"
)
_ALL = "SELECT * FROM visit WHERE episode_id = :id ORDER BY recorded_at, rowid"


def keep_visit(session: Session, visit: Visit) -> None:
    """Add a visit."""
    run(
        session,
        _ADD,
        {
            "id": visit.id,
            "episode_id": visit.episode_id,
            "day": visit.day.isoformat(),
            "recorded_at": to_stamp(visit.recorded_at),
            "clinician": visit.by,
            "supersedes_id": visit.supersedes,
            "correction_reason": visit.correction_reason,
            "visit": to_json(visit, but=_OWN_COLUMNS),
        },
    )


def visits_of(session: Session, episode_id: str) -> tuple[Visit, ...]:
    """Every visit of an episode in the order it was recorded, superseded ones included."""
    return tuple(
        from_json(
            Visit,
            row["visit"],
            id=row["id"],
            episode_id=row["episode_id"],
            day=row["day"],
            recorded_at=from_stamp(row["recorded_at"]),
            by=row["clinician"],
            supersedes=row["supersedes_id"],
            correction_reason=row["correction_reason"],
        )
        for row in rows_of(session, _ALL, {"id": episode_id})
    )
