"""The vault: a folder with the encrypted record and its key file, opened by one program at a time."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlmodel import Session

from physioplan.domain.clinic import Clinic, Clinician
from physioplan.storage import audit, keys
from physioplan.storage.cipher import DATABASE_NAME, connect
from physioplan.storage.clinic_records import keep_clinic, keep_clinician
from physioplan.storage.database import Database
from physioplan.storage.erasure import erase_patient
from physioplan.storage.errors import FolderNotEmpty, VaultDamaged, VaultNewer, naming_faults
from physioplan.storage.key_file import KEY_FILE_NAME
from physioplan.storage.lock_file import Holder, LockFile
from physioplan.storage.restore import erased_since_backup, finish_restore, forget_erased_since_backup
from physioplan.storage.schema import make_schema
from physioplan.storage.schema_version import HEAD, KNOWN, stored_revision
from physioplan.storage.stamps import to_stamp
from physioplan.storage.upgrade import upgrade
from physioplan.storage.verification import Verification, verification_of
from physioplan.storage.whole_file import private_file, private_folder, settle_folder


class Vault:
    """An open vault. Make one with `create` or `open`; end with `close`, or use it as a context manager."""

    def __init__(self, folder: Path, data_key: bytes, database: Database, lock: LockFile) -> None:
        self.folder = folder
        self._data_key = data_key
        self._database = database
        self._lock = lock

    @classmethod
    def create(
        cls, folder: Path, *, clinic: Clinic, clinician: Clinician, passphrase: str, at: datetime
    ) -> tuple[Vault, str]:
        """A new vault in an empty or new `folder`, open, and the recovery key to print.

        It is built apart and moved into place when finished: a crash leaves no half vault. Raises
        FolderNotEmpty, PassphraseTooShort, VaultReadOnly, DiskFull.
        """
        with naming_faults(folder):
            building = _building_site(folder)
        try:
            data_key, recovery_key = keys.create_vault(building, clinician.name, passphrase)
            _make_database(building, data_key, clinic, clinician, at)
            with naming_faults(folder):
                _move_in(building, folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        return cls.open(folder, data_key, who=clinician.name, at=at), recovery_key

    @classmethod
    def open(cls, folder: Path, data_key: bytes, *, who: str, at: datetime, take_over: bool = False) -> Self:
        """The vault in `folder`; an older record format is upgraded after a verified copy into `backups/`.

        `take_over` disregards a holder on another computer. Raises VaultMissing, VaultDamaged, VaultNewer,
        VaultReadOnly, VaultInUse, DiskFull, UpgradeFailed.
        """
        path = folder / DATABASE_NAME
        lock = LockFile.take(folder, who, to_stamp(at), take_over=take_over)
        database: Database | None = None
        try:
            finish_restore(folder)
            revision = _checked_revision(path, data_key)
            database = Database(path, data_key)
            if revision != HEAD:
                upgrade(folder, data_key, database, revision, at)
            _erase_again(folder, database, who, at)
            return cls(folder, data_key, database, lock)
        except BaseException:
            if database is not None:
                database.dispose()
            lock.release()
            raise

    @property
    def left_behind(self) -> Holder | None:
        """Who held the vault when it was last not closed: a crash, after which drafts are worth offering."""
        return self._lock.left_behind

    @property
    def data_key(self) -> bytes:
        """For backups and for adding clinicians; never shown, logged or written."""
        return self._data_key

    def reading(self) -> AbstractContextManager[Session]:
        """A session that reads one unchanging picture of the record."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Session]:
        """A session that saves everything in the block, durably, or nothing."""
        return self._database.writing()

    def raw(self) -> AbstractContextManager[Any]:
        """A raw connection, for lists where each millisecond shows."""
        return self._database.raw()

    def verify(self) -> Verification:
        """Check every page, tree, reference and audit line (about 0.6 s for 100,000 patients)."""
        with self.raw() as connection:
            pages = verification_of(connection)
        with self.reading() as session:
            return pages.with_chain(audit.first_broken_line(session), audit.chain_head(session))

    def close(self) -> None:
        """Close every connection, fold the log in, free the lock."""
        self._database.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def opened_with(folder: Path, clinician: str, passphrase: str, at: datetime) -> Iterator[Vault]:
    """Unlock and open in one step, for the command line and tests."""
    data_key = keys.unlock(folder, clinician, passphrase)
    with Vault.open(folder, data_key, who=clinician, at=at) as vault:
        yield vault


def _building_site(folder: Path) -> Path:
    """Where a new vault is built: beside a new folder, or inside one that is there (perhaps a whole disk)."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        return folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.new")
    site = folder / ".building"
    if not folder.is_dir() or any(entry != site for entry in folder.iterdir()):
        raise FolderNotEmpty(folder=folder)
    shutil.rmtree(site, ignore_errors=True)  # left by a crash
    return site


def _move_in(building: Path, folder: Path) -> None:
    """Give the finished vault its place; the key file comes last, for it makes a folder a vault."""
    if building.parent == folder:
        for name in (DATABASE_NAME, KEY_FILE_NAME):
            (building / name).rename(folder / name)
        building.rmdir()
        private_folder(folder)
    else:
        building.rename(folder)
    settle_folder(folder)
    settle_folder(folder.parent)


def _make_database(folder: Path, data_key: bytes, clinic: Clinic, clinician: Clinician, at: datetime) -> None:
    private_folder(folder)
    path = folder / DATABASE_NAME
    connect(path, data_key, create=True).close()
    private_file(path)
    database = Database(path, data_key)
    try:
        with database.writing() as session:
            make_schema(session.connection())
            keep_clinic(session, clinic)
            keep_clinician(session, clinician, slot_id=keys.clinicians_of(folder)[0].slot_id)
            audit.record(session, at=at, who=clinician.name, verb="created", detail=f"record format {HEAD}")
    finally:
        database.dispose()
    settle_folder(folder)


def _erase_again(folder: Path, database: Database, who: str, at: datetime) -> None:
    """After a restore: patients erased since that backup was made go again."""
    erased = erased_since_backup(folder)
    if not erased:
        return
    with database.writing() as session:
        for patient_id in erased:
            erase_patient(session, patient_id, who=who, reason="erased before the restore", at=at)
            audit.record(
                session, at=at, who=who, verb="erased again", subject_kind="patient", subject_id=patient_id
            )
    forget_erased_since_backup(folder)


def _checked_revision(path: Path, data_key: bytes) -> str:
    """The stored record format, read raw before anything is loaded."""
    with naming_faults(path):
        connection = connect(path, data_key)
        try:
            revision = stored_revision(connection)
        finally:
            connection.close()
    if revision is None:
        raise VaultDamaged(path=path, why="it holds no record format")
    if revision not in KNOWN:
        raise VaultNewer(found=revision, known=HEAD)
    return revision
