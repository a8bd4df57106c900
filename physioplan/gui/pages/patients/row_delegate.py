"""Paints a row of the patient list: name with the letters that matched, stages, sparkline, what is due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from physioplan.gui.matched_letters import matched_letters
from physioplan.gui.pages.patients.presenter import PatientRow
from physioplan.gui.pages.patients.table_model import ROW, Column
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.sparkline import SparklineView, paint_sparkline
from physioplan.gui.widgets.state_glyph import paint_state
from physioplan.gui.words import _

HEIGHT = 50
GLYPH = 17
LINK = 9
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class RowDelegate(QStyledItemDelegate):
    """``typed`` and ``hovered`` are asked while painting, so that a key press repaints and stores nothing."""

    def __init__(self, typed: Callable[[], str], hovered: Callable[[], int]) -> None:
        super().__init__()
        self._typed = typed
        self._hovered = hovered

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, PatientRow):
            return
        palette = current_palette()
        box = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or index.row() == self._hovered():
            painter.fillRect(box.adjusted(0, 0, 0, -1), colour(palette.accent_soft))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), colour(palette.line))
        column = Column(index.column())
        if selected and column is Column.NAME:
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            painter.fillRect(
                QRectF(box.right() - 4 if rtl else box.x(), box.y(), 4, box.height() - 1),
                colour(palette.accent),
            )
        inner = box.adjusted(12, 0, -12, -1)
        painter.setClipRect(box.adjusted(0, 0, -4, 0))
        if column is Column.NAME:
            self._name(painter, row, inner)
        elif column is Column.AGE:
            _write(painter, str(row.age), "body_tabular", palette.ink, inner, _END)
        elif column is Column.STAGE:
            _stages(painter, row, inner)
        elif column is Column.PAIN:
            _pain(painter, row, inner)
        elif column is Column.DISABILITY:
            done = bool(row.disability_words)
            words = row.disability_words or _("not yet")
            _write(painter, words, "body_tabular", palette.ink if done else palette.ink3, inner)
        elif column is Column.LAST:
            _write(painter, row.last_visit, "small", palette.ink, inner)
        else:
            _due(painter, row, inner)
        painter.restore()

    def _name(self, painter: QPainter, row: PatientRow, box: QRectF) -> None:
        palette = current_palette()
        painter.setFont(font("row_name"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setPen(colour(palette.ink))
        painter.drawText(box, int(_START.value), shown)
        wide = metrics.horizontalAdvance(shown)
        mirrored = shown.isRightToLeft() if hasattr(shown, "isRightToLeft") else False
        typed = "" if mirrored else self._typed()
        line = QPen(colour(palette.accent), 2)
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(line)
        base = box.center().y() + metrics.ascent() / 2 + 4
        for first, after in matched_letters(shown, typed):
            left = box.x() + metrics.horizontalAdvance(shown, first)
            right = box.x() + min(metrics.horizontalAdvance(shown, after), wide)
            painter.drawLine(round(left), round(base), round(right), round(base))
        number = matched_letters(row.record_number, typed)
        if (number or row.same_name) and box.width() - wide > 60:
            words = _("ID {number}").format(number=row.record_number)
            _write(painter, words, "small", palette.ink2, box.adjusted(wide + 10, 1, 0, 0))


def _write(
    painter: QPainter, words: str, style: str, tint: str, box: QRectF, flag: Qt.AlignmentFlag = _START
) -> float:
    """Write one line, cut with an ellipsis; returns how wide it is."""
    painter.setFont(font(style))
    painter.setPen(colour(tint))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, int(flag.value), shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _stages(painter: QPainter, row: PatientRow, box: QRectF) -> None:
    palette = current_palette()
    middle = box.center().y()
    x = box.x()
    for number, state in enumerate(row.stages):
        if number:
            pen = QPen(colour(palette.line_strong), 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if row.stages[number - 1] != "done":
                pen.setDashPattern([1, 1])
            painter.setPen(pen)
            painter.drawLine(round(x), round(middle), round(x + LINK), round(middle))
            x += LINK
        paint_state(painter, state, x, middle - GLYPH / 2, GLYPH)
        x += GLYPH
    words = box.adjusted(x - box.x() + 10, 0, 0, 0)
    if words.width() > 30:
        _write(painter, row.stage_words, "small_strong", palette.ink, words)


def _pain(painter: QPainter, row: PatientRow, box: QRectF) -> None:
    palette = current_palette()
    at = 0.0
    if box.width() >= 200:
        if row.pain:
            line = QRectF(box.x(), box.center().y() - 15, 104, 30)
            paint_sparkline(painter, SparklineView(row.pain, slots=max(3, len(row.pain))), line)
        at = 118
    known = bool(row.pain_words)
    words = row.pain_words or _("not yet")
    tint = palette.ink if known else palette.ink3
    wide = _write(painter, words, "body_tabular", tint, box.adjusted(at, 0, 0, 0))
    if row.worse:
        _tag(painter, _("worse"), palette.warn_soft, palette.warn, box, at + wide + 12)


def _due(painter: QPainter, row: PatientRow, box: QRectF) -> None:
    palette = current_palette()
    if row.urgency == "overdue":
        _tag(painter, row.due, palette.danger_soft, palette.danger, box, 0)
    elif row.urgency == "due":
        _tag(painter, row.due, palette.warn_soft, palette.warn, box, 0)
    else:
        _write(painter, row.due, "small", palette.ink, box)


def _tag(painter: QPainter, words: str, fill: str, ink: str, box: QRectF, at: float) -> None:
    painter.setFont(font("small_strong"))
    wide = painter.fontMetrics().horizontalAdvance(words) + 16
    plate = QRectF(box.x() + at, box.center().y() - 12, min(wide, max(0, box.width() - at)), 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(plate, 4, 4)
    _write(painter, words, "small_strong", ink, plate.adjusted(8, 0, -4, 0))
