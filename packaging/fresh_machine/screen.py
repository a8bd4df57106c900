"""Tell whether a window can be opened here, before Qt ends the process because it cannot."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path


def wayland() -> bool:
    """Tell whether a Wayland screen answers."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)))


def x11() -> bool:
    """Tell whether the X screen that DISPLAY names answers; a name left over from elsewhere does not."""
    found = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?", os.environ.get("DISPLAY", ""))
    if not found:
        return False
    number = int(found["number"])
    local = f"/tmp/.X11-unix/X{number}"
    if found["host"] in ("", "unix"):
        return _answers(local) or _answers("\0" + local)
    return _answers((found["host"], 6000 + number))


def available() -> bool:
    """Tell whether a window can be shown to anybody."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return not sys.platform.startswith("linux") or wayland() or x11()


def _answers(address: str | tuple[str, int]) -> bool:
    family = socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX
    with socket.socket(family) as line:
        line.settimeout(1)
        try:
            line.connect(address)
        except OSError:
            return False
    return True
