"""The head of the patient table: each column's name, its scale in a quieter tone, on a strong rule."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from physioplan.gui.pages.patients.table_model import Column
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.focus_ring import FocusRing
from physioplan.gui.widgets.one_stop import arrow_step
from physioplan.gui.words import _


class ListHead(QHeaderView):
    """One tab stop; Left and Right along the heads, Enter or a click sorts (``sort_requested``)."""

    sort_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted_by = int(Column.NAME)
        self._descending = False
        self._at = int(Column.NAME)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.sectionClicked.connect(self.sort_requested)
        self._tell()

    def display(self, column: int, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sorted_by, self._descending = int(column), descending
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        model = self.model()
        if model is not None:
            head = Qt.Orientation.Horizontal
            name = model.headerData(self._sorted_by, head, Qt.ItemDataRole.DisplayRole)
            at = model.headerData(self._at, head, Qt.ItemDataRole.DisplayRole)
            way = _("downwards") if self._descending else _("upwards")
            self.setAccessibleName(_("Sort by {column}").format(column=at))
            self.setAccessibleDescription(_("Sorted by {column}, {way}").format(column=name, way=way))

    def focus_ring_rect(self) -> QRect:
        """Round the head the keyboard is on."""
        left = self.sectionViewportPosition(self._at)
        return QRect(left + 4, 4, self.sectionSize(self._at) - 8, self.height() - 9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        if step:
            at = self._at + step
            while 0 <= at < self.count() and self.isSectionHidden(at):
                at += step
            if 0 <= at < self.count():
                self._at = at
                self._tell()
                FocusRing.follow(self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.sort_requested.emit(self._at)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(100, 36)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = current_palette()
        column = Column(logicalIndex)
        painter.save()
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour(palette.line_strong))
        box = QRectF(rect).adjusted(12, 0, -10, 0)
        name = str(
            self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        )
        scale = {Column.PAIN: _("0–10"), Column.DISABILITY: _("ODI %")}.get(column, "")
        painter.setFont(font("small_strong"))
        wide = painter.fontMetrics().horizontalAdvance(name)
        if column is Column.PAIN and wide + 40 > box.width():
            name = _("Pain")
            wide = painter.fontMetrics().horizontalAdvance(name)
        painter.setPen(colour(palette.ink if logicalIndex == self._sorted_by else palette.ink2))
        side = Qt.AlignmentFlag.AlignTrailing if column is Column.AGE else Qt.AlignmentFlag.AlignLeading
        painter.drawText(box, int((side | Qt.AlignmentFlag.AlignVCenter).value), name)
        if logicalIndex == self._sorted_by:
            wide += self._arrow(painter, box, wide)
        if scale and wide + 46 < box.width():
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.setFont(font("small"))
            painter.setPen(colour(palette.ink2))
            rest = box.adjusted(0, 0, -wide - 5, 0) if rtl else box.adjusted(wide + 5, 0, 0, 0)
            start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rest, int(start.value), scale)
        painter.restore()

    def _arrow(self, painter: QPainter, box: QRectF, wide: int) -> int:
        """A small triangle after the name of the column; returns the room it takes."""
        palette = current_palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._sorted_by == Column.AGE:
            x = box.right() + 5 if not rtl else box.x() - 5
        else:
            x = box.right() - wide - 10 if rtl else box.x() + wide + 10
        y, size = box.center().y(), 4.0 if not self._descending else -4.0
        painter.setBrush(colour(palette.ink))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, y + size), QPointF(x + 4, y + size), QPointF(x, y - size)])
        )
        return 18
