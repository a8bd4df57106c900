"""Read a folder of content files into plain tables, gathering what cannot be read instead of stopping."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from physioplan.content.fault import Fault

FOLDERS = ("measures", "safety", "movement_tests", "evidence", "cbt", "exercises")
READERS = ("domain", "measures", "library", "evidence", "content")
LARGEST_FILE = 2_000_000  # bytes; the largest of ours has some 30,000

Tables = dict[str, dict[str, Any]]


def content_files(folder: Path) -> Iterator[Path]:
    """Every content file below ``folder``, in a fixed order."""
    for name in FOLDERS:
        yield from sorted((folder / name).glob("*.toml"))


def fingerprint(folder: Path) -> str:
    """A short text that changes when a file is added, removed or saved: names, sizes and times.

    The program's own modules that read content count too, so that a changed rule of reading checks anew.
    """
    program = Path(__file__).parents[1]
    readers = (path for room in READERS for path in sorted((program / room).glob("*.py")))
    digest = hashlib.sha256()
    for path in (*content_files(folder), *readers):
        state = path.stat()
        digest.update(f"{path.parent.name}/{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def read_tables(folder: Path) -> tuple[Tables, tuple[Fault, ...]]:
    """The parsed files by their path below ``folder``, and a fault for each that cannot be read."""
    tables: Tables = {}
    faults: list[Fault] = []
    for path in content_files(folder):
        name = f"{path.parent.name}/{path.name}"
        try:
            tables[name] = _read(path)
        except _CannotRead as why:
            faults.append(Fault(file=name, key="", sentence=str(why)))
    return tables, tuple(faults)


class _CannotRead(Exception):
    """Why one file cannot be read, as a sentence."""


def _read(path: Path) -> dict[str, Any]:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _CannotRead(f"The file has {size:,} bytes; content files stay below {LARGEST_FILE:,}.")
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise _CannotRead(f"Byte {wrong.start} is not UTF-8. Save the file as UTF-8.") from wrong
    except tomllib.TOMLDecodeError as wrong:
        raise _CannotRead(f"The file is not valid TOML: {wrong}.") from wrong
    except OSError as wrong:
        raise _CannotRead(f"The file cannot be opened: {wrong.strerror or wrong}.") from wrong
