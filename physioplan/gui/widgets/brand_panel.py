"""The petrol panel beside unlock and first run: the journey as a curve through its four stages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.words import _


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
        ground = current_palette().brand
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(1.0, self.width() / 404, self.height() / 500)
        painter.translate(0, max(0.0, (self.height() - 500 * scale) / 2))
        painter.scale(scale, scale)
        curve = QPainterPath(QPointF(96, 470))
        curve.cubicTo(170, 440, 224, 400, 196, 330)
        curve.cubicTo(176, 280, 112, 240, 140, 176)
        curve.cubicTo(164, 122, 246, 118, 252, 40)
        painter.setPen(QPen(colour("#8FBAC0"), 3))
        painter.drawPath(curve)
        white = QPen(colour("#FFFFFF"), 3)
        for number, (x, y, title, words) in enumerate(stops):
            painter.setPen(white)
            painter.setBrush(colour("#FFFFFF" if number < 3 else ground))
            painter.drawEllipse(QPointF(x, y), 15, 15)
            if number < 3:
                tick = QPen(colour(ground), 3.2)
                tick.setCapStyle(Qt.PenCapStyle.RoundCap)
                tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(tick)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(
                    QPolygonF(
                        [QPointF(x - 6.5, y + 0.5), QPointF(x - 1.9, y + 5.1), QPointF(x + 6.7, y - 4.3)]
                    )
                )
            painter.setPen(colour("#FFFFFF"))
            painter.setFont(font("brand_stage"))
            painter.drawText(QRectF(x + 32, y - 24, 300, 26), Qt.AlignmentFlag.AlignVCenter, title)
            painter.setPen(colour("#E1EEEF"))
            painter.setFont(font("body"))
            painter.drawText(QRectF(x + 32, y + 4, 300, 24), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


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
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.fillRect(self.rect(), colour(current_palette().brand))
        painter.end()
