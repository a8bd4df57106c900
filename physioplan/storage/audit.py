"""Who did what to whom: lines that are only ever added, each vouching for the one before.

Inside one vault this is accountability, not enforcement: whoever holds the data key could rewrite the whole
chain. Printing the chain head with each backup is what makes a rewrite show.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from physioplan.storage.plain_sql import run
from physioplan.storage.stamps import from_stamp, to_stamp

START = "0" * 64

_LAST = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
_ADD = (
    "INSERT INTO audit (seq, at, who, verb, subject_kind, subject_id, detail, previous, hash) "
    "VALUES (:seq, :at, :who, :verb, :subject_kind, :subject_id, :detail, :previous, :hash)"
)
_ALL = "SELECT seq, at, who, verb, subject_kind, subject_id, detail, previous, hash FROM audit"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line. `detail` never holds clinical words: a language, a count, a version number."""

    seq: int
    at: datetime
    who: str
    verb: str
    subject_kind: str
    subject_id: str
    detail: str
    hash: str


def record(
    session: Session,
    *,
    at: datetime,
    who: str,
    verb: str,
    subject_kind: str = "vault",
    subject_id: str = "",
    detail: str = "",
) -> str:
    """Add a line inside the caller's write transaction; returns the new chain head (64 hexadecimal signs)."""
    last = run(session, _LAST).fetchone()
    seq, previous = (1, START) if last is None else (int(last[0]) + 1, str(last[1]))
    stamp = to_stamp(at)
    head = _hash(seq, stamp, who, verb, subject_kind, subject_id, detail, previous)
    run(
        session,
        _ADD,
        {
            "seq": seq, "at": stamp, "who": who, "verb": verb, "subject_kind": subject_kind,
            "subject_id": subject_id, "detail": detail, "previous": previous, "hash": head,
        },
    )  # fmt: skip
    return head


def chain_head(session: Session) -> str:
    """The hash of the newest line, to be printed with a backup."""
    last = run(session, _LAST).fetchone()
    return START if last is None else str(last[1])


def first_broken_line(session: Session) -> int | None:
    """The number of the first line that was changed, removed or put in later; None when the chain holds."""
    expected, previous = 1, START
    for row in session.execute(text(f"{_ALL} ORDER BY seq")):
        if row.seq != expected or row.previous != previous or row.hash != _hash(*row[:8]):
            return expected
        expected, previous = expected + 1, row.hash
    return None


def lines_about(session: Session, subject_id: str) -> tuple[AuditLine, ...]:
    """Every line about one patient, episode or document, oldest first."""
    rows = session.execute(text(f"{_ALL} WHERE subject_id = :id ORDER BY seq"), {"id": subject_id})
    return tuple(
        AuditLine(r.seq, from_stamp(r.at), r.who, r.verb, r.subject_kind, r.subject_id, r.detail, r.hash)
        for r in rows
    )


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
