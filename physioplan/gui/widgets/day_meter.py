"""Minutes a day on a bar from 0 to 30, with the patient's own limit and what goes over it hatched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette


@dataclass(frozen=True, slots=True)
class DayMeterView:
    """Minutes; ``limit`` is what the patient said is possible, None when not asked."""

    minutes: int
    limit: int | None
    most: int = 30
    spoken: str = ""


class DayMeter(QWidget):
    """10 px bar with a limit tick."""

    def __init__(self, view: DayMeterView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.display(view)

    def display(self, view: DayMeterView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, view = current_palette(), self._view
        most = max(view.most, view.minutes, view.limit or 0, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, height = self.height() / 2 - 5, 10.0

        def at(minutes: int) -> float:
            return minutes / most * (self.width() - 2) + 1

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.zone))
        painter.drawRoundedRect(QRectF(0, y, self.width(), height), 3, 3)
        within = view.minutes if view.limit is None else min(view.minutes, view.limit)
        painter.setBrush(colour(palette.accent))
        painter.drawRoundedRect(QRectF(0, y, at(within), height), 3, 3)
        if view.limit is not None and view.minutes > view.limit:
            over = QRectF(at(view.limit), y, at(view.minutes) - at(view.limit), height)
            painter.setBrush(colour(palette.warn_soft))
            painter.drawRect(over)
            painter.setBrush(QBrush(colour(palette.warn), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(colour(palette.warn), 1))
            painter.drawRect(over)
        if view.limit is not None:
            painter.setPen(QPen(colour(palette.ink), 2))
            x = at(view.limit)
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + height + 4))
        painter.end()
