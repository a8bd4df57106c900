"""The faults of the world a vault can meet, each with one sentence naming the thing and the mend."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar


class VaultError(Exception):
    """A fault of the world, not of the program: `str(error)` is the sentence to show.

    `template` is the sentence with named places and `facts` their values, so that a window may translate it.
    No fact ever names or quotes a patient.
    """

    template: ClassVar[str] = "The vault in {folder} could not be used."

    def __init__(self, **facts: object) -> None:
        self.facts: dict[str, str] = {name: str(value) for name, value in facts.items()}
        super().__init__(self.template.format(**self.facts))


class VaultMissing(VaultError):
    template = (
        "There is no vault in {folder}. Choose the folder that holds vault.db and vault.json, "
        "make a new vault, or restore a backup."
    )


class FolderNotEmpty(VaultError):
    template = "The folder {folder} already holds files. Choose an empty or a new folder for a new vault."


class WrongPassphrase(VaultError):
    template = (
        "This passphrase or recovery key does not open the vault. Type it again, or use another way in."
    )


class RecoveryKeyMistyped(VaultError):
    template = (
        "The recovery key has a typing mistake. It is {groups} groups of 4 signs; "
        "compare it with the printed sheet and type it again."
    )


class PassphraseTooShort(VaultError):
    template = (
        "The passphrase is too short. Choose at least {least} characters; four ordinary words are good."
    )


class ClinicianUnknown(VaultError):
    template = "The vault has no clinician called {clinician}. Choose a name from the list."


class ClinicianExists(VaultError):
    template = "The vault already has a clinician called {clinician}. Choose a name that tells the two apart."


class LastClinician(VaultError):
    template = "{clinician} is the only clinician who can open this vault. Add another clinician first."


class TooManyTries(VaultError):
    """Five tries failed; `seconds` says how long to wait."""

    template = "Too many failed tries. Wait {seconds} seconds and try again."

    def __init__(self, *, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(seconds=seconds)


class KeyFileDamaged(VaultError):
    template = (
        "The key file {path} is damaged or was changed ({why}). The records are not harmed: "
        "copy vault.json back from the newest backup folder."
    )


class VaultDamaged(VaultError):
    template = (
        "The vault file {path} is damaged ({why}). Restore the newest backup; "
        "what is there now will be kept beside it."
    )


class VaultNewer(VaultError):
    template = (
        "This vault was made by a newer PhysioPlan (record format {found}, this program knows {known}). "
        "Update the program; the vault was not changed."
    )


class VaultReadOnly(VaultError):
    template = (
        "PhysioPlan may not write to {path}. Give your account the right to write there, "
        "or move the vault folder to a place that is yours."
    )


class DiskFull(VaultError):
    template = (
        "The disk that holds {path} is full. Free some space and save again; "
        "nothing saved before was lost, and what you typed is still in the window."
    )


class DiskFault(VaultError):
    template = (
        "The disk that holds {path} did not do what was asked. Check that it is connected and that you have "
        "space left on it, then open the vault again; everything saved before is still there."
    )


class VaultBusy(VaultError):
    template = (
        "Another program, perhaps a copy program, is using the vault file {path}. Try again in a moment."
    )


class VaultInUse(VaultError):
    """Another running program holds the vault. `elsewhere` is true when it runs on another computer."""

    template = "The vault in {folder} is open by {who} on {where} since {since} (UTC). Close it there first."

    def __init__(self, *, folder: object, who: str, where: str, since: str, elsewhere: bool) -> None:
        self.elsewhere = elsewhere
        super().__init__(folder=folder, who=who, where=where, since=since)


class UpgradeFailed(VaultError):
    template = (
        "The vault in {folder} could not be brought to the new record format and was left as it was. "
        "A verified copy is in {copy}. Use the previous program version and report the problem."
    )


class BackupDamaged(VaultError):
    template = (
        "The backup {path} cannot be trusted ({why}). Choose an older one, or make a new one on another disk."
    )


class ChangedMeanwhile(VaultError):
    template = (
        "Somebody else changed the {thing} while you were editing. Load it again and enter your change anew."
    )


class AppendOnly(VaultError):
    template = "A saved {thing} is never changed. Add a correction that names the one it replaces."


class AlreadySaved(VaultError):
    template = "The {thing} {name} is already in the vault. Choose another one, or open the existing record."


class NotFound(VaultError):
    template = (
        "The {thing} is not in this vault. It may have been removed; go back to the list and load it again."
    )


_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


def named_fault(fault: BaseException, path: Path) -> VaultError | None:
    """The named error of the world for a cipher, SQL or operating-system fault at `path`.

    Or None if it is ours.
    """
    if isinstance(fault, VaultError):
        return fault
    original = getattr(fault, "orig", None)
    if isinstance(original, BaseException):
        return named_fault(original, path)
    code = getattr(fault, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _named_by_code(code, str(fault), path)
    if isinstance(fault, OSError):
        return _named_by_errno(fault, path)
    return None


def _named_by_code(code: int, said: str, path: Path) -> VaultError | None:
    primary = code & 0xFF  # https://www.sqlite.org/rescode.html
    if primary == 13:  # FULL
        return DiskFull(path=path)
    if primary in (11, 26):  # CORRUPT, NOTADB
        return VaultDamaged(path=path, why="a page does not read back as it was written")
    if primary in (8, 3):  # READONLY, PERM
        return VaultReadOnly(path=path)
    if primary == 14:  # CANTOPEN: the folder refuses the write-ahead log, or is gone
        return VaultReadOnly(path=path) if path.exists() else DiskFault(path=path)
    if primary == 10:  # IOERR: unplugged, failing, or a quota; this build does not say which
        return DiskFault(path=path)
    if primary in (5, 6):  # BUSY, LOCKED
        return VaultBusy(path=path)
    if "is append-only" in said:
        return AppendOnly(thing=said.split(" is append-only")[0].replace("_", " "))
    return None


def _named_by_errno(fault: OSError, path: Path) -> VaultError | None:
    if fault.errno in _FULL:
        return DiskFull(path=path)
    if fault.errno in _FORBIDDEN:
        return VaultReadOnly(path=path)
    if fault.errno in (errno.ENOENT, errno.ENOTDIR):
        return VaultMissing(folder=path.parent if path.suffix else path)
    if fault.errno in (errno.EIO, errno.ENODEV, errno.ENXIO, getattr(errno, "ESTALE", errno.EIO)):
        return DiskFault(path=path)
    return None


@contextmanager
def naming_faults(path: Path) -> Iterator[None]:
    """Inside this block a fault of the world leaves as a VaultError about `path`.

    Our own faults pass unchanged.
    """
    try:
        yield
    except Exception as fault:
        named = named_fault(fault, path)
        if named is None or named is fault:
            raise
        # The cause is dropped: its text could quote SQL parameters, that is, a patient.
        raise named from None
