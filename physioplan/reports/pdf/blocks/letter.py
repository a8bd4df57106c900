"""The score table and the signature of a letter."""

from __future__ import annotations

from physioplan.reports.document import ScoreTable, SignatureBlock
from physioplan.reports.pdf.blocks.prose import HAIRLINE
from physioplan.reports.pdf.laid import Laid, Rows, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style

SHARES = (0.33, 0.08, 0.085, 0.135, 0.19, 0.18)
NUMBERS = range(1, 4)


def score_table(block: ScoreTable, to: Setting, width: float) -> Rows:
    """Rules between rows only; numbers end on one edge."""
    theme, setter = to.theme, to.setter
    colours = theme.colours
    widths = [share * width for share in SHARES]
    edges = [sum(widths[:place]) for place in range(len(widths))]
    result = Style(theme.table.size, theme.table.leading, "semibold")

    def row(cells: tuple[str, ...], role: str, rule: float) -> Laid:
        styles = [theme.table_head if role == "TH" else theme.table] * 5
        styles.append(theme.table_head if role == "TH" else result)
        sets = [
            setter.lines(text, style, wide - 8)
            for text, style, wide in zip(cells, styles, widths, strict=True)
        ]
        height = max(map(len, sets)) * theme.table.leading + 6.5

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.node("TR"):
                for place, lines in enumerate(sets):
                    kind = "TH" if role == "TH" or not place else "TD"
                    with pen.tag(kind, scope={"TH": "Column"}.get(role, "Row") if kind == "TH" else ""):
                        end = place in NUMBERS
                        left = x + edges[place] + (widths[place] - 12 if end else 0)
                        pen.set_lines(lines, left, y + 3, styles[place], colours.ink, 1.0 if end else 0.0)
            with pen.artifact():
                pen.line(x, y + given, x + width, y + given, rule, colours.ink if rule > 1 else colours.line)

        return Laid(height, draw)

    rows = [row(cells, "TD", HAIRLINE) for cells in block.rows]
    return Rows(rows, "Table", row(block.heads, "TH", 1.25), gap=1)


def signature(block: SignatureBlock, to: Setting, width: float) -> Laid:
    """Closing, a line, the name under it; consent and copies at the other end."""
    theme, setter = to.theme, to.setter
    colours, style, small = theme.colours, theme.body, theme.caption
    signer = setter.lines(block.signer, style, width * 0.6)
    aside = [line for text in block.aside for line in setter.lines(text, small, width * 0.38)]
    height = style.leading + 33 + len(signer) * style.leading

    def draw(pen: Pen, x: float, y: float, _given: float) -> None:
        with pen.tag("P"):
            pen.text(block.closing, x, y, style, colours.ink)
        line = y + style.leading + 29
        with pen.artifact():
            pen.line(x, line, x + 190, line, HAIRLINE, colours.grid)
        with pen.tag("P"):
            pen.set_lines(signer, x, line + 4, style, colours.ink)
        with pen.tag("P"):
            top = y + height - len(aside) * small.leading
            pen.set_lines(aside, x + width, top, small, colours.soft, 1.0)

    return Laid(height, draw, gap=9)
