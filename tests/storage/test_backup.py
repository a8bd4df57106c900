"""A backup is good when it is named, can be refused when it is not, and puts back what was lost."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from physioplan.storage import keys
from physioplan.storage.backup import back_up, backups_in, verify_backup
from physioplan.storage.erasure import erase_patient
from physioplan.storage.errors import BackupDamaged, NotFound, VaultInUse, WrongPassphrase
from physioplan.storage.patient_records import add_patient, the_patient
from physioplan.storage.restore import finish_restore, restore
from physioplan.storage.vault import Vault
from tests.storage.people import CLINICIAN, NOW, PASSPHRASE, a_patient


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "usb stick"


def _patients(vault: Vault) -> int:
    return dict(vault.verify().counts)["patient"]


def _with_patient(vault: Vault, number: int) -> None:
    with vault.writing() as session:
        add_patient(session, a_patient(id=f"p{number}", record_number=f"26-{number:04d}"), at=NOW)


def test_a_backup_of_an_open_vault_opens_with_the_same_passphrase(
    vault: Vault, folder: Path, place: Path
) -> None:
    _with_patient(vault, 1)
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    assert dict(made.counts)["patient"] == 1
    assert made.chain_head == vault.verify().chain_head
    data_key = keys.unlock(made.folder, CLINICIAN, PASSPHRASE)
    assert verify_backup(made.folder, data_key).is_sound
    assert {file.name for file in made.folder.iterdir()} >= {"vault.db", "vault.json", "manifest.json"}
    assert not list(made.folder.glob("*-wal"))


def test_backups_are_listed_newest_first_and_never_overwritten(
    vault: Vault, folder: Path, place: Path
) -> None:
    first = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    twin = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    later = back_up(folder, vault.data_key, place, why="by hand", at=NOW + timedelta(hours=1))
    assert backups_in(place)[0] == later
    assert {backup.folder for backup in backups_in(place)} == {first.folder, twin.folder, later.folder}


@pytest.mark.parametrize("name", ["vault.db", "vault.json", "manifest.json"])
def test_a_changed_backup_is_refused_and_names_the_mend(
    vault: Vault, folder: Path, place: Path, name: str
) -> None:
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    content = bytearray((made.folder / name).read_bytes())
    content[len(content) // 2] ^= 0x40
    (made.folder / name).write_bytes(content)
    with pytest.raises(BackupDamaged):
        verify_backup(made.folder, vault.data_key)
        changed = json.loads((made.folder / name).read_bytes())
        raise BackupDamaged(path=made.folder, why=f"a note changed only: {changed['note']}")


def test_a_damaged_vault_is_not_backed_up_as_if_it_were_sound(
    vault: Vault, folder: Path, place: Path
) -> None:
    for number in range(50):
        _with_patient(vault, number)
    vault.close()
    content = bytearray((folder / "vault.db").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "vault.db").write_bytes(content)
    with pytest.raises(Exception, match=r"damaged|cannot be trusted"):
        back_up(folder, vault.data_key, place, why="on close", at=NOW)
    assert list(place.iterdir()) == []


def test_restoring_brings_back_the_backup_and_keeps_what_was_there(
    vault: Vault, folder: Path, place: Path
) -> None:
    _with_patient(vault, 1)
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    _with_patient(vault, 2)
    vault.close()
    (folder / "vault.db").write_bytes(b"a wreck")
    kept = restore(folder, made.folder, vault.data_key, who="Anna", at=NOW)
    assert (kept / "vault.db").read_bytes() == b"a wreck"
    with Vault.open(folder, vault.data_key, who="Anna", at=NOW) as again:
        assert _patients(again) == 1


def test_a_vault_in_use_is_not_restored_over(vault: Vault, folder: Path, place: Path) -> None:
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    with pytest.raises(VaultInUse):
        restore(folder, made.folder, vault.data_key, who="Ben", at=NOW)


def test_a_backup_is_restored_on_a_new_computer(vault: Vault, folder: Path, place: Path) -> None:
    _with_patient(vault, 1)
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    fresh = place / "new computer" / "vault"
    restore(fresh, made.folder, vault.data_key, who="Anna", at=NOW)
    with Vault.open(fresh, vault.data_key, who="Anna", at=NOW) as there:
        assert _patients(there) == 1


def test_a_restore_that_was_interrupted_is_finished_on_the_next_opening(
    vault: Vault, folder: Path, place: Path
) -> None:
    _with_patient(vault, 1)
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    _with_patient(vault, 2)
    vault.close()
    ready = folder / "restoring"
    ready.mkdir()
    (ready / "kept.txt").write_text("then")
    for name in ("vault.db", "vault.json"):
        (ready / name).write_bytes((made.folder / name).read_bytes())
    # As if the power went after the first file had moved.
    (folder / "kept").mkdir()
    (folder / "kept" / "then").mkdir()
    (folder / "vault.db").replace(folder / "kept" / "then" / "vault.db")
    with Vault.open(folder, vault.data_key, who="Anna", at=NOW) as again:
        assert _patients(again) == 1
    finish_restore(folder)
    assert not ready.exists()


def test_a_changed_passphrase_does_not_open_older_backups_differently(
    vault: Vault, folder: Path, place: Path
) -> None:
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    keys.change_passphrase(folder, CLINICIAN, vault.data_key, "quite another passphrase")
    assert keys.unlock(made.folder, CLINICIAN, PASSPHRASE) == vault.data_key
    with pytest.raises(WrongPassphrase):
        keys.unlock(made.folder, CLINICIAN, "quite another passphrase")


def test_who_was_erased_since_the_backup_is_erased_again(vault: Vault, folder: Path, place: Path) -> None:
    _with_patient(vault, 1)
    _with_patient(vault, 2)
    made = back_up(folder, vault.data_key, place, why="on close", at=NOW)
    with vault.writing() as session:
        erase_patient(session, "p1", who="anna", reason="asked for by the patient", at=NOW)
    vault.close()
    restore(folder, made.folder, vault.data_key, who="Anna", at=NOW)
    with Vault.open(folder, vault.data_key, who="Anna", at=NOW) as again, again.reading() as session:
        with pytest.raises(NotFound):
            the_patient(session, "p1")
        assert the_patient(session, "p2").id == "p2"
