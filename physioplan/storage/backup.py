"""A verified, encrypted copy of the vault.

Database, key file and a manifest, readable with the same passphrases.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from physioplan.storage.cipher import DATABASE_NAME, connect
from physioplan.storage.errors import BackupDamaged, VaultError, naming_faults
from physioplan.storage.key_file import KEY_FILE_NAME
from physioplan.storage.stamps import from_stamp, to_stamp
from physioplan.storage.verification import Verification, verification_of
from physioplan.storage.whole_file import (
    private_file,
    private_folder,
    settle_file,
    settle_folder,
    write_whole,
)

MANIFEST_NAME = "manifest.json"
FOLDER_NAME = "backups"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup folder and what its manifest says."""

    folder: Path
    made_at: datetime
    revision: str
    why: str
    counts: tuple[tuple[str, int], ...]
    chain_head: str


def back_up(folder: Path, data_key: bytes, place: Path, *, why: str, at: datetime) -> Backup:
    """Copy the vault in `folder` into a new folder under `place`, open the copy, check and count it.

    The copy gets its name only when it is proved good. The vault may be open and in use meanwhile. Raises
    BackupDamaged, DiskFull, VaultReadOnly, VaultDamaged.
    """
    stamp = to_stamp(at)
    name = f"{stamp[:10]}-{stamp[11:19].replace(':', '')}-{why.replace(' ', '-')}"
    with naming_faults(place):
        private_folder(place)
        building = place / f".{name}.{secrets.token_hex(4)}.part"
        private_folder(building)
    try:
        _copy(folder / DATABASE_NAME, building / DATABASE_NAME, data_key)
        with naming_faults(building):
            write_whole(building / KEY_FILE_NAME, (folder / KEY_FILE_NAME).read_bytes())
        found = _checked(building / DATABASE_NAME, data_key)
        with naming_faults(building):
            _write_manifest(building, found, why, stamp)
            final = _free_name(place / name)
            building.rename(final)
            settle_folder(place)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return read_backup(final)


def read_backup(folder: Path) -> Backup:
    """What the manifest says. Raises BackupDamaged."""
    try:
        data = json.loads((folder / MANIFEST_NAME).read_bytes())
        counts = tuple((str(table), int(count)) for table, count in data["counts"].items())
        made_at = from_stamp(data["made_at"])
        return Backup(
            folder, made_at, str(data["revision"]), str(data["why"]), counts, str(data["chain_head"])
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BackupDamaged(path=folder, why="its manifest is missing or damaged") from None


def backups_in(place: Path) -> tuple[Backup, ...]:
    """Every readable backup in `place`, newest first; damaged ones are left out."""
    found = []
    if place.is_dir():
        for folder in place.iterdir():
            if folder.is_dir() and not folder.name.startswith("."):
                try:
                    found.append(read_backup(folder))
                except BackupDamaged:
                    continue
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def verify_backup(folder: Path, data_key: bytes) -> Verification:
    """Compare files with the manifest, open the copy, check every page and count. Raises BackupDamaged."""
    backup = read_backup(folder)
    data = json.loads((folder / MANIFEST_NAME).read_bytes())
    for name in (DATABASE_NAME, KEY_FILE_NAME):
        if not (folder / name).is_file() or _sha256(folder / name) != data.get("sha256", {}).get(name):
            raise BackupDamaged(path=folder, why=f"{name} is not the file that was written")
    found = _checked(folder / DATABASE_NAME, data_key)
    if found.counts != backup.counts or found.revision != backup.revision:
        raise BackupDamaged(path=folder, why="it does not hold the records it says")
    return found


def _copy(source: Path, target: Path, data_key: bytes) -> None:
    """Page by page into a connection with its own key: a copy without a key is refused by the cipher."""
    reader = connect(source, data_key)
    try:
        with naming_faults(target):
            writer = connect(target, data_key, create=True)
            try:
                reader.backup(writer)
                # One plain file, no log beside it, so that it can be checked and hashed as it stands.
                writer.execute("PRAGMA journal_mode = DELETE")
            finally:
                writer.close()
            private_file(target)
            settle_file(target)
    finally:
        reader.close()


def _checked(path: Path, data_key: bytes) -> Verification:
    try:
        connection = connect(path, data_key, at_rest=True)
        try:
            with naming_faults(path):
                found = verification_of(connection)
        finally:
            connection.close()
    except VaultError as fault:
        raise BackupDamaged(path=path.parent, why=str(fault)) from None
    if not found.is_sound:
        raise BackupDamaged(path=path.parent, why="; ".join(found.faults[:3]))
    return found


def _write_manifest(folder: Path, found: Verification, why: str, stamp: str) -> None:
    manifest = {
        "note": "A backup of a PhysioPlan vault, encrypted like the vault. Readable here: counts, never "
        "a name.",
        "format": FORMAT,
        "made_at": stamp,
        "why": why,
        "revision": found.revision,
        "counts": dict(found.counts),
        "chain_head": found.chain_head,
        "sha256": {name: _sha256(folder / name) for name in (DATABASE_NAME, KEY_FILE_NAME)},
    }
    write_whole(folder / MANIFEST_NAME, json.dumps(manifest, indent=1).encode())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free_name(wanted: Path) -> Path:
    name, number = wanted, 2
    while name.exists():
        name, number = wanted.with_name(f"{wanted.name}-{number}"), number + 1
    return name
