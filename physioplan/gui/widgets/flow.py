"""Chips side by side that wrap to the next line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """``add`` puts a widget at the end; height follows width."""

    def __init__(self, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._guests: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        widget.setParent(self)
        widget.show()
        self._guests.append(widget)
        self._arrange(self.width(), place=True)
        self.updateGeometry()

    def clear(self) -> None:
        for guest in self._guests:
            guest.hide()
            guest.deleteLater()
        self._guests = []
        self.updateGeometry()

    def widgets(self) -> list[QWidget]:
        return list(self._guests)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        width = sum(guest.sizeHint().width() + self._gap for guest in self._guests)
        return QSize(min(max(width, 60), 520), self._arrange(self.width() or 400, place=False))

    def minimumSizeHint(self) -> QSize:
        widest = max((guest.sizeHint().width() for guest in self._guests), default=0)
        return QSize(widest, 0)

    def _arrange(self, width: int, *, place: bool) -> int:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = line = 0
        for guest in self._guests:
            size = guest.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            if place:
                left = width - x - size.width() if rtl else x
                guest.setGeometry(left, y, size.width(), size.height())
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line

    def relay(self) -> None:
        """Lay out again after a guest changed its size."""
        self._arrange(self.width(), place=True)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)
