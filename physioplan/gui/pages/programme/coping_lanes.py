"""Coping skills as bars over twelve weeks, in as few lanes as they need; ends move by mouse and by key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import ngettext

LANE = 30
BAR = 24
WEEKS = 12
EDGE = 8


@dataclass(frozen=True, slots=True)
class BarView:
    """One coping part and the weeks it is worked on, 1 to 12."""

    component: str
    name: str
    first: int
    last: int


class _Bar(QAbstractButton):
    """Left and Right move it by a week, with Shift its end, with Ctrl its beginning."""

    def __init__(self, lanes: CopingLanes) -> None:
        super().__init__(lanes)
        self._lanes = lanes
        self.view = BarView("", "", 1, 12)
        self._hover = False
        self._grip: tuple[str, int, int, float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def display(self, view: BarView) -> None:
        self.view = view
        self.setText(view.name)
        weeks = ngettext("week {first}", "weeks {first} to {last}", view.last - view.first + 1)
        spoken = weeks.format(first=view.first, last=view.last)
        self.setAccessibleName(f"{view.name}, {spoken}")
        self.setToolTip(f"{view.name}, {spoken}")
        self.update()

    def focus_ring_radius(self) -> float:
        return 4.0

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._step(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _step(self, event: QKeyEvent) -> int:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        return 0 if event.modifiers() & Qt.KeyboardModifier.AltModifier else -step if rtl else step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step(event)
        if not step:
            super().keyPressEvent(event)
            return
        first, last, held = self.view.first, self.view.last, event.modifiers()
        if held & Qt.KeyboardModifier.ShiftModifier:
            last += step
        elif held & Qt.KeyboardModifier.ControlModifier:
            first += step
        else:
            first, last = first + step, last + step
        self._ask(first, last)

    def _ask(self, first: int, last: int) -> None:
        if 1 <= first <= last <= WEEKS and (first, last) != (self.view.first, self.view.last):
            self._lanes.weeks_requested.emit(self.view.component, first, last)

    def _part_at(self, x: float) -> str:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if x < EDGE:
            return "last" if rtl else "first"
        if x > self.width() - EDGE:
            return "first" if rtl else "last"
        return "all"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.mapToParent(event.position().toPoint()).x()
        self._grip = (self._part_at(event.position().x()), self.view.first, self.view.last, at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self._part_at(event.position().x())
        if self._grip is None:
            self.setCursor(Qt.CursorShape.SizeHorCursor if part != "all" else Qt.CursorShape.OpenHandCursor)
            return
        part, first, last, start = self._grip
        moved = self.mapToParent(event.position().toPoint()).x() - start
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            moved = -moved
        weeks = round(moved / (self._lanes.width() / WEEKS))
        if part == "first":
            self._ask(max(1, min(first + weeks, last)), last)
        elif part == "last":
            self._ask(first, max(first, min(last + weeks, WEEKS)))
        else:
            weeks = max(1 - first, min(weeks, WEEKS - last))
            self._ask(first + weeks, last + weeks)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.accent), 2 if self._hover else 1.3))
        painter.setBrush(colour(palette.accent_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(font("small_strong"))
        painter.setPen(colour(palette.accent))
        room = self.rect().adjusted(9, 0, -6, 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading).value)
        painter.drawText(room, side, words)
        painter.end()


class CopingLanes(QWidget):
    """``weeks_requested(component, first, last)`` for the user's hand."""

    weeks_requested = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, _Bar] = {}
        self._lanes: list[list[BarView]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def display(self, views: tuple[BarView, ...]) -> None:
        wanted = {view.component for view in views}
        for component in [name for name in self._bars if name not in wanted]:
            bar = self._bars.pop(component)
            bar.hide()
            bar.deleteLater()
        for view in views:
            if view.component not in self._bars:
                self._bars[view.component] = _Bar(self)
                self._bars[view.component].show()
            self._bars[view.component].display(view)
        self._lanes = packed(views)
        self.updateGeometry()
        self._place()
        self.update()

    def bars(self) -> dict[str, QAbstractButton]:
        return dict(self._bars)

    def sizeHint(self) -> QSize:
        return QSize(360, max(1, len(self._lanes)) * LANE)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _place(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        week = self.width() / WEEKS
        for row, lane in enumerate(self._lanes):
            for view in lane:
                left = round((view.first - 1) * week) + 1
                right = round(view.last * week) - 1
                x = self.width() - right if rtl else left
                self._bars[view.component].setGeometry(x, row * LANE + 3, max(20, right - left), BAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(colour(current_palette().line), 1.5))
        for week in (0, 4, 8, 12):
            x = min(self.width() - 1.0, max(1.0, week / WEEKS * self.width()))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()


def packed(views: tuple[BarView, ...]) -> list[list[BarView]]:
    """Bars in lanes so that none overlaps: each goes to the first lane that is free in its weeks."""
    lanes: list[list[BarView]] = []
    for view in views:
        for lane in lanes:
            if all(view.first > other.last or view.last < other.first for other in lane):
                lane.append(view)
                break
        else:
            lanes.append([view])
    return lanes
