"""Check dates side by side, and the diary with seven days to circle each week."""

from __future__ import annotations

from physioplan.reports.document import CheckDate, CheckDates, DiaryGrid, DiaryWeekRow, Run
from physioplan.reports.pdf.blocks.prose import BOX_RULE, HAIRLINE, RADIUS
from physioplan.reports.pdf.laid import Item, Laid, Rows, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style


def _check_box(date: CheckDate, to: Setting, width: float) -> Laid:
    theme, setter = to.theme, to.setter
    style, colours = theme.tight, theme.colours
    pad_x, pad_y = 12.0, 8.0
    inner = width - 2 * pad_x
    title = setter.lines((Run(date.title, bold=True),), style, inner)
    day = setter.lines(date.day, theme.check_date, inner)
    window = setter.lines(date.window, style, inner)
    visit = setter.width(date.visit, style)
    text = (len(title) + len(window)) * style.leading + len(day) * theme.check_date.leading
    last = style.leading + (8 if theme.large else 3)
    height = text + last + 2 * pad_y

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            pen.box(x, y, width, given, stroke=colours.ink, width=BOX_RULE, radius=RADIUS)
        left, top = x + pad_x, y + pad_y
        with pen.tag("H3"):
            top = pen.set_lines(title, left, top, style, colours.ink)
        with pen.tag("P"):
            top = pen.set_lines(day, left, top, theme.check_date, colours.ink)
            pen.set_lines(window, left, top, style, colours.ink)
        top = y + given - pad_y - style.leading
        with pen.tag("P"):
            pen.text(date.visit, left, top, style, colours.ink)
        with pen.artifact():
            rule = top + setter.baseline(style) + 2
            pen.line(left + visit + 5, rule, x + width - pad_x, rule, HAIRLINE, colours.grid)

    return Laid(height, draw)


def check_dates(block: CheckDates, to: Setting, width: float) -> list[Item]:
    """Two boxes a row; one in large print."""
    across = 1 if to.theme.large else min(2, len(block.dates))
    between = 14.0
    wide = (width - between * (across - 1)) / across
    out: list[Item] = []
    for start in range(0, len(block.dates), across):
        boxes = [_check_box(date, to, wide) for date in block.dates[start : start + across]]
        height = max(box.height for box in boxes)

        def draw(pen: Pen, x: float, y: float, given: float, boxes: list[Laid] = boxes) -> None:
            for place, box in enumerate(boxes):
                box.draw(pen, x + place * (wide + between), y, given)

        out.append(Laid(height, draw, gap=9))
    return out


def diary_grid(block: DiaryGrid, to: Setting, width: float) -> Rows:
    """A row a week; on a new page the heads come again."""
    theme, setter = to.theme, to.setter
    colours, head, style = theme.colours, theme.table_head, theme.tight
    bold = Style(style.size, style.leading, style.bold)
    ring = theme.diary_ring
    letter = theme.caption if not theme.large else Style(17, 20)
    step = 2 * ring + 6.4
    rings = 7 * step + 8
    fixed = [max(42.0, setter.width(block.heads[0], head) + 8), 80.0 if not theme.large else 76.0, rings]
    fixed.append(58.0 if not theme.large else 62.0)
    widths = [*fixed, width - sum(fixed)]
    edges = [sum(widths[:place]) for place in range(6)]

    def frame(
        pen: Pen, x: float, y: float, given: float, fill: tuple[float, float, float] | None = None
    ) -> None:
        for place in range(5):
            pen.box(x + edges[place], y, widths[place], given, fill=fill, stroke=colours.grid, width=HAIRLINE)

    heads = [setter.lines(text, head, widths[place] - 6) for place, text in enumerate(block.heads)]
    head_height = max(map(len, heads)) * head.leading + 8

    def draw_head(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            frame(pen, x, y, given, colours.tint)
        with pen.node("TR"):
            for place, lines in enumerate(heads):
                with pen.tag("TH", scope="Column"):
                    top = y + (given - len(lines) * head.leading) / 2
                    pen.set_lines(lines, x + edges[place] + widths[place] / 2, top, head, colours.ink, 0.5)

    def row(week: DiaryWeekRow) -> Laid:
        def draw(pen: Pen, x: float, y: float, given: float) -> None:
            with pen.artifact():
                frame(pen, x, y, given)
            middle = y + given / 2
            top = middle - style.leading / 2
            with pen.node("TR"):
                with pen.tag("TH", scope="Row"):
                    pen.text(week.week, x + widths[0] / 2, top, bold, colours.ink, 0.5)
                with pen.tag("TD"):
                    pen.text(week.starts, x + edges[1] + widths[1] / 2, top, style, colours.ink, 0.5)
                with pen.tag("TD"):
                    for place, name in enumerate(block.day_letters):
                        centre = x + edges[2] + 4 + (place + 0.5) * step
                        pen.ring(centre, middle, ring, stroke=colours.ink, width=1.1)
                        pen.text(name, centre, middle - letter.leading / 2, letter, colours.soft, 0.5)

        return Laid(2 * ring + 7.5, draw, stretch=36.5 - 2 * ring - 7.5 if not theme.large else 20)

    return Rows([row(week) for week in block.weeks], "Table", Laid(head_height, draw_head), gap=1)
