"""A report of a fault of ours: where in the code it happened, never a value, a message or a clinic's path.

Messages and values of an exception may quote a patient, so only its kind and the lines of code are written.
"""

from __future__ import annotations

import platform
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from physioplan import __version__


def write_crash_report(problem: BaseException, folder: Path | None = None) -> Path | None:
    """Write the report into ``folder`` (default: the user's data folder) and return its path, or ``None``."""
    text = crash_report(problem)
    name = f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    for place in (folder or _usual_folder(), Path(tempfile.gettempdir())):
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            (place / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return place / name
    return None


def crash_report(problem: BaseException) -> str:
    """The kinds of the error and its causes, each with file, line and function, innermost last."""
    lines = [f"PhysioPlan {__version__}, Python {platform.python_version()}, {platform.system()}"]
    seen: set[int] = set()
    cause: BaseException | None = problem
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"\n{type(cause).__module__}.{type(cause).__qualname__}")
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _short(filename: str) -> str:
    """The last three parts: a home folder may carry a person's name."""
    return "/".join(Path(filename).parts[-3:])


def _usual_folder() -> Path:
    from physioplan.services.vault_keeper import usual_folder

    return usual_folder().parent / "crash-reports"
