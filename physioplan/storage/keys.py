"""Who can open the vault: making it, unlocking it, changing a passphrase, adding and removing clinicians.

One random data key encrypts the records. Each clinician, and the printed recovery key, has a slot that
holds it locked; changing a passphrase rewrites one slot. Imports only the standard library, so the unlock
page can list the clinicians at once.
"""

from __future__ import annotations

import os
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

from physioplan.storage import tries
from physioplan.storage.errors import (
    ClinicianExists,
    ClinicianUnknown,
    FolderNotEmpty,
    LastClinician,
    PassphraseTooShort,
    naming_faults,
)
from physioplan.storage.key_file import KeyFile, read_key_file, write_key_file
from physioplan.storage.key_slot import DATA_KEY_LENGTH, KeySlot, lock_slot, open_slot
from physioplan.storage.recovery_key import new_recovery_key, read_recovery_key
from physioplan.storage.whole_file import private_folder

LEAST_PASSPHRASE = 8  # characters


class ClinicianSlot(NamedTuple):
    """A clinician as the unlock page may list them.

    The slot's id and the name, which is readable in clear.
    """

    slot_id: str
    label: str


def clinicians_of(folder: Path) -> tuple[ClinicianSlot, ...]:
    """The clinicians who can open the vault in `folder`. Raises VaultMissing, KeyFileDamaged, VaultNewer."""
    return tuple(ClinicianSlot(slot.id, slot.label) for slot in _clinician_slots(read_key_file(folder)))


def create_vault(folder: Path, clinician: str, passphrase: str) -> tuple[bytes, str]:
    """Make the key file of a new vault in an empty or new `folder`.

    Returns (data key, recovery key to print).

    Raises FolderNotEmpty, PassphraseTooShort, VaultReadOnly, DiskFull.
    """
    _check_length(passphrase)
    with naming_faults(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderNotEmpty(folder=folder)
        private_folder(folder)
    vault_id, data_key, recovery_key = (
        os.urandom(16).hex(),
        os.urandom(DATA_KEY_LENGTH),
        new_recovery_key(),
    )
    slots = (
        lock_slot(vault_id, "clinician", _clean(clinician), passphrase, data_key),
        lock_slot(vault_id, "recovery", "", read_recovery_key(recovery_key), data_key),
    )
    write_key_file(folder, KeyFile(vault_id, slots))
    return data_key, recovery_key


def unlock(folder: Path, clinician: str, passphrase: str, *, now: float | None = None) -> bytes:
    """The data key for a clinician's name or slot id.

    `now` is machine time in seconds for the wait after failures. Raises VaultMissing, KeyFileDamaged,
    ClinicianUnknown, TooManyTries, WrongPassphrase.
    """
    key_file = read_key_file(folder)
    slot = _slot_of(key_file, clinician)
    return _tried(folder, key_file.vault_id, slot, passphrase, now)


def unlock_with_recovery(folder: Path, recovery_key: str, *, now: float | None = None) -> bytes:
    """The data key for the printed recovery key.

    Raises RecoveryKeyMistyped before any slow work, else as `unlock`.
    """
    key_file = read_key_file(folder)
    secret = read_recovery_key(recovery_key)
    for slot in key_file.slots:
        if slot.kind == "recovery":
            return _tried(folder, key_file.vault_id, slot, secret, now)
    raise ClinicianUnknown(clinician="recovery key")


def change_passphrase(folder: Path, clinician: str, data_key: bytes, new_passphrase: str) -> None:
    """Give a clinician a new passphrase; only someone who has unlocked the vault holds `data_key`."""
    _check_length(new_passphrase)
    key_file = read_key_file(folder)
    old = _slot_of(key_file, clinician)
    slot = lock_slot(key_file.vault_id, old.kind, old.label, new_passphrase, data_key, old.id)
    write_key_file(folder, key_file.with_slot(slot))
    tries.forget_tries(folder, old.id)


def replace_recovery_key(folder: Path, data_key: bytes) -> str:
    """Make the old printed recovery key useless and return the new one to print."""
    key_file, recovery_key = read_key_file(folder), new_recovery_key()
    for old in key_file.slots:
        if old.kind == "recovery":
            key_file = key_file.without_slot(old.id)
    slot = lock_slot(key_file.vault_id, "recovery", "", read_recovery_key(recovery_key), data_key)
    write_key_file(folder, key_file.with_slot(slot))
    return recovery_key


def add_clinician(folder: Path, data_key: bytes, clinician: str, passphrase: str) -> ClinicianSlot:
    """Let another clinician in. Raises ClinicianExists, PassphraseTooShort."""
    _check_length(passphrase)
    key_file, label = read_key_file(folder), _clean(clinician)
    if any(slot.label.casefold() == label.casefold() for slot in _clinician_slots(key_file)):
        raise ClinicianExists(clinician=label)
    slot = lock_slot(key_file.vault_id, "clinician", label, passphrase, data_key)
    write_key_file(folder, key_file.with_slot(slot))
    return ClinicianSlot(slot.id, slot.label)


def remove_clinician(folder: Path, clinician: str) -> None:
    """Take a clinician's way in away. Raises LastClinician.

    Someone who kept a copy of the key file and knows the old passphrase could still read an old copy of the
    database: replacing the data key is a separate step.
    """
    key_file = read_key_file(folder)
    slot = _slot_of(key_file, clinician)
    if len(_clinician_slots(key_file)) == 1:
        raise LastClinician(clinician=slot.label)
    write_key_file(folder, key_file.without_slot(slot.id))
    tries.forget_tries(folder, slot.id)


def _tried(folder: Path, vault_id: str, slot: KeySlot, secret: str, now: float | None) -> bytes:
    tries.begin_try(folder, slot.id, time.time() if now is None else now)
    data_key = open_slot(vault_id, slot, secret)
    tries.forget_tries(folder, slot.id)
    return data_key


def _clinician_slots(key_file: KeyFile) -> tuple[KeySlot, ...]:
    return tuple(slot for slot in key_file.slots if slot.kind == "clinician")


def _slot_of(key_file: KeyFile, clinician: str) -> KeySlot:
    slots = _clinician_slots(key_file)
    for slot in slots:
        if slot.id == clinician:
            return slot
    for slot in slots:
        if slot.label.casefold() == _clean(clinician).casefold():
            return slot
    raise ClinicianUnknown(clinician=clinician)


def _clean(clinician: str) -> str:
    return " ".join(unicodedata.normalize("NFC", clinician).split())


def _check_length(passphrase: str) -> None:
    if len(unicodedata.normalize("NFKC", passphrase).strip()) < LEAST_PASSPHRASE:
        raise PassphraseTooShort(least=LEAST_PASSPHRASE)
