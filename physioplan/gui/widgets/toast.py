"""A line that tells what was just done and takes it back: instead of "are you sure?"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import ACTION_BAR_HEIGHT
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import announce
from physioplan.gui.words import _

STAYS_MS = 8000


class Toast(QWidget):
    """Stands above the action bar of ``window``. It stays while the keyboard or the pointer is on it,
    and Undo stays possible with Ctrl+Z after it has gone, so nothing depends on being quick.
    """

    undo_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self._words = Label("", "field")
        self._undo = Button(_("Undo"))
        self._undo.clicked.connect(self._undone)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._fade)
        window.installEventFilter(self)
        self._undo_action: Callable[[], None] | None = None
        self.hide()

    def display(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Show one sentence; with ``undo`` the button calls it (and emits ``undo_requested``)."""
        self._words.setText(words)
        self._undo_action = undo
        self._undo.setVisible(undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def _undone(self) -> None:
        self.hide()
        if self._undo_action is not None:
            self._undo_action()
        self.undo_requested.emit()

    def _fade(self) -> None:
        if self.underMouse() or QApplication.focusWidget() is self._undo:
            return
        self._timer.stop()
        self.hide()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            x = (window.width() - self.width()) // 2
            self.move(x, window.height() - ACTION_BAR_HEIGHT - self.height() - 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.line_strong), 1))
        painter.setBrush(colour(palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
