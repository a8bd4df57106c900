"""One program at a time: a lock that says who holds the vault, where and since when.

And frees itself after a crash.
"""

from __future__ import annotations

import json
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from physioplan.storage.errors import VaultInUse, naming_faults

FILE_NAME = "vault.lock"
_FAR = 1 << 20  # Windows forbids reading a locked byte, so the byte that is locked lies beyond the words


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the vault: a clinician's name, the computer, the process, and since when (UTC)."""

    who: str
    where: str
    process: int
    since: str


class LockFile:
    """The operating system's lock on `vault.lock`, held until `release`.

    The lock itself vanishes with a killed program, so what such a program left written is known to be stale.
    Words left by another computer (a shared or synchronised folder) cannot be checked from here: they are
    believed, unless the clinician decides to take over.
    """

    def __init__(self, file: IO[bytes], left_behind: Holder | None) -> None:
        self._file: IO[bytes] | None = file
        self.left_behind = left_behind

    @classmethod
    def take(cls, folder: Path, who: str, since: str, *, take_over: bool = False) -> LockFile:
        """Take the lock. Raises VaultInUse with who and where, VaultReadOnly.

        `left_behind` tells of a crash.
        """
        path = folder / FILE_NAME
        with naming_faults(path):
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            file = os.fdopen(handle, "rb+")
        try:
            other, here = _read(file), socket.gethostname()
            if not _lock(file):
                raise _in_use(folder, other or Holder("somebody", here, 0, "an unknown time"), here)
            other = _read(file)
            if other and other.where != here and not take_over:
                raise _in_use(folder, other, here)
            with naming_faults(path):
                _write(file, Holder(who, here, os.getpid(), since))
        except BaseException:
            file.close()
            raise
        return cls(file, other)

    def release(self) -> None:
        """Empty the file and let go. The file stays.

        Deleting it could free a lock somebody else just took.
        """
        if self._file is None:
            return
        try:
            self._file.seek(0)
            self._file.truncate()
            self._file.flush()
        except OSError:
            pass  # the disk is gone, and the lock with it
        finally:
            self._file.close()
            self._file = None


def _in_use(folder: Path, other: Holder, here: str) -> VaultInUse:
    where = "this computer" if other.where == here else other.where
    return VaultInUse(
        folder=folder, who=other.who, where=where, since=other.since, elsewhere=other.where != here
    )


def _read(file: IO[bytes]) -> Holder | None:
    try:
        file.seek(0)
        data = json.loads(file.read(10_000))
        return Holder(str(data["who"]), str(data["where"]), int(data["process"]), str(data["since"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _write(file: IO[bytes], holder: Holder) -> None:
    words = {"who": holder.who, "where": holder.where, "process": holder.process, "since": holder.since}
    file.seek(0)
    file.truncate()
    file.write(json.dumps(words, ensure_ascii=False).encode())
    file.flush()
    os.fsync(file.fileno())


if os.name == "nt":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
