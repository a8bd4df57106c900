"""One review of the day's list: glyph, who, which review, its window to scale, how long still, and Record."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from physioplan.gui.pages.today.presenter import DueRow
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.follow_up_window import FollowUpWindowView, paint_follow_up_window
from physioplan.gui.widgets.state_glyph import State, paint_state, state_words
from physioplan.gui.words import _

HEIGHT = 51
REACH = 50  # days on each side of the due day: one scale for all rows
GLYPH_END = 40
RECORD = 104


def columns_of(width: int) -> tuple[int, int, int, int]:
    """Left edges of title, window (-1 where there is no room), days, and action, for a row ``width`` wide."""
    action = width - RECORD
    if width >= 780:
        days = action - 160
        window = days - 196
        title = window - 112
        return title, window, days, action
    days = action - 124
    return days - 84, -1, days, action


class DueLine(QAbstractButton):
    """A click or Enter opens the patient; R or the button records the review; arrows leave the row."""

    record_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, row: DueRow, state: State, today_day: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._state: State = state
        self._today = today_day
        self._hover = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        spoken = f"{row.name}, {row.title}, {state_words(state)}, {row.lead}, {row.second}"
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(row.words)
        self.record: Button | None = None
        if state != "upcoming":
            self.record = Button(_("Record"), parent=self)
            self.record.setAccessibleName(
                _("Record {review}, {name}").format(review=row.title, name=row.name)
            )
            self.record.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.record.clicked.connect(self.record_requested)

    def focus_ring_rect(self) -> QRect:
        return self.rect().adjusted(-3, 1, 3, -2)

    def sizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.record is not None:
            size = self.record.sizeHint()
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = 4 if rtl else self.width() - size.width() - 4
            self.record.setGeometry(x, (HEIGHT - size.height()) // 2, size.width(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_requested.emit(1 if key == Qt.Key.Key_Down else -1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif plain and key == Qt.Key.Key_R and self.record is not None:
            self.record_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hover:
            painter.fillRect(QRectF(0, 0, self.width(), HEIGHT - 1), colour(palette.accent_soft))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), colour(palette.line))
        title, window, days, action = columns_of(self.width())
        paint_state(painter, self._state, self._x(4, 24), 13, 24)
        row = self.row
        self._words(painter, row.name, "row_name", palette.ink, GLYPH_END, 6, title - GLYPH_END - 12)
        self._words(painter, row.facts, "small", palette.ink2, GLYPH_END, 27, title - GLYPH_END - 12)
        self._words(painter, row.title, "body", palette.ink, title, 15, 100)
        if window >= 0:
            box = QRectF(self._x(window, 168), 14, 168, 24)
            paint_follow_up_window(painter, self.window_view(), box)
        late = self._state == "overdue"
        lead = ("subheading", palette.danger) if late else ("body", palette.ink)
        self._words(painter, row.lead, *lead, days, 5, action - days - 8)
        self._words(painter, row.second, "small", palette.ink2, days, 27, action - days - 8)
        if self.record is None:
            words = _("Open")
            painter.setFont(font("small"))
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = self.width() - wide - 32
            self._words(painter, words, "small", palette.ink2, left, 16, wide + 4)
            paint_icon(painter, "chevron-right", self._x(self.width() - 24, 16), 18, 16, palette.ink2)
        painter.end()

    def window_view(self) -> FollowUpWindowView:
        """The window on the scale all rows share; it grows only to reach a day long past."""
        row = self.row
        due = row.due.toordinal()
        last = max(due + REACH, self._today + 3)
        return FollowUpWindowView(
            due - REACH, last, row.opens.toordinal(), due, row.closes.toordinal(), self._today, row.words
        )

    def _x(self, left: float, width: float) -> float:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if rtl else left

    def _words(
        self, painter: QPainter, words: str, style: str, tint: str, left: int, top: int, room: int
    ) -> None:
        painter.setFont(font(style))
        painter.setPen(colour(tint))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        box = QRectF(self._x(left, room), top, room, metrics.height())
        flag = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(box, int(flag.value), shown)
