"""Patients as rows: add, amend, find, and the trash."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from physioplan.domain.patient import Patient, Sex
from physioplan.storage.errors import AlreadySaved, ChangedMeanwhile, NotFound
from physioplan.storage.plain_sql import rows_of, run
from physioplan.storage.search_index import add_words, drop_words, sort_name_of
from physioplan.storage.stamps import to_stamp
from physioplan.storage.tables import PatientRow, Row

_ADD = insert(Row.metadata.tables["patient"])
_ONE = (
    "SELECT id, record_number, given_name, family_name, birth_date, sex, phone, language, "
    "interpreter_needed, responsible_clinician, consent_date FROM patient WHERE id = :id"
)
_HOLDER = "SELECT id FROM patient WHERE record_number = :number"


def add_patient(session: Session, patient: Patient, *, at: datetime) -> None:
    """Save a new patient. Raises AlreadySaved when the record number is taken, in the trash too."""
    if _number_taken(session, patient.record_number, patient.id):
        raise AlreadySaved(thing="record number", name=patient.record_number)
    row = {"id": patient.id, "created_at": to_stamp(at), "version": 1, **_columns(patient)}
    session.connection().execute(_ADD, row)
    add_words(session, patient)


def amend_patient(session: Session, before: Patient, after: Patient) -> None:
    """Save `after` if the record still says `before`. Raises ChangedMeanwhile, AlreadySaved, NotFound."""
    row = _row(session, before.id)
    if _patient(row) != before:
        raise ChangedMeanwhile(thing="patient's details")
    if _number_taken(session, after.record_number, after.id):
        raise AlreadySaved(thing="record number", name=after.record_number)
    for name, value in _columns(after).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    drop_words(session, after.id)
    if row.removed_at is None:
        add_words(session, after)


def the_patient(session: Session, patient_id: str) -> Patient:
    """One patient, in the trash or not. Raises NotFound."""
    rows = rows_of(session, _ONE, {"id": patient_id})
    if not rows:
        raise NotFound(thing="patient")
    return Patient.model_validate(rows[0])


def patient_with_number(session: Session, record_number: str) -> Patient | None:
    """The patient with this record number, or None."""
    row = session.exec(select(PatientRow).where(PatientRow.record_number == record_number)).first()
    return None if row is None else _patient(row)


def move_to_trash(session: Session, patient_id: str, *, by: str, at: datetime) -> None:
    """Take a patient out of the list; everything is kept and can be put back."""
    row = _row(session, patient_id)
    row.removed_at, row.removed_by = to_stamp(at), by
    session.add(row)
    session.flush()
    drop_words(session, patient_id)


def put_back(session: Session, patient_id: str) -> None:
    """Take a patient out of the trash."""
    row = _row(session, patient_id)
    row.removed_at = row.removed_by = None
    session.add(row)
    session.flush()
    drop_words(session, patient_id)
    add_words(session, _patient(row))


def patients_in_trash(session: Session) -> tuple[Patient, ...]:
    """Everybody in the trash, latest first."""
    rows = session.exec(
        select(PatientRow)
        .where(col(PatientRow.removed_at).is_not(None))
        .order_by(col(PatientRow.removed_at).desc())
    )
    return tuple(_patient(row) for row in rows)


def next_record_number(session: Session, year: int) -> str:
    """The first free number of the clinic's year, such as `26-0001`."""
    prefix = f"{year % 100:02d}-"
    numbers = session.exec(
        select(PatientRow.record_number).where(col(PatientRow.record_number).startswith(prefix))
    )
    taken = [int(number[3:]) for number in numbers if number[3:].isascii() and number[3:].isdigit()]
    return f"{prefix}{max(taken, default=0) + 1:04d}"


def patient_count(session: Session) -> int:
    """How many patients are in the list, the trash left out."""
    return session.exec(select(func.count()).where(col(PatientRow.removed_at).is_(None))).one()


def _row(session: Session, patient_id: str) -> PatientRow:
    row = session.get(PatientRow, patient_id)
    if row is None:
        raise NotFound(thing="patient")
    return row


def _number_taken(session: Session, number: str, by_other_than: str) -> bool:
    holder = run(session, _HOLDER, {"number": number}).fetchone()
    return holder is not None and holder[0] != by_other_than


def _columns(patient: Patient) -> dict[str, Any]:
    return {
        "record_number": patient.record_number,
        "given_name": patient.given_name,
        "family_name": patient.family_name,
        "birth_date": patient.birth_date,
        "sex": patient.sex.value,
        "phone": patient.phone,
        "language": patient.language,
        "interpreter_needed": patient.interpreter_needed,
        "responsible_clinician": patient.responsible_clinician,
        "consent_date": patient.consent_date,
        "sort_name": sort_name_of(patient),
    }


def _patient(row: PatientRow) -> Patient:
    return Patient(
        id=row.id,
        record_number=row.record_number,
        given_name=row.given_name,
        family_name=row.family_name,
        birth_date=row.birth_date,
        sex=Sex(row.sex),
        phone=row.phone,
        language=row.language,
        interpreter_needed=row.interpreter_needed,
        responsible_clinician=row.responsible_clinician,
        consent_date=row.consent_date,
    )
