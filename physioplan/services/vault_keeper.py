"""Making, unlocking, backing up and checking a vault.

Imports only the standard library and the key file at first: the unlock page needs no more. What opens the record
itself is imported when it is asked for, while the passphrase is being typed or turned into a key.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from physioplan.storage import keys
from physioplan.storage.errors import VaultError, WrongPassphrase

if TYPE_CHECKING:
    from datetime import datetime

    from physioplan.domain.clinic import Clinic, Clinician
    from physioplan.storage.vault import Vault

WRONG_SECRET: tuple[type[Exception], ...] = (WrongPassphrase,)
WORLD_FAULT: type[Exception] = VaultError


class OpenVault(NamedTuple):
    """An unlocked vault, the clinic it belongs to, and who is working."""

    vault: Vault
    clinic: Clinic
    by: Clinician
    recovery_key: str = ""


def _now() -> datetime:
    """The moment a vault is made or opened; the calendar is not needed before that."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


def usual_folder() -> Path:
    """Where a vault lies unless another place is chosen: the local application-data folder of this computer."""
    if sys.platform == "win32":
        place = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        place = Path.home() / "Library" / "Application Support"
    else:
        place = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return place / "PhysioPlan" / "vault"


SYNCHRONISED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
)


def is_synchronised(folder: Path) -> bool:
    """True when the path looks like a folder that a service copies to other computers."""
    return any(name in part.casefold() for part in folder.parts for name in SYNCHRONISED)


class VaultKeeper:
    """Everything about one vault folder that happens before, around and after a working session."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def exists(self) -> bool:
        """True when there is a vault here, whole or damaged."""
        return (self.folder / "vault.json").exists() or (self.folder / "vault.db").exists()

    def clinicians(self) -> tuple[tuple[str, str], ...]:
        """(slot id, name) of everybody with a key. Raises VaultMissing, KeyFileDamaged, VaultNewer."""
        return tuple((slot.slot_id, slot.label) for slot in keys.clinicians_of(self.folder))

    def unlock(self, slot_id: str, passphrase: str) -> OpenVault:
        """Turn the passphrase into the data key and open the record. Slow on purpose: call it off the GUI thread."""
        data_key = keys.unlock(self.folder, slot_id, passphrase)
        name = dict(self.clinicians()).get(slot_id, slot_id)
        return self._open(data_key, slot_id, name)

    def recover(self, recovery_key: str) -> OpenVault:
        """Open the record with the printed recovery key, as the first clinician."""
        data_key = keys.unlock_with_recovery(self.folder, recovery_key)
        slot_id, name = self.clinicians()[0]
        return self._open(data_key, slot_id, name)

    def create(self, clinic: str, clinician: str, passphrase: str) -> OpenVault:
        """Make a new vault and open it; the recovery key is in the answer and nowhere else."""
        from uuid import uuid4

        from physioplan.domain.clinic import Clinic, Clinician, Role
        from physioplan.storage.vault import Vault

        person = Clinician(id=str(uuid4()), name=clinician, role=Role.OWNER)
        place = Clinic(name=clinic)
        vault, recovery_key = Vault.create(
            self.folder, clinic=place, clinician=person, passphrase=passphrase, at=_now()
        )
        return OpenVault(vault, place, person, recovery_key)

    def _open(self, data_key: bytes, slot_id: str, name: str) -> OpenVault:
        from physioplan.domain.clinic import Clinician
        from physioplan.storage.clinic_records import clinician_of_slot, the_clinic
        from physioplan.storage.vault import Vault

        vault = Vault.open(self.folder, data_key, who=name, at=_now())
        try:
            with vault.reading() as session:
                by = clinician_of_slot(session, slot_id) or Clinician(id=slot_id, name=name)
                return OpenVault(vault, the_clinic(session), by)
        except BaseException:
            vault.close()
            raise


def warm_up() -> Any:
    """Import everything a working session needs; done in the background while the passphrase is typed."""
    import physioplan.services.care_pathway
    import physioplan.services.patient_register
    import physioplan.storage.database

    physioplan.storage.database.warm_up()
    return physioplan.services.care_pathway
