"""All checked content in one file of the user's cache folder, so that starting is fast.

It holds no patient data. It is written whole or not at all, read only when it fits the files it was made
from, and ignored when anything is odd about it: then the files themselves are read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from physioplan import __version__

FORMAT = 4


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "PhysioPlan" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "PhysioPlan"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "physioplan"


def read_compiled(fingerprint: str, folder: Path) -> dict[str, Any] | None:
    """The content packed from the files with ``fingerprint``, or ``None``."""
    try:
        head, _, body = _file(fingerprint, folder).read_bytes().partition(b"\n")
        if head.decode("ascii") != _head(fingerprint, body):
            return None
        packed: dict[str, Any] = json.loads(body)
        return packed
    except (OSError, ValueError):
        return None


def write_compiled(packed: dict[str, Any], fingerprint: str, folder: Path) -> bool:
    """Keep ``packed``; False when the folder cannot be written, which does no harm."""
    import tempfile  # needed once after an edit; too slow to import at every start

    body = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=folder, prefix="content-", suffix=".draft")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(fingerprint, body).encode("ascii") + b"\n" + body)
            Path(draft).replace(_file(fingerprint, folder))
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        _forget_older(folder, fingerprint)
    except OSError:
        return False
    return True


def _file(fingerprint: str, folder: Path) -> Path:
    return folder / f"content-{fingerprint[:16]}.json"


def _head(fingerprint: str, body: bytes) -> str:
    """Names everything the body depends on, and the body itself, so that a damaged file is noticed."""
    return f"physioplan {__version__} {FORMAT} {fingerprint} {hashlib.sha256(body).hexdigest()}"


def _forget_older(folder: Path, fingerprint: str) -> None:
    keep = _file(fingerprint, folder).name
    others = [path for path in folder.glob("content-*.json") if path.name != keep]
    others.sort(key=lambda path: path.stat().st_mtime)
    for path in others[:-2]:  # two others stay, for a second installation beside this one
        path.unlink(missing_ok=True)
