"""Puts a backup in the place of a vault, keeps what was there, and finishes what a crash interrupted."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from physioplan.storage.backup import verify_backup
from physioplan.storage.cipher import DATABASE_NAME, connect
from physioplan.storage.errors import VaultError, naming_faults
from physioplan.storage.key_file import KEY_FILE_NAME
from physioplan.storage.lock_file import LockFile
from physioplan.storage.stamps import to_stamp
from physioplan.storage.whole_file import (
    private_file,
    private_folder,
    settle_file,
    settle_folder,
    write_whole,
)

READY, BUILDING, KEPT = "restoring", ".restoring.part", "kept"
_OLD = (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm", KEY_FILE_NAME, "attempts.json")
_ERASED, _KEPT_NAME = "erased.txt", "kept.txt"


def restore(folder: Path, backup: Path, data_key: bytes, *, who: str, at: datetime) -> Path:
    """Put `backup` in the place of the closed vault in `folder`; returns where the former files are kept.

    Unlock the backup folder itself for `data_key`. Patients erased since the backup are erased again on the
    next open, as far as the former database can still be read. Raises BackupDamaged, VaultInUse, DiskFull,
    VaultReadOnly.
    """
    verify_backup(backup, data_key)
    with naming_faults(folder):
        private_folder(folder)
    lock = LockFile.take(folder, who, to_stamp(at))
    try:
        finish_restore(folder)
        with naming_faults(folder):
            kept_name = _prepare(folder, backup, data_key, at)
        finish_restore(folder)
    finally:
        lock.release()
    return folder / KEPT / kept_name


def _prepare(folder: Path, backup: Path, data_key: bytes, at: datetime) -> str:
    """Lay everything ready beside the vault; it gets its telling name only when it is whole and durable."""
    building = folder / BUILDING
    shutil.rmtree(building, ignore_errors=True)
    private_folder(building)
    for name in (DATABASE_NAME, KEY_FILE_NAME):
        shutil.copyfile(backup / name, building / name)
        private_file(building / name)
        settle_file(building / name)
    kept_name = to_stamp(at)[:19].replace(":", "")
    while (folder / KEPT / kept_name).exists():
        kept_name += "x"
    write_whole(building / _KEPT_NAME, kept_name.encode())
    write_whole(building / _ERASED, "\n".join(_tombstones(folder, data_key)).encode())
    settle_folder(building)
    building.rename(folder / READY)
    settle_folder(folder)
    return kept_name


def finish_restore(folder: Path) -> None:
    """Carry out a restore that was prepared whole.

    Every step may be repeated, so a crash between two is harmless.
    """
    ready = folder / READY
    if not ready.is_dir():
        return
    with naming_faults(folder):
        kept = folder / KEPT / (ready / _KEPT_NAME).read_text()
        private_folder(kept.parent)
        private_folder(kept)
        if (ready / DATABASE_NAME).exists() and (ready / KEY_FILE_NAME).exists():
            for name in _OLD:
                if (folder / name).exists():
                    (folder / name).replace(kept / name)
            settle_folder(kept)
        for name in (DATABASE_NAME, KEY_FILE_NAME):
            if (ready / name).exists():
                (ready / name).replace(folder / name)
        if (ready / _ERASED).exists():
            (ready / _ERASED).replace(folder / _ERASED)
        settle_folder(folder)
        shutil.rmtree(ready)


def erased_since_backup(folder: Path) -> tuple[str, ...]:
    """Ids of patients to erase again after a restore."""
    path = folder / _ERASED
    return tuple(path.read_text().split()) if path.exists() else ()


def forget_erased_since_backup(folder: Path) -> None:
    """They have been erased again."""
    (folder / _ERASED).unlink(missing_ok=True)


def _tombstones(folder: Path, data_key: bytes) -> list[str]:
    try:
        connection = connect(folder / DATABASE_NAME, data_key)
    except VaultError:
        return []
    try:
        with naming_faults(folder / DATABASE_NAME):
            return [str(row[0]) for row in connection.execute("SELECT patient_id FROM erasure")]
    except VaultError:
        return []
    finally:
        connection.close()
