"""Scores over a year in panels with one time axis: windows, the change that matters, baseline, what is
missing.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

LEFT = 44.0
TOP = 20.0
HEAD = 32.0
AXIS = 26.0


@dataclass(frozen=True, slots=True)
class PointView:
    """A measure on a day from the start; ``value`` None is a measure that was missed, drawn on the axis."""

    day: int
    value: float | None
    label: str = ""
    latest: bool = False


@dataclass(frozen=True, slots=True)
class PanelView:
    """One measure. ``threshold`` is where a change that matters begins, None when there is no cut-off
    or baseline.

    ``series`` picks disc in petrol or square in clay; ``scale_words`` tells the scale and any cut axis.
    """

    title: str
    scale_words: str
    lowest: float
    highest: float
    ticks: tuple[float, ...]
    points: tuple[PointView, ...]
    baseline: float | None = None
    baseline_words: str = ""
    threshold: float | None = None
    threshold_words: str = ""
    higher_is_better: bool = False
    series: Literal["disc", "square"] = "disc"


@dataclass(frozen=True, slots=True)
class ChartWindow:
    """A review window in days; ``measured`` False and in the future reads "not measured yet"."""

    words: str
    opens: int
    closes: int
    measured: bool


@dataclass(frozen=True, slots=True)
class OutcomeChartView:
    """``today`` and ticks are days from the start; ``last`` is the right end of the axis."""

    panels: tuple[PanelView, ...]
    windows: tuple[ChartWindow, ...]
    ticks: tuple[tuple[int, str], ...]
    first: int = -6
    last: int = 428
    today: int | None = None
    today_words: str = ""
    spoken: str = ""


class OutcomeChart(QWidget):
    """Grows with the room it gets; every panel at least 110 px. The page offers the same as a table."""

    def __init__(self, view: OutcomeChartView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: OutcomeChartView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if view is not None:
            self.display(view)

    def display(self, view: OutcomeChartView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        panels = len(self._view.panels) if self._view is not None else 2
        return QSize(900, round(TOP + AXIS + panels * (HEAD + 170)))

    def minimumSizeHint(self) -> QSize:
        panels = len(self._view.panels) if self._view is not None else 2
        return QSize(420, round(TOP + AXIS + panels * (HEAD + 110)))

    def _at(self, day: int) -> float:
        assert self._view is not None
        span = max(1, self._view.last - self._view.first)
        return LEFT + (day - self._view.first) / span * (self.width() - LEFT - 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        if view is None or not view.panels:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        each = (self.height() - TOP - AXIS) / len(view.panels)
        bottom = self.height() - AXIS
        painter.setFont(font("small"))
        for window in view.windows:
            box = QRectF(
                self._at(window.opens), TOP, self._at(window.closes) - self._at(window.opens), bottom - TOP
            )
            painter.fillRect(box, colour(palette.zone))
            painter.setPen(colour(palette.ink2))
            wide = QFontMetrics(font("small")).horizontalAdvance(window.words) + 8
            painter.drawText(
                QRectF(box.center().x() - wide / 2, 0, wide, TOP - 1),
                Qt.AlignmentFlag.AlignCenter,
                window.words,
            )
        for number, panel in enumerate(view.panels):
            top = TOP + number * each
            self._paint_panel(
                painter, panel, QRectF(LEFT, top + HEAD, self.width() - LEFT - 10, each - HEAD - 8)
            )
            painter.setFont(font("row_name"))
            painter.setPen(colour(palette.ink))
            painter.drawText(QRectF(0, top + 2, 400, 22), Qt.AlignmentFlag.AlignVCenter, panel.title)
            taken = painter.fontMetrics().horizontalAdvance(panel.title) + 10
            painter.setFont(font("small"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(
                QRectF(taken, top + 3, 400, 22), Qt.AlignmentFlag.AlignVCenter, panel.scale_words
            )
        self._paint_time(painter, view, bottom)
        painter.end()

    def _paint_panel(self, painter: QPainter, panel: PanelView, plot: QRectF) -> None:
        assert self._view is not None
        palette = current_palette()

        def y(value: float) -> float:
            share = (value - panel.lowest) / max(1e-9, panel.highest - panel.lowest)
            return plot.bottom() - min(max(share, 0.0), 1.0) * plot.height()

        painter.setFont(font("field"))
        for tick in panel.ticks:
            painter.setPen(QPen(colour(palette.line), 1))
            painter.drawLine(QPointF(plot.left(), y(tick)), QPointF(plot.right(), y(tick)))
            painter.setPen(colour(palette.ink2))
            box = QRectF(0, y(tick) - 11, LEFT - 8, 22)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{tick:g}")
        if panel.threshold is not None:
            edge = y(panel.threshold)
            band_top, band_bottom = (plot.top(), edge) if panel.higher_is_better else (edge, plot.bottom())
            band = QRectF(plot.left(), band_top, plot.width(), band_bottom - band_top)
            if not palette.high_contrast:
                painter.fillRect(band, colour(palette.accent_soft))
                for window in self._view.windows:
                    left, right = self._at(window.opens), self._at(window.closes)
                    over = QRectF(left, band.top(), right - left, band.height())
                    painter.fillRect(over, colour(palette.accent, 44 if palette.dark else 38))
                for tick in panel.ticks:
                    if band.top() < y(tick) < band.bottom():
                        painter.setPen(QPen(colour(palette.line), 1))
                        painter.drawLine(QPointF(plot.left(), y(tick)), QPointF(plot.right(), y(tick)))
            dashed = QPen(colour(palette.accent), 1.8)
            dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
            dashed.setDashPattern([2.8, 1.7])
            painter.setPen(dashed)
            painter.drawLine(QPointF(plot.left(), edge), QPointF(plot.right(), edge))
        if panel.baseline is not None:
            dotted = QPen(colour(palette.ink3), 1.6)
            dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
            dotted.setDashPattern([0.1, 2.8])
            painter.setPen(dotted)
            painter.drawLine(
                QPointF(plot.left(), y(panel.baseline)), QPointF(plot.right(), y(panel.baseline))
            )
        painter.setPen(QPen(colour(palette.line_strong), 1.5))
        painter.drawLine(QPointF(plot.left(), plot.bottom()), QPointF(plot.right(), plot.bottom()))
        self._paint_missing_words(
            painter, panel, plot, y(panel.baseline) if panel.baseline is not None else None
        )
        if self._view.today is not None:
            painter.setPen(QPen(colour(palette.ink), 1.6))
            x = self._at(self._view.today)
            painter.drawLine(QPointF(x, plot.top() - 2), QPointF(x, plot.bottom()))
        self._paint_series(painter, panel, plot, y)
        self._paint_line_words(painter, panel, y)

    def _words_from(self, panel: PanelView) -> float:
        """Where the words of the lines stand: right of the last measured point and its label."""
        days = [point.day for point in panel.points if point.value is not None]
        return self._at(max(days, default=0)) + 40

    def _paint_line_words(self, painter: QPainter, panel: PanelView, y: object) -> None:
        assert callable(y)
        palette = current_palette()
        left = self._words_from(panel)
        if panel.baseline is not None and panel.baseline_words:
            painter.setFont(font("small"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(QPointF(left, y(panel.baseline) - 6), panel.baseline_words)
        if panel.threshold is not None and panel.threshold_words:
            painter.setFont(font("small_strong"))
            painter.setPen(colour(palette.accent))
            below = 17 if not panel.higher_is_better else -7
            painter.drawText(QPointF(left, y(panel.threshold) + below), panel.threshold_words)

    def _paint_missing_words(
        self, painter: QPainter, panel: PanelView, plot: QRectF, baseline: float | None
    ) -> None:
        assert self._view is not None
        words = _("not measured yet")
        painter.setFont(font("small"))
        painter.setPen(colour(current_palette().ink2))
        wide = painter.fontMetrics().horizontalAdvance(words) + 8
        for window in self._view.windows:
            if window.measured or (self._view.today is not None and window.closes < self._view.today):
                continue
            middle = (self._at(window.opens) + self._at(window.closes)) / 2
            at = plot.top() + plot.height() * 0.47
            if baseline is not None and abs(at - baseline) < 14:
                at = baseline + 16
            left = min(middle - wide / 2, plot.right() - wide)
            if left < self._words_from(panel) - 40:
                continue
            painter.drawText(QRectF(left, at - 10, wide, 20), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_series(self, painter: QPainter, panel: PanelView, plot: QRectF, y: object) -> None:
        assert callable(y)
        palette = current_palette()
        tint = palette.accent if panel.series == "disc" else palette.clay
        known = [point for point in panel.points if point.value is not None]
        for before, after in itertools.pairwise(known):
            gap = any(point.value is None and before.day < point.day < after.day for point in panel.points)
            pen = QPen(colour(tint), 2.4)
            if gap:
                pen.setDashPattern([2, 2.4])
            painter.setPen(pen)
            painter.drawLine(
                QPointF(self._at(before.day), y(before.value)), QPointF(self._at(after.day), y(after.value))
            )
        for point in panel.points:
            x = self._at(point.day)
            if point.value is None:
                pen = QPen(colour(palette.line_strong), 1.8)
                pen.setDashPattern([1.6, 1.4])
                painter.setPen(pen)
                painter.setBrush(colour(palette.surface))
                painter.drawEllipse(QPointF(x, plot.bottom()), 6, 6)
                continue
            at = QPointF(x, y(point.value))
            size = 7.5 if point.latest else 5.5
            painter.setPen(QPen(colour(tint), 2.2))
            painter.setBrush(colour(tint if point.latest else palette.surface))
            if panel.series == "disc":
                painter.drawEllipse(at, size, size)
            else:
                painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
            painter.setPen(colour(palette.ink))
            words = point.label or f"{point.value:g}"
            if point.latest:
                painter.setFont(font("heading"))
                painter.drawText(
                    QRectF(at.x() + 13, at.y() - 12, 40, 24), Qt.AlignmentFlag.AlignVCenter, words
                )
            else:
                painter.setFont(font("control"))
                painter.drawText(
                    QRectF(at.x() - 24, at.y() - 27, 48, 20), Qt.AlignmentFlag.AlignCenter, words
                )

    def _paint_time(self, painter: QPainter, view: OutcomeChartView, bottom: float) -> None:
        palette = current_palette()
        base = bottom - 8
        taken: list[tuple[float, float]] = []
        entries = [(day, words, False) for day, words in view.ticks]
        if view.today is not None and view.today_words:
            entries.insert(0, (view.today, view.today_words, True))
        for day, words, strong in entries:
            style = "small_strong" if strong else "small"
            wide = QFontMetrics(font(style)).horizontalAdvance(words) + 8.0
            x = self._at(day)
            left = min(max(x - wide / 2, x - 4 if day <= 0 else 0.0), self.width() - wide)
            if any(left < end and left + wide > start for start, end in taken):
                continue
            taken.append((left, left + wide))
            painter.setPen(QPen(colour(palette.line_strong), 1.4))
            painter.drawLine(QPointF(x, base), QPointF(x, base + 5))
            painter.setFont(font(style))
            painter.setPen(colour(palette.ink if strong else palette.ink2))
            painter.drawText(QRectF(left, base + 6, wide, 20), Qt.AlignmentFlag.AlignCenter, words)
