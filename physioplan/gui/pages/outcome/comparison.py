"""Three small pictures on three scales of their own: the trials' gap, one person's change, one person's goal."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.evidence.expectation import Estimate
from physioplan.gui.pages.outcome.wording import number, signed
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette

SIDE = 12.0
BAND = 30.0


class _OnScale(QWidget):
    """A band of 30 px over its own axis with numbers."""

    def __init__(self, low: float, high: float, ticks: tuple[float, ...], spoken: str) -> None:
        super().__init__()
        self._low, self._high, self._ticks = low, high, ticks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def sizeHint(self) -> QSize:
        return QSize(240, 56)

    def _at(self, value: float) -> float:
        share = (min(max(value, self._low), self._high) - self._low) / (self._high - self._low)
        return SIDE + share * (self.width() - 2 * SIDE)

    def _zone(self, painter: QPainter, start: float, end: float) -> None:
        palette = current_palette()
        left, right = sorted((self._at(start), self._at(end)))
        painter.fillRect(QRectF(left, 2, right - left, BAND), colour(palette.accent_soft))

    def _edge(self, painter: QPainter, value: float) -> None:
        pen = QPen(colour(current_palette().accent), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.6, 1.7])
        painter.setPen(pen)
        painter.drawLine(QPointF(self._at(value), 2), QPointF(self._at(value), 2 + BAND))

    def _axis(self, painter: QPainter, *, zero: bool, plus: bool) -> None:
        palette = current_palette()
        painter.setFont(font("micro"))
        for tick in self._ticks:
            x = self._at(tick)
            painter.setPen(QPen(colour(palette.line), 1))
            painter.drawLine(QPointF(x, 2), QPointF(x, 2 + BAND))
            painter.setPen(colour(palette.ink2))
            places = 0 if float(tick).is_integer() else 1
            words = signed(tick, places) if plus else number(tick, places)
            painter.drawText(QRectF(x - 24, 4 + BAND, 48, 18), Qt.AlignmentFlag.AlignCenter, words)
        if zero:
            painter.setPen(QPen(colour(palette.ink), 1.8))
            painter.drawLine(QPointF(self._at(0), 2), QPointF(self._at(0), 2 + BAND))

    @property
    def _middle(self) -> float:
        return 2 + BAND / 2

    def _diamond(self, painter: QPainter, value: float) -> None:
        palette = current_palette()
        x, y, size = self._at(value), self._middle, 8.0
        painter.setPen(QPen(colour(palette.ink), 1.8))
        painter.setBrush(colour(palette.surface))
        painter.drawPolygon(
            QPolygonF(
                [QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)]
            )
        )

    def _begin(self) -> QPainter:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


class GroupGain(_OnScale):
    """The extra gain of groups in points, with its interval. No zone: a person's cut-off has no place here."""

    def __init__(self, gain: Estimate, spoken: str) -> None:
        low, high = min(0.0, gain.low), max(1.5, gain.high)
        super().__init__(min(-0.2, low - 0.1), high + 0.1, (0, 0.5, 1, 1.5), spoken)
        self._gain = gain

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = self._begin()
        self._axis(painter, zero=True, plus=True)
        painter.setPen(QPen(colour(palette.ink2), 2.2))
        low, high = self._at(self._gain.low), self._at(self._gain.high)
        painter.drawLine(QPointF(low, self._middle), QPointF(high, self._middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, self._middle - 5), QPointF(end, self._middle + 5))
        x = self._at(self._gain.value)
        hollow = self._gain.low <= 0
        painter.setBrush(colour(palette.surface if hollow else palette.ink2))
        painter.setPen(QPen(colour(palette.ink2), 2))
        painter.drawRect(QRectF(x - 5, self._middle - 5, 10, 10))
        painter.end()


class PersonChange(_OnScale):
    """One person's change in points of pain: below zero is less pain. ``needed`` is where it begins to matter."""

    def __init__(self, change: float, needed: float | None, spoken: str) -> None:
        low = min(-4.0, change - 1)
        high = max(1.0, change + 1)
        ticks = tuple(
            float(tick) for tick in range(int(low), int(high) + 1) if (high - low) <= 7 or tick % 2 == 0
        )
        super().__init__(low, high, ticks, spoken)
        self._change = change
        self._needed = needed

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = self._begin()
        if self._needed is not None:
            self._zone(painter, self._low, -self._needed)
        self._axis(painter, zero=True, plus=True)
        if self._needed is not None:
            self._edge(painter, -self._needed)
        worse = self._change > 0
        tint = (
            palette.danger
            if worse and self._needed is not None and self._change >= self._needed
            else palette.accent
        )
        x = self._at(self._change)
        painter.setPen(QPen(colour(tint), 3.4))
        painter.drawLine(QPointF(self._at(0), self._middle), QPointF(x, self._middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tint))
        painter.drawEllipse(QPointF(x, self._middle), 7, 7)
        painter.setPen(colour(palette.ink))
        painter.setFont(font("subheading"))
        words = signed(self._change, 0 if float(self._change).is_integer() else 1)
        box = QRectF(x + 11, 2, 40, BAND) if worse else QRectF(x - 51, 2, 40, BAND)
        side = Qt.AlignmentFlag.AlignLeft if worse else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, words)
        painter.end()


class GoalChange(_OnScale):
    """One goal of 0 to 10: ring then, disc now, diamond the agreed aim."""

    def __init__(self, before: int | None, now: int | None, aim: int | None, spoken: str) -> None:
        super().__init__(0, 10, (0, 5, 10), spoken)
        self._before, self._now, self._aim = before, now, aim

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = self._begin()
        self._axis(painter, zero=False, plus=False)
        painter.setPen(QPen(colour(palette.line_strong), 1.4))
        painter.drawLine(QPointF(self._at(0), self._middle), QPointF(self._at(10), self._middle))
        if self._before is not None and self._now is not None:
            painter.setPen(QPen(colour(palette.accent), 3.4))
            painter.drawLine(
                QPointF(self._at(self._before), self._middle), QPointF(self._at(self._now), self._middle)
            )
        if self._aim is not None:
            self._diamond(painter, self._aim)
        if self._before is not None:
            painter.setPen(QPen(colour(palette.ink2), 2))
            painter.setBrush(colour(palette.surface))
            painter.drawEllipse(QPointF(self._at(self._before), self._middle), 5, 5)
        if self._now is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.accent))
            painter.drawEllipse(QPointF(self._at(self._now), self._middle), 6, 6)
        painter.end()
