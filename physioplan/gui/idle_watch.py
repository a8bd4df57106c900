"""Locks after minutes without a key or mouse, by wall clock, so that sleep counts too."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

IDLE_MINUTES = 10
LOOK_EVERY_MS = 5000
_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class IdleWatch(QObject):
    """Calls ``lock`` with the sentence to show, once nobody has been there for ``minutes``."""

    def __init__(
        self, application: QApplication, lock: Callable[[str], None], minutes: int = IDLE_MINUTES
    ) -> None:
        super().__init__(application)
        self._application = application
        self._lock = lock
        self.seconds = minutes * 60
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def use_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self.seconds = minutes * 60

    def start(self) -> None:
        """Begin to watch."""
        self._last = time.time()
        self._application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Stop watching, as while locked."""
        self._application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or the mouse counts as being there."""
        if event.type() in _SIGNS_OF_LIFE:
            self._last = time.time()
        return False

    def _look(self) -> None:
        idle = time.time() - self._last
        if idle >= self.seconds or idle < -60:  # a clock set back is no reason to stay open
            at = time.strftime("%H:%M")
            self._lock(f"Locked after {self.seconds // 60} minutes without use, at {at}. Nothing was lost.")
