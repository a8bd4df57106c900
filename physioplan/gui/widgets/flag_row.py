"""One red flag: a box, its name, a line of meaning and the shape of its urgency; the whole row is the target."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.switches import paint_box
from physioplan.gui.widgets.urgency_glyph import paint_urgency, urgency_words

HEIGHT = 38


class FlagRow(QAbstractButton):
    """``toggled`` as of any checkable button; Up and Down move between ``siblings``, N asks for "none of these"."""

    none_requested = Signal()

    def __init__(
        self, key: str, name: str, meaning: str, urgency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._name = name
        self._meaning = meaning
        self._urgency = urgency
        self.siblings: list[FlagRow] = []
        self.setCheckable(True)
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}, {urgency_words(urgency)}")
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning)

    def display(self, on: bool) -> None:
        """Tick without telling anyone."""
        blocked = self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(blocked)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def focus_ring_rect(self) -> QRect:
        return self.rect().adjusted(2, 1, -2, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self in self.siblings:
            place = self.siblings.index(self) + step
            if 0 <= place < len(self.siblings):
                self.siblings[place].setFocus(Qt.FocusReason.TabFocusReason)
                return
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.none_requested.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width, on = self.width(), self.isChecked()
        if on:
            painter.fillRect(self.rect(), colour(palette.danger_soft))
            painter.fillRect(width - 4 if rtl else 0, 0, 4, self.height(), colour(palette.danger))
        elif self.underMouse():
            painter.fillRect(self.rect(), colour(palette.accent_soft))
        painter.fillRect(0, self.height() - 1, width, 1, colour(palette.line))
        inset = 8 if on else 4
        paint_box(painter, palette, width - inset - 22 if rtl else inset, 8, on)
        text = QRectF(inset + 32, 1, width - inset - 32 - 30, self.height() - 2)
        if rtl:
            text.moveRight(width - inset - 32)
        across = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setPen(colour(palette.ink))
        painter.setFont(font("subheading" if on else "field"))
        name = QFontMetrics(painter.font()).elidedText(
            self._name, Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text.adjusted(0, 1, 0, -16), int(across | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(colour(palette.ink2))
        painter.setFont(font("micro"))
        meaning = QFontMetrics(painter.font()).elidedText(
            self._meaning, Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text.adjusted(0, 18, 0, 0), int(across | Qt.AlignmentFlag.AlignVCenter), meaning)
        paint_urgency(painter, self._urgency, 4 if rtl else width - 24, 10)
        painter.end()
