"""What a rule rests on as a square of its own shape: F filled, O outlined, K dashed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.domain.rationale import RuleClass
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _


def class_words(kind: RuleClass) -> str:
    """What the letter stands for."""
    return {
        RuleClass.F: _("this paper"),
        RuleClass.O: _("other source"),
        RuleClass.K: _("consensus only"),
    }[kind]


class ClassTag(QWidget):
    """One letter of 26 by 24 px."""

    def __init__(self, kind: RuleClass, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{kind.value}, {class_words(kind)}")
        self.setToolTip(class_words(kind))

    def sizeHint(self) -> QSize:
        return QSize(26, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._kind is RuleClass.F
        pen = QPen(colour(palette.accent if self._kind is not RuleClass.K else palette.line_strong), 1.3)
        if self._kind is RuleClass.K:
            pen.setDashPattern([2.4, 2.0])
        painter.setPen(pen)
        painter.setBrush(colour(palette.accent) if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        ink = palette.on_accent if filled else palette.accent if self._kind is RuleClass.O else palette.ink2
        painter.setPen(colour(ink))
        painter.setFont(font("small_strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._kind.value)
        painter.end()
