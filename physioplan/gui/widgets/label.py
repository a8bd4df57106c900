"""Words on the window in a style of the type scale and a tone of the palette."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from physioplan.gui.theme.fonts import font


class Label(QLabel):
    """A ``QLabel`` by style ("body", "title", "small" ...) and tone ("ink", "ink2", "accent", "danger" ...).

    Plain text by default, so that a name with ``<`` in it stays a name; pass ``rich=True`` for our own markup.
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
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
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
