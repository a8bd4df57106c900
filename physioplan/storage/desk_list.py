"""What one clinician had in hand: patients opened last, and forms begun and not finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from physioplan.storage.patient_list import PatientLine, lines_from
from physioplan.storage.stamps import from_stamp

_COLUMNS = (
    "p.id, p.record_number, p.given_name, p.family_name, p.birth_date, coalesce(p.responsible_clinician, '')"
)
_OPENED = (
    f"SELECT {_COLUMNS} FROM patient p JOIN (SELECT subject_id, max(seq) AS latest FROM audit "
    "WHERE subject_kind = 'patient' AND verb IN ('opened', 'added') AND who = ? GROUP BY subject_id) a "
    "ON a.subject_id = p.id WHERE p.removed_at IS NULL ORDER BY a.latest DESC LIMIT ?"
)
_BEGUN = (
    f"SELECT {_COLUMNS}, d.form, d.updated_at FROM draft d LEFT JOIN patient p ON p.id = d.patient_id "
    "WHERE d.clinician = ? AND p.removed_at IS NULL AND (p.id IS NOT NULL OR d.form = 'new_patient') "
    "ORDER BY d.updated_at DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class BegunForm:
    """A form kept half filled; ``patient`` is ``None`` for somebody not yet in the vault."""

    patient: PatientLine | None
    form: str
    kept_at: datetime


def opened_last(connection: Any, who: str, limit: int) -> tuple[PatientLine, ...]:
    """The patients ``who`` opened last, latest first; whoever is in the trash is left out."""
    return lines_from(connection.execute(_OPENED, (who, limit)))


def begun_forms(connection: Any, who: str, limit: int) -> tuple[BegunForm, ...]:
    """The forms ``who`` began and has not saved, latest first."""
    rows = connection.execute(_BEGUN, (who, limit)).fetchall()
    return tuple(
        BegunForm(lines_from([row[:6]])[0] if row[0] else None, row[6], from_stamp(row[7])) for row in rows
    )
