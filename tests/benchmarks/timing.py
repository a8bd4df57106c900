"""Time two ways of doing a thing in turns, so that a busy moment of the machine falls on both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def in_turns(
    ours: Callable[[], object], floor: Callable[[], object], *, times: int = 15, warm: int = 1
) -> tuple[float, float]:
    """Return the median milliseconds of ours and of the floor, alternating, after `warm` calls each."""
    for _ in range(warm):
        ours()
        floor()
    pairs = [(milliseconds(ours), milliseconds(floor)) for _ in range(times)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def python(code: str, *arguments: str) -> str:
    """Run code in a fresh Python of this environment and return what it printed.

    Compiled modules are kept, as in any installation, even where this process was told not to.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    line = (sys.executable, "-c", code, *arguments)
    return subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
