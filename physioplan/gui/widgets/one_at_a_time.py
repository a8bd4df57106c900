"""Shows one of its guests; the hidden ones take no room, unlike in a stack."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class OneAtATime(QWidget):
    """``show_only(widget)`` adds it when new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._current: QWidget | None = None

    def show_only(self, widget: QWidget) -> None:
        """Put ``widget`` on show and hide the one before."""
        if self._current is widget:
            return
        if self._column.indexOf(widget) < 0:
            self._column.addWidget(widget)
        if self._current is not None:
            self._current.hide()
        self._current = widget
        widget.show()

    def current(self) -> QWidget | None:
        """The guest on show."""
        return self._current
