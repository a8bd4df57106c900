"""Check row, radio row and toggle: the whole row is the target, 36 px or more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import Palette


def _lines_height(words: str, style: str, width: int) -> int:
    metrics = QFontMetrics(font(style))
    flags = int(Qt.TextFlag.TextWordWrap.value)
    return metrics.boundingRect(QRect(0, 0, max(1, width), 10000), flags, words).height()


def paint_box(
    painter: QPainter, palette: Palette, x: float, y: float, on: bool, enabled: bool = True
) -> None:
    """A 22 px check box with its top left corner at (x, y)."""
    fill = (
        (palette.accent if enabled else palette.ink3)
        if on
        else (palette.surface if enabled else palette.sunken)
    )
    line = fill if on else palette.line_strong if enabled else palette.line
    painter.setPen(QPen(colour(line), 1.5))
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(QRectF(x + 0.75, y + 0.75, 20.5, 20.5), 5, 5)
    if on:
        tick = QPen(colour(palette.on_accent if enabled else palette.surface), 2.4)
        tick.setCapStyle(Qt.PenCapStyle.RoundCap)
        tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF([QPointF(x + 6, y + 11.4), QPointF(x + 9.6, y + 15), QPointF(x + 16.2, y + 7.6)])
        )


class CheckRow(QCheckBox):
    """A 22 px box and words that may wrap; ``toggled`` as of any check box."""

    def __init__(self, words: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self.setChecked(on)
        self.setFont(font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)

    def reword(self, words: str) -> None:
        """Say something else beside the box."""
        if words != self._words:
            self._words = words
            self.setText(words.replace("&", "&&"))
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def focus_ring_rect(self) -> QRect:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(self.width() - 28 if rtl else 6, self._top(), 22, 22)

    def focus_ring_radius(self) -> float:
        return 5.0

    def _top(self) -> int:
        one_line = _lines_height(self._words, "body", self.width() - 44) < 30
        return (self.height() - 22) // 2 if one_line else 8

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(36, _lines_height(self._words, "body", width - 44) + 12)

    def sizeHint(self) -> QSize:
        width = min(420, self.fontMetrics().horizontalAdvance(self._words) + 48)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 36)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.focus_ring_rect()
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        paint_box(painter, palette, box.x(), box.y(), self.isChecked(), self.isEnabled())
        painter.setFont(self.font())
        painter.setPen(colour(palette.ink if self.isEnabled() else palette.ink3))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.rect().adjusted(4, 0, -38, 0) if rtl else self.rect().adjusted(38, 0, -4, 0)
        painter.drawText(
            words,
            int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading).value)
            | int(Qt.TextFlag.TextWordWrap.value),
            self._words,
        )
        painter.end()


class RadioRow(QRadioButton):
    """A 20 px ring with a title and a second line; ``card`` draws the border of a choice card."""

    def __init__(
        self, words: str, second: str = "", parent: QWidget | None = None, *, card: bool = False
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self._second = second
        self._card = card
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        self.setAccessibleDescription(second)

    def _inset(self) -> int:
        return 44

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._inset() - 12
        height = _lines_height(self._words, "subheading" if self._second else "body", room)
        if self._second:
            height += _lines_height(self._second, "small", room)
        return max(36, height + (14 if self._card or self._second else 10))

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 36)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        on, enabled = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._card:
            width = 2.0 if on else 1.0
            painter.setPen(QPen(colour(palette.accent if on else palette.line_strong), width))
            painter.setBrush(colour(palette.accent_soft if on or self.underMouse() else palette.surface))
            inset = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        cx = self.width() - 24.0 if rtl else 24.0
        cy = self.height() / 2
        painter.setBrush(colour(palette.accent if on else palette.surface))
        painter.setPen(QPen(colour(palette.accent if on else palette.line_strong), 1.5))
        painter.drawEllipse(QPointF(cx, cy), 9.5, 9.5)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.on_accent))
            painter.drawEllipse(QPointF(cx, cy), 4, 4)
        left, right = (12, self._inset()) if rtl else (self._inset(), 12)
        box = self.rect().adjusted(left, 0, -right, 0)
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        side = int(Qt.AlignmentFlag.AlignLeading.value)
        painter.setPen(colour(palette.ink if enabled else palette.ink3))
        if not self._second:
            painter.setFont(font("body"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value) | side | wrap, self._words)
        else:
            painter.setFont(font("subheading"))
            first = _lines_height(self._words, "subheading", box.width())
            total = first + _lines_height(self._second, "small", box.width())
            top = (self.height() - total) // 2
            painter.drawText(QRect(box.x(), top, box.width(), first), side | wrap, self._words)
            painter.setFont(font("small"))
            painter.setPen(colour(palette.ink2 if enabled else palette.ink3))
            painter.drawText(
                QRect(box.x(), top + first, box.width(), total - first), side | wrap, self._second
            )
        painter.end()


class Toggle(QCheckBox):
    """A 46 by 26 switch; ``words`` stand beside it, ``name`` says what it switches ("Include motor
    control").
    """

    def __init__(
        self, words: str = "", on: bool = False, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self.setChecked(on)
        self.setFont(font("subheading"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or words)

    def display(self, words: str, on: bool) -> None:
        """Show words and state without telling anyone."""
        self._words = words
        blocked = self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(blocked)
        self.updateGeometry()
        self.update()

    def focus_ring_rect(self) -> QRect:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(self.width() - 46 if rtl else 0, (self.height() - 26) // 2, 46, 26)

    def focus_ring_radius(self) -> float:
        return 13.0

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words) + 12 if self._words else 0
        return QSize(46 + words, 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(46, 36)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        on, enabled = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.focus_ring_rect())
        line = (palette.accent if on else palette.line_strong) if enabled else palette.line
        painter.setPen(QPen(colour(line), 1.5))
        painter.setBrush(colour((palette.accent if on else palette.surface) if enabled else palette.sunken))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 12.25, 12.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.on_accent if on and enabled else palette.line_strong))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        far = on != rtl
        painter.drawEllipse(QPointF(box.x() + (33.5 if far else 12.5), box.center().y()), 8.5, 8.5)
        painter.setFont(self.font())
        painter.setPen(colour(palette.ink if enabled else palette.ink3))
        words = self.rect().adjusted(0, 0, -56, 0) if rtl else self.rect().adjusted(56, 0, 0, 0)
        painter.drawText(
            words, int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading).value), self._words
        )
        painter.end()
