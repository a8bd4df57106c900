"""The six states of a step on the journey: the shape carries the meaning, colour only repeats it."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import Palette
from physioplan.gui.words import _

State = Literal["done", "now", "due", "overdue", "upcoming", "missed"]


def state_words(state: State) -> str:
    """The word that always stands beside the shape."""
    return {
        "done": _("Done"),
        "now": _("In progress"),
        "due": _("Due"),
        "overdue": _("Overdue"),
        "upcoming": _("Upcoming"),
        "missed": _("Missed"),
    }[state]


def _pen(tint: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
    pen = QPen(colour(tint), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([part / width for part in dash])
    return pen


def _draw(painter: QPainter, state: State, palette: Palette) -> None:
    """Draw on a 24 by 24 grid."""
    centre = QPointF(12, 12)
    none = Qt.PenStyle.NoPen
    if state == "done":
        painter.setPen(none)
        painter.setBrush(colour(palette.accent))
        painter.drawEllipse(centre, 10, 10)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(palette.on_accent, 2.3))
        painter.drawPolyline(QPolygonF([QPointF(7.2, 12.4), QPointF(10.4, 15.6), QPointF(16.6, 9)]))
    elif state == "now":
        painter.setPen(_pen(palette.accent, 2.4))
        painter.setBrush(colour(palette.surface))
        painter.drawEllipse(centre, 9, 9)
        half = QPainterPath(centre)
        half.arcTo(QRectF(6.2, 6.2, 11.6, 11.6), 90, -180)
        painter.setPen(none)
        painter.fillPath(half, colour(palette.accent))
    elif state == "due":
        painter.setPen(_pen(palette.warn, 2))
        painter.setBrush(colour(palette.warn_soft))
        painter.drawRoundedRect(QRectF(3, 3, 18, 18), 4, 4)
        painter.setPen(_pen(palette.warn, 2.2))
        painter.drawPolyline(QPolygonF([QPointF(12, 7.4), QPointF(12, 12.4), QPointF(15.2, 14.4)]))
    elif state == "overdue":
        painter.setPen(_pen(palette.danger, 1))
        painter.setBrush(colour(palette.danger))
        corners = [QPointF(12, 1.6), QPointF(22.4, 12), QPointF(12, 22.4), QPointF(1.6, 12)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(_pen(palette.surface, 2.4))
        painter.drawLine(QPointF(12, 6.8), QPointF(12, 13))
        painter.setPen(none)
        painter.setBrush(colour(palette.surface))
        painter.drawEllipse(QPointF(12, 16.8), 1.5, 1.5)
    else:
        missed = state == "missed"
        painter.setPen(_pen(palette.line_strong, 2, (3.4, 3) if missed else ()))
        painter.setBrush(colour(palette.surface))
        painter.drawEllipse(centre, 8.6, 8.6)
        if missed:
            painter.setPen(_pen(palette.ink2, 2.2))
            painter.drawLine(QPointF(8.6, 12), QPointF(15.4, 12))


@lru_cache(maxsize=128)
def _pixmap(state: State, size: int, palette: Palette, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 24, size / 24)
    _draw(painter, state, palette)
    painter.end()
    return pixmap


def paint_state(painter: QPainter, state: State, x: float, y: float, size: int = 22) -> None:
    """Paint the glyph with its top left corner at (x, y); each state and size is rasterised once."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        QRectF(x, y, size, size),
        _pixmap(state, size, current_palette(), ratio),
        QRectF(0, 0, size * ratio, size * ratio),
    )


class StateGlyph(QWidget):
    """One glyph as a widget, named after its state."""

    def __init__(self, state: State = "upcoming", size: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State = state
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(state_words(state))

    def display(self, state: State) -> None:
        self._state = state
        self.setAccessibleName(state_words(state))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_state(painter, self._state, 0, 0, self._size)
        painter.end()
