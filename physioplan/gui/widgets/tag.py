"""A small tag of 24 px, and a key cap of the same family."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_TAG

TagKind = Literal["neutral", "ok", "warn", "danger", "outline", "dashed"]


class Tag(QWidget):
    """``kind`` picks fill and ink; an icon may stand before the words."""

    def __init__(
        self, words: str, kind: TagKind = "neutral", parent: QWidget | None = None, *, icon: str | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.display(words, kind, icon)

    def display(self, words: str, kind: TagKind = "neutral", icon: str | None = None) -> None:
        self._words, self._kind, self._icon = words, kind, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("small_strong")).horizontalAdvance(self._words) + 17
        return QSize(width + (20 if self._icon else 0), 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        fill, ink, line = {
            "neutral": (palette.sunken, palette.ink2, None),
            "ok": (palette.accent_soft, palette.accent, None),
            "warn": (palette.warn_soft, palette.warn, None),
            "danger": (palette.danger_soft, palette.danger, None),
            "outline": (None, palette.ink2, palette.line_strong),
            "dashed": (None, palette.ink2, palette.line_strong),
        }[self._kind]
        if palette.high_contrast and line is None:
            line = palette.ink
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(line), 1) if line else QPen(Qt.PenStyle.NoPen)
        if line and self._kind == "dashed":
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
        painter.setFont(font("small_strong"))
        painter.setPen(colour(ink))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._icon:
            paint_icon(painter, self._icon, self.width() - 23 if rtl else 8, 4.5, 15, ink)
            box = box.adjusted(8, 0, -28, 0) if rtl else box.adjusted(28, 0, -8, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


class KeyCap(QWidget):
    """A key as printed on its cap, for "Type 0–10, Enter for the next row"."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font("micro")).horizontalAdvance(self._key) + 14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.line_strong), 1))
        painter.setBrush(colour(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colour(palette.ink2))
        painter.setFont(font("micro"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()
