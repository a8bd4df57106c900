"""The folded words each patient in the list is found by; whoever is in the trash has none."""

from __future__ import annotations

from sqlmodel import Session

from physioplan.domain.patient import Patient
from physioplan.storage.folding import fold, search_words
from physioplan.storage.plain_sql import run, run_for_each

_ADD = "INSERT INTO patient_word (word, patient_id, sort_name) VALUES (:word, :patient_id, :sort_name)"
_DROP = "DELETE FROM patient_word WHERE patient_id = :patient_id"


def sort_name_of(patient: Patient) -> str:
    """The folded name the list is ordered by: family name first."""
    return fold(f"{patient.family_name}, {patient.given_name}")


def add_words(session: Session, patient: Patient) -> None:
    """Let a patient be found who has no words yet."""
    words = search_words(patient.given_name, patient.family_name, patient.record_number)
    sort_name = sort_name_of(patient)
    rows = [{"word": word, "patient_id": patient.id, "sort_name": sort_name} for word in sorted(words)]
    run_for_each(session, _ADD, rows)


def drop_words(session: Session, patient_id: str) -> None:
    """Let a patient be found no more."""
    run(session, _DROP, {"patient_id": patient_id})
