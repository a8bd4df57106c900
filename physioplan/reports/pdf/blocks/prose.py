"""Headings, paragraphs, numbered steps, boxes of text, lines to write on, and two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from physioplan.reports.document import (
    Columns,
    ExpectBox,
    Heading,
    NumberedSteps,
    PacingBox,
    Paragraph,
    Run,
    SafetyNetBox,
    TipBox,
    Words,
    WritingLines,
)
from physioplan.reports.pdf.laid import Item, Laid, Rows, Setting, stacked
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.typesetting import Line

BOX_RULE, HELP_RULE, HAIRLINE = 1.5, 2.5, 0.75
RADIUS = 5.0
HEADING_GAP = 9.0


def heading(block: Heading, to: Setting, width: float) -> Laid:
    """Serif heading; its aside stands on the same baseline, or under it when there is no room."""
    theme, setter = to.theme, to.setter
    lines = setter.lines(block.words, theme.heading, width)
    aside = setter.lines(block.aside, theme.body, width) if block.aside else []
    beside = len(lines) == len(aside) == 1 and lines[0].width + aside[0].width + 14 <= width
    height = len(lines) * theme.heading.leading + (0 if beside else len(aside) * theme.body.leading)
    ink = theme.colours.ink

    def draw(pen: Pen, x: float, y: float, _height: float) -> None:
        with pen.tag("H2"):
            under = pen.set_lines(lines, x, y, theme.heading, ink)
        if not aside:
            return
        with pen.tag("P"):
            if beside:
                top = y + setter.baseline(theme.heading) - setter.baseline(theme.body)
                pen.set_lines(aside, x + width, top, theme.body, ink, 1.0)
            else:
                pen.set_lines(aside, x, under, theme.body, ink)

    return Laid(height + 3, draw, gap=HEADING_GAP, keep=True)


def paragraph(block: Paragraph, to: Setting, width: float) -> Laid:
    """Plain text."""
    theme = to.theme
    style = theme.caption if block.small else theme.lead if block.lead else theme.body
    lines = to.setter.lines(block.words, style, width)
    colour = theme.colours.ink

    def draw(pen: Pen, x: float, y: float, _height: float) -> None:
        with pen.tag("P"):
            pen.set_lines(lines, x, y, style, colour)

    gap, stretch = (theme.paragraph_gap, 3.0 if theme.paragraph_gap > 2 else 0.0)
    return Laid(
        len(lines) * style.leading, draw, gap=8 if block.lead or block.apart else gap, stretch=stretch
    )


def list_item(pen: Pen, label: Callable[[], None], body: Callable[[], None]) -> None:
    """One list item with its label and its text."""
    with pen.node("LI"):
        with pen.tag("Lbl"):
            label()
        with pen.tag("LBody"):
            body()


def numbered_steps(block: NumberedSteps, to: Setting, width: float) -> Rows:
    """1. 2. 3., each step on its own lines."""
    theme, setter = to.theme, to.setter
    style, ink = theme.guide, theme.colours.ink
    indent = setter.width("0. ", style) + 4

    def row(number: int, step: str) -> Laid:
        lines = setter.lines(step, style, width - indent - 4)

        def draw(pen: Pen, x: float, y: float, _height: float) -> None:
            def body() -> None:
                pen.set_lines(lines, x + indent + 2, y + 1.5, style, ink)

            list_item(
                pen,
                lambda: pen.text(f"{number}.", x + indent - 3, y + 1.5, style, ink, 1.0),
                body,
            )

        return Laid(len(lines) * style.leading + 3, draw)

    return Rows([row(place + 1, step) for place, step in enumerate(block.steps)], "L", gap=2, keep_whole=True)


def boxed(paragraphs: Sequence[Words], to: Setting, width: float, *, pad: float = 6, gap: float = 8) -> Laid:
    """Paragraphs in a rounded box."""
    theme = to.theme
    style, colours = theme.tight, theme.colours
    pad_x = 11.0
    sets = [to.setter.lines(words, style, width - 2 * pad_x) for words in paragraphs]
    height = sum(map(len, sets)) * style.leading + 2 * pad

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            pen.box(x, y, width, given, stroke=colours.ink, width=BOX_RULE, radius=RADIUS)
        y += (given - height) / 2 + pad
        for lines in sets:
            with pen.tag("P"):
                y = pen.set_lines(lines, x + pad_x, y, style, colours.ink)

    return Laid(height, draw, gap=gap)


def tip_box(block: TipBox, to: Setting, width: float) -> Laid:
    """Short advice in a box; in large print each question starts a line."""
    return boxed(block.paragraphs, to, width)


def expect_box(block: ExpectBox, to: Setting, width: float) -> Laid:
    """The title beside the text, or above it where the column would get too narrow."""
    theme, setter = to.theme, to.setter
    style, colours = theme.body, theme.colours
    pad_x, pad_y = 12.0, 6.0
    title = setter.lines((Run(block.title, bold=True),), style, width - 2 * pad_x)
    indent = title[0].width + 12 if len(title) == 1 else width
    beside = indent < width * 0.35
    text_width = width - 2 * pad_x - (indent if beside else 0)
    lines = setter.lines(block.words, style, text_width)
    height = (len(lines) + (0 if beside else len(title))) * style.leading + 2 * pad_y

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            pen.box(x, y, width, given, stroke=colours.ink, width=BOX_RULE, radius=RADIUS)
        top = y + (given - height) / 2 + pad_y
        with pen.tag("H3"):
            under = pen.set_lines(title, x + pad_x, top, style, colours.ink)
        with pen.tag("P"):
            start = (x + pad_x + indent, top) if beside else (x + pad_x, under)
            pen.set_lines(lines, *start, style, colours.ink)

    return Laid(height, draw, gap=10, stretch=4)


def _sign_rows(signs: Sequence[str], to: Setting, width: float) -> list[list[list[Line]]]:
    """One or two signs a row, in order: two where both fit on one line of half the width."""
    style, half = to.theme.tight, (width - 16) / 2
    rows: list[list[list[Line]]] = []
    fits = False
    for sign in signs:
        short = to.setter.width(sign, style) <= half
        if fits and short:
            rows[-1].append(to.setter.lines(sign, style, half))
            fits = False
        else:
            rows.append([to.setter.lines(sign, style, width)])
            fits = short
    return rows


def safety_net_box(block: SafetyNetBox, to: Setting, width: float) -> Laid:
    """The heaviest rule of the paper; two signs on a line where they fit."""
    theme, setter = to.theme, to.setter
    style, colours = theme.tight, theme.colours
    pad_x, pad_y, bullet = 12.0, 7.0, 10.0
    inner = width - 2 * pad_x
    title = setter.lines(block.title, theme.help_title, inner)
    rows = _sign_rows(block.signs, to, inner - 2 * bullet)
    rows_height = sum(max(map(len, row)) for row in rows) * style.leading
    call = setter.lines(block.call, style, inner)
    height = len(title) * theme.help_title.leading + rows_height + len(call) * style.leading + 2 * pad_y + 6

    def sign(pen: Pen, x: float, y: float, lines: list[Line]) -> None:
        def label() -> None:
            pen.text("•", x, y, style, colours.ink)

        def body() -> None:
            pen.set_lines(lines, x + bullet, y, style, colours.ink)

        list_item(pen, label, body)

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            pen.box(x, y, width, given, stroke=colours.ink, width=HELP_RULE, radius=RADIUS)
        y += (given - height) / 2 + pad_y
        with pen.tag("H2"):
            y = pen.set_lines(title, x + pad_x, y, theme.help_title, colours.ink) + 2
        with pen.node("L"):
            for row in rows:
                for place, lines in enumerate(row):
                    sign(pen, x + pad_x + place * (inner + 8) / 2, y, lines)
                y += max(map(len, row)) * style.leading
        with pen.tag("P"):
            pen.set_lines(call, x + pad_x, y + 4, style, colours.ink)

    return Laid(height, draw, gap=10)


def writing_lines(block: WritingLines, to: Setting, width: float) -> Laid:
    """A label and rules to write on, about a centimetre apart."""
    theme = to.theme
    style, colours = theme.tight, theme.colours
    step = 36.0 if theme.large else 27.0
    label = to.setter.lines((Run(block.label, bold=True),), style, width) if block.label else []
    text = len(label) * style.leading

    def draw(pen: Pen, x: float, y: float, _height: float) -> None:
        if label:
            with pen.tag("P"):
                pen.set_lines(label, x, y, style, colours.ink)
        with pen.artifact():
            for place in range(block.lines):
                rule = y + text + (place + 1) * step
                pen.line(x, rule, x + width, rule, HAIRLINE, colours.grid)

    return Laid(text + block.lines * step, draw, gap=8)


def pacing_box(block: PacingBox, to: Setting, width: float) -> Laid:
    """The idea, then task, start, rest and weekly step, each filled in or a line to write it."""
    theme, setter = to.theme, to.setter
    style, colours = theme.body, theme.colours
    intro = setter.lines(block.words, style, width)
    step = 29.0 if theme.large else 22.0
    filled: list[tuple[float, list]] = []  # type: ignore[type-arg]
    height = len(intro) * style.leading + 3
    for line in block.lines:
        words = (Run(f"{line.label} "), Run(line.value, bold=True), Run(f" {line.unit}" if line.unit else ""))
        lines = setter.lines(words if line.value else f"{line.label}", style, width)
        filled.append((height, lines))
        height += max(step, (len(lines) - 1) * style.leading + step)

    def draw(pen: Pen, x: float, y: float, _height: float) -> None:
        with pen.tag("P"):
            pen.set_lines(intro, x, y, style, colours.ink)
        for line, (top, lines) in zip(block.lines, filled, strict=True):
            with pen.tag("P"):
                pen.set_lines(lines, x, y + top, style, colours.ink)
                if line.value:
                    continue
                start = x + lines[0].width + 5
                end = x + width - (setter.width(line.unit, style) + 6 if line.unit else 0)
                if line.unit:
                    end = min(end, start + 80)
                    pen.text(line.unit, end + 5, y + top, style, colours.ink)
            with pen.artifact():
                rule = y + top + setter.baseline(style) + 2.5
                pen.line(start, rule, end, rule, HAIRLINE, colours.grid)

    return Laid(height, draw, gap=2)


def columns(
    block: Columns, to: Setting, width: float, lay: Callable[[object, Setting, float], list[Item]]
) -> list[Item]:
    """Two columns side by side; one after the other in large print."""
    if to.theme.large:
        return [item for part in (*block.first, *block.second) for item in lay(part, to, width)]
    between = 22.0
    half = (width - between) / 2
    sides = [
        stacked([item for part in side for item in lay(part, to, half)])
        for side in (block.first, block.second)
    ]
    height = max(side.height for side in sides)

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        sides[0].draw(pen, x, y, given)
        sides[1].draw(pen, x + half + between, y, given)

    return [Laid(height, draw, gap=max(side.gap for side in sides), stretch=6)]
