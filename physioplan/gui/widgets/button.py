"""Buttons in their five kinds, painted in code so that icon, words and key hint sit to the pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.ink import CENTRE, elided, paint_box, paint_words
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CONTROL, Palette

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

Kind = Literal["primary", "default", "quiet", "danger", "warn"]

_ICON = 18
_GAP = 8


class Button(QPushButton):
    """A push button of 36 px, or 44 px when ``large``.

    ``hint`` is a key written at the right ("Ctrl ↵"); ``reason`` takes its place while the button is locked.
    A button with an icon and no words needs ``name``, which becomes tooltip and accessible name.
    """

    def __init__(
        self,
        words: str = "",
        kind: Kind = "default",
        parent: QWidget | None = None,
        *,
        icon: str | None = None,
        hint: str = "",
        large: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._icon = icon
        self._hint = hint
        self._reason = ""
        self._large = large
        self._spread = False
        self._flush = False
        self._trailing_icon: str | None = None
        self._hover = False
        self._pointed = False
        self.setFont(font("subheading" if large else "control"))
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if name:
            self.setToolTip(name)
            self.setAccessibleName(name)

    def use_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def use_icon(self, icon: str | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def use_trailing_icon(self, icon: str | None) -> None:
        """An icon after the words, such as a chevron."""
        self._trailing_icon = icon
        self.updateGeometry()
        self.update()

    def use_hint(self, hint: str) -> None:
        self._hint = hint
        self.updateGeometry()
        self.update()

    def spread(self) -> None:
        """Push words to the left and hint to the right edge, as the primary of the action bar does."""
        self._spread = True

    def flush(self) -> Button:
        """Take the side padding away, so that a quiet button lines up with the text above it."""
        self._flush = True
        self.updateGeometry()
        return self

    def _padding(self) -> int:
        return 4 if self._flush else 20 if self._large else 14

    def lock(self, reason: str) -> None:
        """Disable the button and say why on its face and to assistive technology; "" unlocks."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        self.updateGeometry()
        self.update()

    def lock_reason(self) -> str:
        return self._reason

    # -- size and paint ------------------------------------------------------------------------

    def _height(self) -> int:
        return max(44 if self._large else 36, self.fontMetrics().height() + 12)

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _tail(self) -> str:
        return self._reason or self._hint

    def _tail_width(self) -> int:
        tail = self._tail()
        if not tail:
            return 0
        if self._reason:
            return QFontMetrics(font("small_strong")).horizontalAdvance(tail)
        return QFontMetrics(font("micro")).horizontalAdvance(tail) + 14

    def sizeHint(self) -> QSize:
        words = self._words()
        if not words:
            return QSize(self._height(), self._height())
        padding = self._padding()
        width = self.fontMetrics().horizontalAdvance(words) + 2 * padding + 2
        if self._icon:
            width += _ICON + _GAP
        if self._trailing_icon:
            width += _ICON + _GAP
        if self._tail():
            width += self._tail_width() + (24 if self._spread else 10)
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        if not self._pointed:  # the hand is given when it is first wanted: naming it costs the start
            from PySide6.QtCore import Qt

            self._pointed = True
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def _colours(self, palette: Palette) -> tuple[str | None, str | None, str]:
        """Fill, border and ink for the state the button is in."""
        if not self.isEnabled():
            if self._kind == "quiet":
                return None, None, palette.ink3
            return palette.sunken, palette.line, palette.ink3
        down, hover = self.isDown() or self.isChecked(), self._hover
        if self._kind == "primary":
            fill = palette.accent_press if down else palette.accent_hover if hover else palette.accent
            return fill, fill, palette.on_accent
        if self._kind == "quiet":
            return (palette.accent_soft if hover or down else None), None, palette.accent
        if self._kind == "danger":
            return (palette.danger_soft if hover or down else palette.surface), palette.danger, palette.danger
        if self._kind == "warn":
            return (palette.warn_soft if hover or down else palette.surface), palette.warn, palette.warn
        return (palette.accent_soft if hover or down else palette.surface), palette.line_strong, palette.ink

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        fill, border, ink = self._colours(palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_box(painter, box, RADIUS_CONTROL, fill, border)
        self._paint_face(painter, palette, ink)
        painter.end()

    def _paint_face(self, painter: QPainter, palette: Palette, ink: str) -> None:
        words, height = self._words(), self.height()
        rtl = self.isRightToLeft()
        padding = self._padding()
        text_width = self.fontMetrics().horizontalAdvance(words) if words else 0
        head = text_width + (_ICON + (_GAP if words else 0) if self._icon else 0)
        head += _ICON + _GAP if self._trailing_icon else 0
        tail = self._tail_width()
        total = head + (tail + 10 if tail else 0)
        start = float(padding) if self._spread and words else (self.width() - total) / 2

        def place(x: float, width: float) -> float:
            return self.width() - x - width if rtl else x

        x = start
        if self._icon:
            paint_icon(painter, self._icon, round(place(x, _ICON)), round((height - _ICON) / 2), _ICON, ink)
            x += _ICON + (_GAP if words else 0)
        if words:
            room = min(float(text_width + 2), self.width() - x - 4)
            shown = elided(self.font(), words, int(room))
            paint_words(painter, QRectF(place(x, room), 0, room, height), shown, self.font(), ink, float(rtl))
            x += text_width + _GAP
        if self._trailing_icon:
            paint_icon(
                painter, self._trailing_icon, round(place(x, _ICON)), round((height - _ICON) / 2), _ICON, ink
            )
        if tail:
            at = self.width() - padding - tail if self._spread else start + head + 10
            self._paint_tail(painter, palette, QRectF(place(at, tail), (height - 20) / 2, tail, 20), ink)

    def _paint_tail(self, painter: QPainter, palette: Palette, box: QRectF, ink: str) -> None:
        if self._reason:
            paint_words(painter, box, self._reason, font("small_strong"), ink, CENTRE)
            return
        on_fill = self._kind == "primary" and self.isEnabled()
        line = palette.key_hint_line if on_fill else palette.line_strong
        paint_box(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), 4, None, line)
        hint_ink = palette.key_hint if on_fill else palette.ink2
        paint_words(painter, box, self._hint, font("micro"), hint_ink, CENTRE)
