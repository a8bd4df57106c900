"""Two to four short choices side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CONTROL
from physioplan.gui.widgets.one_stop import OneStop, arrow_step


class _Segment(QAbstractButton):
    def __init__(self, owner: Segmented, key: str, words: str, *, tick: bool) -> None:
        super().__init__(owner)
        self.key = key
        self._owner = owner
        self._tick = tick
        self._hover = False
        self.first = False
        self.last = False
        self.setCheckable(True)
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("control")).horizontalAdvance(self.text()) + 30
        if self._tick:
            width += 22 if self.isChecked() else 0
        return QSize(width, 36)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:
        self._owner.picked(self.key)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.keyed(event):
            super().keyPressEvent(event)

    def _shape(self) -> QPainterPath:
        """The outline of this piece: rounded only where it ends the row."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (self.last, self.first) if rtl else (self.first, self.last)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if right else 0.5, -0.5)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        half = box.width() / 2
        if not left:
            path.addRect(QRectF(box.left(), box.top(), half, box.height()))
        if not right:
            path.addRect(QRectF(box.left() + half, box.top(), half, box.height()))
        return path.simplified()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, enabled = self.isChecked(), self.isEnabled()
        fill = palette.accent if on else palette.accent_soft if self._hover and enabled else palette.surface
        ink = palette.on_accent if on else palette.ink
        if not enabled:
            fill, ink = (palette.line if on else palette.sunken), palette.ink3
        shape = self._shape()
        painter.fillPath(shape, colour(fill))
        border = palette.accent if on and enabled else palette.line_strong if enabled else palette.line
        painter.setPen(QPen(colour(border), 1))
        painter.drawPath(shape)
        painter.setFont(font("control" if on else "control_plain"))
        painter.setPen(colour(ink))
        box = QRectF(self.rect())
        if on and self._tick:
            width = painter.fontMetrics().horizontalAdvance(self.text()) + 22
            start = (self.width() - width) / 2
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_icon(
                painter, "check", start + width - 16 if rtl else start, (self.height() - 16) / 2, 16, ink
            )
            box = box.adjusted(0, 0, -22, 0) if rtl else box.adjusted(22, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segmented(QWidget):
    """``options`` are (key, words). One tab stop: arrows move and choose, Space chooses.

    ``chosen_changed`` fires for the user's hand only, with the key. Nothing need be chosen at first.
    """

    chosen_changed = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        chosen: str | None = None,
        parent: QWidget | None = None,
        *,
        tick: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name = name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._pieces = [_Segment(self, key, words, tick=tick) for key, words in options]
        for piece in self._pieces:
            row.addWidget(piece)
        if self._pieces:
            self._pieces[0].first = True
            self._pieces[-1].last = True
        self._stop = OneStop(self._pieces)
        self._chosen: str | None = None
        self.choose(chosen)

    def chosen(self) -> str | None:
        return self._chosen

    def choose(self, key: str | None) -> None:
        """Choose without telling anyone; None clears."""
        self._chosen = key
        for number, piece in enumerate(self._pieces):
            on = piece.key == key
            piece.setChecked(on)
            piece.setAccessibleName(f"{self._name}: {piece.text()}")
            piece.updateGeometry()
            piece.update()
            if on:
                self._stop.settle(number)
                piece.raise_()

    def picked(self, key: str) -> None:
        """The user's hand chose ``key``."""
        changed = key != self._chosen
        self.choose(key)
        if changed:
            self.chosen_changed.emit(key)

    def keyed(self, event: QKeyEvent) -> bool:
        step = arrow_step(event.key(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        if not step:
            return False
        self._stop.move(step)
        self.picked(self._pieces[self._stop.index].key)
        return True
