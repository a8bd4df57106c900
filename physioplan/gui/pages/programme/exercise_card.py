"""One exercise in a phase: handle, picture, name and dose, with a key for all that the mouse can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy

from physioplan.gui.pages.programme.columns import CardView
from physioplan.gui.pages.programme.drag import place_data
from physioplan.gui.pages.programme.name_lines import two_lines
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.drawing_view import LIGHT_MAT
from physioplan.gui.words import _

if TYPE_CHECKING:
    from physioplan.gui.pages.programme.phase_column import PhaseColumn

THUMB = QSize(56, 48)
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_E, Qt.Key.Key_H})


class ExerciseCard(QAbstractButton):
    """Tells its column what the hand wants; the column knows which place the card has."""

    def __init__(self, column: PhaseColumn) -> None:
        super().__init__(column)
        self._column = column
        self.view = CardView("", "", "", False, False, "")
        self._hover = False
        self._pressed_at: QPoint | None = None
        self.lifted = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self._column.select(self))

    def display(self, view: CardView) -> None:
        if view != self.view:
            self.view = view
            self.setAccessibleName(view.spoken)
            self.setToolTip(f"{view.name}\n{view.dose}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = 2 * QFontMetrics(font("control")).lineSpacing() + QFontMetrics(font("small")).lineSpacing()
        return QSize(190, max(70, words + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def focus_ring_radius(self) -> float:
        return 8.0

    # -- keys ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys of the card go before the window's own: Alt+Left moves the card, not the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_ours(event):
            self._column.keyed(self, event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._column.edit_dose(self)
        else:
            super().keyPressEvent(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
        plain = held == Qt.KeyboardModifier.NoModifier
        return plain and (key in _OWN or Qt.Key.Key_1 <= key <= Qt.Key.Key_9)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._column.card_focused(self)

    # -- mouse -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (
            event.position().toPoint() - self._pressed_at
        ).manhattanLength() < QApplication.startDragDistance():
            return
        start, self._pressed_at = self._pressed_at, None
        self.setDown(False)
        self._drag(start)

    def _drag(self, start: QPoint) -> None:
        where = self._column.where(self)
        drag = QDrag(self)
        drag.setMimeData(place_data(*where))
        drag.setPixmap(self._picture_of_itself())
        drag.setHotSpot(start)
        self.lifted = True
        self.update()
        drag.exec(Qt.DropAction.MoveAction)
        self.lifted = False
        self.update()

    def _picture_of_itself(self) -> QPixmap:
        """The lifted card: accent border and a flat ledge."""
        palette = current_palette()
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round((self.height() + 5) * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.line))
        painter.drawRoundedRect(QRectF(0, 5, self.width(), self.height()), 8, 8)
        self._paint(painter, border=palette.accent, width=2.0, fill=palette.surface)
        painter.end()
        return pixmap

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(QPoint(24, self.height() - 8)) if keyboard else event.globalPos()
        self._column.open_menu(self, at)
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    # -- paint -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.lifted:
            painter.setOpacity(0.4)
        if self.view.selected:
            self._paint(painter, border=palette.accent, width=2.0, fill=palette.accent_soft)
        else:
            self._paint(
                painter,
                border=palette.accent if self._hover else palette.line,
                width=1.0,
                fill=palette.surface,
            )
        painter.end()

    def _paint(self, painter: QPainter, *, border: str, width: float, fill: str) -> None:
        palette, view = current_palette(), self.view
        inset = width / 2
        painter.setPen(QPen(colour(border), width))
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def mirrored(x: int, wide: int) -> int:
            return self.width() - x - wide if rtl else x

        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.line_strong))
        for row in (-6, 0, 6):
            for x in (13, 19):
                painter.drawEllipse(QPointF(mirrored(x - 2, 4) + 2, middle + row), 1.7, 1.7)
        mat = QRect(mirrored(29, 62), round(middle) - 27, 62, 54)
        painter.setBrush(colour(LIGHT_MAT))
        painter.drawRoundedRect(QRectF(mat), 5, 5)
        ratio = self.devicePixelRatioF()
        pixmap = self._column.queue.pixmap(view.exercise, "end", THUMB, ratio)
        if pixmap is not None:
            painter.drawPixmap(mat.left() + 3, mat.top() + 3, pixmap)
        room = QRect(mirrored(98, self.width() - 104), 6, self.width() - 104, self.height() - 12)
        self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        palette, view = current_palette(), self.view
        name, small = QFontMetrics(font("control")), QFontMetrics(font("small"))
        lines = two_lines(view.name, name, room.width())
        step = min(name.lineSpacing(), 19)
        height = step * len(lines) + small.lineSpacing()
        top = room.top() + (room.height() - height) // 2
        side = int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value)
        painter.setFont(font("control"))
        painter.setPen(colour(palette.ink))
        for line in lines:
            painter.drawText(QRect(room.left(), top, room.width(), step), side, line)
            top += step
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2))
        wide = room.width() - (20 if view.has_note else 0)
        dose = small.elidedText(view.dose, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(room.left(), top, wide, small.lineSpacing()), side, dose)
        if view.has_note:
            paint_icon(painter, "notebook-pen", room.right() - 16, top + 2, 15, palette.ink2)


def menu_words() -> dict[str, str]:
    """What the menu of a card offers, by key."""
    return {
        "dose": _("Edit dose"),
        "easier": _("Easier step"),
        "harder": _("Harder step"),
        "remove": _("Remove"),
    }
