"""A small rounded choice: off, on with a tick, or left out with a cross and a dashed edge."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CHIP
from physioplan.gui.words import _

ChipState = Literal["off", "on", "left_out"]


class Chip(QAbstractButton):
    """``toggled_by_hand`` carries True when switched on. With ``leaves_out`` off is drawn as left out.

    ``square`` gives the 40 by 36 day buttons (filled when on, no tick).
    """

    toggled_by_hand = Signal(bool)

    def __init__(
        self,
        words: str,
        on: bool = False,
        parent: QWidget | None = None,
        *,
        leaves_out: bool = False,
        square: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._leaves_out = leaves_out
        self._square = square
        self._hover = False
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._spoken = name or words
        self._tell()
        self.clicked.connect(self._by_hand)

    def display(self, on: bool) -> None:
        """Switch without telling anyone."""
        self.setChecked(on)
        self._tell()
        self._resized()

    def _by_hand(self) -> None:
        self._tell()
        self._resized()
        self.toggled_by_hand.emit(self.isChecked())

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()
        relay = getattr(self.parentWidget(), "relay", None)
        if relay is not None:
            relay()

    def _tell(self) -> None:
        state = _("on") if self.isChecked() else _("left out") if self._leaves_out else _("off")
        self.setAccessibleName(f"{self._spoken}, {state}")

    def focus_ring_radius(self) -> float:
        return 6.0 if self._square else float(RADIUS_CHIP)

    def _mark(self) -> str | None:
        if self._square:
            return None
        return "check" if self.isChecked() else "x" if self._leaves_out else None

    def sizeHint(self) -> QSize:
        if self._square:
            return QSize(max(40, QFontMetrics(font("control")).horizontalAdvance(self.text()) + 16), 36)
        width = QFontMetrics(font("control")).horizontalAdvance(self.text()) + 26
        return QSize(width + (22 if self._mark() else 0), 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        on = self.isChecked()
        fill, line, ink = palette.surface, palette.line_strong, palette.ink
        if on and self._square:
            fill, line, ink = palette.accent, palette.accent, palette.on_accent
        elif on:
            fill, line, ink = palette.accent_soft, palette.accent, palette.accent
        elif self._hover:
            fill, line = palette.accent_soft, palette.accent
        if not self.isEnabled():
            fill, line, ink = palette.sunken, palette.line, palette.ink3
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(line), 1)
        if self._leaves_out and not on:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(colour(fill))
        radius = 6.0 if self._square else (self.height() - 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(font("control" if on or self._square else "control_plain"))
        painter.setPen(colour(ink))
        box = QRectF(self.rect())
        mark = self._mark()
        if mark:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_icon(painter, mark, self.width() - 28 if rtl else 12, (self.height() - 16) / 2, 16, ink)
            box = box.adjusted(12, 0, -34, 0) if rtl else box.adjusted(34, 0, -12, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
