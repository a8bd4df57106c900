"""What every step of an encounter is: a form in the middle, an aside beside it, and answers that leave at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.widgets.label import Label


class Step(QWidget):
    """``typed(key, words)`` is one answer; ``typed_all({key: words})`` several in one stroke.

    ``onward`` asks for the next step (Enter on the last row).
    """

    typed = Signal(str, str)
    typed_all = Signal(object)
    onward = Signal()
    show_patient = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.aside = QWidget()
        self.aside_column = QVBoxLayout(self.aside)
        self.aside_column.setContentsMargins(22, 22, 18, 22)
        self.aside_column.setSpacing(10)

    def display(self, view: EncounterView) -> None:
        """Show what was typed and what it comes to; never emits."""

    def enter(self) -> None:
        """Put the keyboard on the first unanswered row."""


def line(words: str, style: str = "small", tone: str = "ink2") -> Label:
    """A wrapping line for an aside."""
    label = Label(words, style, tone, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
