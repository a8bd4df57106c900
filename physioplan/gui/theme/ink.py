"""Paints boxes and words without Qt's namespace of constants, which the first picture need not wait for.

Touching ``PySide6.QtCore.Qt`` builds its 93 enumerations, a fifth of the time an empty window takes to start,
and so does every call that could take a constant instead: ``setPen``, ``setBrush``, ``QPen(colour)``,
``fillPath(path, colour)``. Brushes come from a palette here, pens from brushes, and words carry their colour.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QStaticText,
)

from physioplan.gui.theme.colour import colour

START, CENTRE, END = 0.0, 0.5, 1.0
"""How much of the spare width stands before the words, seen from the left."""


@lru_cache(maxsize=128)
def brush(hexadecimal: str) -> QBrush:
    """A solid brush; treat it as read only."""
    palette, role = QPalette(), QPalette.ColorRole.Window
    palette.setColor(role, colour(hexadecimal))
    return palette.brush(role)


@lru_cache(maxsize=64)
def pen(hexadecimal: str, width: float) -> QPen:
    """A solid pen with flat ends; treat it as read only."""
    made = QPen()
    made.setBrush(brush(hexadecimal))
    made.setWidthF(width)
    return made


def rounded(box: QRectF, radius: float) -> QPainterPath:
    """The outline of a box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def paint_box(
    painter: QPainter, box: QRectF, radius: float, fill: str | None, border: str | None, width: float = 1
) -> None:
    """Paint a box with round corners; its border straddles the outline."""
    path = rounded(box, radius)
    if fill:
        painter.fillPath(path, brush(fill))
    if border:
        painter.strokePath(path, pen(border, width))


def paint_plane(painter: QPainter, box: QRectF, fill: str) -> None:
    """Fill a box that ends on whole pixels."""
    path = QPainterPath()
    path.addRect(box)
    painter.fillPath(path, brush(fill))


def paint_words(
    painter: QPainter, box: QRectF, words: str, style: QFont, ink: str, spare: float = START
) -> None:
    """Paint one line of words in the middle of the box's height; ``spare`` places it in the width.

    The words decide their own direction, whatever the window's is.
    """
    metrics = QFontMetricsF(style)
    x = box.x() + (box.width() - metrics.horizontalAdvance(words)) * spare if spare else box.x()
    y = box.y() + (box.height() - metrics.height()) / 2
    painter.setFont(style)
    painter.drawStaticText(QPointF(x, y), _inked(words, style.key(), ink))


@lru_cache(maxsize=256)
def _inked(words: str, style: str, ink: str) -> QStaticText:
    marked = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # "pre" belongs on the paragraph: on a span Qt ignores it, and long words would wrap.
    return QStaticText(f'<p style="margin:0;white-space:pre"><span style="color:{ink}">{marked}</span></p>')


def elided(style: QFont, words: str, room: float) -> str:
    """The words as they are where they fit, else shortened with an ellipsis."""
    metrics = QFontMetricsF(style)
    if metrics.horizontalAdvance(words) <= room:
        return words
    from PySide6.QtCore import Qt

    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
