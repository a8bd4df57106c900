"""Words on the window in a style of the type scale and a tone of the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Label(QLabel):
    """A ``QLabel`` by style ("body", "title", "small" ...) and tone ("ink", "ink2", "accent", "danger"
    ...).

    Plain text by default, so that a name with ``<`` in it stays a name; pass ``rich=True`` for our own
    markup.
    """

    def __init__(
        self,
        words: str = "",
        style: str = "body",
        tone: str = "ink",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        rich: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", 1 if rich else 0)  # by number: naming it would cost the start
        self.setFont(font(style))
        self.setProperty("tone", tone)
        self.setText(words)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def use_tone(self, tone: str) -> None:
        """Change the tone; colours follow the theme."""
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """One line that gives way: it shrinks to nothing and ends in an ellipsis, with the whole as tooltip."""

    def __init__(
        self, words: str = "", style: str = "body", tone: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, style, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt

        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(colour(current_palette().roles()[str(self.property("tone"))]))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), int(side.value), shown)
        painter.end()
