"""Every page as a small picture; the ones on show are framed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.pages.handout.page_images import PageImages
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _

WIDE, HIGH, STEP = 46, 62, 58


class ThumbStrip(QWidget):
    """``chosen(page)`` by mouse or with Left, Right, Home and End. As many as fit, around the shown ones."""

    chosen = Signal(int)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._shown = range(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        images.looked.connect(self.updateGeometry)
        images.looked.connect(self.update)
        images.ready.connect(lambda _page: self.update())

    def display(self, shown: range) -> None:
        self._shown = shown
        pages = len(self._images.look.sizes)
        if shown:
            words = _("Page {first} of {all}") if len(shown) == 1 else _("Pages {first} and {last} of {all}")
            self.setAccessibleName(words.format(first=shown.start + 1, last=shown.stop, all=pages))
        else:
            self.setAccessibleName(_("No pages"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(1, len(self._images.look.sizes)) * STEP + 8, HIGH + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(STEP + 8, HIGH + 12)

    def focus_ring_rect(self) -> QRect:
        boxes = [box for page, box in self._boxes() if page in self._shown]
        return boxes[0].united(boxes[-1]).adjusted(-4, -4, 4, 4) if boxes else self.rect()

    def _boxes(self) -> list[tuple[int, QRect]]:
        pages = len(self._images.look.sizes)
        fit = max(1, min(pages, (self.width() - 8) // STEP))
        start = max(0, min(self._shown.start - fit // 2 + 1, pages - fit)) if pages else 0
        x = (self.width() - fit * STEP) // 2 + (STEP - WIDE) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        found = []
        for number in range(start, min(pages, start + fit)):
            left = self.width() - x - WIDE if rtl else x
            found.append((number, QRect(left, 6, WIDE, HIGH)))
            x += STEP
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for page, box in self._boxes():
            if box.contains(event.position().toPoint()):
                self.chosen.emit(page)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = len(self._images.look.sizes)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        targets = {
            Qt.Key.Key_Left: self._shown.stop if rtl else self._shown.start - 1,
            Qt.Key.Key_Right: self._shown.start - 1 if rtl else self._shown.stop,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: pages - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        elif 0 <= target < pages:
            self.chosen.emit(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, box in self._boxes():
            painter.fillRect(box, Qt.GlobalColor.white)
            image = self._images.image(page, round(WIDE * self.devicePixelRatioF()))
            if image is not None:
                wide, high = self._images.look.sizes[page]
                height = min(HIGH, round(WIDE * high / wide))
                painter.drawImage(QRect(box.x(), box.y(), WIDE, height), image)
            else:
                painter.setPen(colour("#5F686E"))  # pages are white paper in both themes
                painter.setFont(font("micro"))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), str(page + 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if page in self._shown:
                painter.setPen(QPen(colour(palette.accent), 3))
                painter.drawRect(QRectF(box).adjusted(-2.5, -2.5, 2.5, 2.5))
            else:
                painter.setPen(QPen(colour(palette.line_strong), 1))
                painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
