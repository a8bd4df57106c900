"""One measure on its own scale, right = more difficulty; hatched at full length where it was not measured."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette


@dataclass(frozen=True, slots=True)
class ProfileLineView:
    """``value`` and ``aim`` are already turned so that right is worse; ``turned`` prints the ends reversed."""

    low: float
    high: float
    value: float | None
    turned: bool = False
    aim: float | None = None
    spoken: str = ""


class ProfileLine(QWidget):
    """30 px high, as wide as it gets."""

    def __init__(self, view: ProfileLineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(view.spoken)

    def sizeHint(self) -> QSize:
        return QSize(320, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, view = current_palette(), self._view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, middle = 22.0, self.width() - 28.0, self.height() / 2

        def at(value: float) -> float:
            share = (value - view.low) / ((view.high - view.low) or 1)
            return left + min(max(share, 0.0), 1.0) * (right - left)

        ends = (view.high, view.low) if view.turned else (view.low, view.high)
        painter.setFont(font("micro"))
        painter.setPen(colour(palette.ink2))
        sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(0, 0, left - 4, self.height()), sides, f"{ends[0]:g}")
        painter.drawText(QRectF(right + 4, 0, 24, self.height()), sides, f"{ends[1]:g}")
        if view.value is None:
            painter.save()
            painter.setClipRect(QRectF(left, middle - 6, right - left, 12))
            painter.setPen(QPen(colour(palette.line_strong), 1))
            x = left - 12
            while x < right:
                painter.drawLine(QPointF(x, middle + 6), QPointF(x + 12, middle - 6))
                x += 7
            painter.restore()
            return
        painter.setPen(QPen(colour(palette.line_strong), 1.5))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for end in (left, right):
            painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
        if view.aim is not None:
            x = at(view.aim)
            painter.setPen(QPen(colour(palette.accent), 1.8))
            painter.setBrush(colour(palette.surface))
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x, middle - 7),
                        QPointF(x + 7, middle),
                        QPointF(x, middle + 7),
                        QPointF(x - 7, middle),
                    ]
                )
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.accent))
        painter.drawEllipse(QPointF(at(view.value), middle), 7, 7)
        painter.end()
