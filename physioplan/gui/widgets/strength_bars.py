"""How strongly we suggest: one to three bars under the word, the reason below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label
from physioplan.gui.words import _

Strength = Literal["consider", "suggest", "recommend"]

_COUNT: dict[Strength, int] = {"consider": 1, "suggest": 2, "recommend": 3}


@dataclass(frozen=True, slots=True)
class StrengthView:
    """``reason`` says why it is no stronger, or what raised it."""

    strength: Strength
    reason: str = ""


def strength_words(strength: Strength) -> str:
    return {"consider": _("Consider"), "suggest": _("We suggest"), "recommend": _("We recommend")}[strength]


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.count = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(96, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number in range(3):
            place = 2 - number if rtl else number
            painter.setPen(QPen(colour(palette.ink2), 1.5))
            painter.setBrush(colour(palette.ink2) if number < self.count else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place * 33 + 0.75, 0.75, 28.5, 6.5), 2, 2)
        painter.end()


class StrengthBars(QWidget):
    """Word, bars, reason."""

    def __init__(self, view: StrengthView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = Label("", "subheading")
        self._bars = _Bars()
        self._reason = Label("", "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._word, self._bars, self._reason):
            column.addWidget(widget)
        if view is not None:
            self.display(view)

    def display(self, view: StrengthView) -> None:
        self._word.setText(strength_words(view.strength))
        self._bars.count = _COUNT[view.strength]
        self._bars.update()
        self._reason.setText(view.reason)
        self._reason.setVisible(bool(view.reason))
        spoken = _("{word}, {n} of 3").format(word=strength_words(view.strength), n=_COUNT[view.strength])
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(view.reason)
