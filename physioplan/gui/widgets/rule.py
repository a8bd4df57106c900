"""Hairlines, and the heading of a section that stands on one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label


class Rule(QWidget):
    """A line of 1 px; ``strong`` under heads, else the hairline between rows. ``upright`` stands."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = False, upright: bool = False) -> None:
        super().__init__(parent)
        self._strong = strong
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)
        self._upright = upright

    def sizeHint(self) -> QSize:
        return QSize(1, 8) if self._upright else QSize(8, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(palette.line_strong if self._strong else palette.line))
        painter.end()


class SectionHead(QWidget):
    """Heading, a quiet note beside it, controls at the right, a rule below."""

    def __init__(
        self,
        title: str,
        note: str = "",
        parent: QWidget | None = None,
        *,
        style: str = "heading",
        strong: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = Label(title, style)
        self.note = Label(note, "small", "ink2")
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(self._row)
        column.addWidget(Rule(strong=strong))

    def trail(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
