"""The patient list and its search, in raw SQL.

Each key press has five milliseconds at ten thousand patients.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from physioplan.storage.folding import words_of

_LINE = (
    "SELECT p.id, p.record_number, p.given_name, p.family_name, p.birth_date, p.responsible_clinician "
    "FROM patient p"
)


@dataclass(frozen=True, slots=True)
class PatientLine:
    """One line of the list."""

    id: str
    record_number: str
    given_name: str
    family_name: str
    birth_date: date
    responsible_clinician: str


def page_of_patients(connection: Any, *, offset: int = 0, limit: int = 100) -> tuple[PatientLine, ...]:
    """Patients in order of family and given name; whoever is in the trash is left out."""
    sql = f"{_LINE} WHERE p.removed_at IS NULL ORDER BY p.sort_name, p.id LIMIT ? OFFSET ?"
    return _lines(connection.execute(sql, (limit, offset)))


def find_patients(connection: Any, typed: str, *, limit: int = 50) -> tuple[PatientLine, ...]:
    """Patients whose names or record number hold, for every typed word, a word that begins with it.

    Accents, case and the spelling of `ł ø ß đ` do not matter. A date of birth typed as `1980-05-17`,
    `17.05.1980` or `17/05/1980` finds by birth date. Nothing typed gives the first page.
    """
    born = _as_birth_date(typed)
    if born:
        sql = f"{_LINE} WHERE p.birth_date = ? AND p.removed_at IS NULL ORDER BY p.sort_name LIMIT ?"
        return _lines(connection.execute(sql, (born, limit)))
    words = words_of(typed)
    if not words:
        return page_of_patients(connection, limit=limit)
    # The longest word narrows most; each further one only confirms.
    first, *others = sorted(words, key=len, reverse=True)
    confirm = "".join(
        " AND EXISTS (SELECT 1 FROM patient_word o WHERE o.patient_id = p.id AND o.word >= ? AND o.word < ?)"
        for _ in others
    )
    if len(first) <= 2:
        # So many match that walking the list in its order finds the first fifty soonest.
        return _lines(connection.execute(_walking(confirm), (*_bounds((first, *others)), limit)))
    return _lines(connection.execute(_narrowing(confirm), (*_bounds((first, *others)), limit)))


def _narrowing(confirm: str) -> str:
    return (
        f"{_LINE} WHERE p.id IN (SELECT w.patient_id FROM patient_word w WHERE w.word >= ? AND w.word < ?)"
        f"{confirm} AND p.removed_at IS NULL ORDER BY p.sort_name, p.id LIMIT ?"
    )


def _walking(confirm: str) -> str:
    return (
        f"{_LINE} INDEXED BY ix_patient_sort_name"
        " WHERE EXISTS (SELECT 1 FROM patient_word w WHERE w.patient_id = p.id AND w.word >= ? AND "
        "w.word < ?)"
        f"{confirm} AND p.removed_at IS NULL ORDER BY p.sort_name, p.id LIMIT ?"
    )


def _bounds(words: Iterable[str]) -> tuple[Any, ...]:
    return tuple(bound for word in words for bound in (word, word + "\U0010ffff"))


def _as_birth_date(typed: str) -> str | None:
    parts = typed.strip().replace("/", ".").replace("-", ".").split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    try:
        return date(int(year), int(month), int(day)).isoformat() if len(year) == 4 else None
    except ValueError:
        return None


def _lines(rows: Iterable[Any]) -> tuple[PatientLine, ...]:
    return tuple(PatientLine(r[0], r[1], r[2], r[3], date.fromisoformat(r[4]), r[5]) for r in rows)
