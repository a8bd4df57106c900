"""A vault of invented patients spread over every stage of the journey, the same for the same seed and day."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.load import load_content
from physioplan.domain.clinic import Clinician
from physioplan.services.clock import SystemClock
from physioplan.services.demo_history import DemoPatient, a_demo_patient
from physioplan.services.vault_keeper import OpenVault, VaultKeeper
from physioplan.storage import audit, drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.episode_records import keep_windows, open_episode
from physioplan.storage.errors import FolderNotEmpty
from physioplan.storage.patient_records import add_patient
from physioplan.storage.programme_records import keep_programme
from physioplan.storage.vault import Vault
from physioplan.storage.visit_records import keep_visit

if TYPE_CHECKING:
    from physioplan.storage.session import Session

BATCH = 100  # patients a transaction: each one waits for the disk
PATIENTS = 44  # four at each of the eleven places of the journey
# Nobody real is in a demonstration, so everybody may know what opens it.
DEMONSTRATION_PASSPHRASE = "demonstration only"


def open_demonstration(folder: Path) -> OpenVault:
    """The demonstration vault in ``folder``, made at first need. Raises VaultProblem."""
    keeper = VaultKeeper(folder)
    if not keeper.exists():
        make_demo_vault(
            folder,
            load_content(),
            SystemClock().today(),
            passphrase=DEMONSTRATION_PASSPHRASE,
            patients=PATIENTS,
        )
    slot_id, _ = keeper.clinicians()[0]
    return keeper.unlock(slot_id, DEMONSTRATION_PASSPHRASE)


def make_demo_vault(
    folder: Path,
    content: ClinicalContent,
    today: date,
    *,
    passphrase: str,
    clinic: str = "Example Physiotherapy",
    clinician: str = "Chris Example",
    patients: int = PATIENTS,
    seed: int = 1,
    told: Callable[[int], None] = lambda done: None,
) -> str:
    """A closed vault full of invented patients, and its recovery key. Raises VaultProblem.

    It is made beside ``folder`` and moved into place whole, so that an interrupted one is never half full.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(folder=folder)
    building = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.new")
    try:
        opened = VaultKeeper(building).create(clinic, clinician, passphrase)
        with opened.vault:
            fill_with_demo_patients(
                opened.vault, content, opened.by, today, patients=patients, seed=seed, told=told
            )
        if folder.exists():
            folder.rmdir()
        building.rename(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return opened.recovery_key


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
