"""A drop-down list of 40 px."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QWidget

from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.ink import elided, paint_box, paint_words
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CONTROL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent


class Choice(QComboBox):
    """``options`` are (key, words) pairs; ``chosen()`` gives the key, ``choose(key)`` selects it."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        *,
        icon: str | None = None,
        small: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._height = 36 if small else 40
        self._wrong = False
        self.setFont(font("field" if small else "body"))
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(self._height)
        self.offer(options)
        if placeholder:
            self.setCurrentIndex(-1)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the options without telling anyone that the choice changed."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.blockSignals(blocked)
        self.update()

    def chosen(self) -> str | None:
        key = self.currentData()
        return None if key is None else str(key)

    def choose(self, key: str | None) -> None:
        self.setCurrentIndex(-1 if key is None else self.findData(key))

    def show_error(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=60)
        widest = max(widest, metrics.horizontalAdvance(self.placeholderText()))
        return QSize(widest + 56 + (28 if self._icon else 0), max(self._height, metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over a closed list must not change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self._wrong else 1.0
        border = palette.danger if self._wrong else palette.line_strong if self.isEnabled() else palette.line
        fill = palette.surface if self.isEnabled() else palette.sunken
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_box(painter, box, RADIUS_CONTROL, fill, border, width)
        rtl = self.isRightToLeft()
        ink = palette.ink if self.isEnabled() else palette.ink3
        start = 12
        if self._icon:
            at = self.width() - 32 if rtl else 12
            paint_icon(painter, self._icon, at, (self.height() - 20) // 2, 20, palette.ink2)
            start += 28
        chevron = 12 if rtl else self.width() - 30
        paint_icon(painter, "chevron-down", chevron, (self.height() - 18) // 2, 18, palette.ink2)
        words = self.currentText()
        if self.currentIndex() < 0:
            words, ink = self.placeholderText(), palette.ink3
        room = self.width() - start - 36
        box = QRectF(36 if rtl else start, 0, room, self.height())
        paint_words(painter, box, elided(self.font(), words, room), self.font(), ink, float(rtl))
        painter.end()
