"""Counts failed tries at each key slot and makes the next one wait; the count survives a restart."""

from __future__ import annotations

import json
import math
from pathlib import Path

from physioplan.storage.errors import DiskFull, TooManyTries, naming_faults
from physioplan.storage.whole_file import write_whole

FILE_NAME = "attempts.json"
FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 5, 900  # seconds; doubles with each further failure
NOTE = (
    "Failed tries to open this PhysioPlan vault since the last success, by key slot. "
    "Times are seconds since 1970."
)


def begin_try(folder: Path, slot_id: str, now: float) -> None:
    """Count a try as failed before it is made, so that ending the program in the middle gains nothing.

    `now` is machine time in seconds. Raises TooManyTries while a wait is running.
    """
    counts = _read(folder)
    failed, last = counts.get(slot_id, (0, now))
    wait = _wait_after(failed)
    if now < last:  # the clock was set back: the wait starts again rather than lasting until then
        counts[slot_id] = (failed, now)
        _write(folder, counts)
        last = now
    left = last + wait - now
    if left > 0:
        raise TooManyTries(seconds=math.ceil(left))
    counts[slot_id] = (failed + 1, now)
    _write(folder, counts)


def forget_tries(folder: Path, slot_id: str) -> None:
    """A try succeeded: its slot starts again at nought."""
    counts = _read(folder)
    if counts.pop(slot_id, None) is not None:
        _write(folder, counts)


def _wait_after(failed: int) -> int:
    if failed < FREE_TRIES:
        return 0
    return min(LONGEST_WAIT, FIRST_WAIT << min(failed - FREE_TRIES, 16))


def _read(folder: Path) -> dict[str, tuple[int, float]]:
    """What was counted. A damaged count is no reason to lock anybody out of the records.

    It counts as empty.
    """
    try:
        data = json.loads((folder / FILE_NAME).read_bytes())
        slots = {str(slot): (int(failed), float(last)) for slot, (failed, last) in data["slots"].items()}
        return {slot: pair for slot, pair in slots.items() if pair[0] >= 0 and math.isfinite(pair[1])}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return {}


def _write(folder: Path, counts: dict[str, tuple[int, float]]) -> None:
    path = folder / FILE_NAME
    try:
        with naming_faults(path):
            write_whole(path, json.dumps({"note": NOTE, "slots": counts}, indent=1).encode())
    except DiskFull:
        return  # records must stay readable on a full disk; the wait is a hurdle, the derivation the lock
