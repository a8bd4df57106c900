"""The recovery key on screen: eight numbered groups of four, never selectable, never on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _


class RecoveryKeyPlate(QWidget):
    """Painted, so that nothing of it can be selected or dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def display(self, groups: tuple[str, ...]) -> None:
        self._groups = groups
        spoken = "; ".join(f"{number}: {' '.join(group)}" for number, group in enumerate(groups, 1))
        self.setAccessibleName(_("Recovery key. {groups}").format(groups=spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.ink), 2))
        painter.setBrush(colour(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        letters = QFont(font("recovery_key"))
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2.5)
        width = (self.width() - 40) / 4
        for number, group in enumerate(self._groups):
            x, y = 20 + (number % 4) * width, 18 + (number // 4) * 60
            painter.setFont(font("micro"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(QRectF(x, y, width, 17), Qt.AlignmentFlag.AlignCenter, str(number + 1))
            painter.setFont(letters)
            painter.setPen(colour(palette.ink))
            painter.drawText(QRectF(x, y + 17, width, 34), Qt.AlignmentFlag.AlignCenter, group)
        painter.end()
