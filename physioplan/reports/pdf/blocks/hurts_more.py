"""The pain guide with its three signs, and the thought record."""

from __future__ import annotations

from physioplan.reports.document import PainGuide, PainRow, ThoughtBox
from physioplan.reports.pdf.blocks.prose import HAIRLINE
from physioplan.reports.pdf.laid import Laid, Rows, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style, Theme


def sign(pen: Pen, kind: str, x: float, y: float, size: float, theme: Theme) -> None:
    """Circle with tick, triangle with bar, octagon with mark, in a square of ``size`` at (x, y)."""
    colours, unit = theme.colours, size / 54

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * unit, y + b * unit) for a, b in points]

    if kind == "circle":
        pen.ring(
            x + 27 * unit, y + 27 * unit, 25 * unit, fill=colours.white, stroke=colours.green, width=4 * unit
        )
        pen.shape(
            at((16, 28), (24, 36), (39, 19)),
            stroke=colours.green,
            width=5 * unit,
            close=False,
            round_ends=True,
        )
    elif kind == "triangle":
        pen.shape(
            at((27, 3), (52, 50), (2, 50)), fill=colours.amber_fill, stroke=colours.amber, width=3.4 * unit,
            round_ends=True,
        )  # fmt: skip
        pen.shape(at((16, 40), (38, 40)), stroke=colours.ink, width=5 * unit, close=False, round_ends=True)
    else:
        corners = ((17, 2), (37, 2), (52, 17), (52, 37), (37, 52), (17, 52), (2, 37), (2, 17))
        pen.shape(at(*corners), fill=colours.red)
        pen.shape(at((27, 13), (27, 31)), stroke=colours.white, width=6 * unit, close=False, round_ends=True)
        pen.ring(x + 27 * unit, y + 41 * unit, 3.6 * unit, fill=colours.white)


def pain_guide(block: PainGuide, to: Setting, width: float) -> Rows:
    """Sign, word and action, then if and do."""
    theme, setter = to.theme, to.setter
    word, style, colours = theme.guide_word, theme.guide, theme.colours
    size = theme.sign * (0.9 if not theme.large else 1)
    word_width = (
        max(max(setter.width(row.word, word), setter.width(row.action, style)) for row in block.rows) + 10
    )
    left = size + 12
    right = width - left - word_width

    def laid(row: PainRow, first: bool) -> Laid:
        sets = [setter.lines(line, style, right) for line in row.lines]
        text = sum(map(len, sets)) * style.leading
        label = word.leading + style.leading
        height = max(text, label, size) + 7

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.artifact():
                if first:
                    pen.line(x, y, x + width, y, HAIRLINE, colours.line)
                pen.line(x, y + given, x + width, y + given, HAIRLINE, colours.line)
                sign(pen, row.sign, x, y + (given - size) / 2, size, theme)
            with pen.node("TR"):
                with pen.tag("TH", scope="Row"):
                    top = y + (given - label) / 2
                    pen.text(row.word, x + left, top, word, colours.ink)
                    pen.text(row.action, x + left, top + word.leading, style, colours.ink)
                with pen.tag("TD"):
                    top = y + (given - text) / 2
                    for lines in sets:
                        top = pen.set_lines(lines, x + left + word_width, top, style, colours.ink)

        return Laid(height, draw, stretch=6)

    rows = [laid(row, place == 0) for place, row in enumerate(block.rows)]
    return Rows(rows, "Table", gap=0, keep_whole=True)


def thought_box(block: ThoughtBox, to: Setting, width: float) -> Rows:
    """Heads, one grey example, empty rows to write in."""
    theme, setter = to.theme, to.setter
    style, colours = theme.tight, theme.colours
    head_style = Style(theme.table_head.size, style.leading, theme.table_head.face)
    count = len(block.heads)
    cell = width / count
    heads = [setter.lines(head, head_style, cell - 12) for head in block.heads]
    examples = [setter.lines(words, style, cell - 12) for words in block.example]

    def row(sets: list, used: Style, role: str, fill: tuple | None) -> Laid:  # type: ignore[type-arg]
        height = max(map(len, sets)) * used.leading + 8

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.artifact():
                for place in range(count):
                    pen.box(x + place * cell, y, cell, given, fill=fill, stroke=colours.grid, width=HAIRLINE)
            with pen.node("TR"):
                for place, lines in enumerate(sets):
                    with pen.tag(role, scope="Column" if role == "TH" else ""):
                        pen.set_lines(lines, x + place * cell + 6, y + 4, used, colours.ink)

        return Laid(height, draw)

    def draw_blank(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            for place in range(count):
                pen.box(x + place * cell, y, cell, given, stroke=colours.grid, width=HAIRLINE)

    blank = 60.0 if theme.large else 30.0
    rows = [row(examples, style, "TD", colours.example)]
    rows += [Laid(blank, draw_blank, stretch=18) for _ in range(block.blank_rows)]
    return Rows(rows, "Table", row(heads, head_style, "TH", colours.tint), gap=0, keep_whole=True)
