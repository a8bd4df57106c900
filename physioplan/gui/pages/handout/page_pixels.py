"""Pages of our own PDF as pixels. PDFium takes one caller at a time, hence the lock."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class PdfLook:
    """Size of every page in points, and the first page of every bookmark of the top level."""

    sizes: tuple[tuple[float, float], ...] = ()
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePixels:
    """One page, four bytes a pixel in the order blue, green, red, unused; ``stride`` bytes a line."""

    width: int
    height: int
    stride: int
    data: bytes


def look_into(pdf: bytes) -> PdfLook:
    """How many pages there are, how large, and where each part begins."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sizes = []
            for number in range(len(document)):
                page = document[number]
                sizes.append(page.get_size())
                page.close()
            marks = [mark for mark in document.get_toc() if mark.level == 0]
            starts = [target.get_index() for mark in marks if (target := mark.get_dest()) is not None]
        finally:
            document.close()
    return PdfLook(tuple(sizes), tuple(starts))


def pixels_of(pdf: bytes, number: int, scale: float) -> PagePixels:
    """Page ``number`` (from 0) at ``scale`` pixels a point."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            pixels = PagePixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        finally:
            document.close()
    return pixels
