"""The exercises of the library as cards in a grid; only what is on screen is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.pages.programme.drag import library_data
from physioplan.gui.pages.programme.exercise_names import position_words
from physioplan.gui.pages.programme.name_lines import two_lines
from physioplan.gui.pages.programme.presenter import LibraryCard
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.drawing_view import LIGHT_MAT
from physioplan.gui.words import _, language

_Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole
GAP = 10
PICTURE = 74


class LibraryModel(QAbstractListModel):
    """Rows are ``LibraryCard``; the accessible text says name, position and whether it is in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[LibraryCard, ...] = ()

    def offer(self, cards: tuple[LibraryCard, ...]) -> None:
        """Show other cards; the same ones in the same order only change their marks."""
        same = [card.exercise.id for card in cards] == [card.exercise.id for card in self.cards]
        if cards == self.cards:
            return
        if same:
            self.cards = cards
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        card = self.cards[index.row()]
        name = card.exercise.words_in(language()).name
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = position_words()[card.exercise.position]
            state = card.why_not or (
                _("in the programme") if card.in_programme else _("not in the programme")
            )
            return f"{name}, {where}, {state}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{name}\n{card.why_not}" if card.why_not else name
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Any) -> QMimeData:
        first: LibraryCard = self.cards[next(iter(indexes)).row()]
        return library_data(first.exercise.id)


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, owner: LibraryList, queue: FigureQueue) -> None:
        super().__init__(owner)
        self._owner = owner
        self._queue = queue

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._owner.gridSize()

    def button_rect(self, cell: QRect) -> QRect:
        """Where + or the tick stands in a cell."""
        card = self._card(cell)
        x = card.left() + 6 if self._owner.isRightToLeft() else card.right() - 37
        return QRect(x, card.top() + 6, 32, 32)

    def _card(self, cell: QRect) -> QRect:
        return cell.adjusted(GAP // 2, 0, -GAP // 2, -GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: LibraryCard | None = index.data(CARD)
        if card is None:
            return
        palette = current_palette()
        state = option.state
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        box = self._card(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.accent if hover else palette.line), 1))
        painter.setBrush(colour(palette.surface))
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, 8, 8)
        mat = QRect(box.left() + 1, box.top() + 1, box.width() - 2, PICTURE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(LIGHT_MAT))
        painter.drawRoundedRect(QRectF(mat), 7, 7)
        painter.drawRect(mat.adjusted(0, 10, 0, 0))
        self._paint_picture(painter, card, mat)
        self._paint_words(painter, card, box)
        if not card.why_not:
            self._paint_button(painter, card, self.button_rect(option.rect), hover)
        self._paint_ring(painter, option, index, frame)
        painter.restore()

    def _paint_picture(self, painter: QPainter, card: LibraryCard, mat: QRect) -> None:
        inner = mat.adjusted(8, 5, -8, -3)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._queue.pixmap(card.exercise.id, "end", inner.size(), ratio)
        if pixmap is not None:
            painter.setOpacity(0.45 if card.why_not else 1.0)
            painter.drawPixmap(inner.topLeft(), pixmap)
            painter.setOpacity(1.0)
        elif self._queue.has_none(card.exercise.id):
            painter.setPen(colour("#454D53"))  # the mat is light in both themes
            painter.setFont(font("micro"))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter.value), _("Picture to come"))

    def _paint_words(self, painter: QPainter, card: LibraryCard, box: QRect) -> None:
        palette = current_palette()
        room = box.adjusted(8, PICTURE + 5, -6, -4)
        name = card.exercise.words_in(language()).name
        side = int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop).value)
        painter.setFont(font("small_strong"))
        painter.setPen(colour(palette.ink2 if card.why_not else palette.ink))
        top = room.top()
        for row in two_lines(name, painter.fontMetrics(), room.width()):
            painter.drawText(QRect(room.left(), top, room.width(), 18), side, row)
            top += 17
        where = position_words()[card.exercise.position]
        second = card.why_not.split(": ", 1)[-1].rstrip(".") if card.why_not else where
        line = QRect(room.left(), top + 1, room.width(), 18)
        painter.setFont(font("micro"))
        painter.setPen(colour(palette.warn if card.why_not else palette.ink2))
        if card.why_not:
            paint_icon(painter, "triangle-alert", line.left(), line.top() + 2, 14, palette.warn)
            line = line.adjusted(18, 0, 0, 0)
        micro = painter.fontMetrics()
        painter.drawText(line, side, micro.elidedText(second, Qt.TextElideMode.ElideRight, line.width()))

    def _paint_button(self, painter: QPainter, card: LibraryCard, at: QRect, hover: bool) -> None:
        palette = current_palette()
        painter.setPen(QPen(colour(palette.line_strong), 1))
        painter.setBrush(colour(palette.accent_soft if hover else palette.surface))
        painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icon = "check" if card.in_programme else "plus"
        paint_icon(painter, icon, at.left() + 7, at.top() + 7, 18, palette.accent)

    def _paint_ring(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, frame: QRectF
    ) -> None:
        if self._owner.hasFocus() and self._owner.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(current_palette().ink), 3))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 8, 8)


class LibraryList(QListView):
    """``chosen(id)``: Enter, Space, a double click or the + button. Arrows move; letters find by name."""

    chosen = Signal(str)
    left_upwards = Signal()

    def __init__(self, queue: FigureQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LibraryModel(self)
        self._cards = _CardDelegate(self, queue)
        self.setModel(self._model)
        self.setItemDelegate(self._cards)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setProperty("no_ring", True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(32)
        queue.ready.connect(self._picture_ready)

    def offer(self, cards: tuple[LibraryCard, ...]) -> None:
        """Show these cards and stay on the one the keyboard is on."""
        at = self.currentIndex().data(CARD) if self.currentIndex().isValid() else None
        self._model.offer(cards)
        if at is not None and not self.currentIndex().isValid():
            ids = [card.exercise.id for card in cards]
            if at.exercise.id in ids:
                self.setCurrentIndex(self._model.index(ids.index(at.exercise.id)))

    def take_keyboard(self) -> None:
        """Go to the first card, or stay on the current one."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_current(self) -> None:
        card = self.currentIndex().data(CARD)
        if card is not None:
            self.chosen.emit(card.exercise.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.choose_current()
            event.accept()
        elif event.key() == Qt.Key.Key_Up and self._in_first_row():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.FocusIn
            and not self.currentIndex().isValid()
            and self._model.rowCount()
        ):
            self.setCurrentIndex(self._model.index(0))
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._cards.button_rect(self.visualRect(index)).contains(event.position().toPoint()):
            self.setCurrentIndex(index)
            self.choose_current()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        in_button = self._cards.button_rect(self.visualRect(index)).contains(event.position().toPoint())
        if index.isValid() and not in_button:
            self.setCurrentIndex(index)
            self.choose_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.viewport().width() - 2
        columns = max(1, room // 132)
        words = 2 * 17 + QFontMetrics(font("micro")).height()
        self.setGridSize(QSize(room // columns, PICTURE + words + 14 + GAP))
        super().resizeEvent(event)

    def _in_first_row(self) -> bool:
        at = self.currentIndex()
        return (
            not at.isValid()
            or self.visualRect(at).top() + self.verticalOffset() < self.gridSize().height() // 2
        )

    def _picture_ready(self, exercise_id: str, /, *_rest: Callable[[], None]) -> None:
        self.viewport().update()
