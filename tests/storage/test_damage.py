"""A damaged, newer, forbidden or full place gets one clear sentence and loses nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from physioplan.storage.backup import back_up
from physioplan.storage.cipher import connect
from physioplan.storage.errors import DiskFull, VaultDamaged, VaultError, VaultMissing, VaultNewer
from physioplan.storage.patient_list import find_patients
from physioplan.storage.patient_records import add_patient
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, a_patient


@pytest.fixture
def closed(vault: Vault, folder: Path) -> bytes:
    """A closed vault with two hundred patients; its data key."""
    with vault.writing() as session:
        for number in range(200):
            add_patient(session, a_patient(id=f"p{number}", record_number=f"26-{number:04d}"), at=NOW)
    vault.close()
    return vault.data_key


def _use(folder: Path, data_key: bytes) -> None:
    with Vault.open(folder, data_key, who="Anna", at=NOW) as vault:
        with vault.raw() as connection:
            find_patients(connection, "lucja", limit=500)
            connection.execute("SELECT count(phone), count(detail) FROM patient, audit").fetchone()
        if not vault.verify().is_sound:
            raise VaultDamaged(path=folder, why="found by verify")


def test_a_flipped_byte_in_the_first_page_is_told_as_damage(folder: Path, closed: bytes) -> None:
    content = bytearray((folder / "vault.db").read_bytes())
    content[200] ^= 1
    (folder / "vault.db").write_bytes(content)
    with pytest.raises(VaultDamaged, match="Restore the newest backup"):
        _use(folder, closed)


def test_a_flipped_byte_deep_inside_is_found_by_verify(folder: Path, closed: bytes) -> None:
    content = bytearray((folder / "vault.db").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "vault.db").write_bytes(content)
    with pytest.raises(VaultDamaged):
        _use(folder, closed)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keep=st.floats(0, 0.99))
def test_a_truncated_database_is_told_as_damage(folder: Path, closed: bytes, keep: float) -> None:
    path = folder / "vault.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    try:
        with pytest.raises(VaultDamaged):
            _use(folder, closed)
    finally:
        path.write_bytes(whole)
        for leftover in ("vault.db-wal", "vault.db-shm"):
            (folder / leftover).unlink(missing_ok=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_noticed(folder: Path, closed: bytes, place: float, bit: int) -> None:
    path = folder / "vault.db"
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[int(place * len(whole))] ^= 1 << bit
    path.write_bytes(changed)
    try:
        with pytest.raises(VaultDamaged):
            _use(folder, closed)
    finally:
        path.write_bytes(whole)
        for leftover in ("vault.db-wal", "vault.db-shm"):
            (folder / leftover).unlink(missing_ok=True)


def test_an_empty_database_is_damage_and_not_a_vault_for_any_key(folder: Path, closed: bytes) -> None:
    (folder / "vault.db").write_bytes(b"")
    with pytest.raises(VaultDamaged, match="it is empty"):
        _use(folder, closed)


def test_a_missing_database_is_told_and_not_made_anew(folder: Path, closed: bytes) -> None:
    (folder / "vault.db").unlink()
    with pytest.raises(VaultMissing):
        _use(folder, closed)
    assert not (folder / "vault.db").exists()


def test_a_key_of_another_vault_is_told_as_damage(folder: Path, closed: bytes) -> None:
    with pytest.raises(VaultDamaged):
        _use(folder, bytes(32))


def test_a_newer_vault_is_refused_and_left_alone(folder: Path, closed: bytes) -> None:
    connection = connect(folder / "vault.db", closed)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(VaultNewer, match="Update the program"):
        _use(folder, closed)
    assert (folder / "vault.db").read_bytes() == before


def test_a_refused_opening_frees_the_lock(folder: Path, closed: bytes) -> None:
    whole = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(b"")
    with pytest.raises(VaultDamaged):
        _use(folder, closed)
    (folder / "vault.db").write_bytes(whole)
    _use(folder, closed)


def _in_another_process(script: str, *arguments: object) -> str:
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.skipif(os.name == "nt", reason="rights are kept elsewhere on Windows")
def test_a_folder_that_may_not_be_written_is_told_with_the_mend(folder: Path, closed: bytes) -> None:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    # The owner of a temporary folder may be root, whom no right stops: an ordinary user tries.
    for parent in (folder.parent, folder.parent.parent, folder.parent.parent.parent):
        parent.chmod(parent.stat().st_mode | 0o055)
    script = """
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from physioplan.storage.errors import VaultReadOnly
        from physioplan.storage.vault import Vault
        from physioplan.storage import keys
        if os.getuid() == 0:
            os.setgid(65534); os.setuid(65534)
        folder = Path(sys.argv[1])
        for act in (
            lambda: Vault.open(folder, bytes.fromhex(sys.argv[2]), who="A", at=datetime.now(UTC)),
            lambda: keys.unlock(folder, "Anna Beispiel", "any words at all"),
            lambda: keys.create_vault(folder / "inner", "Anna", "any words at all"),
        ):
            try:
                act()
            except VaultReadOnly as fault:
                print("may not write" in str(fault))
    """
    try:
        assert _in_another_process(script, folder, closed.hex()).split() == ["True"] * 3
    finally:
        folder.chmod(0o700)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where the machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(["mount", *options], capture_output=True).returncode:
        pytest.skip("this machine lets us have no small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_what_was_saved_before_stays(
    closed: bytes, folder: Path, small_disk: Path
) -> None:
    here = small_disk / "vault"
    shutil.copytree(folder, here)
    saved = 0
    with Vault.open(here, closed, who="Anna", at=NOW) as vault:
        with pytest.raises(DiskFull, match="Free some space"):
            while True:
                with vault.writing() as session:
                    add_patient(session, a_patient(id=f"n{saved}", record_number=f"n{saved}"), at=NOW)
                saved += 1
        assert dict(vault.verify().counts)["patient"] == 200 + saved
        with pytest.raises(DiskFull):
            back_up(here, closed, here / "backups", why="on close", at=NOW)
        assert list((here / "backups").iterdir()) == []
    shutil.copytree(here, folder, dirs_exist_ok=True)
    with Vault.open(folder, closed, who="Anna", at=NOW) as vault:
        assert dict(vault.verify().counts)["patient"] == 200 + saved


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on file size")
def test_a_disk_that_refuses_in_mid_save_loses_nothing_that_was_acknowledged(
    folder: Path, closed: bytes
) -> None:
    script = """
        import resource, signal, sys
        from pathlib import Path
        from physioplan.storage.errors import DiskFault, DiskFull
        from physioplan.storage.patient_records import add_patient
        from physioplan.storage.vault import Vault
        from tests.storage.people import NOW, a_patient
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        folder = Path(sys.argv[1])
        vault = Vault.open(folder, bytes.fromhex(sys.argv[2]), who="A", at=NOW)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
        saved = 0
        try:
            for number in range(2000):
                with vault.writing() as session:
                    add_patient(session, a_patient(id=f"n{number}", record_number=f"n{number}"), at=NOW)
                saved += 1
        except (DiskFull, DiskFault) as fault:
            assert "space" in str(fault)
            print(saved)
    """
    saved = int(_in_another_process(script, folder, closed.hex()))
    with Vault.open(folder, closed, who="Anna", at=NOW) as vault:
        assert vault.left_behind is not None
        assert dict(vault.verify().counts)["patient"] == 200 + saved


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on file size")
def test_a_full_disk_while_making_a_vault_leaves_nothing(tmp_path: Path) -> None:
    script = """
        import resource, signal, sys
        from pathlib import Path
        from physioplan.domain.clinic import Clinic
        from physioplan.storage import key_slot
        from physioplan.storage.errors import DiskFault, DiskFull
        from physioplan.storage.vault import Vault
        from tests.storage.people import NOW, PASSPHRASE, a_clinician
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
        try:
            Vault.create(Path(sys.argv[1]) / "v", clinic=Clinic(name="P"), clinician=a_clinician(),
                         passphrase=PASSPHRASE, at=NOW)
        except (DiskFault, DiskFull):
            print("full")
    """
    assert _in_another_process(script, tmp_path).strip() == "full"
    assert list(tmp_path.iterdir()) == []


def test_no_sentence_quotes_what_was_being_saved(vault: Vault) -> None:
    secret = "Zzsentinel"
    with pytest.raises(Exception) as fault, vault.writing() as session:
        add_patient(session, a_patient(given_name=secret), at=NOW)
        add_patient(session, a_patient(record_number="26-0002", given_name=secret), at=NOW)
    assert secret not in repr(fault.value)
    assert not isinstance(fault.value, DiskFull | VaultError) or str(fault.value).endswith(".")
