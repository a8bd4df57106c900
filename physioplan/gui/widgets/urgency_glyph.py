"""How urgent a flag is, by shape: octagon, triangle, box with arrow, dashed ring."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

UrgencyKind = Literal["emergency", "urgent", "routine", "caution"]


def urgency_words(kind: str) -> str:
    """The word beside the shape."""
    return {
        "emergency": _("Emergency"),
        "urgent": _("Urgent, 2 weeks"),
        "routine": _("Refer"),
        "caution": _("Watch"),
    }[kind]


def paint_urgency(painter: QPainter, kind: str, x: float, y: float, size: float = 18) -> None:
    """Paint the shape with its top left corner at (x, y)."""
    palette = current_palette()
    unit = size / 18
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(unit, unit)
    if kind == "emergency":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.danger))
        corners = ((5.5, 1), (12.5, 1), (17, 5.5), (17, 12.5), (12.5, 17), (5.5, 17), (1, 12.5), (1, 5.5))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setPen(QPen(colour(palette.surface), 2))
        painter.drawLine(QPointF(9, 4.8), QPointF(9, 10))
        painter.drawPoint(QPointF(9, 13.2))
    elif kind == "urgent":
        painter.setPen(QPen(colour(palette.danger), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(9, 1.6), QPointF(17, 16), QPointF(1, 16)]))
        painter.drawLine(QPointF(9, 6.8), QPointF(9, 10.8))
        painter.drawPoint(QPointF(9, 13.4))
    elif kind == "routine":
        painter.setPen(QPen(colour(palette.warn), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1.5, 1.5, 15, 15), 2.5, 2.5)
        painter.drawLine(QPointF(5, 9), QPointF(12.5, 9))
        painter.drawPolyline(QPolygonF([QPointF(9.6, 5.8), QPointF(12.8, 9), QPointF(9.6, 12.2)]))
    else:
        pen = QPen(colour(palette.ink2), 1.8)
        pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(1.8, 1.8, 14.4, 14.4))
    painter.restore()


class UrgencyGlyph(QWidget):
    """The shape as a widget of 18 px; its word is tooltip and accessible name."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(urgency_words(kind))
        self.setAccessibleName(urgency_words(kind))

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_urgency(painter, self._kind, 1, 1)
        painter.end()
