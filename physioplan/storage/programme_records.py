"""Programme versions as rows: added, signed, loaded; never changed."""

from __future__ import annotations

from sqlmodel import Session

from physioplan.domain.programme import Programme
from physioplan.domain.signature import Signature
from physioplan.storage.assessment_records import signature_of
from physioplan.storage.errors import AlreadySaved, AppendOnly, NotFound
from physioplan.storage.plain_sql import rows_of, run
from physioplan.storage.stamps import from_stamp, to_stamp
from physioplan.storage.stored_value import from_json, to_json

_OWN_COLUMNS = frozenset(
    {"id", "episode_id", "version", "start", "evidence_edition", "agreed_on", "agreed_by", "recorded_at"}
    | {"supersedes", "change_reason", "signature"}
)

_ADD = (
    "INSERT INTO programme_version (id, episode_id, number, start_date, evidence_edition, "
    "agreed_on, agreed_by, "
    "recorded_at, supersedes_id, change_reason, signed_by, signed_at, programme) VALUES (:id, "
    ":episode_id, :number, "
    ":start_date, :evidence_edition, :agreed_on, :agreed_by, :recorded_at, :supersedes_id, :change_reason, "
    ":signed_by, :signed_at, :programme)"
)
_ALL = "SELECT * FROM programme_version WHERE episode_id = :id ORDER BY number"
_NUMBER = "SELECT coalesce(max(number), 0) FROM programme_version WHERE episode_id = :id"
_SIGN = "UPDATE programme_version SET signed_by = :by, signed_at = :at WHERE id = :id"


def keep_programme(session: Session, programme: Programme) -> None:
    """Add the next version of an episode's programme. Raises AlreadySaved when its number is taken."""
    signature = programme.signature
    if programme.version <= run(session, _NUMBER, {"id": programme.episode_id}).fetchone()[0]:
        raise AlreadySaved(thing="programme version", name=programme.version)
    run(
        session,
        _ADD,
        {
            "id": programme.id,
            "episode_id": programme.episode_id,
            "number": programme.version,
            "start_date": programme.start.isoformat(),
            "evidence_edition": programme.evidence_edition,
            "agreed_on": programme.agreed_on.isoformat(),
            "agreed_by": programme.agreed_by,
            "recorded_at": to_stamp(programme.recorded_at),
            "supersedes_id": programme.supersedes,
            "change_reason": programme.change_reason,
            "signed_by": signature.by if signature else None,
            "signed_at": to_stamp(signature.at) if signature else None,
            "programme": to_json(programme, but=_OWN_COLUMNS),
        },
    )


def sign_programme(session: Session, programme_id: str, signature: Signature) -> None:
    """Lock a version with a name and a moment. Raises AppendOnly when it is signed already, NotFound."""
    sql = "SELECT signed_at FROM programme_version WHERE id = :id"
    held = run(session, sql, {"id": programme_id}).fetchone()
    if held is None:
        raise NotFound(thing="programme")
    if held[0] is not None:
        raise AppendOnly(thing="signed programme")
    run(session, _SIGN, {"id": programme_id, "by": signature.by, "at": to_stamp(signature.at)})


def programmes_of(session: Session, episode_id: str) -> tuple[Programme, ...]:
    """Every version of an episode's programme, first to current."""
    return tuple(
        from_json(
            Programme,
            row["programme"],
            id=row["id"],
            episode_id=row["episode_id"],
            version=row["number"],
            start=row["start_date"],
            evidence_edition=row["evidence_edition"],
            agreed_on=row["agreed_on"],
            agreed_by=row["agreed_by"],
            recorded_at=from_stamp(row["recorded_at"]),
            supersedes=row["supersedes_id"],
            change_reason=row["change_reason"],
            signature=signature_of(row["signed_by"], row["signed_at"]),
        )
        for row in rows_of(session, _ALL, {"id": episode_id})
    )
