"""A page of plain text, 80 columns wide: headings, paragraphs, lists and aligned rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 80


class Page:
    """Gathers lines; ``str`` of it is the page."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def title(self, left: str, right: str = "") -> None:
        """The first line of the page, ruled below."""
        gap = max(2, WIDTH - len(left) - len(right))
        self._lines += [(left + " " * gap + right).rstrip(), "═" * WIDTH]

    def heading(self, words: str, right: str = "") -> None:
        """A heading with a thin rule, after an empty line."""
        gap = max(2, WIDTH - len(words) - len(right))
        self._lines += ["", (words + " " * gap + right).rstrip(), "─" * WIDTH]

    def text(self, words: str, indent: int = 2) -> None:
        """A paragraph."""
        self._wrap(words, " " * indent, " " * indent)

    def entry(self, label: str, words: str, width: int = 12, indent: int = 2) -> None:
        """A label in a column of its own, and its words beside it."""
        self._wrap(words, " " * indent + label.ljust(width), " " * (indent + width))

    def bullets(self, points: Iterable[str], indent: int = 2) -> None:
        """A list."""
        for point in points:
            self._wrap(point, " " * indent + "· ", " " * (indent + 2))

    def rows(self, rows: Sequence[Sequence[str]], widths: Sequence[int], indent: int = 2) -> None:
        """Aligned columns; a negative width is set flush right."""
        for row in rows:
            cells = [
                cell.rjust(-width) if width < 0 else cell.ljust(width)
                for cell, width in zip(row, widths, strict=True)
            ]
            self._lines.append((" " * indent + "  ".join(cells)).rstrip())

    def gap(self) -> None:
        """One empty line, never two."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def __str__(self) -> str:
        return "\n".join(self._lines)

    def _wrap(self, words: str, first: str, rest: str) -> None:
        self._lines += textwrap.wrap(
            words, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        ) or [first.rstrip()]
