"""A document as a PDF: the same document gives the same bytes, and a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab import rl_config

from physioplan.reports.document import Document
from physioplan.reports.errors import CannotWritePdf, MissingGlyphs
from physioplan.reports.pdf.fonts import typefaces
from physioplan.reports.pdf.pages import LaidPage, draw_page, laid_pages
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.tagging import TaggedCanvas
from physioplan.reports.pdf.theme import SANS, Theme, theme_for
from physioplan.reports.pdf.typesetting import Typesetter

CREATOR = "PhysioPlan"
_one_at_a_time = Lock()  # ReportLab reads a font through one open position

rl_config.useA85 = 0  # streams as bytes: a fifth smaller and faster than as letters


def lay_out_document(document: Document, fonts_folder: Path) -> tuple[list[LaidPage], Typesetter, Theme]:
    """Break the document into pages; raises :class:`MissingGlyphs` before anything is drawn."""
    theme = theme_for(document.options, for_clinicians=document.for_clinicians)
    setter = Typesetter(typefaces(fonts_folder))
    pages = laid_pages(document, setter, theme)
    if setter.missing:
        raise MissingGlyphs(tuple((characters, where) for where, characters in setter.missing.items()))
    return pages, setter, theme


def pdf_bytes(document: Document, fonts_folder: Path) -> bytes:
    """The whole file. ``fonts_folder`` holds the font files; only used characters are embedded.

    Raises :class:`MissingGlyphs` when a character cannot be printed, :class:`FontsMissing` without the fonts.
    """
    pages, setter, theme = lay_out_document(document, fonts_folder)
    stream = BytesIO()
    with _one_at_a_time:
        canvas = TaggedCanvas(stream, **canvas_settings(document, theme, setter))
        draw_document(document, canvas, pages, setter, theme)
    return stream.getvalue()


def canvas_settings(document: Document, theme: Theme, setter: Typesetter) -> dict[str, Any]:
    """What a canvas of ours is made with: nothing that differs from one run to the next."""
    return {
        "pagesize": theme.page,
        "pageCompression": 1,
        "invariant": 1,
        "initialFontName": setter.faces[SANS].name,
        "initialFontSize": theme.body.size,
        "lang": document.language,
        "pdfVersion": (1, 7),
    }


def draw_document(
    document: Document, canvas: TaggedCanvas, pages: list[LaidPage], setter: Typesetter, theme: Theme
) -> None:
    """Put every page on ``canvas``, with title, bookmarks and structure, and finish the file."""
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pen = Pen(canvas, setter, theme.page[1], theme.palette)
    sheets = set()
    for place, laid in enumerate(pages):
        if laid.sheet.key not in sheets:
            sheets.add(laid.sheet.key)
            canvas.bookmarkPage(laid.sheet.key)
            canvas.addOutlineEntry(laid.sheet.title, laid.sheet.key, 0)
        with canvas.node("Sect"):
            draw_page(pen, laid, document, theme, place + 1, len(pages))
        canvas.showPage()
        pen.forget()
    canvas.save()


def write_pdf(document: Document, path: Path, fonts_folder: Path) -> None:
    """Make the file at ``path``, replacing one that is there only when the new one is complete and on disk.

    Raises :class:`CannotWritePdf` with a plain sentence, and everything :func:`pdf_bytes` raises.
    """
    write_whole(pdf_bytes(document, fonts_folder), path)


def write_whole(content: bytes, path: Path) -> None:
    """Write beside ``path`` first, then put it in its place."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        temporary = None
    except OSError as problem:
        raise CannotWritePdf(_sentence(problem, path)) from problem
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _sentence(problem: OSError, path: Path) -> str:
    folder = path.parent
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full, so {path.name} was not saved. Free some space or choose another disk."
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"The folder {folder} does not allow new files. Choose another folder to save {path.name} in."
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"There is no folder {folder}. Choose another folder to save {path.name} in."
    if problem.errno == errno.EISDIR:
        return f"{path} is a folder. Choose a file name to save the plan under."
    return f"{path.name} could not be saved: {problem.strerror}. Choose another place and try again."
