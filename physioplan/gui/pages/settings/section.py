"""One part of the settings: a heading on a rule, and what belongs to it below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from physioplan.gui.widgets.rule import SectionHead


class Section(QWidget):
    """Fill ``column``."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 10)
        self.column.setSpacing(12)
        self.head = SectionHead(title, note)
        self.column.addWidget(self.head)
        self.setAccessibleName(title)
