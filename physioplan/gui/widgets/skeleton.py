"""Grey rows that stand in for what is still loading; shown only after 400 ms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette

PATIENCE_MS = 400


class Skeleton(QWidget):
    """``begin`` starts the wait, ``end`` takes the rows away; ``words`` are for assistive technology."""

    def __init__(self, words: str, rows: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._drawn = False
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._draw)
        self.hide()

    def begin(self) -> None:
        self._drawn = False
        self.show()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        self.hide()

    def _draw(self) -> None:
        self._drawn = True
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(380, self._rows * 51)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(current_palette().zone))
        for row in range(self._rows):
            y = row * 51 + 12
            painter.drawRoundedRect(QRectF(0, y, min(180, self.width() * 0.3), 14), 3, 3)
            painter.drawRoundedRect(QRectF(0, y + 20, self.width() * (0.9 - 0.12 * (row % 3)), 10), 3, 3)
        painter.end()
