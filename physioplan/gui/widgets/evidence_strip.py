"""The effects of trials drawn to one scale: outcome, interval, number, certainty, with missing drawn as
missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.grade_dots import Certainty, certainty_spoken, certainty_words, paint_dots
from physioplan.gui.words import _

EffectState = Literal["direct", "includes_no_effect", "not_pooled", "not_reported", "indirect"]

LOW, HIGH = -0.7, 0.2
TICKS = (-0.6, -0.4, -0.2, 0.0, 0.2)
SMALL_EFFECT = -0.2
ROW, HEAD, AXIS = 24, 22, 20


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One outcome. ``smd``, ``low`` and ``high`` are None when no number was pooled; ``note`` is its
    tooltip.
    """

    outcome: str
    smd: float | None = None
    low: float | None = None
    high: float | None = None
    certainty: Certainty = "not_rated"
    note: str = ""
    state: EffectState = "direct"


@dataclass(frozen=True, slots=True)
class EffectGroup:
    """Rows under one heading, such as "12 weeks, vs other exercise"; ``spoken`` replaces it for
    assistive technology.
    """

    heading: str
    rows: tuple[EffectRow, ...]
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceStripView:
    """``unavailable`` replaces everything by one sentence."""

    groups: tuple[EffectGroup, ...] = ()
    column_heads: bool = True
    axis: bool = True
    unavailable: str = ""


def signed(value: float, places: int = 2) -> str:
    """The number with a true minus sign."""
    words = f"{abs(value):.{places}f}"
    return f"−{words}" if value < 0 and float(words) != 0 else words


def missing_words(row: EffectRow) -> str:
    """Why a row has no number: nobody pooled one, or the source does not report it."""
    return _("not reported") if row.state == "not_reported" else _("not pooled")


def row_spoken(group: EffectGroup, row: EffectRow) -> str:
    """The row as a sentence, as section 8 of the specification reads it."""
    where = f"{row.outcome}, {group.spoken or group.heading}"
    if row.smd is None or row.low is None or row.high is None:
        return _("{where}: {missing}, {certainty}").format(
            where=where, missing=missing_words(row), certainty=certainty_spoken(row.certainty)
        )

    def said(value: float) -> str:
        return _("minus {n}").format(n=f"{abs(value):.2f}") if value < 0 else f"{value:.2f}"

    sentence = _("{where}: {effect}, from {low} to {high}, {certainty}").format(
        where=where,
        effect=said(row.smd),
        low=said(row.low),
        high=said(row.high),
        certainty=certainty_spoken(row.certainty),
    )
    return f"{sentence}. {row.note}" if row.note else sentence


class EvidenceStrip(QWidget):
    """Painted table. Click or Enter asks to open the evidence page (``opened``); rows carry tooltips."""

    opened = Signal()

    def __init__(self, view: EvidenceStripView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = EvidenceStripView()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        if view is not None:
            self.display(view)

    def display(self, view: EvidenceStripView) -> None:
        self._view = view
        lines = [row_spoken(group, row) for group in view.groups for row in group.rows]
        self.setAccessibleName(
            view.unavailable or _("Effects in trials: {lines}").format(lines="; ".join(lines))
        )
        self.setAccessibleDescription(_("Enter opens the evidence page"))
        self.updateGeometry()
        self.update()

    # -- geometry --------------------------------------------------------------------------------

    def _height(self) -> int:
        if self._view.unavailable:
            return 32
        height = HEAD if self._view.column_heads else 0
        for group in self._view.groups:
            height += (HEAD if group.heading else 0) + ROW * len(group.rows)
        return height + (AXIS if self._view.axis else 0)

    def sizeHint(self) -> QSize:
        return QSize(506, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._height())

    def _columns(self) -> tuple[float, float, float, float, float]:
        """Left edges: plot, its width, numbers (or -1 when there is no room), certainty, outcome indent."""
        metrics = QFontMetrics(font("field"))
        widest = max(
            (metrics.horizontalAdvance(row.outcome) for group in self._view.groups for row in group.rows),
            default=60,
        )
        indent = 10.0 if any(group.heading for group in self._view.groups) else 0.0
        plot = max(92.0, indent + min(widest + 16, self.width() * 0.3))  # one axis for all cards
        certainty = self.width() - (
            42 + 8 + QFontMetrics(font("small")).horizontalAdvance(certainty_words("moderate")) + 2
        )
        numbers_width = QFontMetrics(font("field")).horizontalAdvance("−0.28 [−0.42, −0.14]") + 20
        numbers = float(certainty - numbers_width)
        if numbers - plot < 96:  # the numbers matter more than a wide plot
            numbers = -1.0
        right = numbers if numbers > 0 else certainty
        return plot, max(60.0, right - plot - 22), numbers, float(certainty), indent

    # -- paint -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.unavailable:
            painter.setFont(font("field"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._view.unavailable)
            painter.end()
            return
        plot, width, numbers, certainty, indent = self._columns()
        y = 0.0
        if self._view.column_heads:
            painter.setFont(font("small_strong"))
            painter.setPen(colour(palette.ink2))
            flags = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y, plot, HEAD), flags, _("Effect on"))
            painter.setFont(font("small"))
            painter.drawText(QRectF(plot, y, width + 20, HEAD), flags, _("← helps more"))
            painter.setFont(font("small_strong"))
            if numbers > 0:
                painter.drawText(QRectF(numbers, y, 160, HEAD), flags, _("SMD [95% CI]"))
            painter.drawText(QRectF(certainty, y, 120, HEAD), flags, _("Certainty"))
            y += HEAD
        zero = plot + (0 - LOW) / (HIGH - LOW) * width
        for group in self._view.groups:
            if group.heading:
                painter.setFont(font("small_strong"))
                painter.setPen(colour(palette.ink))
                painter.drawText(
                    QRectF(0, y, self.width(), HEAD), Qt.AlignmentFlag.AlignVCenter, group.heading
                )
                y += HEAD
            top = y
            for row in group.rows:
                self._paint_row(painter, row, y, (plot, width, numbers, certainty, indent))
                y += ROW
            painter.setPen(QPen(colour(palette.ink), 1.6))
            painter.drawLine(QPointF(zero, top), QPointF(zero, y))
            for number, row in enumerate(group.rows):
                self._paint_effect(painter, row, top + ROW * number + ROW / 2, plot, width)
        if self._view.axis:
            painter.setFont(font("micro"))
            painter.setPen(colour(palette.ink2))
            ticks = TICKS if width >= 150 else (-0.6, -0.2, 0.0)
            for tick in ticks:
                x = plot + (tick - LOW) / (HIGH - LOW) * width
                words = "0" if tick == 0 else f"+{tick:.1f}" if tick > 0 else signed(tick, 1)
                painter.drawText(QRectF(x - 30, y + 1, 60, AXIS - 2), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _paint_row(
        self, painter: QPainter, row: EffectRow, y: float, columns: tuple[float, float, float, float, float]
    ) -> None:
        plot, width, numbers, certainty, indent = columns
        palette = current_palette()

        def at(value: float) -> float:
            return plot + (value - LOW) / (HIGH - LOW) * width

        painter.fillRect(QRectF(at(SMALL_EFFECT), y, at(0) - at(SMALL_EFFECT), ROW), colour(palette.zone))
        painter.setPen(QPen(colour(palette.line), 1))
        for tick in (-0.6, -0.4, -0.2):
            x = round(at(tick)) + 0.5
            painter.drawLine(QPointF(x, y), QPointF(x, y + ROW))
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("field"))
        painter.setPen(colour(palette.ink))
        room = QRectF(indent, y, plot - indent - 4, ROW)
        words = painter.fontMetrics().elidedText(row.outcome, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, flags, words)
        if numbers > 0:
            if row.smd is None or row.low is None or row.high is None:
                painter.setPen(colour(palette.ink2))
                painter.drawText(QRectF(numbers, y, certainty - numbers, ROW), flags, missing_words(row))
            else:
                effect = signed(row.smd)
                painter.drawText(QRectF(numbers, y, 60, ROW), flags, effect)
                painter.setPen(colour(palette.ink2))
                taken = painter.fontMetrics().horizontalAdvance(effect + " ")
                interval = f"[{signed(row.low)}, {signed(row.high)}]"
                painter.drawText(QRectF(numbers + taken, y, 160, ROW), flags, interval)
        paint_dots(painter, row.certainty, certainty, y + ROW / 2)
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2 if row.certainty == "not_rated" else palette.ink))
        painter.drawText(QRectF(certainty + 48, y, 120, ROW), flags, certainty_words(row.certainty))

    def _paint_effect(
        self, painter: QPainter, row: EffectRow, middle: float, plot: float, width: float
    ) -> None:
        if (
            row.smd is None
            or row.low is None
            or row.high is None
            or row.state in ("not_pooled", "not_reported")
        ):
            return
        palette = current_palette()

        def at(value: float) -> float:
            return plot + (min(max(value, LOW), HIGH) - LOW) / (HIGH - LOW) * width

        pen = QPen(colour(palette.accent), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if row.state == "indirect":
            pen.setDashPattern([1.25, 1.25])
        painter.setPen(pen)
        painter.drawLine(QPointF(at(row.low), middle), QPointF(at(row.high), middle))
        painter.setPen(QPen(colour(palette.accent), 2))
        for end in (row.low, row.high):
            painter.drawLine(QPointF(at(end), middle - 4), QPointF(at(end), middle + 4))
        hollow = row.state != "direct" or row.high >= 0 >= row.low
        painter.setBrush(colour(palette.surface if hollow else palette.accent))
        painter.setPen(QPen(colour(palette.accent), 2) if hollow else Qt.PenStyle.NoPen)
        painter.drawRect(QRectF(at(row.smd) - 5, middle - 5, 10, 10))

    # -- what the hand does ----------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._note_at(event.pos().y()), self)
            return True
        return super().event(event)

    def _note_at(self, y: int) -> str:
        top = float(HEAD if self._view.column_heads else 0)
        for group in self._view.groups:
            top += HEAD if group.heading else 0
            for row in group.rows:
                if top <= y < top + ROW:
                    return row_spoken(group, row)
                top += ROW
        return ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)
