"""Four bars and words: how strong a passphrase looks."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.full = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(228, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(4):
            box = QRectF(number * 58, 0, 54, 10)
            if number < self.full:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(palette.accent))
                painter.drawRoundedRect(box, 2, 2)
            else:
                painter.setPen(QPen(colour(palette.line_strong), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        painter.end()


class StrengthMeter(QWidget):
    """``display(bars, word, advice)``; the words say it all, the bars repeat it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars()
        self._words = Label("", "small", "ink2", rich=True, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._bars)
        row.addWidget(self._words, 1)

    def display(self, bars: int, word: str, advice: str) -> None:
        self._bars.full = bars
        self._bars.update()
        lead = f"<b style='font-weight:600'>{escape(word)}</b> " if word else ""
        self._words.setText(lead + escape(advice))
        self.setAccessibleName(f"{word} {advice}".strip())
