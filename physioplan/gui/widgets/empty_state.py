"""What stands where there is nothing yet: a dashed frame, one plain sentence, what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import Label


class EmptyState(QWidget):
    """``asked`` carries the key of the button pressed; ``actions`` are (key, words), the second one quiet."""

    asked = Signal(str)

    def __init__(
        self,
        title: str,
        words: str = "",
        actions: tuple[tuple[str, str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._title = Label(title, "row_name", wrap=True)
        self._words = Label(words, "body", "ink2", wrap=True)
        self._words.setVisible(bool(words))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._words)
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        column.addLayout(self._row)
        self._offer(actions)
        self.setAccessibleName(f"{title}. {words}")

    def display(self, title: str, words: str = "", actions: tuple[tuple[str, str], ...] = ()) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(f"{title}. {words}")
        self._offer(actions)

    def _offer(self, actions: tuple[tuple[str, str], ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, (key, words) in enumerate(actions):
            button = Button(words.replace("&", "&&"), "default" if number == 0 else "quiet")
            button.setProperty("key", key)
            button.clicked.connect(self._clicked)
            self._row.addWidget(button)
        if actions:
            self._row.addStretch(1)
        self._row.setContentsMargins(0, 10 if actions else 0, 0, 0)

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(str(sender.property("key")))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(palette.line_strong), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(colour(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
