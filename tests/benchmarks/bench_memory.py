"""Resident memory of a process of its own with the list over 10,000 patients open."""

from __future__ import annotations

from tests.benchmarks.big_vault import big_vault
from tests.benchmarks.result import Result
from tests.benchmarks.timing import python

SHOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
import physioplan.app as app
folder, slot, name, key = Path(sys.argv[1]), *sys.argv[2:]
program = app.start(["physioplan"], folder=folder)
program.settings.setValue = lambda *_what: None  # leave the settings of this computer alone
program._opened(program.keeper._open(bytes.fromhex(key), slot, name))
program.desk.go("patients")
loop = QEventLoop()
QTimer.singleShot(1500, loop.quit)
loop.exec()
import platform
if platform.system() == "Linux":
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024)
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
sys.stdout.flush()
import os
os._exit(0)
"""


def measure() -> Result:
    """Open the window on the list and read what the system counts."""
    vault = big_vault()
    printed = python(SHOW, str(vault.folder), vault.slot_id, vault.name, vault.data_key.hex())
    return Result(
        "memory with the list of 10,000 open", float(printed.split()[-1]), None, goal=200, unit="MB"
    )
