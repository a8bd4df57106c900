"""A one-line text field of 40 px, with an icon in front and a small button behind where wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class TextLine(QLineEdit):
    """``QLineEdit`` in the house style; ``small`` is 36 px, ``icon`` stands in front of the words."""

    def __init__(
        self,
        words: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        icon: str | None = None,
        small: bool = False,
    ) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._button: Button | None = None
        self._height = 36 if small else 40
        self.setFont(font("field" if small else "body"))
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(self._height)
        if icon:
            self.setTextMargins(28, 0, 0, 0)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(self._height, hint.height()))

    def show_error(self, wrong: bool) -> None:
        """A 2 px danger border; ``Field`` says in words what to do."""
        if bool(self.property("error")) == wrong:
            return
        self.setProperty("error", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def carry(self, button: Button) -> None:
        """Hold a quiet button inside the right edge, such as Show and Hide."""
        button.setParent(self)
        button.setFixedHeight(30)
        button.setSizePolicy(button.sizePolicy())
        self._button = button
        self._place_button()

    def _place_button(self) -> None:
        if self._button is None:
            return
        width = self._button.sizeHint().width()
        rtl = self.isRightToLeft()
        x = 5 if rtl else self.width() - width - 5
        self._button.setGeometry(x, (self.height() - 30) // 2, width, 30)
        margin = 28 if self._icon else 0
        self.setTextMargins(*((width, 0, margin, 0) if rtl else (margin, 0, width, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            painter = QPainter(self)
            rtl = self.isRightToLeft()
            x = self.width() - 32 if rtl else 12
            paint_icon(painter, self._icon, x, (self.height() - 20) // 2, 20, current_palette().ink2)
            painter.end()
