"""The one way a record is truly removed: everything of one patient, leaving a tombstone without a name.

The law gives patients and retention rules this right; `append_only` leaves the door for it. Audit lines stay:
they hold ids and never clinical words.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from physioplan.storage.plain_sql import run
from physioplan.storage.stamps import to_stamp

_EPISODES = "episode_id IN (SELECT id FROM episode WHERE patient_id = :id)"
_IN_ORDER = (
    "DELETE FROM draft WHERE patient_id = :id",
    "DELETE FROM patient_word WHERE patient_id = :id",
    f"DELETE FROM handout WHERE {_EPISODES}",
    f"DELETE FROM contact WHERE {_EPISODES}",
    f"DELETE FROM follow_up_window WHERE {_EPISODES}",
    f"DELETE FROM score WHERE {_EPISODES}",
)
# These may name one another (a correction and what it supersedes).
_CHAINED = ("programme_version", "visit", "assessment")


def erase_patient(session: Session, patient_id: str, *, who: str, reason: str, at: datetime) -> int:
    """Delete everything of one patient in this transaction; returns how many rows went.

    An unknown id is no fault, so that a restore may erase again.
    `reason` is one of the clinic's own (retention over, asked for by the patient) and never names anybody.
    """
    values = {"id": patient_id}
    run(session, "INSERT OR IGNORE INTO erasing (patient_id) VALUES (:id)", values)
    # References within a table are checked at the end, when all of them are gone.
    run(session, "PRAGMA defer_foreign_keys = ON")
    gone = sum(run(session, sql, values).rowcount for sql in _IN_ORDER)
    gone += sum(run(session, f"DELETE FROM {table} WHERE {_EPISODES}", values).rowcount for table in _CHAINED)
    gone += run(session, "DELETE FROM episode WHERE patient_id = :id", values).rowcount
    gone += run(session, "DELETE FROM patient WHERE id = :id", values).rowcount
    run(session, "DELETE FROM erasing WHERE patient_id = :id", values)
    run(
        session,
        "INSERT OR IGNORE INTO erasure (patient_id, at, who, reason) VALUES (:id, :at, :who, :reason)",
        {**values, "at": to_stamp(at), "who": who, "reason": reason},
    )
    return int(gone)
