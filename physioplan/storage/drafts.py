"""What was typed and not yet saved: kept as raw text in the vault, offered again, gone with the save."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from physioplan.storage.plain_sql import rows_of, run
from physioplan.storage.stamps import from_stamp, to_stamp

_KEEP = (
    "INSERT INTO draft (patient_id, form, format, raw, clinician, updated_at) "
    "VALUES (:patient_id, :form, :format, :raw, :clinician, :updated_at) "
    "ON CONFLICT (patient_id, form) DO UPDATE SET format = excluded.format, raw = excluded.raw, "
    "clinician = excluded.clinician, updated_at = excluded.updated_at"
)
_ONE = "SELECT * FROM draft WHERE patient_id = :patient_id AND form = :form"
_ALL = "SELECT * FROM draft ORDER BY updated_at DESC"
_DISCARD = "DELETE FROM draft WHERE patient_id = :patient_id AND form = :form"


@dataclass(frozen=True, slots=True)
class Draft:
    """Raw strings by field as they stood in the form; `format` is the form's own version of its fields."""

    patient_id: str | None
    form: str
    format: int
    raw: Mapping[str, str]
    clinician: str
    updated_at: datetime


def keep(
    session: Session,
    patient_id: str | None,
    form: str,
    format: int,
    raw: Mapping[str, str],
    *,
    clinician: str,
    at: datetime,
) -> None:
    """Keep the draft of one form for one patient (None.

    Somebody not yet in the vault), replacing the former.
    """
    held = json.dumps(dict(raw), ensure_ascii=False, separators=(",", ":"))
    run(
        session,
        _KEEP,
        {
            "patient_id": patient_id or "", "form": form, "format": format, "raw": held,
            "clinician": clinician, "updated_at": to_stamp(at),
        },
    )  # fmt: skip


def find(session: Session, patient_id: str | None, form: str) -> Draft | None:
    """The open draft of this form for this patient, or None."""
    rows = rows_of(session, _ONE, {"patient_id": patient_id or "", "form": form})
    return _draft(rows[0]) if rows else None


def all_open(session: Session) -> tuple[Draft, ...]:
    """Every open draft, latest first; to be offered after a crash or a lock."""
    return tuple(_draft(row) for row in rows_of(session, _ALL))


def discard(session: Session, patient_id: str | None, form: str) -> None:
    """Drop a draft: in the same `writing` block as the save that makes it superfluous.

    Or on the clinician's word.
    """
    run(session, _DISCARD, {"patient_id": patient_id or "", "form": form})


def _draft(row: Any) -> Draft:
    return Draft(
        row["patient_id"] or None,
        row["form"],
        row["format"],
        json.loads(row["raw"]),
        row["clinician"],
        from_stamp(row["updated_at"]),
    )
