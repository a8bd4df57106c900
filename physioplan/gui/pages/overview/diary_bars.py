"""Days exercised in each of 12 weeks against the days planned; a week not brought is a dashed bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.domain.visit import DiaryWeek
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette

TALL = 54.0
MOST = 7


class DiaryBars(QWidget):
    """74 px high. ``None`` = no page was due or seen; ``done`` of ``None`` = the page was not filled in."""

    def __init__(
        self, weeks: tuple[DiaryWeek | None, ...], spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._weeks = weeks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        return QSize(394, 76)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self._weeks))
        step = self.width() / count
        planned = max((row.planned for row in self._weeks if row is not None), default=0)
        for number, row in enumerate(self._weeks):
            x = number * step
            box = QRectF(x + 1, 1, step * 0.78, TALL - 1)
            if row is not None and row.done is None:
                pen = QPen(colour(palette.line_strong), 1.5)
                pen.setDashPattern([2, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
                painter.setFont(font("small"))
                painter.setPen(colour(palette.ink2))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
            elif row is not None and row.done is not None:
                high = row.done / MOST * TALL
                painter.setPen(QPen(colour(palette.accent), 1.4))
                painter.setBrush(colour(palette.accent_soft))
                painter.drawRect(QRectF(box.x(), TALL - high, box.width(), high))
            if number % 4 == 0 or number == count - 1:
                painter.setFont(font("micro"))
                painter.setPen(colour(palette.ink2))
                painter.drawText(
                    QRectF(box.x() - 10, TALL + 3, box.width() + 20, 18),
                    Qt.AlignmentFlag.AlignCenter,
                    str(number + 1),
                )
        painter.setPen(QPen(colour(palette.line_strong), 1.4))
        painter.drawLine(QPointF(0, TALL), QPointF(self.width(), TALL))
        if planned:
            y = TALL - planned / MOST * TALL
            pen = QPen(colour(palette.ink), 1.4)
            pen.setDashPattern([3.5, 2.2])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.end()
