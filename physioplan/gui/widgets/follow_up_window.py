"""A review's window to scale: track, box, due line and a pointer for today."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette


@dataclass(frozen=True, slots=True)
class FollowUpWindowView:
    """Day numbers on one scale from ``first`` to ``last``; today is clamped to the track."""

    first: int
    last: int
    opens: int
    due: int
    closes: int
    today: int
    spoken: str = ""


def paint_follow_up_window(painter: QPainter, view: FollowUpWindowView, box: QRectF) -> None:
    """Paint into ``box`` (22 px high is enough); for use in a delegate as well."""
    palette = current_palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, right = box.left() + 6, box.right() - 6
    middle = box.center().y()

    def at(day: int) -> float:
        span = max(1, view.last - view.first)
        return left + min(max((day - view.first) / span, 0.0), 1.0) * (right - left)

    closed = view.today > view.closes
    tint = palette.danger if closed else palette.accent
    painter.setPen(QPen(colour(palette.line), 2))
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    pen = QPen(colour(tint), 1.5)
    if closed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.7, 1.35])
    painter.setPen(pen)
    painter.setBrush(colour(palette.surface if closed else palette.accent_soft))
    painter.drawRoundedRect(QRectF(at(view.opens), middle - 5, at(view.closes) - at(view.opens), 10), 2, 2)
    painter.setPen(QPen(colour(tint), 1.5))
    painter.drawLine(QPointF(at(view.due), middle - 5), QPointF(at(view.due), middle + 5))
    today = at(view.today)
    painter.setPen(QPen(colour(palette.ink), 2.4))
    painter.drawLine(QPointF(today, middle - 8), QPointF(today, middle + 8))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette.ink))
    head = [
        QPointF(today - 4.5, middle - 11),
        QPointF(today + 4.5, middle - 11),
        QPointF(today, middle - 6),
    ]
    painter.drawPolygon(QPolygonF(head))


class FollowUpWindow(QWidget):
    """The window as a widget, 168 by 22."""

    def __init__(self, view: FollowUpWindowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.display(view)

    def display(self, view: FollowUpWindowView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(168, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_follow_up_window(painter, self._view, QRectF(self.rect()))
        painter.end()
