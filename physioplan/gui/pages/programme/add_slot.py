"""The dashed place at the end of a phase where the next exercise goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette


class AddSlot(QAbstractButton):
    """40 px, dashed; Enter and Space press it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self._hover = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def focus_ring_radius(self) -> float:
        return 8.0

    def sizeHint(self) -> QSize:
        return QSize(120, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(palette.accent if self._hover else palette.line_strong), 1.5)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(colour(palette.accent_soft) if self._hover else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        width = QFontMetrics(font("control")).horizontalAdvance(self.text()) + 24
        x = (self.width() - width) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_icon(
            painter, "plus", x + width - 18 if rtl else x, (self.height() - 18) / 2, 18, palette.accent
        )
        painter.setFont(font("control"))
        painter.setPen(colour(palette.accent))
        words = self.rect().adjusted(x if rtl else x + 24, 0, 0, 0)
        words.setWidth(width - 22)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self.text())
        painter.end()
