"""Shows a drawing (an exercise figure, a chart) on its mat, rasterised once per size and palette."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

if TYPE_CHECKING:
    from physioplan.drawing.shape import Drawing

LIGHT_MAT = "#EFE9E0"


def drawing_pixmap(
    key: str, drawing: Drawing, palette: Mapping[str, str], size: QSize, ratio: float
) -> QPixmap:
    """The drawing as a transparent pixmap of ``size`` logical pixels; ``key`` names content and palette."""
    from physioplan.gui.painting import paint_drawing

    name = f"{key}|{size.width()}x{size.height()}@{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(name, pixmap):
        return pixmap
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_drawing(painter, drawing, palette, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    QPixmapCache.insert(name, pixmap)
    return pixmap


class DrawingView(QWidget):
    """The mat stays light in both themes. Without a drawing: dashed frame and "Picture to come"."""

    def __init__(
        self, size: QSize | None = None, parent: QWidget | None = None, *, mat: bool = True, padding: int = 4
    ) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self._key = ""
        self._palette: Mapping[str, str] = {}
        self._mat = mat
        self._padding = padding
        self._size = size or QSize(88, 58)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(min(48, self._size.width()), min(48, self._size.height()))

    def display(self, key: str, drawing: Drawing | None, palette: Mapping[str, str]) -> None:
        """Show ``drawing``; ``key`` must change when drawing or palette does (a content hash is best)."""
        self._key, self._drawing, self._palette = key, drawing, palette
        self.setAccessibleName(drawing.alt if drawing is not None else _("Picture to come"))
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        box = QRectF(self.rect())
        if self._drawing is None:
            pen = QPen(colour(palette.line_strong), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(font("micro"))
            painter.setPen(colour(palette.ink2))
            flags = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextWordWrap.value)
            painter.drawText(self.rect().adjusted(4, 2, -4, -2), flags, _("Picture to come"))
            painter.end()
            return
        if self._mat:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(LIGHT_MAT))
            painter.drawRoundedRect(box, 5, 5)
        gap = self._padding
        inner = QSize(max(1, self.width() - 2 * gap), max(1, self.height() - 2 * gap))
        pixmap = drawing_pixmap(self._key, self._drawing, self._palette, inner, self.devicePixelRatioF())
        painter.drawPixmap(gap, gap, pixmap)
        painter.end()
