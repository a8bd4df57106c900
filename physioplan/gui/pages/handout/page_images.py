"""The pages of the PDF on show as images, made off the window's thread and kept until the PDF changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from physioplan.gui.background import ThreadBackground
from physioplan.gui.background_port import Background
from physioplan.gui.pages.handout.page_pixels import PagePixels, PdfLook, look_into, pixels_of

MOST_KEPT = 24


def as_image(pixels: PagePixels) -> QImage:
    """A ``QImage`` that owns its pixels."""
    form = QImage.Format.Format_RGB32
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, form).copy()


class PageImages(QObject):
    """``looked`` when sizes and bookmarks of a new PDF are known, ``ready(page)`` when an image came."""

    looked = Signal()
    ready = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, background: Background | None = None) -> None:
        super().__init__(parent)
        self._own = ThreadBackground(self, threads=1) if background is None else None
        self._background: Background = background or self._own  # type: ignore[assignment]
        self.pdf = b""
        self.look = PdfLook()
        self._ticket = 0
        self._kept: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()

    def use(self, pdf: bytes) -> None:
        """Show another PDF; the images of the last one are dropped once the new one is read."""
        if pdf == self.pdf:
            return
        self.pdf = pdf
        self._ticket += 1
        ticket = self._ticket
        if not pdf:
            self._take(ticket, PdfLook())
            return
        self._background.run(
            lambda: look_into(pdf),
            lambda look: self._take(ticket, look),
            lambda fault: self._failed(ticket, fault),
        )

    def image(self, page: int, width: int) -> QImage | None:
        """Page ``page`` about ``width`` pixels wide: the sharp one, a blurred one meanwhile, or ``None``."""
        key = (page, width)
        found = self._kept.get(key)
        if found is not None:
            return found
        self._ask(key)
        others = [image for (number, _width), image in self._kept.items() if number == page]
        return max(others, key=lambda image: image.width(), default=None)

    def stop(self) -> None:
        """The sheet has closed: nobody waits any more."""
        self._ticket += 1
        if self._own is not None:
            self._own.drop_all()

    def _is_over(self, ticket: int) -> bool:
        """Another PDF is on show, or the sheet went with its window while a page was being made."""
        return not isValid(self) or ticket != self._ticket

    def _failed(self, ticket: int, fault: Exception) -> None:
        if not self._is_over(ticket):
            self.failed.emit(str(fault))

    def _take(self, ticket: int, look: PdfLook) -> None:
        if self._is_over(ticket):
            return
        self.look = look
        self._kept.clear()
        self._asked.clear()
        self.looked.emit()

    def _ask(self, key: tuple[int, int]) -> None:
        page, width = key
        if key in self._asked or page >= len(self.look.sizes):
            return
        self._asked.add(key)
        ticket, pdf, scale = self._ticket, self.pdf, width / self.look.sizes[page][0]
        self._background.run(
            lambda: pixels_of(pdf, page, scale),
            lambda pixels: self._came(ticket, key, pixels),
            lambda fault: self._failed(ticket, fault),
        )

    def _came(self, ticket: int, key: tuple[int, int], pixels: PagePixels) -> None:
        if self._is_over(ticket):
            return
        if len(self._kept) >= MOST_KEPT:
            oldest = next(iter(self._kept))
            self._kept.pop(oldest)
            self._asked.discard(oldest)
        self._kept[key] = as_image(pixels)
        self.ready.emit(key[0])
