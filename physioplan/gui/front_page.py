"""The frame of the pages before the vault is open: brand panel, a column of fields, an action bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from physioplan.gui.widgets.action_bar import ActionBar
from physioplan.gui.widgets.brand_panel import BrandPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class FrontPage(QWidget):
    """Subclasses fill ``column``; below 1100 px the panel goes and the column takes the width."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, width: int = 560, top: int = 64) -> None:
        super().__init__(parent)
        self._top = top
        self.panel = BrandPanel()
        self.action_bar = ActionBar(left_padding=96)
        self.action_bar.asked.connect(self.asked)
        self.bed = QWidget()
        self.bed.setObjectName("bed")
        self._bed_row = QHBoxLayout(self.bed)
        self._bed_row.setContentsMargins(96, top, 32, 24)
        self.narrow = QWidget()
        self.narrow.setMaximumWidth(width)
        self.column = QVBoxLayout(self.narrow)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._bed_row.addWidget(self.narrow, 1)
        self._bed_row.addStretch(0)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        for name in ("frameShape", "focusPolicy"):
            self.scroll_area.setProperty(name, 0)  # none; by number, because naming it would cost the start
        self.scroll_area.setProperty("horizontalScrollBarPolicy", 1)  # always off
        self.scroll_area.setWidget(self.bed)
        self.bed.setAutoFillBackground(False)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.scroll_area, 1)
        right.addWidget(self.action_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(right, 1)

    def entered(self) -> None:
        """Called when the page is shown; subclasses put the keyboard where work starts."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= 1100
        self.panel.setVisible(wide)
        self.action_bar.use_compact(self.width() < 1024)
        low = self.height() < 760
        self._bed_row.setContentsMargins(96 if wide else 32, min(self._top, 28) if low else self._top, 32, 24)
