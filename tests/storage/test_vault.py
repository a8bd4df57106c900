"""A vault is made, closed, unlocked and read again."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from physioplan.domain.clinic import Clinic
from physioplan.storage import drafts, keys
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.clinic_records import all_clinicians, clinician_of_slot, the_clinic
from physioplan.storage.episode_records import open_episode, the_episode_record
from physioplan.storage.errors import FolderNotEmpty, VaultError, VaultInUse
from physioplan.storage.patient_records import add_patient
from physioplan.storage.vault import Vault, opened_with
from tests.storage.people import CLINICIAN, NOW, PASSPHRASE, a_clinician, a_patient, an_assessment, an_episode


def test_what_was_saved_is_there_after_closing_and_unlocking_again(vault: Vault, folder: Path) -> None:
    patient, episode, assessment = a_patient(), an_episode(), an_assessment()
    with vault.writing() as session:
        add_patient(session, patient, at=NOW)
        open_episode(session, episode)
        keep_assessment(session, assessment)
    vault.close()
    with opened_with(folder, CLINICIAN, PASSPHRASE, NOW) as again, again.reading() as session:
        record = the_episode_record(session, episode.id)
    assert (record.patient, record.episode, record.assessments) == (patient, episode, (assessment,))


def test_a_new_vault_knows_its_clinic_and_who_made_it(vault: Vault, folder: Path) -> None:
    slot = keys.clinicians_of(folder)[0].slot_id
    with vault.reading() as session:
        assert the_clinic(session) == Clinic(name="Praxis am Park")
        assert all_clinicians(session) == (a_clinician(),)
        assert clinician_of_slot(session, slot) == a_clinician()


def test_a_block_that_fails_saves_nothing(vault: Vault) -> None:
    with pytest.raises(RuntimeError), vault.writing() as session:
        add_patient(session, a_patient(), at=NOW)
        raise RuntimeError
    assert dict(vault.verify().counts)["patient"] == 0


def test_reading_keeps_nothing_that_it_changes(vault: Vault) -> None:
    with vault.reading() as session:
        add_patient(session, a_patient(), at=NOW)
    assert dict(vault.verify().counts)["patient"] == 0


def test_a_sound_vault_verifies(vault: Vault) -> None:
    assert vault.verify().is_sound


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_only_the_owner_may_look_into_the_folder_and_the_files(vault: Vault, folder: Path) -> None:
    with vault.writing() as session:
        drafts.keep(session, None, "new patient", 1, {"given_name": "Lu"}, clinician="anna", at=NOW)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir() if file.is_file()} == {0o600}


def test_a_folder_with_files_is_not_taken_for_a_new_vault(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FolderNotEmpty):
        Vault.create(
            tmp_path, clinic=Clinic(name="P"), clinician=a_clinician(), passphrase=PASSPHRASE, at=NOW
        )
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_becomes_a_vault_even_after_a_crash_while_making_one(tmp_path: Path) -> None:
    (tmp_path / ".building").mkdir()
    (tmp_path / ".building" / "vault.db").write_bytes(b"half")
    made, _ = Vault.create(
        tmp_path, clinic=Clinic(name="P"), clinician=a_clinician(), passphrase=PASSPHRASE, at=NOW
    )
    made.close()
    assert {file.name for file in tmp_path.iterdir()} == {"vault.db", "vault.json", "vault.lock"}
    assert os.name == "nt" or stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_vault_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(VaultError):
        Vault.create(
            tmp_path / "new", clinic=Clinic(name="P"), clinician=a_clinician(), passphrase="short", at=NOW
        )
    assert list(tmp_path.iterdir()) == []


def test_a_second_opening_is_refused_with_who_and_since_when(vault: Vault, folder: Path) -> None:
    with pytest.raises(VaultInUse) as refusal:
        Vault.open(folder, vault.data_key, who="Ben", at=NOW)
    assert CLINICIAN in str(refusal.value)
    assert "2026-03-02" in str(refusal.value)
