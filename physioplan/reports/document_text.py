"""A document as plain text, block by block: what golden tests compare and a screen reader would hear."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from physioplan.drawing.figure.figure import Figure
from physioplan.reports.document import Document, Run


def words_text(words: tuple[Run, ...]) -> str:
    """The characters of ``words``; bold stands between asterisks, a page number as its sheet's key."""
    parts = (run.text.format(page=f"<{run.page_of}>") if run.page_of else run.text for run in words)
    return "".join(f"*{text}*" if run.bold else text for run, text in zip(words, parts, strict=True))


def _lines(value: object, depth: int) -> list[str]:
    pad = "  " * depth
    if isinstance(value, Figure):
        return [f"{pad}figure {value.layout}: {value.start.alt} | {value.end.alt}"]
    if isinstance(value, tuple):
        if value and all(isinstance(part, Run) for part in value):
            return [pad + words_text(value)]
        if value and all(isinstance(part, (str, int)) for part in value):
            return [pad + " | ".join(_plain(part) for part in value)]
        return [line for part in value for line in _lines(part, depth)]
    if is_dataclass(value) and not isinstance(value, type):
        out = [f"{pad}{type(value).__name__}"]
        for field in fields(value):
            content = getattr(value, field.name)
            if content is None or content is False or content in ("", ()):
                continue
            inner = _lines(content, 0)
            if len(inner) == 1:
                out.append(f"{pad}  {field.name}: {inner[0]}")
            else:
                out += [f"{pad}  {field.name}:", *_lines(content, depth + 2)]
        return out
    return [pad + _plain(value)]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "x" if value else "."
    return str(value)


def text_of(document: Document) -> str:
    """The document from first to last line, without the options it was printed with."""
    head = [
        f"title: {document.title}",
        f"author: {document.author}",
        f"subject: {document.subject}",
        f"language: {document.language}",
        f"page label: {document.page_label}",
        f"small print: {words_text(document.small_print)}",
    ]
    if document.notice:
        head.append(f"notice: {document.notice}")
    body = [line for sheet in document.sheets for line in ["", *_lines(sheet, 0)]]
    return "\n".join([*head, *body]) + "\n"
