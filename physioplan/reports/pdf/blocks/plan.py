"""The blocks of page "Your plan": goals on their lines, reasons, and the week."""

from __future__ import annotations

from physioplan.reports.document import GoalRow, GoalRows, WeekRow, WeekTable, WhyRow, WhyRows
from physioplan.reports.pdf.blocks.prose import HAIRLINE
from physioplan.reports.pdf.laid import Laid, Rows, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style


def goal_rows(block: GoalRows, to: Setting, width: float) -> Rows:
    """One row a goal: number, words, and a line from 0 to 10 with now and aim."""
    rows = [
        _goal_row(place + 1, row, alt, to, width)
        for place, (row, alt) in enumerate(zip(block.rows, block.alts, strict=True))
    ]
    return Rows(rows, "L", gap=0)


def _goal_row(number: int, row: GoalRow, alt: str, to: Setting, width: float) -> Laid:
    theme, setter = to.theme, to.setter
    colours = theme.colours
    has_scale = row.now is not None or row.aim is not None
    label = Style(theme.body.size, theme.body.leading, theme.body.bold)
    number_width = setter.width("9", theme.goal_number) + 14
    scale_width = min(252.0, width * 0.5) if has_scale else 0.0
    beside = not theme.large
    text_width = width - number_width - (scale_width + 12 if beside and has_scale else 0)
    lines = setter.lines(row.words, theme.goal, text_width)
    text_height = len(lines) * theme.goal.leading
    scale_height = 17 + 4 + label.leading * 0.95
    if not has_scale:
        height = text_height + 12 + (0 if row.now_label else 20)
    elif beside:
        height = max(text_height + 8, scale_height + 2)
    else:
        height = text_height + scale_height + 16

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        middle = y + given / 2
        text_top = middle - text_height / 2 if beside and has_scale else y + 5
        with pen.node("LI"):
            with pen.tag("Lbl"):
                top = text_top + setter.baseline(theme.goal) - setter.baseline(theme.goal_number)
                pen.text(str(number), x, top, theme.goal_number, colours.ink)
            with pen.tag("LBody"):
                pen.set_lines(lines, x + number_width, text_top, theme.goal, colours.ink)
            if has_scale:
                with pen.tag("Figure", alt=alt):
                    top = middle - scale_height / 2 if beside else y + text_height + 10
                    start = x + width - scale_width if beside else x + number_width
                    _goal_scale(pen, row, start, top, scale_width, to, label)
        with pen.artifact():
            pen.line(x, y + given, x + width, y + given, HAIRLINE, colours.line)

    return Laid(height, draw, stretch=6)


def _goal_scale(pen: Pen, row: GoalRow, x: float, y: float, width: float, to: Setting, label: Style) -> None:
    colours = to.theme.colours
    inset = 10.5
    axis = y + 9

    def at(value: int) -> float:
        return x + inset + value / 10 * (width - 2 * inset)

    pen.line(at(0), axis, at(10), axis, 1.2, colours.ink)
    for value in range(11):
        pen.line(at(value), axis - 3, at(value), axis + 3, 1.0, colours.ink)
    now, aim = row.now, row.aim
    if now is not None and aim is not None and abs(aim - now) > 1:
        way = 1 if aim > now else -1
        tip = at(aim) - way * 7.2
        pen.line(at(now), axis, tip - way * 6, axis, 3.0, colours.accent)
        pen.shape(
            [(tip - way * 7.8, axis - 5.6), (tip, axis), (tip - way * 7.8, axis + 5.6)], fill=colours.accent
        )
    if aim is not None:
        pen.ring(at(aim), axis, 6.4, fill=colours.white, stroke=colours.ink, width=2.0)
    if now is not None:
        pen.ring(at(now), axis, 6.0 if now != aim else 3.2, fill=colours.ink)
    _scale_labels(pen, [(at(value), name) for value, name in ((now, row.now_label), (aim, row.aim_label))
                        if value is not None], x, axis + 10, width, label, to)  # fmt: skip


def _scale_labels(pen: Pen, labels: list[tuple[float, str]], x: float, top: float, width: float, style: Style,
                  to: Setting) -> None:  # fmt: skip
    """Words under their dots, moved apart where they would touch and kept inside the scale."""
    ordered = sorted(labels, key=lambda label: label[0])
    placed: list[tuple[float, float, str]] = []
    for centre, name in ordered:
        wide = to.setter.width(name, style)
        start = min(max(centre - wide / 2, x), x + width - wide)
        if placed:
            start = max(start, placed[-1][0] + placed[-1][1] + 8)
        placed.append((start, wide, name))
    over = placed[-1][0] + placed[-1][1] - (x + width) if placed else 0.0
    apart = placed[0][0] if len(placed) == 2 else 0.0
    if len(placed) == 2:
        short = placed[1][0] - (ordered[1][0] - placed[1][1] / 2)
        apart = max(over, short / 2, 0.0)
    for start, _, name in placed:
        pen.text(name, max(x, start - apart) if len(placed) == 2 else start, top, style, to.theme.colours.ink)


def why_rows(block: WhyRows, to: Setting, width: float) -> Rows:
    """What we found, an arrow, what we do."""
    theme, setter = to.theme, to.setter
    style, colours = theme.guide, theme.colours
    bold = Style(style.size, style.leading, style.bold)
    arrow = 18.0
    left = (width - arrow - 16) / 2.06
    right = width - left - arrow - 16

    def row(why: WhyRow, first: bool) -> Laid:
        found = setter.lines(why.finding, style, left)
        done = setter.lines(why.action, bold, right)
        height = max(len(found), len(done)) * style.leading + 10

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.artifact():
                if first:
                    pen.line(x, y, x + width, y, HAIRLINE, colours.line)
                pen.line(x, y + given, x + width, y + given, HAIRLINE, colours.line)
                middle, tip = y + given / 2, x + left + 8 + arrow - 3
                pen.line(tip - 10, middle, tip, middle, 1.2, colours.ink)
                head = [(tip - 4, middle - 4), (tip, middle), (tip - 4, middle + 4)]
                pen.shape(head, stroke=colours.ink, width=1.2, close=False)
            with pen.node("TR"):
                with pen.tag("TD"):
                    pen.set_lines(found, x, y + (given - len(found) * style.leading) / 2, style, colours.ink)
                with pen.tag("TD"):
                    top = y + (given - len(done) * style.leading) / 2
                    pen.set_lines(done, x + left + arrow + 16, top, bold, colours.ink)

        return Laid(height, draw, stretch=2)

    return Rows([row(why, place == 0) for place, why in enumerate(block.rows)], "Table", gap=0)


def week_table(block: WeekTable, to: Setting, width: float) -> Rows:
    """A ring on each proposed day; other days are lightly shaded."""
    theme, setter = to.theme, to.setter
    colours, head_style, style = theme.colours, theme.table_head, theme.table
    widest = max(setter.width(day, head_style) for day in block.days) + 8
    longest = max(setter.lines(row.label, style, 10_000)[0].width for row in block.rows) + 17
    first = min(max(width - 7 * max(widest, 43.0), 150.0), max(214.0, longest))
    first = min(first, width - 7 * widest)
    cell = (width - first) / 7

    def grid(pen: Pen, x: float, y: float, height: float) -> None:
        pen.box(x, y, first, height, stroke=colours.line, width=HAIRLINE)
        for day in range(7):
            pen.box(x + first + day * cell, y, cell, height, stroke=colours.line, width=HAIRLINE)

    title = setter.lines(block.title, head_style, first - 16)
    head_height = len(title) * head_style.leading + 10

    def draw_head(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            pen.box(x, y, width, given, fill=colours.tint)
            grid(pen, x, y, given)
        with pen.node("TR"):
            with pen.tag("TH", scope="Column"):
                top = y + (given - len(title) * head_style.leading) / 2
                pen.set_lines(title, x + 8, top, head_style, colours.ink)
            for day, name in enumerate(block.days):
                with pen.tag("TH", scope="Column"):
                    top = y + (given - head_style.leading) / 2
                    pen.text(name, x + first + (day + 0.5) * cell, top, head_style, colours.ink, 0.5)

    def row(week_row: WeekRow) -> Laid:
        lines = setter.lines(week_row.label, style, first - 16)
        height = max(len(lines) * style.leading + 7, 2 * theme.day_ring + 9)

        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.artifact():
                for day, on in enumerate(week_row.days):
                    if not on:
                        pen.box(x + first + day * cell, y, cell, given, fill=colours.off)
                grid(pen, x, y, given)
            with pen.node("TR"):
                with pen.tag("TH", scope="Row"):
                    top = y + (given - len(lines) * style.leading) / 2
                    pen.set_lines(lines, x + 8, top, style, colours.ink)
                for day, on in enumerate(week_row.days):
                    with pen.tag("TD", alt=block.days[day] if on else ""):
                        if on:
                            pen.ring(
                                x + first + (day + 0.5) * cell, y + given / 2, theme.day_ring,
                                stroke=colours.ink, width=1.5,
                            )  # fmt: skip

        return Laid(height, draw, stretch=8)

    return Rows([row(r) for r in block.rows], "Table", Laid(head_height, draw_head), gap=1, keep_whole=True)
