"""The fonts of the papers: registered once and lazily, embedded as subsets, measured without a canvas."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from physioplan.reports.errors import FontsMissing
from physioplan.reports.pdf.theme import BOLD, MEDIUM, SANS, SEMIBOLD, SERIF

FILES = {
    SERIF: "SourceSerif4Subhead-Semibold.ttf",
    SANS: "SourceSans3-Regular.ttf",
    MEDIUM: "SourceSans3-Medium.ttf",
    SEMIBOLD: "SourceSans3-Semibold.ttf",
    BOLD: "SourceSans3-Bold.ttf",
}
NO_BREAK_SPACE = 0xA0


class Typeface:
    """One font file: the name ReportLab knows it by, and its measures in thousandths of the size."""

    __slots__ = ("ascent", "descent", "name", "widths", "words")

    def __init__(self, name: str, font: TTFont) -> None:
        """Read the measures off a registered font."""
        face = font.face
        glyphs = face.charToGlyph
        self.name = name
        self.ascent: float = face.ascent / 1000
        self.descent: float = face.descent / 1000
        self.widths: dict[int, float] = {
            code: face.charWidths[code] for code in glyphs if code in face.charWidths
        }
        self.widths[NO_BREAK_SPACE] = self.widths[32]
        self.words: dict[str, float] = {}

    def measure(self, text: str) -> float:
        """Width of ``text`` in thousandths; raises ``KeyError`` for a character the font does not have."""
        known = self.words.get(text)
        if known is None:
            widths = self.widths
            known = sum([widths[ord(character)] for character in text])
            if len(self.words) > 20_000:
                self.words.clear()
            self.words[text] = known
        return known

    def missing(self, text: str) -> str:
        """The characters of ``text`` that the font cannot print, each once."""
        return "".join(dict.fromkeys(c for c in text if ord(c) not in self.widths))


@lru_cache(maxsize=4)
def typefaces(folder: Path) -> dict[str, Typeface]:
    """Register the fonts of ``folder`` and give them by role; raises :class:`FontsMissing`."""
    out: dict[str, Typeface] = {}
    for role, file in FILES.items():
        name = f"{Path(file).stem}@{folder}"
        try:
            font = TTFont(name, str(folder / file), shapable=False)
        except (TTFError, OSError) as problem:
            raise FontsMissing(
                f"The font file {file} is missing or damaged. Install the program again to print."
            ) from problem
        pdfmetrics.registerFont(font)
        out[role] = Typeface(name, font)
    return out
