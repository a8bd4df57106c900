"""A patient's average pain in 92 by 30 px: first point a ring, last a disc, dashed where a measure was
missed.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette


@dataclass(frozen=True, slots=True)
class SparklineView:
    """``values`` in order, None where missed; ``slots`` leaves room for measures to come."""

    values: tuple[float | None, ...]
    maximum: float = 10.0
    slots: int | None = None
    spoken: str = ""


def paint_sparkline(painter: QPainter, view: SparklineView, box: QRectF) -> None:
    """Paint into ``box``; for use in a delegate as well."""
    palette = current_palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), colour(palette.line))
    count = max(1, (view.slots or len(view.values)) - 1)
    inset = 5.0

    def point(number: int, value: float) -> QPointF:
        x = box.x() + inset + number * (box.width() - 2 * inset) / count
        return QPointF(x, box.bottom() - inset - value / view.maximum * (box.height() - 2 * inset))

    known = [(number, value) for number, value in enumerate(view.values) if value is not None]
    for (before, first), (after, second) in itertools.pairwise(known):
        pen = QPen(colour(palette.ink2), 1.8)
        if after - before > 1:
            pen.setDashPattern([1.1, 2.2])
        painter.setPen(pen)
        painter.drawLine(point(before, first), point(after, second))
    if known:
        painter.setPen(QPen(colour(palette.ink2), 1.6))
        painter.setBrush(colour(palette.surface))
        painter.drawEllipse(point(*known[0]), 3, 3)
    if len(known) > 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.accent))
        painter.drawEllipse(point(*known[-1]), 3.8, 3.8)


class Sparkline(QWidget):
    """The line as a widget."""

    def __init__(self, view: SparklineView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view or SparklineView(())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._view.spoken)

    def display(self, view: SparklineView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(92, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sparkline(painter, self._view, QRectF(self.rect()))
        painter.end()
