"""Where a passphrase comes from on the command line: a file or a prompt, never words or the environment."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

LARGEST = 10_000  # bytes


class PassphraseMissing(Exception):
    """No passphrase could be had; the message says how to give one."""


def read_passphrase(file: Path | None, *, new: bool) -> str:
    """The first line of ``file``, or what is typed without being shown; a ``new`` one is asked for twice."""
    if file is not None:
        return _from_file(file)
    if not sys.stdin.isatty():
        raise PassphraseMissing("Nobody can be asked for the passphrase here. Use --passphrase-file FILE.")
    typed = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("The same again: ") != typed:
        raise PassphraseMissing("The two passphrases differ. Try again.")
    if not typed:
        raise PassphraseMissing("The passphrase is empty. Try again.")
    return typed


def _from_file(file: Path) -> str:
    try:
        if not file.is_file():
            raise PassphraseMissing(f"There is no passphrase file “{file}”. Check its name.")
        with file.open("rb") as source:
            raw = source.read(LARGEST)
        lines = raw.decode("utf-8-sig").splitlines()
    except OSError as problem:
        why = (problem.strerror or "it cannot be read").lower()
        raise PassphraseMissing(f"The passphrase file “{file}” cannot be read: {why}.") from None
    except UnicodeDecodeError:
        raise PassphraseMissing(
            f"The passphrase file “{file}” is not UTF-8. Save it again as UTF-8."
        ) from None
    if not lines or not lines[0].strip():
        raise PassphraseMissing(f"The first line of “{file}” is empty; it must be the passphrase.")
    return lines[0]
