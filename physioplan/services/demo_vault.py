"""A vault of invented patients spread over every stage of the journey, the same for the same seed and day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.clinic import Clinician
from physioplan.services.demo_history import DemoPatient, a_demo_patient
from physioplan.storage import audit, drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.episode_records import keep_windows, open_episode
from physioplan.storage.patient_records import add_patient
from physioplan.storage.programme_records import keep_programme
from physioplan.storage.vault import Vault
from physioplan.storage.visit_records import keep_visit

if TYPE_CHECKING:
    from physioplan.storage.session import Session

BATCH = 100  # patients a transaction: each one waits for the disk


def fill_with_demo_patients(
    vault: Vault,
    content: ClinicalContent,
    by: Clinician,
    today: date,
    *,
    patients: int = 40,
    seed: int = 1,
    told: Callable[[int], None] = lambda done: None,
) -> None:
    """Keep ``patients`` invented people in an open vault; ``told`` hears how many after each batch."""
    for first in range(0, patients, BATCH):
        last = min(first + BATCH, patients)
        with vault.writing() as session:
            for number in range(first, last):
                _keep(session, a_demo_patient(number, seed, today, content, by), by)
        told(last)


def _keep(session: Session, demo: DemoPatient, by: Clinician) -> None:
    record = demo.record
    first_hour = datetime.combine(record.episode.opened, time(8), UTC)
    moments = [one.recorded_at for one in record.assessments] + [one.recorded_at for one in record.visits]
    stamp = min(moments, default=first_hour)
    add_patient(session, record.patient, at=stamp)
    open_episode(session, record.episode)
    for assessment in record.assessments:
        keep_assessment(session, assessment)
    for programme in record.programmes:
        keep_programme(session, programme)
    if record.windows:
        keep_windows(session, record.episode.id, record.windows)
    for visit in record.visits:
        keep_visit(session, visit)
    if demo.baseline_draft:
        drafts.keep(
            session, record.patient.id, "baseline", 1, demo.baseline_draft, clinician=by.name, at=stamp
        )
    audit.record(
        session, at=stamp, who=by.name, verb="added", subject_kind="patient", subject_id=record.patient.id
    )
