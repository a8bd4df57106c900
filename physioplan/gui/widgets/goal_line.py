"""One goal from 0 to 10: a ring for now, a diamond for the aim, both moved by hand or key."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.focus_ring import FocusRing
from physioplan.gui.words import _


@dataclass(frozen=True, slots=True)
class GoalLineView:
    """Whole numbers 0 to 10, or None while not given."""

    now: int | None = None
    aim: int | None = None
    locked: bool = False


class GoalLine(QWidget):
    """Left and Right move now, with Shift the aim; digits set now, Shift and digits are left to text.

    Delete clears both. A click near a mark takes it; the first click sets now, the second the aim.
    ``now_changed`` and ``aim_changed`` carry int or None, for the user's hand only.
    """

    now_changed = Signal(object)
    aim_changed = Signal(object)

    def __init__(self, name: str, view: GoalLineView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._held: str | None = None
        self._view = GoalLineView()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.display(view or GoalLineView())

    def display(self, view: GoalLineView) -> None:
        self._view = view
        none = _("not yet")
        words = _("{name}: now {now}, aim {aim}, of 10").format(
            name=self._name,
            now=none if view.now is None else view.now,
            aim=none if view.aim is None else view.aim,
        )
        self.setAccessibleName(words)
        self.update()

    def view(self) -> GoalLineView:
        return self._view

    def rename(self, name: str) -> None:
        self._name = name
        self.display(self._view)

    def focus_ring_rect(self) -> QRect:
        return self.rect().adjusted(5, 5, -5, -5)

    def sizeHint(self) -> QSize:
        return QSize(330, 56)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 56)

    def _at(self, value: float) -> float:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        share = value / 10
        return 14 + (1 - share if rtl else share) * (self.width() - 28)

    def _value_at(self, x: float) -> int:
        share = (x - 14) / max(1, self.width() - 28)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return round(min(max(share, 0.0), 1.0) * 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, view = current_palette(), self._view
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 28.0
        painter.setPen(QPen(colour(palette.line_strong), 1.5))
        painter.drawLine(QPointF(self._at(0), y), QPointF(self._at(10), y))
        painter.setPen(QPen(colour(palette.line_strong), 1.2))
        for tick in range(11):
            half = 6 if tick % 5 == 0 else 4
            painter.drawLine(QPointF(self._at(tick), y - half), QPointF(self._at(tick), y + half))
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2))
        for tick in (0, 5, 10):
            box = QRectF(self._at(tick) - 20, y + 9, 40, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(tick))
        if view.now is not None and view.aim is not None and view.now != view.aim:
            self._paint_arrow(painter, self._at(view.now), self._at(view.aim), y, palette.accent)
        if view.now is not None:
            painter.setPen(QPen(colour(palette.ink), 2.4))
            painter.setBrush(colour(palette.surface))
            painter.drawEllipse(QPointF(self._at(view.now), y), 8, 8)
            self._paint_number(painter, view.now, palette.ink)
        if view.aim is not None:
            x = self._at(view.aim)
            corners = [QPointF(x, y - 9), QPointF(x + 9, y), QPointF(x, y + 9), QPointF(x - 9, y)]
            painter.setPen(QPen(colour(palette.surface), 1.5))
            painter.setBrush(colour(palette.accent))
            painter.drawPolygon(QPolygonF(corners))
            self._paint_number(painter, view.aim, palette.accent)
        painter.end()

    def _paint_number(self, painter: QPainter, value: int, tint: str) -> None:
        painter.setFont(font("small_strong"))
        painter.setPen(colour(tint))
        painter.drawText(QRectF(self._at(value) - 20, 0, 40, 17), Qt.AlignmentFlag.AlignCenter, str(value))

    def _paint_arrow(self, painter: QPainter, start: float, end: float, y: float, tint: str) -> None:
        way = 1 if end > start else -1
        if abs(end - start) < 30:
            return
        pen = QPen(colour(tint), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip = end - way * 13
        painter.drawLine(QPointF(start + way * 9, y), QPointF(tip, y))
        head = [QPointF(tip - way * 7, y - 6), QPointF(tip, y), QPointF(tip - way * 7, y + 6)]
        painter.drawPolyline(QPolygonF(head))

    # -- what the hand does ----------------------------------------------------------------------

    def _set(self, which: str, value: int | None) -> None:
        if self._view.locked:
            return
        if which == "now" and value != self._view.now:
            self.display(replace(self._view, now=value))
            self.now_changed.emit(value)
        elif which == "aim" and value != self._view.aim:
            self.display(replace(self._view, aim=value))
            self.aim_changed.emit(value)
        FocusRing.follow(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        value = self._value_at(event.position().x())
        view = self._view
        if view.now is None:
            self._held = "now"
        elif view.aim is None:
            self._held = "now" if value == view.now else "aim"
        else:
            self._held = "now" if abs(value - view.now) < abs(value - view.aim) else "aim"
        self._set(self._held, value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._set(self._held, self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        which = "aim" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "now"
        value = self._view.aim if which == "aim" else self._view.now
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and plain:
            step = 1 if (key == Qt.Key.Key_Right) != rtl else -1
            self._set(which, min(10, max(0, (value if value is not None else 5) + step)))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set("now", None)
            self._set("aim", None)
        elif plain and event.text().isdecimal() and which == "now":
            self._set("now", int(event.text()))
        else:
            super().keyPressEvent(event)
