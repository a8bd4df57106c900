"""Calls back once typing pauses: 0.4 s after the last stroke, and never later than 1.5 s after the first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

QUIET = 400  # ms
LONGEST = 1500  # ms; with the save itself a draft is never older than 2 s


class Pause(QObject):
    """``touch`` at every stroke; ``function`` runs in the pause."""

    def __init__(self, function: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._function = function
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    def touch(self) -> None:
        """A stroke."""
        if not self._since.isValid():
            self._since.start()
        self._timer.start(int(min(QUIET, max(0, LONGEST - self._since.elapsed()))))

    def now(self) -> None:
        """Do not wait any longer."""
        self._timer.stop()
        self._since.invalidate()
        self._function()
