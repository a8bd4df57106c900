"""The petrol panel beside unlock and first run: the journey as a curve through its four stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.ink import paint_plane, paint_words
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CURVE = '<path d="M96 470C170 440 224 400 196 330C176 280 112 240 140 176C164 122 246 118 252 40" \
stroke="#8FBAC0"/>'
_REACHED = '<circle cx="{x}" cy="{y}" r="15" fill="#FFFFFF" stroke="#FFFFFF"/>\
<path transform="translate({x} {y})" d="M-6.5 .5L-1.9 5.1L6.7 -4.3" stroke="{ground}" stroke-width="3.2" \
stroke-linecap="round" stroke-linejoin="round"/>'
_OPEN = '<circle cx="{x}" cy="{y}" r="15" fill="{ground}" stroke="#FFFFFF"/>'


class JourneyCurve(QWidget):
    """Four stages on one curve, the last still open; 404 by 500 at full size, scaled down when there is
    less room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Baseline, programme, 12 weeks, 1 year"))

    def sizeHint(self) -> QSize:
        return QSize(404, 500)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.height() < 200:
            return
        stops = (
            (96, 470, _("Baseline"), _("where you are")),
            (196, 330, _("Programme"), _("12 weeks, made to fit")),
            (140, 176, _("12 weeks"), _("did it help?")),
            (252, 40, _("1 year"), _("does it last?")),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(1.0, self.width() / 404, self.height() / 500)
        painter.translate(0, max(0.0, (self.height() - 500 * scale) / 2))
        painter.scale(scale, scale)
        self._paint_curve(painter, stops)
        for x, y, title, words in stops:
            paint_words(painter, QRectF(x + 32, y - 24, 300, 26), title, font("brand_stage"), "#FFFFFF")
            paint_words(painter, QRectF(x + 32, y + 4, 300, 24), words, font("body"), "#E1EEEF")
        painter.end()

    def _paint_curve(self, painter: QPainter, stops: tuple[tuple[int, int, str, str], ...]) -> None:
        """As a vector picture: pens with round ends would name constants that cost the start."""
        from PySide6.QtSvg import QSvgRenderer

        ground = current_palette().brand
        marks = [_CURVE, *(_REACHED.format(x=x, y=y, ground=ground) for x, y, *_words in stops[:-1])]
        marks.append(_OPEN.format(x=stops[-1][0], y=stops[-1][1], ground=ground))
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 404 500">\
<g fill="none" stroke-width="3">{"".join(marks)}</g></svg>'
        QSvgRenderer(QByteArray(picture.encode())).render(painter, QRectF(0, 0, 404, 500))


class BrandPanel(QWidget):
    """500 px wide, full height; hides its curve when the window is low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(500)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 46, 48, 46)
        column.setSpacing(8)
        column.addWidget(Label("PhysioPlan", "brand", "on_brand"))
        column.addWidget(
            Label(
                _("Exercise plans for long-term back pain,\ndecided together and checked again."),
                "brand_lead",
                "on_brand_soft",
            )
        )
        column.addSpacing(20)
        column.addWidget(JourneyCurve(), 1)
        column.addSpacing(20)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(Icon("wifi-off", 20, "on_brand"))
        foot.addWidget(Label(_("Works without the internet. Records stay here."), "body", "on_brand_soft"), 1)
        column.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plane(painter, QRectF(self.rect()), current_palette().brand)
        painter.end()
