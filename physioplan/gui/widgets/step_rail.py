"""The steps of the baseline down the left side, each with its state and one line of result."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.one_stop import OneStop
from physioplan.gui.widgets.state_glyph import State, paint_state, state_words

STEP_HEIGHT = 58


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: its key, its name, one line of result and its state ("missed" is a skipped step)."""

    key: str
    title: str
    result: str = ""
    state: State = "upcoming"


class _Step(QAbstractButton):
    def __init__(self, owner: StepRail, view: StepView) -> None:
        super().__init__(owner)
        self._owner = owner
        self.view = view
        self.current = False
        self.last = False
        self._hover = False
        self.setFixedHeight(STEP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(224, STEP_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self._owner.step_focus(-1)
        elif event.key() == Qt.Key.Key_Down:
            self._owner.step_focus(1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(self.rect())
        if self.current:
            painter.setPen(QPen(colour(palette.line), 1))
            painter.setBrush(colour(palette.surface))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.save()
            edge = box.width() - 4 if rtl else 0.0
            painter.setClipRect(QRectF(edge, 0, 4, box.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.accent))
            painter.drawRoundedRect(box, 6, 6)
            painter.restore()
        elif self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.accent_soft))
            painter.drawRoundedRect(box, 6, 6)
        self._paint_thread(painter, rtl)
        x = self.width() - 35 if rtl else 13
        paint_state(painter, self.view.state, x, 18, 22)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        left, right = (10, 47) if rtl else (47, 8)
        room = box.adjusted(left, 0, -right, 0)
        painter.setFont(font("subheading"))
        painter.setPen(colour(palette.ink))
        title = painter.fontMetrics().elidedText(
            self.view.title, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(QRectF(room.x(), 9, room.width(), 21), side | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2))
        result = painter.fontMetrics().elidedText(
            self.view.result, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(QRectF(room.x(), 30, room.width(), 18), side | Qt.AlignmentFlag.AlignVCenter, result)
        painter.end()

    def _paint_thread(self, painter: QPainter, rtl: bool) -> None:
        """The line to the neighbours: solid where the journey has been, dotted where it has not."""
        x = self.width() - 24.0 if rtl else 24.0
        if not self.last:
            self._thread(painter, x, 43, STEP_HEIGHT, self.view.state not in ("done", "missed"))
        index = self._owner.index_of(self)
        if index > 0:
            before = self._owner.view_at(index - 1)
            self._thread(painter, x, 0, 15, before.state not in ("done", "missed"))

    def _thread(self, painter: QPainter, x: float, top: float, bottom: float, dotted: bool) -> None:
        pen = QPen(colour(current_palette().line_strong), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dotted:
            pen.setDashPattern([1, 1])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


class StepRail(QWidget):
    """256 px wide, one tab stop; Up and Down move, Enter or a click asks for the step
    (``step_requested``).
    """

    step_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(256)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 20, 12, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._steps: list[_Step] = []
        self._stop = OneStop(())

    def display(self, steps: tuple[StepView, ...], current: str) -> None:
        """Show the steps; ``current`` is the key of the one open now."""
        if [step.view.key for step in self._steps] != [view.key for view in steps]:
            for step in self._steps:
                self._column.removeWidget(step)
                step.hide()
                step.deleteLater()
            self._steps = [_Step(self, view) for view in steps]
            for number, step in enumerate(self._steps):
                self._column.insertWidget(number, step)
                step.clicked.connect(self._clicked)
            self._stop = OneStop(self._steps)
        for number, (step, view) in enumerate(zip(self._steps, steps, strict=True)):
            step.view = view
            step.current = view.key == current
            step.last = number == len(steps) - 1
            step.setAccessibleName(f"{view.title}, {state_words(view.state)}")
            step.setAccessibleDescription(view.result)
            step.update()
            if step.current:
                self._stop.settle(number)

    def step_focus(self, direction: int) -> None:
        self._stop.move(direction)

    def index_of(self, step: QAbstractButton) -> int:
        return next((number for number, known in enumerate(self._steps) if known is step), 0)

    def view_at(self, index: int) -> StepView:
        return self._steps[index].view

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Step):
            self.step_requested.emit(sender.view.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0 if rtl else self.width() - 1
        painter.fillRect(x, 0, 1, self.height(), colour(current_palette().line))
        painter.end()
