"""Paints a drawing with QPainter: the same display list that paper and preview use."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from physioplan.drawing.shape import Drawing, Path, Text
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import SANS

_WEIGHTS = {"regular": QFont.Weight.Normal, "semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold}


def paint_drawing(painter: QPainter, drawing: Drawing, palette: Mapping[str, str], rect: QRectF) -> None:
    """Paint ``drawing`` as large as fits into ``rect``, centred, with colours by role from ``palette``.

    Raises:
        KeyError: when a shape names a role the palette does not have.
    """
    if drawing.width <= 0 or drawing.height <= 0:
        return
    scale = min(rect.width() / drawing.width, rect.height() / drawing.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        rect.x() + (rect.width() - drawing.width * scale) / 2,
        rect.y() + (rect.height() - drawing.height * scale) / 2,
    )
    painter.scale(scale, scale)
    for shape in drawing.shapes:
        if isinstance(shape, Path):
            _paint_path(painter, shape, palette)
        else:
            _paint_text(painter, shape, palette)
    painter.restore()


def _paint_path(painter: QPainter, shape: Path, palette: Mapping[str, str]) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for segment in shape.segments:
        operator = segment[0]
        at = [float(part) for part in segment[1:]]
        if operator == "M":
            path.moveTo(at[0], at[1])
        elif operator == "L":
            path.lineTo(at[0], at[1])
        elif operator == "C":
            path.cubicTo(*at)
        else:
            path.closeSubpath()
    painter.setBrush(colour(palette[shape.fill]) if shape.fill else Qt.BrushStyle.NoBrush)
    if shape.stroke and shape.width > 0:
        pen = QPen(colour(palette[shape.stroke]), shape.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if shape.cap == "round" else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if shape.join == "round" else Qt.PenJoinStyle.MiterJoin)
        if shape.dash:
            pen.setDashPattern([part / shape.width for part in shape.dash])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(path)


def _paint_text(painter: QPainter, shape: Text, palette: Mapping[str, str]) -> None:
    """Text is laid out at 100 px and scaled, because a font cannot have a size below one pixel."""
    made = QFont(SANS)
    made.setPixelSize(100)
    made.setWeight(_WEIGHTS[shape.weight])
    painter.save()
    painter.translate(QPointF(shape.x, shape.y))
    painter.scale(shape.size / 100, shape.size / 100)
    painter.setFont(made)
    painter.setPen(colour(palette[shape.fill]))
    width = painter.fontMetrics().horizontalAdvance(shape.words)
    start = {"start": 0.0, "middle": -width / 2, "end": -float(width)}[shape.anchor]
    painter.drawText(QPointF(start, 0), shape.words)
    painter.restore()
