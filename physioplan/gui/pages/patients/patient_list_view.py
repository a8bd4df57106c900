"""The patient table itself: columns that give way, one selected row, and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from physioplan.gui.pages.patients.list_head import ListHead
from physioplan.gui.pages.patients.presenter import PatientRow
from physioplan.gui.pages.patients.row_delegate import HEIGHT, RowDelegate
from physioplan.gui.pages.patients.table_model import Column, PatientTable
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.focus_ring import FocusRing
from physioplan.gui.words import _

WIDTHS = {
    Column.AGE: 64,
    Column.STAGE: 270,
    Column.PAIN: 262,
    Column.DISABILITY: 132,
    Column.LAST: 112,
    Column.DUE: 150,
}
NARROW = {Column.STAGE: 262, Column.PAIN: 138, Column.DISABILITY: 118}
COMPACT = {Column.STAGE: 124, Column.PAIN: 132, Column.DUE: 142}
WIDE_ENOUGH = 1180


class PatientListView(QTableView):
    """``open_requested`` carries a patient, ``typed`` what was typed while the table had the keyboard."""

    open_requested = Signal(str)
    typed = Signal(str)
    left_upwards = Signal()
    look_requested = Signal()
    sort_requested = Signal(str)
    current_changed = Signal(object)

    def __init__(self, searched: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = PatientTable()
        self._hovered = -1
        self.setModel(self._table)
        self._delegate = RowDelegate(searched, lambda: self._hovered)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Patients"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # painted to the last pixel below, so that scrolling moves what is there instead of painting it again
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(HEIGHT)
        head = ListHead(self)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.sort_requested.connect(lambda number: self.sort_requested.emit(Column(number).name.lower()))
        self.clicked.connect(self._open_at)

    # -- rows ------------------------------------------------------------------------------------

    def display(self, rows: tuple[PatientRow, ...], *, keep: bool) -> None:
        """Show ``rows``; with ``keep`` the selected patient stays selected and the list where it was."""
        chosen = self.current()
        place = self.verticalScrollBar().value()
        self._hovered = -1
        self._table.show_rows(rows)
        number = self._table.place_of(chosen.patient_id) if chosen is not None and keep else -1
        if number >= 0:
            self.setCurrentIndex(self._table.index(number, 0))
        self.verticalScrollBar().setValue(place if keep else 0)

    def current(self) -> PatientRow | None:
        """The selected row."""
        chosen = self.selectionModel().selectedRows()
        return self._table.row(chosen[0].row()) if chosen else None

    def first(self) -> PatientRow | None:
        """The row on top."""
        return self._table.row(0)

    def take_keyboard(self) -> None:
        """Come here from the search: the first row is selected unless one is."""
        if self._table.rowCount() == 0:
            return
        if self.current() is None:
            self.setCurrentIndex(self._table.index(0, 0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self.current_changed.emit(self.current())
        FocusRing.follow(self)

    def _open_at(self, index: QModelIndex) -> None:
        row = self._table.row(index.row())
        if row is not None:
            self.open_requested.emit(row.patient_id)

    def display_order(self, column: str, descending: bool) -> None:
        """The head says by which column the rows are sorted."""
        head = self.horizontalHeader()
        assert isinstance(head, ListHead)
        head.display(Column[column.upper()], descending)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(current_palette().canvas))
        painter.end()
        super().paintEvent(event)

    # -- keyboard and mouse ------------------------------------------------------------------------

    def focus_ring_rect(self) -> QRect:
        """The ring stands round the selected row, not round the whole table."""
        chosen = self.selectionModel().selectedRows()
        if not chosen:
            return self.rect()
        top = self.rowViewportPosition(chosen[0].row()) + self.viewport().y()
        return QRect(0, top + 1, self.viewport().width(), HEIGHT - 3) & self.rect()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        FocusRing.follow(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.current()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if row is not None:
                self.open_requested.emit(row.patient_id)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Space and row is not None:
            self.look_requested.emit()
        elif key == Qt.Key.Key_Backspace:
            self.typed.emit("\b")
        elif event.text().isprintable() and event.text().strip() and not control:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))
        over = self._hovered >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    # -- columns -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        widths = dict(WIDTHS)
        if width < WIDE_ENOUGH:
            widths.update(NARROW)
        if width < 720:
            widths.update(COMPACT)
        hidden = set()
        for column, needed in ((Column.LAST, 960), (Column.DISABILITY, 860), (Column.AGE, 760)):
            if width < needed:
                hidden.add(column)
        for column in Column:
            self.setColumnHidden(column, column in hidden)
            if column is not Column.NAME and column not in hidden:
                self.setColumnWidth(column, widths[column])
        rest = sum(widths[column] for column in widths if column not in hidden)
        self.setColumnWidth(Column.NAME, max(160, width - rest))
