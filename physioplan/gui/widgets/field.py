"""A label above, a control, and below it a hint or what is wrong and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


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
        self._line: tuple[Icon, Label] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.label)
        self._column.addWidget(control)
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
        self.control.setAccessibleDescription(words)
        if not words and self._line is None:
            return
        sign, below = self._line_below()
        below.setText(words)
        below.use_tone("danger" if self._error else "ink2")
        below.setVisible(bool(words))
        sign.display("triangle-alert" if self._error else icon or "info", "danger" if self._error else "ink2")
        sign.setVisible(bool(self._error) or (icon is not None and bool(words)))

    def _line_below(self) -> tuple[Icon, Label]:
        """The sign and the words under the control, made when there is first something to say."""
        if self._line is None:
            sign = Icon("triangle-alert", 16, "danger", self)
            below = Label("", "small", "ink2", self, wrap=True)
            above = QVBoxLayout()  # a stretch under the sign keeps it at the first of several lines
            above.addWidget(sign)
            above.addStretch(1)
            line = QHBoxLayout()
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addLayout(above)
            line.addWidget(below, 1)
            self._column.addLayout(line)
            self._line = sign, below
        return self._line
