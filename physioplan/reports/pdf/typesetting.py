"""Breaking words into lines: left-aligned, no hyphenation, nothing scaled to fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from physioplan.reports.document import Run, Words
from physioplan.reports.pdf.fonts import Typeface
from physioplan.reports.pdf.theme import Style


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face, ``x`` from the start of its line."""

    x: float
    text: str
    face: Typeface


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line and its width."""

    pieces: tuple[Piece, ...]
    width: float


def clean(text: str) -> str:
    """Composed characters and plain spaces; invisible control characters are dropped."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    return "".join(
        " " if c.isspace() and c != "\u00a0" else c
        for c in text
        if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"}
    )


@dataclass(slots=True)
class Typesetter:
    """Measures and breaks text, and gathers what the fonts cannot print instead of printing boxes."""

    faces: Mapping[str, Typeface]
    where: str = ""
    missing: dict[str, str] = field(default_factory=dict)

    def _measure(self, face: Typeface, text: str) -> float:
        try:
            return face.measure(text)
        except KeyError:
            known = self.missing.get(self.where, "")
            new = "".join(c for c in face.missing(text) if c not in known)
            self.missing[self.where] = known + new
            return sum(face.widths.get(ord(c), 500.0) for c in text)

    def width(self, text: str, style: Style, *, bold: bool = False) -> float:
        """Width of ``text`` on one line."""
        text = clean(text)
        face = self.faces[style.bold if bold else style.face]
        return self._measure(face, text) * style.size / 1000 + style.tracking * max(0, len(text) - 1)

    def baseline(self, style: Style) -> float:
        """How far the baseline lies under the top of a line."""
        face = self.faces[style.face]
        return (style.leading - (face.ascent - face.descent) * style.size) / 2 + face.ascent * style.size

    def one_line(self, words: Words | str, style: Style) -> Line:
        """``words`` on one line, however long."""
        return self.lines(words, style, float("inf"))[0]

    def lines(self, words: Words | str, style: Style, width: float) -> list[Line]:
        """Break at spaces, and a word wider than ``width`` where the line is full; at least one line."""
        scale = style.size / 1000
        out: list[Line] = []
        pieces: list[Piece] = []
        x = 0.0
        for word in self._words(words, style):
            wide = sum([self._measure(face, text) for text, face in word]) * scale
            gap = pieces[-1].face.widths[32] * scale if pieces else 0.0
            if pieces and x + gap + wide > width + 0.01:
                out.append(self._line(pieces, x, style))
                pieces, x, gap = [], 0.0, 0.0
            for place, (text, face) in enumerate(word):
                space = " " if gap and not place else ""
                measured = self._measure(face, text) * scale
                while x + measured > width + 0.01 and wide > width:
                    fits = self._fitting(face, text, width - x, scale)
                    pieces.append(Piece(x, text[:fits], face))
                    out.append(self._line(pieces, x + self._measure(face, text[:fits]) * scale, style))
                    pieces, x, text = [], 0.0, text[fits:]
                    measured = self._measure(face, text) * scale
                if pieces and pieces[-1].face is face:
                    last = pieces.pop()
                    pieces.append(Piece(last.x, f"{last.text}{space}{text}", face))
                    x += gap if space else 0.0
                else:
                    x += gap if space else 0.0
                    pieces.append(Piece(x, text, face))
                x += measured
        if pieces or not out:
            out.append(self._line(pieces, x, style))
        return out

    def _words(self, words: Words | str, style: Style) -> list[list[tuple[str, Typeface]]]:
        """What stands between two spaces, a change of weight inside it or not."""
        out: list[list[tuple[str, Typeface]]] = [[]]
        for run in (Run(words),) if isinstance(words, str) else words:
            face = self.faces[style.bold if run.bold else style.face]
            for place, part in enumerate(clean(run.text).split(" ")):
                if place and out[-1]:
                    out.append([])
                if part:
                    out[-1].append((part, face))
        return out if out[-1] else out[:-1]

    def _fitting(self, face: Typeface, word: str, room: float, scale: float) -> int:
        total = 0.0
        for place, character in enumerate(word):
            total += self._measure(face, character) * scale
            if total > room:
                return max(1, place)
        return len(word)

    @staticmethod
    def _line(pieces: list[Piece], width: float, style: Style) -> Line:
        if style.tracking:
            width += style.tracking * max(0, sum(len(piece.text) for piece in pieces) - 1)
        return Line(tuple(pieces), width)
