"""A score from 0 to 100 as a ladder of five bands with a pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette


@dataclass(frozen=True, slots=True)
class SeverityLadderView:
    """``bands`` are (from, to, word) from the lowest up; ``value`` None draws no pointer; a provisional
    pointer is hollow.
    """

    bands: tuple[tuple[int, int, str], ...]
    value: float | None = None
    final: bool = True
    spoken: str = ""


class SeverityLadder(QWidget):
    """250 by 300, shrinks to 180 high."""

    def __init__(self, view: SeverityLadderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.display(view)

    def display(self, view: SeverityLadderView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(250, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, view = current_palette(), self._view
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(self.height(), 320)
        top = max((band[1] for band in view.bands), default=100)

        def at(value: float) -> float:
            return height - 10 - value / top * (height - 20)

        middle = Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight
        value = view.value
        for number, (low, high, words) in enumerate(view.bands):
            begins = low if number == 0 else low + 1
            here = value is not None and begins - (0 if number == 0 else 1) < round(value) + (
                number == 0
            ) <= (high + (number == 0))
            painter.setBrush(colour(palette.accent_soft if here else palette.sunken))
            painter.setPen(QPen(colour(palette.accent if here else palette.line_strong), 2 if here else 1))
            painter.drawRect(QRectF(40, at(high) + 1, 26, at(low) - at(high) - 2))
            centre = (at(low) + at(high)) / 2
            painter.setFont(font("subheading" if here else "body"))
            painter.setPen(colour(palette.ink if here else palette.ink2))
            painter.drawText(QRectF(92, centre - 12, self.width() - 150, 24), middle, words)
            painter.setFont(font("small"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(
                QRectF(self.width() - 64, centre - 12, 62, 24), middle | right, f"{begins}–{high}"
            )
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2))
        for tick in (0, *(band[1] for band in view.bands)):
            painter.drawText(QRectF(0, at(tick) - 10, 32, 20), middle | right, str(tick))
        if value is not None:
            y = at(value)
            pen = QPen(colour(palette.ink), 3)
            painter.setPen(pen)
            painter.drawLine(QPointF(34, y), QPointF(72, y))
            painter.setPen(QPen(colour(palette.ink), 2))
            painter.setBrush(colour(palette.ink if view.final else palette.surface))
            painter.drawPolygon(QPolygonF([QPointF(84, y - 7), QPointF(84, y + 7), QPointF(74, y)]))
        painter.end()
