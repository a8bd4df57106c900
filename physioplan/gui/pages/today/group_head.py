"""The head of one group of the day's list: its name, how many, what it means, and a legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.pages.today.due_row import columns_of
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

HEIGHT = 33


class GroupHead(QWidget):
    """``legend`` writes over the window column what the pointer means."""

    def __init__(
        self, title: str, count: int, note: str, *, legend: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._count, self._note, self._legend = title, count, note, legend
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{title}, {count}, {note}")

    def sizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        x = 0.0
        for words, style, tint in (
            (self._title, "heading", palette.ink),
            (str(self._count), "small_strong", palette.ink2),
            (self._note, "small", palette.ink2),
        ):
            painter.setFont(font(style))
            painter.setPen(colour(tint))
            painter.drawText(QPointF(x, 22), words)
            x += painter.fontMetrics().horizontalAdvance(words) + 10
        window = columns_of(self.width())[1]
        if self._legend and window > x + 12:
            words = _("Follow-up window,")
            painter.setPen(colour(palette.ink2))
            painter.drawText(QPointF(window, 22), words)
            x = window + painter.fontMetrics().horizontalAdvance(words) + 5
            painter.drawText(QPointF(x + 14, 22), _("= today"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.ink))
            painter.drawPolygon(QPolygonF([QPointF(x, 14), QPointF(x + 10, 14), QPointF(x + 5, 20.5)]))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), colour(palette.line_strong))
        painter.end()
