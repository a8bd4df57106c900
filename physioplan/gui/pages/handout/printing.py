"""Puts the pages of the PDF on a printer, one at a time, each made off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from shiboken6 import isValid

from physioplan.gui.background_port import Background
from physioplan.gui.pages.handout.page_images import as_image
from physioplan.gui.pages.handout.page_pixels import PagePixels, PdfLook, pixels_of
from physioplan.gui.words import _

DOTS_AN_INCH = 300
POINTS_AN_INCH = 72


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(look: PdfLook, title: str) -> QPrinter:
    """A printer set to the paper of the first page, whole sheet, 300 dots an inch."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    wide, high = look.sizes[0]
    size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(DOTS_AN_INCH)
    printer.setDocName(title)
    return printer


class PrintJob(QObject):
    """``done`` once the printer has every page asked for, ``failed(why)`` when it took none or stopped."""

    def __init__(
        self,
        printer: QPrinter,
        pdf: bytes,
        look: PdfLook,
        background: Background,
        done: Callable[[], None],
        failed: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pdf = pdf
        self._look = look
        self._background = background
        self._done = done
        self._failed = failed
        last = len(look.sizes)
        first, to = printer.fromPage(), printer.toPage()
        self._pages = list(range(max(1, first), min(last, to) + 1)) if first else list(range(1, last + 1))
        self._painter = QPainter()

    def start(self) -> None:
        """Begin; the answer comes later."""
        if not self._pages or not self._painter.begin(self._printer):
            self._failed(_("The printer does not answer. Check that it is on, or save a PDF instead."))
            return
        self._next(0)

    def _next(self, at: int) -> None:
        if at >= len(self._pages):
            self._painter.end()
            self._done()
            return
        page = self._pages[at] - 1
        scale = DOTS_AN_INCH / POINTS_AN_INCH
        self._background.run(
            lambda: pixels_of(self._pdf, page, scale),
            lambda pixels: self._put(at, page, pixels),
            lambda fault: self._stop(str(fault)),
        )

    def _put(self, at: int, page: int, pixels: PagePixels) -> None:
        if not isValid(self):  # the window closed in the middle of the job
            self._painter.end()
            return
        if at and not self._printer.newPage():
            self._stop(_("The printer stopped at page {n}.").format(n=page + 1))
            return
        wide, high = self._look.sizes[page]
        dots = self._printer.resolution() / POINTS_AN_INCH
        self._painter.drawImage(QRectF(0, 0, wide * dots, high * dots), as_image(pixels))
        self._next(at + 1)

    def _stop(self, why: str) -> None:
        self._painter.end()
        self._failed(why)
