"""A label above, a control, and below it a hint or what is wrong and how to mend it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label


class Icon(QWidget):
    """An icon beside words that name it; silent to assistive technology."""

    def __init__(self, name: str, size: int = 20, tone: str = "ink2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def display(self, name: str, tone: str | None = None) -> None:
        self._name = name
        self._tone = tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tint = "#E1EEEF" if self._tone == "on_brand" else current_palette().roles()[self._tone]
        paint_icon(painter, self._name, 0, 0, self._size, tint)
        painter.end()


class Field(QWidget):
    """Wraps any control; ``control`` gets the label as accessible name and hint or error as description."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        plain: bool = False,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        self._error = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.label = Label(label, "small" if plain else "control")
        self.label.setBuddy(control)
        self._sign = Icon("triangle-alert", 16, "danger")
        self._below = Label("", "small", "ink2", wrap=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.label)
        column.addWidget(control)
        column.addLayout(line)
        control.setAccessibleName(label)
        self._show_below()

    def display_hint(self, hint: str, icon: str | None = None) -> None:
        """Replace the hint; ``icon`` may stand before it (caps lock)."""
        self._hint = hint
        self._show_below(icon)

    def display_error(self, error: str) -> None:
        """Say what to do, in words and with a border; "" takes it away."""
        self._error = error
        mark = getattr(self.control, "show_error", None)
        if mark is not None:
            mark(bool(error))
        self._show_below()

    def error(self) -> str:
        return self._error

    def _show_below(self, icon: str | None = None) -> None:
        words = self._error or self._hint
        self._below.setText(words)
        self._below.use_tone("danger" if self._error else "ink2")
        self._below.setVisible(bool(words))
        self._sign.display(
            "triangle-alert" if self._error else icon or "info", "danger" if self._error else "ink2"
        )
        self._sign.setVisible(bool(self._error) or (icon is not None and bool(words)))
        self.control.setAccessibleDescription(words)
