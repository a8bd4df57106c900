"""The five-minute version: what it is, a clock of its minutes, and its few things."""

from __future__ import annotations

from math import cos, pi, sin

from physioplan.reports.document import BadDayIntro, BadDayItem
from physioplan.reports.pdf.blocks.exercise import BLOCK_RULE
from physioplan.reports.pdf.laid import Laid, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Style


def bad_day_intro(block: BadDayIntro, to: Setting, width: float) -> Laid:
    """Lead lines beside a clock whose slices are the minutes of each thing."""
    theme, setter = to.theme, to.setter
    style, colours = theme.lead, theme.colours
    radius = 63.0
    sets = [setter.lines(words, style, width - 2 * radius - 20) for words in block.lines]
    text = sum(map(len, sets)) * style.leading
    height = max(text, 2 * radius + 4) + 16
    number = Style(19.5, 24, theme.name.face)
    unit = Style(12.5, 13) if not theme.large else Style(17, 18)

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        top = y + (given - text) / 2
        for lines in sets:
            with pen.tag("P"):
                top = pen.set_lines(lines, x, top, style, colours.ink)
        cx, cy = x + width - radius - 2, y + given / 2
        total = sum(block.minutes)
        with pen.tag("Figure", alt=block.alt):
            start = 90.0
            for place, minutes in enumerate(block.minutes):
                extent = -360.0 * minutes / total
                fill = colours.share if place % 2 else colours.white
                pen.slice(cx, cy, radius, start, extent, fill=fill, stroke=colours.ink, width=1.6)
                angle = (start + extent / 2) * pi / 180
                left, top = cx + 0.64 * radius * cos(angle), cy - 0.64 * radius * sin(angle) - 12
                pen.text(str(place + 1), left, top, number, colours.ink, 0.5)
                start += extent
            pen.ring(cx, cy, 22, fill=colours.white, stroke=colours.ink, width=1.5)
            pen.text(block.centre, cx, cy - 20, Style(16, 20, theme.name.face), colours.ink, 0.5)
            pen.text(block.unit, cx, cy - 1, unit, colours.ink, 0.5)
        with pen.artifact():
            pen.line(x, y + given, x + width, y + given, BLOCK_RULE, colours.ink)

    return Laid(height, draw)


def bad_day_item(block: BadDayItem, to: Setting, width: float) -> Laid:
    """Number, pictures, name and minutes, and a box to tick."""
    theme, setter = to.theme, to.setter
    colours = theme.colours
    badge, tick, between = 24.0, 22.0, 11.0
    pictures = (255.0 if not theme.large else 190.0) if block.figure else 0.0
    text_width = width - badge - tick - 2 * between - (pictures + between if pictures else 0)
    style = Style(14.5, 18.5) if not theme.large else theme.tight
    name = setter.lines(block.name, theme.exercise, text_width)
    lines = setter.lines(block.words, style, text_width)
    text = len(name) * theme.exercise.leading + theme.minutes.leading + len(lines) * style.leading
    scale = 0.0
    if block.figure:
        drawing = block.figure.start
        scale = min(0.325, (pictures - 6) / 2 / drawing.width, 118 / drawing.height)
    height = max(text, block.figure.start.height * scale if block.figure else 0.0) + 15
    number = Style(16, 20, theme.name.face)

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        middle = y + given / 2
        with pen.tag("P"):
            pen.ring(x + badge / 2, middle, badge / 2, fill=colours.ink)
            pen.text(str(block.number), x + badge / 2, middle - 10, number, colours.white, 0.5)
        left = x + badge + between
        if block.figure:
            with pen.tag("Figure", alt=block.alt or block.name):
                for place, drawing in enumerate((block.figure.start, block.figure.end)):
                    w, h = drawing.width * scale, drawing.height * scale
                    pen.figure(
                        drawing, left + (pictures / 4) * (1 + 2 * place) - w / 2, middle - h / 2, scale
                    )
            left += pictures + between
        top = middle - text / 2
        with pen.tag("H2"):
            top = pen.set_lines(name, left, top, theme.exercise, colours.ink)
        with pen.tag("P"):
            pen.text(block.minutes, left, top, theme.minutes, colours.ink)
            start = left + setter.width(block.minutes, theme.minutes) + 6
            base = setter.baseline(theme.minutes) - setter.baseline(theme.body)
            pen.text(block.unit, start, top + base, theme.body, colours.ink)
        with pen.tag("P"):
            pen.set_lines(lines, left, top + theme.minutes.leading, style, colours.ink)
        with pen.artifact():
            pen.box(x + width - tick, middle - tick / 2, tick, tick, stroke=colours.ink, width=1.8, radius=2)
            pen.line(x, y + given, x + width, y + given, BLOCK_RULE, colours.ink)

    return Laid(height, draw, stretch=14)
