"""Let only one run at a time prepare the checkout; the others wait, and say so."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

WAIT_BETWEEN_TRIES = 0.5  # seconds
REMIND_AFTER = 15.0  # seconds


@contextlib.contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Hold the lock file while the block runs. The system frees it when a run dies: it never goes stale.

    Children started with close_fds=False hold it too, so a pip that outlives a killed run is waited for.
    """
    with lock.open("a+b") as file:
        os.set_inheritable(file.fileno(), True)
        told = float("-inf")
        while not _take(file):
            if time.monotonic() - told > REMIND_AFTER:
                print("Another run is preparing this folder; waiting for it to finish ...", flush=True)
                told = time.monotonic()
            time.sleep(WAIT_BETWEEN_TRIES)
        yield


def _take(file: IO[bytes]) -> bool:
    """Try to take the lock without waiting; it is freed when the file is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
