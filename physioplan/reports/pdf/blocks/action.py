"""Tables to write in, if-then rows with a sign each, and eleven circles for how sure one is."""

from __future__ import annotations

from physioplan.reports.document import IfThenRow, IfThenRows, Run, SurenessScale, WritingTable
from physioplan.reports.pdf.blocks.prose import HAIRLINE
from physioplan.reports.pdf.laid import Laid, Rows, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style, Theme

SHARES = (0.24, 0.24, 0.24, 0.28)


def writing_table(block: WritingTable, to: Setting, width: float) -> Rows:
    """A grid with room to write."""
    theme, setter = to.theme, to.setter
    style, colours = theme.tight, theme.colours
    widths = [share * width for share in SHARES]
    edges = [sum(widths[:place]) for place in range(len(widths))]
    least = 36.0 if theme.large else 29.0

    def row(cells: tuple[str, ...], head: bool) -> Laid:
        sets = [
            setter.lines((Run(text, bold=head or not place),), style, widths[place] - 12)
            for place, text in enumerate(cells)
        ]
        text_height = max(map(len, sets)) * style.leading

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.artifact():
                for edge, wide in zip(edges, widths, strict=True):
                    fill = colours.tint if head else None
                    pen.box(x + edge, y, wide, given, fill=fill, stroke=colours.grid, width=HAIRLINE)
            with pen.node("TR"):
                for place, lines in enumerate(sets):
                    kind = "TH" if head or not place else "TD"
                    scope = "Column" if head else "Row"
                    with pen.tag(kind, scope=scope if kind == "TH" else ""):
                        top = y + (given - len(lines) * style.leading) / 2
                        pen.set_lines(lines, x + edges[place] + 6, top, style, colours.ink)

        return Laid(max(text_height + 8, 0 if head else least), draw, stretch=0 if head else 8)

    blank = ("",) * len(block.heads)
    rows = [row(cells, False) for cells in (*block.rows, *[blank] * block.blank_rows)]
    return Rows(rows, "Table", row(block.heads, True), gap=1)


def _sign(pen: Pen, kind: str, x: float, y: float, theme: Theme) -> None:
    """A line sign 21 points wide with its middle left at (x, y)."""
    ink, white = theme.colours.ink, theme.colours.white
    cx, unit = x + 10.5, 0.75
    if kind == "triangle":
        points = [(cx, y - 8.5), (cx + 9, y + 8), (cx - 9, y + 8)]
        pen.shape(points, fill=white, stroke=ink, width=1.8, round_ends=True)
        pen.shape([(cx - 3.8, y + 4), (cx + 3.8, y + 4)], stroke=ink, width=2.2, close=False, round_ends=True)
    elif kind == "clock":
        pen.ring(cx, y, 8.6, fill=white, stroke=ink, width=1.8)
        hands = [(cx, y - 5.2), (cx, y), (cx + 3.8, y + 2.3)]
        pen.shape(hands, stroke=ink, width=1.9, close=False, round_ends=True)
    elif kind == "bag":
        pen.box(cx - 8.2, y - 3.8, 16.4, 12, fill=white, stroke=ink, width=1.8, radius=2)
        handle = [(cx - 3, y - 4), (cx - 3, y - 7.5), (cx + 3, y - 7.5), (cx + 3, y - 4)]
        pen.shape(handle, stroke=ink, width=1.8, close=False, round_ends=True)
    else:
        pencil = ((4, 24), (7, 16), (20, 3), (25, 8), (12, 21))
        pen.shape(
            [(x + a * unit, y - 10.5 + b * unit) for a, b in pencil], fill=white, stroke=ink, width=1.8,
            round_ends=True,
        )  # fmt: skip


def if_then_rows(block: IfThenRows, to: Setting, width: float) -> Rows:
    """Sign, label, if, then; under one another in large print."""
    theme, setter = to.theme, to.setter
    style, colours = theme.tight, theme.colours
    bold = Style(style.size, style.leading, style.bold)
    lead = 29.0
    label_width = max(setter.width(row.label, bold) for row in block.rows) + 14
    if theme.large:
        columns = [(lead + label_width, width - lead - label_width)] * 2
    else:
        rest = width - lead - label_width
        columns = [(lead + label_width, rest * 0.48 - 10), (lead + label_width + rest * 0.48, rest * 0.52)]

    def laid(row: IfThenRow, first: bool) -> Laid:
        sets = [
            setter.lines(words, style, wide)
            for words, (_, wide) in zip((row.if_words, row.then_words), columns, strict=True)
        ]
        heights = [len(lines) * style.leading for lines in sets]
        text = sum(heights) if theme.large else max(heights)
        height = max(text + 10, 44.0 if row.blank else 36.0)
        if row.blank and theme.large:
            height += 20

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            middle = y + given / 2
            with pen.artifact():
                if first:
                    pen.line(x, y, x + width, y, HAIRLINE, colours.line)
                pen.line(x, y + given, x + width, y + given, HAIRLINE, colours.line)
                _sign(pen, row.sign, x, middle, theme)
            with pen.node("TR"):
                with pen.tag("TH", scope="Row"):
                    pen.text(row.label, x + lead, middle - style.leading / 2, bold, colours.ink)
                top = middle - text / 2
                for lines, tall, (left, _) in zip(sets, heights, columns, strict=True):
                    with pen.tag("TD"):
                        start = top if theme.large else middle - tall / 2
                        pen.set_lines(lines, x + left, start, style, colours.ink)
                    top += tall

        return Laid(height, draw, stretch=10)

    return Rows([laid(row, place == 0) for place, row in enumerate(block.rows)], "Table", gap=1)


def sureness_scale(block: SurenessScale, to: Setting, width: float) -> Laid:
    """Circles big enough to tick with a thick pen."""
    theme = to.theme
    style, colours = theme.body, theme.colours
    bold = Style(theme.body.size, theme.body.leading, theme.body.bold)
    radius = 17.0 if theme.large else 14.2
    step = (width - 2 * radius - 3) / 10
    height = 2 * radius + 5 + style.leading

    def draw(pen: Pen, x: float, y: float, _given: float) -> None:
        with pen.tag("Figure", alt=block.alt):
            for value in range(11):
                centre = x + 1.5 + radius + value * step
                chosen = value == block.answer
                fill = colours.ink if chosen else colours.white
                pen.ring(centre, y + radius + 1, radius, fill=fill, stroke=colours.ink, width=1.4)
                paint = colours.white if chosen else colours.ink
                pen.text(str(value), centre, y + radius + 1 - bold.leading / 2, bold, paint, 0.5)
        with pen.tag("P"):
            top = y + 2 * radius + 4
            pen.text(block.low, x, top, style, colours.ink)
            pen.text(block.high, x + width, top, style, colours.ink, 1.0)

    return Laid(height, draw, gap=3)
