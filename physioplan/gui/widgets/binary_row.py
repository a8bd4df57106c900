"""One numbered statement answered 0 or 1: no wording, only the number on the paper form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.label import Label
from physioplan.gui.words import _


class BinaryRow(QWidget):
    """One tab stop. 0 and 1 answer and ask to go on, Delete clears. ``answered`` carries int or None."""

    answered = Signal(object)
    advance_requested = Signal()
    retreat_requested = Signal()

    def __init__(self, number: str, choices: tuple[int, ...] = (0, 1), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: int | None = None
        self._name = _("Item {n}").format(n=number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = Label(self._name, "body")
        label.setMinimumWidth(84)
        row.addWidget(label)
        self._chips: dict[int, Chip] = {}
        for choice in choices:
            chip = Chip(str(choice), square=True, name=f"{self._name}, {choice}")
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.toggled_by_hand.connect(lambda on, choice=choice: self._pick(choice if on else None))
            self._chips[choice] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.display(None)

    def display(self, answer: int | None) -> None:
        """Show ``answer`` without telling anyone."""
        self._answer = answer
        for choice, chip in self._chips.items():
            chip.display(choice == answer)
        self.setAccessibleName(f"{self._name}, {_('not answered') if answer is None else answer}")

    def answer(self) -> int | None:
        """The number chosen."""
        return self._answer

    def take_keyboard(self) -> None:
        """Put the keyboard on this row."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, answer: int | None) -> None:
        self.display(answer)
        self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and int(event.text()) in self._chips:
            self._pick(int(event.text()))
            self.advance_requested.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._pick(None)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.advance_requested.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.retreat_requested.emit()
        else:
            super().keyPressEvent(event)
