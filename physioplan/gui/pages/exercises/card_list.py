"""Exercises as cards: the end picture with its arrow on the mat, the name, where it starts."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.pages.exercises.wording import position_words
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _, language
from physioplan.library.exercise import Exercise

CARD = QSize(188, 166)
MAT = "#EFE9E0"
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.exercises: tuple[Exercise, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.exercises)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        exercise = self.exercises[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise.words_in(language()).name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{position_words(exercise.position)}, {_('level {n}').format(n=exercise.level)}"
        if role == Qt.ItemDataRole.UserRole:
            return exercise
        return None

    def take(self, exercises: tuple[Exercise, ...]) -> None:
        self.beginResetModel()
        self.exercises = exercises
        self.endResetModel()


class _Card(QStyledItemDelegate):
    def __init__(self, queue: FigureQueue, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue = queue

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return CARD + QSize(12, 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = current_palette()
        exercise = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(exercise, Exercise)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = QRectF(rect.x() + 6, rect.y() + 6, CARD.width(), CARD.height())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.fillPath(shape, colour(palette.accent_soft if chosen else palette.surface))
        painter.setClipPath(shape)
        picture = QSize(CARD.width(), 112)
        painter.fillRect(QRectF(box.x(), box.y(), CARD.width(), picture.height()), colour(MAT))
        view = self.parent()
        ratio = view.devicePixelRatioF() if isinstance(view, QWidget) else 1.0
        pixmap = self._queue.pixmap(exercise.id, "end", picture - QSize(16, 12), ratio)
        if pixmap is not None:
            painter.drawPixmap(int(box.x() + 8), int(box.y() + 6), pixmap)
        elif self._queue.has_none(exercise.id):
            painter.setFont(font("micro"))
            painter.setPen(colour("#5F686E"))
            middle = QRectF(box.x(), box.y(), CARD.width(), picture.height())
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, _("Picture to come"))
        painter.setClipping(False)
        width = 2 if chosen else 1
        painter.setPen(QPen(colour(palette.accent if chosen else palette.line), width))
        painter.drawPath(shape)
        text = QRectF(box.x() + 10, box.y() + 116, CARD.width() - 20, 22)
        painter.setFont(font("control"))
        painter.setPen(colour(palette.ink))
        name = QFontMetrics(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2))
        painter.drawText(
            text.translated(0, 22), Qt.AlignmentFlag.AlignVCenter, position_words(exercise.position)
        )
        if state & QStyle.StateFlag.State_HasFocus and isinstance(view, QWidget) and view.hasFocus():
            painter.setPen(QPen(colour(palette.ink), 3))
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 11, 11)
        painter.restore()


class CardList(QListView):
    """``chosen(id)`` as the current card changes, ``opened(id)`` on Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, queue: FigureQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Card(queue, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Exercises"))
        self.viewport().setAutoFillBackground(False)
        queue.ready.connect(lambda _id: self.viewport().update())
        self.selectionModel().currentChanged.connect(self._current)

    def display(self, exercises: tuple[Exercise, ...], chosen: str) -> None:
        """Show these, with one of them chosen."""
        if exercises != self._model.exercises:
            blocked = self.selectionModel().blockSignals(True)
            self._model.take(exercises)
            self.selectionModel().blockSignals(blocked)
        for row, exercise in enumerate(exercises):
            if exercise.id == chosen and self.currentIndex().row() != row:
                blocked = self.selectionModel().blockSignals(True)
                self.setCurrentIndex(self._model.index(row))
                self.selectionModel().blockSignals(blocked)
                self.viewport().update()

    def _current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.exercises[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            index = self.currentIndex()
            if index.isValid():
                self.opened.emit(self._model.exercises[index.row()].id)
            return
        super().keyPressEvent(event)
