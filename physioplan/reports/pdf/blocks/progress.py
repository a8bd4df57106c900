"""Then and now on a line, with one verdict a row in shape and words."""

from __future__ import annotations

from physioplan.reports.document import ProgressKey, ProgressRow, ProgressRows, Run
from physioplan.reports.pdf.blocks.prose import HAIRLINE
from physioplan.reports.pdf.laid import Laid, Rows, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style, Theme

DOT = 5.8


def progress_key(block: ProgressKey, to: Setting, width: float) -> Laid:
    """Open dot, full dot, shaded zone; each with its word."""
    theme, setter = to.theme, to.setter
    style, colours = theme.body, theme.colours
    entries = [(block.before, "open"), (block.after, "full")]
    if block.zone:
        entries.append((block.zone, "zone"))
    places: list[tuple[float, float, str, str]] = []
    x, row = 0.0, 0.0
    for words, kind in entries:
        sign = 26.0 if kind == "zone" else 2 * DOT
        wide = sign + 8 + setter.width(words, style)
        if x and x + wide > width:
            x, row = 0.0, row + style.leading
        places.append((x, row, words, kind))
        x += wide + 18
    height = row + style.leading + 6

    def draw(pen: Pen, left: float, y: float, given: float) -> None:
        for at, row, words, kind in places:
            middle = y + row + style.leading / 2
            with pen.artifact():
                if kind == "zone":
                    pen.box(left + at, middle - 7, 24, 14, fill=colours.share)
                    pen.shape([(left + at + 24, middle - 8), (left + at + 24, middle + 8)],
                              stroke=colours.ink, width=1.2, close=False)  # fmt: skip
                elif kind == "open":
                    pen.ring(left + at + DOT, middle, DOT, fill=colours.white, stroke=colours.ink, width=2)
                else:
                    pen.ring(left + at + DOT, middle, DOT + 1, fill=colours.ink)
            with pen.tag("P"):
                sign = 26.0 if kind == "zone" else 2 * DOT
                pen.text(words, left + at + sign + 8, y + row, style, colours.ink)
        with pen.artifact():
            pen.line(left, y + given, left + width, y + given, HAIRLINE, colours.line)

    return Laid(height, draw, gap=4)


def progress_rows(block: ProgressRows, to: Setting, width: float) -> Rows:
    """Label and ends, the line, the verdict; in large print the line stands under the label."""
    theme, setter = to.theme, to.setter
    colours, style, small = theme.colours, theme.tight, theme.caption
    medium = Style(theme.body.size, theme.tight.leading, "medium")
    beside = not theme.large
    label_width = 150.0 if beside else width
    verdict_width = 118.0 if beside else width - 30
    scale_width = width - label_width - verdict_width - 46 if beside else width - 30

    def laid(row: ProgressRow) -> Laid:
        label = setter.lines((Run(row.label, bold=True),), style, label_width)
        note = setter.lines(row.note, small, label_width) if row.note else []
        verdict = setter.lines(row.verdict, medium, verdict_width)
        text = len(label) * style.leading + len(note) * small.leading
        says = len(verdict) * medium.leading
        above = small.leading - 2 if row.aim_label else 4.0
        line = above + 2 * DOT + 4 + style.leading
        height = max(text, says, line) + 5 if beside else text + line + says + 22

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.node("TR"):
                top = y + (given - text) / 2 if beside else y + 6
                with pen.tag("TH", scope="Row"):
                    top = pen.set_lines(label, x, top, style, colours.ink)
                    pen.set_lines(note, x, top, small, colours.ink)
                with pen.node("TD"), pen.tag("Figure", alt=row.alt):
                    left = x + label_width + 8 if beside else x + 10
                    start = y + (given - line) / 2 if beside else y + text + 10
                    _line(pen, row, left, start + above, scale_width, to)
                with pen.tag("TD"):
                    left = x + width - verdict_width
                    middle = y + given / 2 if beside else y + given - says / 2 - 6
                    _mark(pen, row.mark, left - 19, middle, theme)
                    pen.set_lines(verdict, left, middle - says / 2, medium, colours.ink)
            with pen.artifact():
                pen.line(x, y + given, x + width, y + given, HAIRLINE, colours.line)

        return Laid(height, draw, stretch=14)

    return Rows([laid(row) for row in block.rows], "Table", gap=0)


def _line(pen: Pen, row: ProgressRow, x: float, y: float, width: float, to: Setting) -> None:
    colours, setter = to.theme.colours, to.setter
    axis = y + DOT
    span = row.high - row.low

    def at(value: float) -> float:
        return x + (value - row.low) / span * width

    if row.zone:
        pen.box(at(row.zone[0]), axis - 11, at(row.zone[1]) - at(row.zone[0]), 22, fill=colours.share)
        for part in range(4):
            top = axis - 14 + part * 8
            pen.line(at(row.zone[1]), top, at(row.zone[1]), top + 4, 1.2, colours.ink)
    pen.line(x, axis, x + width, axis, 1.2, colours.ink)
    for tick in range(11):
        pen.line(x + tick * width / 10, axis - 3, x + tick * width / 10, axis + 3, 1, colours.ink)
    before, after = row.before, row.after
    if before is not None and after is not None and abs(at(after) - at(before)) > 2 * DOT + 3:
        way = 1 if after > before else -1
        tip = at(after) - way * (DOT + 1.5)
        pen.line(at(before), axis, tip - way * 5, axis, 3, colours.accent)
        pen.shape([(tip - way * 7, axis - 5), (tip, axis), (tip - way * 7, axis + 5)], fill=colours.accent)
    if row.aim is not None:
        small = Style(to.theme.caption.size, to.theme.caption.leading)
        pen.line(at(row.aim), axis - 9, at(row.aim), axis + 9, 1.6, colours.ink)
        wide = setter.width(row.aim_label, small)
        start = min(max(at(row.aim) - wide / 2, x - 8), x + width + 8 - wide)
        pen.text(row.aim_label, start, axis - 11 - small.leading, small, colours.ink)
    if before is not None:
        pen.ring(at(before), axis, DOT, fill=colours.white, stroke=colours.ink, width=2)
    if after is not None:
        pen.ring(at(after), axis, DOT + 1 if after != before else 2.8, fill=colours.ink)
    _values(pen, row, at, axis + DOT + 3, x, width, to)


def _values(pen: Pen, row: ProgressRow, at, top: float, x: float, width: float, to: Setting) -> None:  # type: ignore[no-untyped-def]
    """The two values under their dots, kept apart."""
    regular = to.theme.tight
    bold = Style(regular.size, regular.leading, regular.bold)
    values = [(at(value), words, style) for value, words, style in
              ((row.before, row.before_label, regular), (row.after, row.after_label, bold))
              if value is not None]  # fmt: skip
    values.sort(key=lambda value: value[0])
    widths = [to.setter.width(words, style) for _, words, style in values]
    starts = [centre - wide / 2 for (centre, _, _), wide in zip(values, widths, strict=True)]
    if len(values) == 2 and (short := starts[0] + widths[0] + 10 - starts[1]) > 0:
        starts = [starts[0] - short / 2, starts[1] + short / 2]
    for start, wide, (_, words, style) in zip(starts, widths, values, strict=True):
        pen.text(words, min(max(start, x - 12), x + width + 14 - wide), top, style, to.theme.colours.ink)


def _mark(pen: Pen, mark: str, x: float, y: float, theme: Theme) -> None:
    """Disc with tick, ring with dash, triangle with bar, dashed ring; (x, y) is the middle."""
    colours, size = theme.colours, 10.0
    if mark == "better":
        pen.ring(x, y, size, fill=colours.ink)
        tick = [(x - 4.6, y + 0.4), (x - 1.2, y + 3.8), (x + 5, y - 3.8)]
        pen.shape(tick, stroke=colours.white, width=2.4, close=False, round_ends=True)
    elif mark == "small":
        pen.ring(x, y, size - 0.8, fill=colours.white, stroke=colours.ink, width=1.6)
        pen.line(x - 4.5, y, x + 4.5, y, 2.4, colours.ink)
    elif mark == "worse":
        points = [(x, y - 10), (x + 11, y + 9), (x - 11, y + 9)]
        pen.shape(points, fill=colours.white, stroke=colours.ink, width=2, round_ends=True)
        pen.line(x - 4.5, y + 4.5, x + 4.5, y + 4.5, 2.4, colours.ink)
    else:
        for part in range(8):
            pen.arc(x, y, size - 0.8, part * 45, 27, width=1.6, colour=colours.ink)
