"""Install Debian and Ubuntu packages where that is allowed, and otherwise say the exact command."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
from collections.abc import Iterable

QUIETLY = ("-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120")


@functools.cache
def present() -> bool:
    """Tell whether this machine installs its packages with apt."""
    return shutil.which("apt-get") is not None


@functools.cache
def allowed() -> bool:
    """Tell whether packages can be installed without asking anyone for a password."""
    if not present():
        return False
    if os.geteuid() == 0:
        return True
    return bool(shutil.which("sudo")) and _quiet("sudo", "-n", "true")


def command(packages: Iterable[str]) -> str:
    """Return the command a person would type to install the packages."""
    return "sudo apt-get update && sudo apt-get install " + " ".join(packages)


def install(packages: Iterable[str]) -> bool:
    """Install the packages, fetching apt's lists when needed; return whether all of them are there now."""
    wanted = tuple(packages)
    print(f"Installing with apt: {' '.join(wanted)}", flush=True)
    if _apt_get("install", *QUIETLY, *wanted, quiet=True):
        return True
    print("Fetching apt's package lists ...", flush=True)
    return _apt_get("update", "-qq") and _apt_get("install", *QUIETLY, *wanted)


def renamed_for_64_bit_time() -> bool:
    """Tell whether this release adds t64 to the names of libraries whose time type grew."""
    try:
        release = platform.freedesktop_os_release()
        version = float(release["VERSION_ID"])
    except (
        OSError,
        KeyError,
        ValueError,
    ):  # testing gives no number: newer than all
        return present()
    return version >= {"debian": 13, "ubuntu": 24.04}.get(release.get("ID", ""), float("inf"))


def _apt_get(*words: str, quiet: bool = False) -> bool:
    sudo = () if os.geteuid() == 0 else ("sudo", "-n")
    line = (*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *words)
    return _quiet(*line) if quiet else subprocess.run(line, stdout=subprocess.DEVNULL).returncode == 0


def _quiet(*line: str) -> bool:
    return subprocess.run(line, capture_output=True, stdin=subprocess.DEVNULL).returncode == 0
