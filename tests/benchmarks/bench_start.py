"""Process start to the unlock window, against an empty PySide6 window."""

from __future__ import annotations

from tests.benchmarks.result import Result
from tests.benchmarks.timing import in_turns, python

OURS = "import physioplan.app; physioplan.app.start(['physioplan'], until_unlock_shown=True)"
FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.processEvents()
"""


def measure() -> Result:
    """Time two fresh processes in turns."""
    ours, floor = in_turns(lambda: python(OURS), lambda: python(FLOOR), times=11)
    return Result("process start to the unlock window", ours, floor, goal=1.3)
