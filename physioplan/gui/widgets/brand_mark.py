"""The mark: four stages along a lumbar curve on petrol."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import Palette


def paint_mark(painter: QPainter, palette: Palette, size: float) -> None:
    """Paint the mark into (0, 0, size, size)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 40, size / 40)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette.accent))
    painter.drawRoundedRect(QRectF(0, 0, 40, 40), 9, 9)
    curve = QPainterPath(QPointF(13, 33))
    curve.cubicTo(21, 28, 25, 23, 21.5, 17.5)
    curve.cubicTo(18, 12, 15, 10, 25.5, 6)
    pen = QPen(colour(palette.on_accent, 140), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(curve)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette.on_accent))
    for x, y in ((13, 33), (22.6, 24.6), (18.8, 14.4)):
        painter.drawEllipse(QPointF(x, y), 3.1, 3.1)
    painter.setPen(QPen(colour(palette.on_accent), 1.8))
    painter.setBrush(colour(palette.accent))
    painter.drawEllipse(QPointF(26, 6.6), 2.6, 2.6)
    painter.restore()


class BrandMark(QWidget):
    """40 px square, 32 in the compact rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(40, 40)
        self.setAccessibleName("PhysioPlan")

    def sizeHint(self) -> QSize:
        return QSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, current_palette(), self.width())
        painter.end()
