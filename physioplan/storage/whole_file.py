"""Writes a file whole or not at all: temporary file, fsync, replace, fsync of the folder.

Readable by the owner only.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` (mode 0600) so that a crash leaves the old or the new file, never a part.

    Raises OSError.
    """
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Make the names in `folder` durable; Windows and some USB file systems have no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def settle_file(path: Path) -> None:
    """Make the bytes of `path` durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def private_folder(folder: Path) -> None:
    """Make `folder` if it is missing and keep it to its owner (mode 0700)."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _keep_to_owner(folder, 0o700)


def private_file(path: Path) -> None:
    """Keep `path` to its owner (mode 0600)."""
    _keep_to_owner(path, 0o600)


def _keep_to_owner(path: Path, mode: int) -> None:
    """FAT sticks know no owners and refuse; what is written there is encrypted all the same."""
    if os.name != "nt":
        with suppress(PermissionError):
            path.chmod(mode)
