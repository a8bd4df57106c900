"""Make .venv in the checkout with exactly the pinned packages, or see at a glance that it is made already."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from fresh_machine import apt
from fresh_machine.one_at_a_time import one_at_a_time
from fresh_machine.problem import Problem

CHECKOUT = Path(__file__).resolve().parents[2]
VENV = CHECKOUT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OURS = VENV / "made-by-physioplan"  # written first, so that only a folder of our own is ever made anew
UNFINISHED = VENV / "physioplan-unfinished"  # there while packages are being installed
REQUIREMENTS = CHECKOUT / "packaging" / "requirements"
LOCK = CHECKOUT / ".bootstrap.lock"
DOWNLOAD = {"run": "about 110 MB", "test": "about 140 MB"}


def ensure(kind: str) -> Path:
    """Return the Python of an environment that holds all that `run` or `test` needs, made or mended first."""
    if not _ready(kind):
        try:
            with one_at_a_time(LOCK):
                if not _ready(kind):  # the run that was waited for may have made it
                    _make(kind)
        except PermissionError as error:
            raise Problem(
                f"{error.filename} cannot be written: copy the checkout to a folder of your own."
            ) from error
    return PYTHON


def child_environment(**more: str) -> dict[str, str]:
    """Return this process's environment without what would lead a child to another Python's packages."""
    astray = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in astray} | more


def note(name: str) -> Path:
    """Return the path of a small file that remembers something about this environment."""
    return VENV / f"physioplan-{name}.stamp"


def _ready(kind: str) -> bool:
    """Compare one small file; nothing is imported or started, so a second run costs milliseconds."""
    try:
        return PYTHON.exists() and note(kind).read_text("utf-8") == _wanted(kind)
    except OSError:
        return False


def _wanted(kind: str) -> str:
    """Return what the stamp says when all is right: interpreter, place and pinned requirements."""
    pinned = hashlib.sha256((REQUIREMENTS / f"{kind}.txt").read_bytes()).hexdigest()
    return f"{_interpreter()}\n{CHECKOUT}\n{pinned}\n"


def _interpreter() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {platform.machine()}"


def _make(kind: str) -> None:
    print(f"Preparing {VENV} (once; {DOWNLOAD[kind]} to download, a minute or a few) ...", flush=True)
    if not _usable():
        _create()
    UNFINISHED.touch()
    _install(kind)
    note(kind).write_text(_wanted(kind), "utf-8")
    if kind == "test":  # holds the same pins as run, and more
        note("run").write_text(_wanted("run"), "utf-8")
    UNFINISHED.unlink()


def _usable() -> bool:
    """Tell whether an environment of this very interpreter stands there whole, pip included.

    An interrupted installation can leave half a package that pip takes for a whole one, so an unfinished
    environment is made anew; what pip had downloaded it still has.
    """
    if not VENV.exists():
        return False
    if OURS.exists():
        return not UNFINISHED.exists() and PYTHON.exists() and OURS.read_text("utf-8") == _interpreter()
    version = sys.version_info[:2]
    if _runs("-c", f"import pip, sys; sys.exit(sys.version_info[:2] != {version})"):
        return True  # somebody's own environment, and it will do
    raise Problem(
        f"{VENV} was not made by this program and does not hold a working Python {version[0]}.{version[1]} "
        "with pip. Rename or remove it, then repeat the command."
    )


def _runs(*words: str) -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, *words], capture_output=True, env=child_environment()).returncode == 0


def _create() -> None:
    _ensure_venv_module()
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)
    OURS.write_text(_interpreter(), "utf-8")
    UNFINISHED.touch()
    made = subprocess.run([sys.executable, "-m", "venv", VENV], env=child_environment(), close_fds=False)
    if made.returncode:
        raise Problem(f"Python could not make {VENV}; its own words stand above.")


def _ensure_venv_module() -> None:
    """Debian and Ubuntu leave out what a new environment needs until python3-venv is installed."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if apt.allowed() and apt.install([package]):
        return
    if apt.present():
        raise Problem(
            "This Python cannot make environments until one more package is installed. "
            f"Give this command once, then the same command again:\n\n    {apt.command([package])}\n"
        )
    raise Problem(
        "This Python lacks its venv and ensurepip modules. Install a complete Python 3.11 or newer."
    )


def _install(kind: str) -> None:
    """Install the pinned packages; each is checked against its hash, none is built from source."""
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--require-hashes", "--no-deps")
    line = (*pip, "--only-binary", ":all:", "-r", REQUIREMENTS / f"{kind}.txt")
    if subprocess.run(line, env=child_environment(), close_fds=False).returncode:
        raise Problem(
            "pip could not install the pinned packages; its own words stand above.\n"
            "The first run needs the network, or pip set up for a mirror. Ready-built packages exist for\n"
            "Linux on x86-64 and arm64, for macOS on Apple silicon and for Windows on x86-64.\n"
            "What was downloaded is kept: the same command carries on from here."
        )
    site_packages = subprocess.run(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
        env=child_environment(),
    ).stdout.strip()
    # The checkout itself is run as it stands: a change in it needs no new installation.
    (Path(site_packages) / "physioplan-checkout.pth").write_text(f"{CHECKOUT}\n", "utf-8")
