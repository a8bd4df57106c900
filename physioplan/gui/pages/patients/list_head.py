"""The head of the patient table: each column's name, its scale in a quieter tone, on a strong rule."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from physioplan.gui.pages.patients.table_model import Column
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _


class ListHead(QHeaderView):
    """Painted, so that two tones stand in one head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

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
        painter.setPen(colour(palette.ink if column is Column.NAME else palette.ink2))
        side = Qt.AlignmentFlag.AlignTrailing if column is Column.AGE else Qt.AlignmentFlag.AlignLeading
        painter.drawText(box, int((side | Qt.AlignmentFlag.AlignVCenter).value), name)
        if scale and wide + 46 < box.width():
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.setFont(font("small"))
            painter.setPen(colour(palette.ink2))
            rest = box.adjusted(0, 0, -wide - 5, 0) if rtl else box.adjusted(wide + 5, 0, 0, 0)
            start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rest, int(start.value), scale)
        painter.restore()
