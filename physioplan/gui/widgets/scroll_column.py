"""The part of a page that scrolls: one column with the page's padding."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from physioplan.gui.theme.tokens import PAGE_PADDING


class _Bed(QWidget):
    """What scrolls. Where words wrap, its height follows its width alone.

    The least height of a layout is reckoned at its least width, where words wrap most; a scroll area would take
    it for the height that is needed and leave a blank below.
    """

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


class ScrollColumn(QScrollArea):
    """Put widgets into ``column``. Never scrolls sideways; keeps 6 px free so that the focus ring is
    whole.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (PAGE_PADDING, 16, PAGE_PADDING, 24),
        spacing: int = 8,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bed = _Bed()
        bed.setObjectName("bed")
        self.column = QVBoxLayout(bed)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(spacing)
        self.setWidget(bed)
        self.viewport().setAutoFillBackground(False)
        bed.setAutoFillBackground(False)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that ``widget`` and its ring can be seen."""
        self.ensureWidgetVisible(widget, 12, 24)
