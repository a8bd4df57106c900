"""The exact papers handed out, kept byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from physioplan.storage.errors import NotFound
from physioplan.storage.stamps import from_stamp, to_stamp

_ADD = text(
    "INSERT INTO handout (id, episode_id, programme_version_id, kind, language, printed_at, "
    "printed_by, sha256, pdf) "
    "VALUES (:id, :episode_id, :programme_version_id, :kind, :language, :printed_at, :printed_by, "
    ":sha256, :pdf)"
)
_ALL = text(
    "SELECT id, episode_id, programme_version_id, kind, language, printed_at, printed_by, sha256, "
    "length(pdf) AS size "
    "FROM handout WHERE episode_id = :id ORDER BY printed_at, rowid"
)
_PDF = text("SELECT pdf FROM handout WHERE id = :id")


@dataclass(frozen=True, slots=True)
class Handout:
    """A paper that was printed or saved for a patient.

    What kind, in which language, when, by whom, and its hash.
    """

    id: str
    episode_id: str
    programme_id: str | None
    kind: str
    language: str
    printed_at: datetime
    printed_by: str
    sha256: str
    size: int


def keep_handout(
    session: Session,
    pdf: bytes,
    *,
    id: str,
    episode_id: str,
    programme_id: str | None,
    kind: str,
    language: str,
    at: datetime,
    by: str,
) -> Handout:
    """Keep the bytes that were handed out."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    session.execute(
        _ADD,
        {
            "id": id, "episode_id": episode_id, "programme_version_id": programme_id, "kind": kind,
            "language": language, "printed_at": to_stamp(at), "printed_by": by, "sha256": sha256, "pdf": pdf,
        },
    )  # fmt: skip
    return Handout(id, episode_id, programme_id, kind, language, at, by, sha256, len(pdf))


def handouts_of(session: Session, episode_id: str) -> tuple[Handout, ...]:
    """Every paper of an episode, oldest first, without its bytes."""
    return tuple(_handout(row) for row in session.execute(_ALL, {"id": episode_id}).mappings())


def handout_pdf(session: Session, handout_id: str) -> bytes:
    """The bytes of one paper. Raises NotFound."""
    row = session.execute(_PDF, {"id": handout_id}).first()
    if row is None:
        raise NotFound(thing="handout")
    return bytes(row[0])


def _handout(row: Any) -> Handout:
    return Handout(
        row["id"],
        row["episode_id"],
        row["programme_version_id"],
        row["kind"],
        row["language"],
        from_stamp(row["printed_at"]),
        row["printed_by"],
        row["sha256"],
        row["size"],
    )
