"""Which errors are the world's (a wrong file, a full disk) and what each one says; all others are ours."""

from __future__ import annotations

import errno
import sys

_OF_THE_WORLD = {
    "physioplan.storage.errors": ("VaultError", "VaultProblem"),
    "physioplan.reports.errors": ("ReportProblem",),
    "physioplan.content.locate": ("AssetsMissing",),
    "physioplan.services.passphrase": ("PassphraseMissing",),
    "physioplan.services.plan_export": ("LanguageMissing",),
}
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def sentences_of(problem: Exception) -> tuple[str, ...] | None:
    """The sentences to show, or ``None`` when the fault is the program's own.

    Looks only into modules that are loaded: an error cannot come from one that is not.
    """
    several = getattr(problem, "faults", None)
    if isinstance(several, tuple) and type(problem).__module__.startswith("physioplan."):
        return tuple(str(fault) for fault in several)
    for module, names in _OF_THE_WORLD.items():
        kinds = tuple(getattr(sys.modules.get(module), name, ()) for name in names)
        if any(kind and isinstance(problem, kind) for kind in kinds):
            return (str(problem),)
    if isinstance(problem, OSError) and (problem.filename is not None or problem.errno in _FULL):
        return (_of_a_file(problem),)
    return None


def _of_a_file(problem: OSError) -> str:
    if problem.errno in _FULL:
        what = f"“{problem.filename}”" if problem.filename else "the answer"
        return f"The disk is full: {what} could not be written. Make room and try again."
    why = (problem.strerror or "it cannot be used").lower()
    return f"“{problem.filename}”: {why}. Check the name and its permissions."
