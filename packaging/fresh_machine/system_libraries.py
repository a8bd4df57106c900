"""Find and get the system's graphics libraries, which Qt needs on Linux and its wheel does not bring."""

from __future__ import annotations

import ctypes
import shutil
import sys

from fresh_machine import apt
from fresh_machine.problem import Problem

# What a bare Debian lacks, found by adding one library at a time until a window appeared.
WITHOUT_A_SCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
PDF_CHECKERS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}


def ensure(*, x11: bool) -> None:
    """See that Qt can draw on this machine; raise Problem with the exact command when it cannot."""
    if not sys.platform.startswith("linux"):
        return  # the wheels for macOS and Windows are complete
    missing = _missing(WITHOUT_A_SCREEN | (ON_X11 if x11 else {}))
    if not missing:
        return
    packages = tuple(missing.values())
    if apt.allowed() and apt.install(packages):
        missing = _missing(missing)
    if missing:
        raise Problem(_sentence(missing))


def offer_pdf_checkers() -> None:
    """Install the tools some PDF tests use, where that is allowed; those tests are skipped without them."""
    missing = [package for tool, package in PDF_CHECKERS.items() if not shutil.which(tool)]
    if missing and apt.allowed() and not apt.install(missing):
        print(
            f"Carrying on without {' and '.join(missing)}: the tests that need them are skipped.", flush=True
        )


def _missing(libraries: dict[str, str]) -> dict[str, str]:
    """Return those of the libraries that cannot be loaded, with the package that brings each."""
    newer_names = apt.renamed_for_64_bit_time()
    missing = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = RENAMED.get(package, package) if newer_names else package
    return missing


def _sentence(missing: dict[str, str]) -> str:
    if apt.present():
        return (
            "Qt needs system libraries that are missing here, and this account may not install them. "
            f"Give this command once, then the same command again:\n\n    {apt.command(missing.values())}\n"
        )
    return (
        f"Qt needs system libraries that are missing here: {', '.join(missing)}. "
        "Install them with your system's packages, then give the same command again."
    )
