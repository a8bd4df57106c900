"""One or two pages of the handout on their bed, as large as fits or larger with scroll bars."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from physioplan.gui.pages.handout.page_images import PageImages
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

GAP = 16
ZOOMS = (1.0, 1.5, 2.0, 3.0)


class _Pages(QWidget):
    def __init__(self, owner: PageView) -> None:
        super().__init__()
        self._owner = owner

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, box in self._owner.boxes():
            painter.fillRect(box, Qt.GlobalColor.white)
            wide = round(box.width() * self.devicePixelRatioF())
            image = self._owner.images.image(page, wide)
            if image is not None:
                painter.drawImage(box, image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(palette.line_strong), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self._owner.note:
            painter.setFont(font("lead"))
            painter.setPen(colour(palette.ink2))
            flags = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextWordWrap.value)
            painter.drawText(self.rect().adjusted(32, 0, -32, 0), flags, self._owner.note)
        painter.end()


class PageView(QScrollArea):
    """``turned`` by Page Up and Page Down; ``first`` is the page at the left."""

    turned = Signal(int)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = images
        self.first = 0
        self.note = ""
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = _Pages(self)
        self.setWidget(self._pages)
        self.viewport().setAutoFillBackground(False)
        self._pages.setAutoFillBackground(False)
        images.looked.connect(self._looked)
        images.ready.connect(lambda _page: self._pages.update())

    @property
    def zoom(self) -> float:
        return self._zoom

    def use_zoom(self, zoom: float) -> None:
        """1 fits the page; 3 is the largest."""
        self._zoom = max(ZOOMS[0], min(zoom, ZOOMS[-1]))
        self._fit()

    def at_once(self) -> int:
        """How many pages stand side by side."""
        sizes = self.images.look.sizes
        if not sizes or len(sizes) == 1 or self._zoom > 1:
            return 1
        wide, high = sizes[0]
        room = self.viewport().size()
        scale = (room.height() - 8) / high
        return 2 if 2 * wide * scale + GAP <= room.width() * 1.25 and room.width() >= 640 else 1

    def shown(self) -> range:
        """The pages on show."""
        return range(self.first, min(len(self.images.look.sizes), self.first + self.at_once()))

    def turn_to(self, page: int) -> None:
        """Show ``page``, beside its neighbour where there is room."""
        step = self.at_once()
        last = max(0, len(self.images.look.sizes) - 1)
        self.first = max(0, min(page, last)) // step * step
        self._fit()
        self.verticalScrollBar().setValue(0)

    def say(self, words: str) -> None:
        """Words on the bed where there are no pages."""
        self.note = words
        self._fit()

    def boxes(self) -> list[tuple[int, QRect]]:
        """Where each page on show stands in the bed."""
        shown = self.shown()
        if not shown:
            return []
        scale = self._scale()
        sizes = [self.images.look.sizes[page] for page in shown]
        total = sum(round(wide * scale) for wide, _high in sizes) + GAP * (len(sizes) - 1)
        x = max(0, (self._pages.width() - total) // 2)
        found = []
        for page, (wide, high) in zip(shown, sizes, strict=True):
            width, height = round(wide * scale), round(high * scale)
            found.append((page, QRect(x, max(0, (self._pages.height() - height) // 2), width, height)))
            x += width + GAP
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return [
                (page, QRect(self._pages.width() - box.right() - 1, box.y(), box.width(), box.height()))
                for page, box in found
            ]
        return found

    def _scale(self) -> float:
        sizes = [self.images.look.sizes[page] for page in self.shown()] or [(595.0, 842.0)]
        room = self.viewport().size()
        wide = sum(size[0] for size in sizes)
        across = (room.width() - 8 - GAP * (len(sizes) - 1)) / wide
        fit = min(across, (room.height() - 8) / max(size[1] for size in sizes))
        if self._zoom == 1.0:
            return max(0.05, fit)
        return max(fit, min(across, 1.0)) * self._zoom

    def _fit(self) -> None:
        room = self.viewport().size()
        scale = self._scale()
        shown = self.shown()
        sizes = [self.images.look.sizes[page] for page in shown]
        width = sum(round(size[0] * scale) for size in sizes) + GAP * max(0, len(sizes) - 1)
        height = max((round(size[1] * scale) for size in sizes), default=0)
        self._pages.resize(QSize(max(room.width(), width), max(room.height(), height)))
        pages = len(self.images.look.sizes)
        if shown:
            words = _("Page {first} of {all}") if len(shown) == 1 else _("Pages {first} and {last} of {all}")
            self.setAccessibleName(words.format(first=shown.start + 1, last=shown.stop, all=pages))
        else:
            self.setAccessibleName(self.note)
        self._pages.update()

    def _looked(self) -> None:
        self.turn_to(min(self.first, max(0, len(self.images.look.sizes) - 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn_to(self.first)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.use_zoom(self._zoom + (0.5 if event.angleDelta().y() > 0 else -0.5))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._zoom == 1.0:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)
