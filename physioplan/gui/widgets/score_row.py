"""One question answered by a number: eleven buttons 0 to 10, or six buttons 0 to 5."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CONTROL
from physioplan.gui.widgets.one_stop import OneStop, arrow_step
from physioplan.gui.words import _

TEN_WITHIN_SECONDS = 0.6


@dataclass(frozen=True, slots=True)
class ScoreRowView:
    """``answer`` is 0 to the last button or None; ``locked`` shows it without letting it change."""

    answer: int | None = None
    left_out: bool = False
    locked: bool = False


class _ScoreButton(QAbstractButton):
    def __init__(self, row: ScoreRow, number: int) -> None:
        super().__init__(row)
        self.number = number
        self._row = row
        self._hover = False
        self.setText(str(number))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return self._row.button_size()

    def minimumSizeHint(self) -> QSize:
        least = self._row.button_size()
        return QSize(min(least.width(), 32), least.height())

    def nextCheckState(self) -> None:
        self._row.picked(self.number)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.settled_on(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.keyed(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        on = self.isChecked()
        if not self.isEnabled():
            fill, line, ink = (palette.zone if on else palette.sunken), palette.line, palette.ink3
            if on:
                line, ink = palette.line_strong, palette.ink
        elif on:
            fill, line, ink = palette.accent, palette.accent, palette.on_accent
        elif self._hover:
            fill, line, ink = palette.accent_soft, palette.accent, palette.ink
        else:
            fill, line, ink = palette.surface, palette.line_strong, palette.ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(line), 1))
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
        )
        painter.setFont(font(self._row.number_style()))
        painter.setPen(colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ScoreRow(QWidget):
    """One tab stop. Digits choose (1 then 0 within 600 ms is 10), arrows move, Space chooses.

    Backspace or Delete clears. With ``may_leave_out`` X leaves the item out. With ``moves_on`` a digit
    also asks to go on. ``answered`` carries the number or None, for the user's hand only;
    ``advance_requested`` (Enter, Down, or a digit with ``moves_on``) and ``retreat_requested`` (Up) ask
    for the next and previous row. ``columns`` wraps the buttons (the confidence scale uses 6); ``huge``
    makes targets of 96 px for the patient's own hand.
    """

    answered = Signal(object)
    left_out_changed = Signal(bool)
    advance_requested = Signal()
    retreat_requested = Signal()
    entered = Signal()

    def __init__(
        self,
        name: str,
        count: int = 11,
        parent: QWidget | None = None,
        *,
        small: bool | None = None,
        huge: bool = False,
        columns: int | None = None,
        may_leave_out: bool = False,
        moves_on: bool = False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._small = count <= 6 if small is None else small
        self._huge = huge
        self._may_leave_out = may_leave_out
        self._moves_on = moves_on
        self._clock = clock
        self._one_at: float | None = None
        self._low = False
        self._view = ScoreRowView()
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(5 if self._small else 6)
        self._buttons = [_ScoreButton(self, number) for number in range(count)]
        across = columns or count
        for number, button in enumerate(self._buttons):
            grid.addWidget(button, number // across, number % across)
        stretchy = not self._small
        for button in self._buttons:
            policy = QSizePolicy.Policy.Expanding if stretchy else QSizePolicy.Policy.Fixed
            button.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if stretchy else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        self._stop = OneStop(self._buttons)
        self._name_buttons()

    # -- what it shows ---------------------------------------------------------------------------

    def display(self, view: ScoreRowView) -> None:
        """Show an answer without telling anyone."""
        self._view = view
        for button in self._buttons:
            button.setChecked(button.number == view.answer)
            button.setEnabled(not view.locked and not view.left_out)
            button.update()
        if view.answer is not None and not self._has_keyboard():
            self._stop.settle(view.answer)
        self._name_buttons()

    def answer(self) -> int | None:
        return self._view.answer

    def left_out(self) -> bool:
        return self._view.left_out

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen button, else on the first."""
        self._stop.focus(self._view.answer or 0)

    def button(self, number: int) -> QAbstractButton:
        """The button for ``number``, for tests and tours."""
        return self._buttons[number]

    def button_size(self) -> QSize:
        if self._huge:
            return QSize(96, 96)
        return QSize(50, 42) if self._small else QSize(56, 48 if self._low else 62)

    def number_style(self) -> str:
        return "score_button_small" if self._small else "score_button"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window gets lower buttons, never under 48 px."""
        super().resizeEvent(event)
        low = self.window().height() <= 560
        if low != self._low:
            self._low = low
            for button in self._buttons:
                button.updateGeometry()

    # -- what the hand does ----------------------------------------------------------------------

    def picked(self, number: int) -> None:
        """The user's hand chose ``number``."""
        changed = self._view.answer != number
        self.display(ScoreRowView(number))
        self._stop.settle(number)
        if changed:
            self.answered.emit(number)

    def clear_answer(self) -> None:
        """The user's hand took the answer away."""
        had, was_out = self._view.answer is not None, self._view.left_out
        self.display(ScoreRowView())
        if was_out:
            self.left_out_changed.emit(False)
        if had:
            self.answered.emit(None)

    def leave_out(self, out: bool) -> None:
        """The user's hand left the item out of the score, or took it back in."""
        if out == self._view.left_out:
            return
        had = self._view.answer is not None
        self.display(ScoreRowView(left_out=out))
        if out:
            for button in self._buttons:  # keep the keyboard here, so that X can be undone
                button.setEnabled(True)
        if had:
            self.answered.emit(None)
        self.left_out_changed.emit(out)

    def settled_on(self, number: int) -> None:
        self._stop.settle(number)
        self.entered.emit()

    def keyed(self, event: QKeyEvent) -> bool:
        """Act on a key pressed in any of the buttons; False when the key means nothing here."""
        key, text = event.key(), event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        step = arrow_step(key, self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        if step:
            self._stop.move(step)
        elif key == Qt.Key.Key_Home:
            self._stop.focus(0)
        elif key == Qt.Key.Key_End:
            self._stop.focus(len(self._buttons) - 1)
        elif (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain) or key == Qt.Key.Key_Down:
            self.advance_requested.emit()
        elif key == Qt.Key.Key_Up:
            self.retreat_requested.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self._view.locked:
            self.clear_answer()
        elif plain and text.isdecimal() and not self._view.locked:
            self._digit(int(text))
        elif plain and self._may_leave_out and text.lower() == "x" and not self._view.locked:
            self.leave_out(not self._view.left_out)
            if self._view.left_out:
                self.advance_requested.emit()
        else:
            return False
        return True

    def _digit(self, digit: int) -> None:
        now = self._clock()
        ten = len(self._buttons) == 11 and digit == 0 and self._one_at is not None
        if ten and self._one_at is not None and now - self._one_at <= TEN_WITHIN_SECONDS:
            digit = 10
        self._one_at = now if digit == 1 else None
        if digit >= len(self._buttons):
            return
        self.picked(digit)
        self._stop.focus(digit)
        if self._moves_on:
            self.advance_requested.emit()

    def _has_keyboard(self) -> bool:
        return any(button.hasFocus() for button in self._buttons)

    def _name_buttons(self) -> None:
        for button in self._buttons:
            words = _("{question}, {number}, button {place} of {count}").format(
                question=self._name, number=button.number, place=button.number + 1, count=len(self._buttons)
            )
            button.setAccessibleName(words)
        state = _("left out") if self._view.left_out else _("no answer yet")
        if self._view.answer is not None:
            state = _("answer {number}").format(number=self._view.answer)
        self.setAccessibleDescription(state)
