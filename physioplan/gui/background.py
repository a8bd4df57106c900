"""The one way off the window's thread: work runs in a pool, its answer comes back to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class _Answer(QObject):
    """Carries one outcome across threads; lives on the window's thread."""

    arrived = Signal(object, bool)

    def __init__(self, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._done = done
        self._failed = failed
        self.dropped = False

    @Slot(object, bool)
    def deliver(self, outcome: object, well: bool) -> None:
        if self.dropped:
            return
        if well:
            self._done(outcome)
        else:
            assert isinstance(outcome, Exception)
            self._failed(outcome)


class _Work(QRunnable):
    def __init__(self, function: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._function = function
        self._answer = answer

    def run(self) -> None:
        try:
            outcome: object = self._function()
            well = True
        except Exception as fault:
            outcome, well = fault, False
        try:
            self._answer.arrived.emit(outcome, well)
        except RuntimeError:  # the window has gone; nobody is waiting
            return


class ThreadBackground(QObject):
    """Satisfies ``background_port.Background`` with a ``QThreadPool``.

    Everything handed to ``run`` should be frozen values; the callbacks run on the thread that made this
    object.
    """

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._waiting: set[_Answer] = set()

    def run(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``function`` in the pool, then ``done(result)`` or ``failed(fault)`` on this object's
        thread.
        """
        answer = _Answer(done, failed)
        self._waiting.add(answer)
        answer.arrived.connect(answer.deliver)
        answer.arrived.connect(lambda *_outcome: self._waiting.discard(answer))
        self._pool.start(_Work(function, answer))

    def drop_all(self) -> None:
        """Forget every answer still on its way (the vault was locked); running work ends by itself."""
        for answer in self._waiting:
            answer.dropped = True
        self._waiting.clear()

    def wait(self, milliseconds: int = 5000) -> bool:
        """Wait until the pool is idle; True when it is."""
        return self._pool.waitForDone(milliseconds)
