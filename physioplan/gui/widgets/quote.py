"""Words the therapist reads aloud: large, behind a bar."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label


class Quote(QWidget):
    """``Quote(words)``; ``setText`` changes them."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(words, "prompt", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 0, 0)
        column.addWidget(self._words)

    def setText(self, words: str) -> None:
        """Read these words instead."""
        self._words.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, 4, self.height(), colour(current_palette().accent_line))
        painter.end()
