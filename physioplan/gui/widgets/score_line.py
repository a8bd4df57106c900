"""A score on its own fixed scale: ring at baseline, disc at the latest, the change that matters as a zone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette


@dataclass(frozen=True, slots=True)
class ScoreLineView:
    """0 to ``maximum``. ``threshold`` is where a change that matters begins; with ``higher_is_better``
    the zone lies above it. ``labels`` prints the two scores over their marks and the ends below;
    ``spoken`` is the text for assistive technology.
    """

    maximum: float
    baseline: float | None = None
    latest: float | None = None
    threshold: float | None = None
    higher_is_better: bool = False
    ticks: tuple[float, ...] = ()
    labels: bool = False
    spoken: str = ""


def paint_score_line(painter: QPainter, view: ScoreLineView, box: QRectF) -> None:
    """Paint into ``box``; for use in a delegate as well."""
    palette = current_palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, right = box.left() + 10, box.right() - 10
    middle = box.center().y()

    def at(value: float) -> float:
        return left + min(max(value / view.maximum, 0.0), 1.0) * (right - left)

    if view.threshold is not None:
        edge = at(view.threshold)
        start, end = (edge, right) if view.higher_is_better else (left, edge)
        painter.fillRect(QRectF(start, middle - 6, end - start, 12), colour(palette.accent_soft))
    painter.setPen(QPen(colour(palette.line_strong), 1.5))
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    painter.setPen(QPen(colour(palette.line_strong), 1.2))
    for tick in (0.0, *view.ticks, view.maximum):
        painter.drawLine(QPointF(at(tick), middle - 4), QPointF(at(tick), middle + 4))
    if view.threshold is not None:
        dashed = QPen(colour(palette.accent), 1.6)
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashed.setDashPattern([1.9, 1.25])
        painter.setPen(dashed)
        painter.drawLine(QPointF(at(view.threshold), middle - 8), QPointF(at(view.threshold), middle + 8))
    if view.baseline is not None and view.latest is not None:
        painter.setPen(QPen(colour(palette.accent), 3))
        painter.drawLine(QPointF(at(view.baseline), middle), QPointF(at(view.latest), middle))
    if view.baseline is not None:
        painter.setPen(QPen(colour(palette.ink2), 2))
        painter.setBrush(colour(palette.surface))
        same = view.latest is not None and abs(at(view.latest) - at(view.baseline)) < 3
        reach = 8.5 if same else 5  # the ring stands round the disc when nothing changed
        painter.drawEllipse(QPointF(at(view.baseline), middle), reach, reach)
    if view.latest is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.accent))
        painter.drawEllipse(QPointF(at(view.latest), middle), 6, 6)
    if view.labels:
        _paint_labels(painter, view, box, at(0), at(view.maximum), middle)
        for value, tint in ((view.baseline, palette.ink), (view.latest, palette.accent)):
            if value is None:
                continue
            painter.setFont(font("small_strong"))
            painter.setPen(colour(tint))
            words = f"{value:g}"
            painter.drawText(QRectF(at(value) - 30, middle - 28, 60, 18), Qt.AlignmentFlag.AlignCenter, words)


def _paint_labels(
    painter: QPainter, view: ScoreLineView, box: QRectF, zero: float, top: float, middle: float
) -> None:
    painter.setFont(font("small"))
    painter.setPen(colour(current_palette().ink2))
    for x, words in ((zero, "0"), ((zero + top) / 2, f"{view.maximum / 2:g}"), (top, f"{view.maximum:g}")):
        painter.drawText(QRectF(x - 24, middle + 10, 48, 18), Qt.AlignmentFlag.AlignCenter, words)


class ScoreLine(QWidget):
    """The line as a widget, 30 px high, 60 with labels."""

    def __init__(self, view: ScoreLineView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if view is not None:
            self.display(view)

    def display(self, view: ScoreLineView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 60 if self._view is not None and self._view.labels else 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        paint_score_line(painter, self._view, QRectF(self.rect()))
        painter.end()
