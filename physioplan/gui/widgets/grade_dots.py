"""How sure we are: one to four dots and always the word beside them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

Certainty = Literal["very_low", "low", "moderate", "high", "not_rated"]

_COUNT: dict[Certainty, int] = {"very_low": 1, "low": 2, "moderate": 3, "high": 4, "not_rated": 0}


def certainty_words(certainty: Certainty) -> str:
    return {
        "very_low": _("Very low"),
        "low": _("Low"),
        "moderate": _("Moderate"),
        "high": _("High"),
        "not_rated": _("Not rated"),
    }[certainty]


def certainty_spoken(certainty: Certainty) -> str:
    """ "low certainty, 2 of 4", for assistive technology."""
    if certainty == "not_rated":
        return _("certainty not rated")
    return _("{word} certainty, {n} of 4").format(
        word=certainty_words(certainty).lower(), n=_COUNT[certainty]
    )


def paint_dots(
    painter: QPainter,
    certainty: Certainty,
    x: float,
    middle: float,
    radius: float = 4.0,
    gap: float = 2.0,
    rtl: bool = False,
) -> float:
    """Four dots from x on, centred on ``middle``; returns the width taken."""
    palette = current_palette()
    full = _COUNT[certainty]
    step = 2 * radius + gap
    for number in range(4):
        place = 3 - number if rtl else number
        centre = QPointF(x + radius + 1 + place * step, middle)
        if number < full:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.ink))
            painter.drawEllipse(centre, radius, radius)
            continue
        pen = QPen(colour(palette.line_strong), 1.5)
        if certainty == "not_rated":
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.1, 1.1])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7)
    return 8 * radius + 3 * gap + 2


class GradeDots(QWidget):
    """Dots and word. ``spelled`` adds "certainty" to the word ("Low certainty")."""

    def __init__(
        self,
        certainty: Certainty = "not_rated",
        parent: QWidget | None = None,
        *,
        radius: float = 4.0,
        spelled: bool = False,
    ) -> None:
        super().__init__(parent)
        self._radius = radius
        self._spelled = spelled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.display(certainty)

    def display(self, certainty: Certainty) -> None:
        self._certainty: Certainty = certainty
        self.setAccessibleName(certainty_spoken(certainty))
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        words = certainty_words(self._certainty)
        return _("{word} certainty").format(word=words) if self._spelled else words

    def _gap(self) -> float:
        return 4.0 if self._radius > 4 else 2.0

    def sizeHint(self) -> QSize:
        dots = 8 * self._radius + 3 * self._gap() + 2
        return QSize(round(dots) + 8 + QFontMetrics(font("small")).horizontalAdvance(self._words()) + 2, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        dots = 8 * self._radius + 3 * self._gap() + 2
        x = self.width() - dots if rtl else 0.0
        taken = paint_dots(painter, self._certainty, x, self.height() / 2, self._radius, self._gap(), rtl)
        palette = current_palette()
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink2 if self._certainty == "not_rated" else palette.ink))
        box = QRectF(0, 0, x - 8, self.height()) if rtl else QRectF(taken + 8, 0, self.width(), self.height())
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, self._words())
        painter.end()
