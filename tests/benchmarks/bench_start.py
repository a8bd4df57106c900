"""Process start to the unlock window, against an empty PySide6 window."""

from __future__ import annotations

import tempfile
from pathlib import Path

from physioplan.storage import keys
from tests.benchmarks.result import Result
from tests.benchmarks.timing import in_turns, python

OURS = """
import os, sys
from pathlib import Path
import physioplan.app
physioplan.app.start(["physioplan"], until_unlock_shown=True, folder=Path(sys.argv[1]))
os._exit(0)
"""
FLOOR = """
import os
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("PhysioPlan"))
window.resize(1440, 900)
window.show()
application.processEvents()
os._exit(0)
"""
TIMES = 15


def measure() -> Result:
    """Time two fresh processes in turns; both end as soon as their window has been painted."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        keys.create_vault(folder, "Chris Example", "invented people only")
        ours, floor = in_turns(lambda: python(OURS, str(folder)), lambda: python(FLOOR), times=TIMES, warm=2)
    return Result("process start to the unlock window", ours, floor, goal=1.3)
