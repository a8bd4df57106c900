"""The clinic and its clinicians as rows."""

from __future__ import annotations

import json

from sqlmodel import Session, col, select

from physioplan.domain.clinic import Clinic, Clinician, Role
from physioplan.storage.errors import NotFound
from physioplan.storage.tables import ClinicianRow, ClinicRow


def keep_clinic(session: Session, clinic: Clinic) -> None:
    """Save the one clinic of the vault."""
    row = session.get(ClinicRow, 1) or ClinicRow(id=1, name=clinic.name)
    row.name, row.phone, row.address = clinic.name, clinic.phone, clinic.address
    row.emergency_number = clinic.emergency_number
    session.add(row)
    session.flush()


def the_clinic(session: Session) -> Clinic:
    """The clinic of this vault."""
    row = session.get(ClinicRow, 1)
    if row is None:
        raise NotFound(thing="clinic")
    return Clinic(name=row.name, phone=row.phone, address=row.address, emergency_number=row.emergency_number)


def settings_of(session: Session) -> dict[str, object]:
    """The clinic's settings by name; an empty dictionary for a new vault."""
    row = session.get(ClinicRow, 1)
    held = {} if row is None else json.loads(row.settings)
    return {name: value for name, value in held.items() if name != "format"}


def keep_settings(session: Session, settings: dict[str, object]) -> None:
    """Replace the clinic's settings (values that JSON can hold, never a patient's)."""
    row = session.get(ClinicRow, 1)
    if row is None:
        raise NotFound(thing="clinic")
    row.settings = json.dumps({"format": 1, **settings}, ensure_ascii=False, sort_keys=True)
    session.add(row)
    session.flush()


def keep_clinician(session: Session, clinician: Clinician, *, slot_id: str | None) -> None:
    """Save a clinician; `slot_id` is their place in the key file, None when their way in was taken away."""
    row = session.get(ClinicianRow, clinician.id)
    if row is None:
        row = ClinicianRow(id=clinician.id, name="", profession="", role="")
    row.name, row.profession, row.role = clinician.name, clinician.profession, clinician.role.value
    row.slot_id = slot_id
    session.add(row)
    session.flush()


def all_clinicians(session: Session) -> tuple[Clinician, ...]:
    """Everybody who works or worked here, by name."""
    return tuple(
        _clinician(row) for row in session.exec(select(ClinicianRow).order_by(col(ClinicianRow.name)))
    )


def clinician_of_slot(session: Session, slot_id: str) -> Clinician | None:
    """Who unlocked the vault with this slot of the key file."""
    row = session.exec(select(ClinicianRow).where(ClinicianRow.slot_id == slot_id)).first()
    return None if row is None else _clinician(row)


def _clinician(row: ClinicianRow) -> Clinician:
    return Clinician(id=row.id, name=row.name, profession=row.profession, role=Role(row.role))
