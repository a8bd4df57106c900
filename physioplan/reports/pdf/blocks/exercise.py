"""One exercise: pictures 1 and 2, dose in big numbers, steps, the therapist's note, boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from physioplan.drawing.figure.figure import Figure
from physioplan.reports.document import ExerciseBlock, Run
from physioplan.reports.pdf.blocks.prose import list_item
from physioplan.reports.pdf.laid import Item, Laid, Setting
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Theme
from physioplan.reports.pdf.typesetting import Line

BLOCK_RULE = 1.25
PICTURES, PICTURES_OF_FEW = 201.0, 240.0
"""Width beside the text; wider where a page has one or two exercises."""
BETWEEN = 15.0
LARGEST_SCALE = 0.45
"""Points a drawing unit: the outline of a figure is then 0.9 pt wide."""
LARGE_TIP = 130.0
"""Room kept under an exercise in large print for the tip box and the block's own edges."""
LONG_NOTE = 7
"""Lines beside the pictures; a longer note runs under them, over the full width."""


def disc(pen: Pen, number: int, x: float, y: float, theme: Theme) -> None:
    """A white number on a disc with its top left corner at (x, y)."""
    size = theme.disc_size
    pen.ring(x + size / 2, y + size / 2, size / 2, fill=theme.colours.ink)
    top = y + (size - theme.disc.leading) / 2
    pen.text(str(number), x + size / 2, top, theme.disc, theme.colours.white, 0.5)


class Pictures:
    """Start and end of a figure at one scale, numbered 1 and 2."""

    def __init__(
        self, block: ExerciseBlock, figure: Figure, theme: Theme, width: float, tallest: float
    ) -> None:
        """Fit into ``width`` x ``tallest`` points."""
        self.theme = theme
        self.drawings = (figure.start, figure.end)
        self.alts = [words or drawing.alt for words, drawing in zip(block.alts, self.drawings, strict=True)]
        self.stacked = figure.layout == "stacked"
        lead = theme.disc_size + 4
        w, h = figure.start.width, figure.start.height
        largest = 0.7 if theme.large else LARGEST_SCALE * max(1.0, width / PICTURES)
        if self.stacked:
            self.scale = min(largest, (width - lead) / w, tallest / (2 * h))
            self.width, self.height = w * self.scale + lead, 2 * h * self.scale
        else:
            narrow = 0.0 if w < h else lead
            self.scale = min(largest, (width / 2 - narrow - 3) / w, tallest / h)
            self.width, self.height = width, h * self.scale
        self.size = w * self.scale, h * self.scale

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Ink both pictures, centred in ``width``."""
        w, h = self.size
        lead = self.theme.disc_size + 4
        for place, drawing in enumerate(self.drawings):
            if self.stacked:
                corner = (x, y + place * h + 2)
                left, top = x + lead + (width - lead - w) / 2, y + place * h
            else:
                half = width / 2
                corner = (x + place * half, y + 2)
                left, top = x + place * half + max(0.0, (half - w) / 2), y
                if left < corner[0] + lead and w + lead <= half:
                    left = corner[0] + lead
            with pen.tag(
                "Figure", alt=f"{place + 1}: {self.alts[place]}" if self.alts[place] else str(place + 1)
            ):
                pen.figure(drawing, left, top, self.scale)
                disc(pen, place + 1, *corner, self.theme)


class ExerciseText:
    """Name, dose, steps, note and boxes, broken to one width."""

    def __init__(self, block: ExerciseBlock, to: Setting, width: float) -> None:
        """Measure every part for ``width``."""
        theme, setter = to.theme, to.setter
        self.block, self.to, self.width = block, to, width
        self.name = setter.lines(block.name, theme.exercise, width)
        self.dose = self._dose_lines()
        indent = theme.disc_size + 8
        self.steps = [setter.lines(step, theme.step, width - indent) for step in block.steps]
        self.note = self.note_lines(width)

    def note_lines(self, width: float) -> list[Line]:
        """The note for another width; none is an empty list."""
        if not self.block.note:
            return []
        words = (Run(self.block.note_from, bold=True), Run(f" {self.block.note}"))
        style = self.to.theme.tight if self.to.theme.large else self.to.theme.step
        return self.to.setter.lines(words, style, width - 10)

    def _dose_lines(self) -> list[list[tuple[float, str, float, str]]]:
        theme, setter = self.to.theme, self.to.setter
        lines: list[list[tuple[float, str, float, str]]] = [[]]
        x = 0.0
        for part in self.block.dose:
            number = setter.width(part.number, theme.dose_number) + 4 if part.number else 0.0
            wide = number + setter.width(part.word, theme.dose_word)
            if lines[-1] and x + wide > self.width:
                lines.append([])
                x = 0.0
            lines[-1].append((x, part.number, x + number, part.word))
            x += wide + 15
        return lines if self.block.dose else []

    @property
    def head_height(self) -> float:
        """Name and dose."""
        theme = self.to.theme
        return len(self.name) * theme.exercise.leading + len(self.dose) * theme.dose_number.leading + 2

    @property
    def steps_height(self) -> float:
        """All steps."""
        return sum(map(len, self.steps)) * self.to.theme.step.leading + len(self.steps)

    def note_height(self, lines: Sequence[Line]) -> float:
        """A note of ``lines`` with its space around."""
        if not lines:
            return 0.0
        style = self.to.theme.tight if self.to.theme.large else self.to.theme.step
        return len(lines) * style.leading + 5

    @property
    def ticks_height(self) -> float:
        """Boxes to tick, two weeks a row."""
        rows = (len(self.block.ticks) + 1) // 2
        theme = self.to.theme
        step = 34.0 if theme.large else 18.0
        return rows * step + (8 if theme.large else 2) if rows else 0.0

    def draw_head(self, pen: Pen, x: float, y: float) -> float:
        """Name and dose; gives the y under them."""
        theme = self.to.theme
        ink = theme.colours.ink
        with pen.tag("H2"):
            y = pen.set_lines(self.name, x, y, theme.exercise, ink)
        base = self.to.setter.baseline(theme.dose_number) - self.to.setter.baseline(theme.dose_word)
        for line in self.dose:
            with pen.tag("P"):
                for number_x, number, word_x, word in line:
                    if number:
                        pen.text(f"{number} ", x + number_x, y, theme.dose_number, ink)
                    pen.text(f"{word} ", x + word_x, y + base, theme.dose_word, ink)
            y += theme.dose_number.leading
        return y + 2

    def draw_steps(self, pen: Pen, x: float, y: float) -> float:
        """Numbered steps; gives the y under them."""
        theme = self.to.theme
        style, indent = theme.step, theme.disc_size + 8
        with pen.node("L"):
            for place, lines in enumerate(self.steps):
                top = y

                def label(top: float = top, place: int = place) -> None:
                    disc(pen, place + 1, x, top + (style.leading - theme.disc_size) / 2 + 0.5, theme)

                def body(top: float = top, lines: list[Line] = lines) -> None:
                    pen.set_lines(lines, x + indent, top + 0.5, style, theme.colours.ink)

                list_item(pen, label, body)
                y += len(lines) * style.leading + 1
        return y

    def draw_note(self, pen: Pen, x: float, y: float, lines: Sequence[Line]) -> float:
        """The therapist's words behind a bar; gives the y under them."""
        if not lines:
            return y
        theme = self.to.theme
        style = theme.tight if theme.large else theme.step
        height = len(lines) * style.leading
        with pen.artifact():
            pen.box(x, y + 3, 3, height, fill=theme.colours.ink)
        with pen.tag("P"):
            pen.set_lines(lines, x + 10, y + 3, style, theme.colours.ink)
        return y + height + 5

    def draw_ticks(self, pen: Pen, x: float, y: float) -> None:
        """Week by week, two a row."""
        theme, setter = self.to.theme, self.to.setter
        if not self.block.ticks:
            return
        style, step = theme.tight, 34.0 if theme.large else 18.0
        y += 8 if theme.large else 2
        half = self.width / 2
        longest = max(setter.width(tick.label, style) for tick in self.block.ticks)
        for place, tick in enumerate(self.block.ticks):
            left, top = x + (place % 2) * half, y + (place // 2) * step
            with pen.tag("P"):
                pen.text(tick.label, left, top + (step - style.leading) / 2, style, theme.colours.ink)
            free = half - longest - 18
            size = min(theme.tick, free / tick.boxes - 2)
            with pen.artifact():
                for box in range(tick.boxes):
                    gap = min(theme.tick_gap, free / tick.boxes - size)
                    pen.box(
                        left + longest + 6 + box * (size + gap), top + (step - size) / 2 + 0.5, size, size,
                        stroke=theme.colours.ink, width=1.3, radius=1.5,
                    )  # fmt: skip


def exercise_block(block: ExerciseBlock, to: Setting, width: float) -> list[Item]:
    """The whole exercise as one piece. Only a note too long for any page runs on to the next one."""
    theme = to.theme
    beside = block.figure is not None and not theme.large
    column_width = PICTURES if to.exercises > 2 else PICTURES_OF_FEW
    text = ExerciseText(block, to, width - column_width - BETWEEN if beside else width)
    long_note = len(text.note) > LONG_NOTE and beside
    under = text.note_lines(width) if long_note or not beside else []
    inside = [] if under else text.note
    column = text.head_height + text.steps_height + text.note_height(inside) + text.ticks_height
    if theme.large:
        tallest = min(300.0, max(180.0, to.room - column - text.note_height(under) - LARGE_TIP))
    elif beside:
        tallest = max(column, 140.0 if to.exercises >= 3 else 200.0)
    else:
        tallest = 156.0
    pictures = None
    if block.figure is not None:
        pictures = Pictures(block, block.figure, theme, column_width if beside else width, tallest)
    pad = 5.0 if not theme.large else 12.0
    above = max(column, pictures.height if pictures and beside else 0.0)
    if pictures and not beside:
        above += pictures.height + 10
    free = to.room - above - 2 * pad - 8
    style = theme.tight if theme.large else theme.step
    fitting = max(0, int((free - 5) // style.leading))
    first, rest = under[:fitting], under[fitting:]
    height = above + text.note_height(first) + 2 * pad

    def draw(pen: Pen, x: float, y: float, given: float) -> None:
        with pen.artifact():
            pen.line(x, y + given, x + width, y + given, BLOCK_RULE, theme.colours.ink)
        y += pad
        spare = given - height
        if beside and block.figure:
            body = above + spare
            grown = Pictures(block, block.figure, theme, column_width, body)
            grown.draw(pen, x, y + (body - grown.height) / 2, column_width)
            left, top = x + column_width + BETWEEN, y + (body - column) / 2
            top = text.draw_steps(pen, left, text.draw_head(pen, left, top))
            top = text.draw_note(pen, left, top, inside)
            text.draw_ticks(pen, left, top)
            text.draw_note(pen, x, y + body, first)
            return
        top = text.draw_steps(pen, x, text.draw_head(pen, x, y))
        top = text.draw_note(pen, x, top, first)
        if pictures:
            pictures.draw(pen, x, top + 5, width)
            top += pictures.height + 10
        text.draw_ticks(pen, x, top)

    stretch = 22.0 if not theme.large else 0.0
    out: list[Item] = [Laid(height, draw, stretch=stretch, gap=0)]
    page = max(1, int((to.room - 20) // style.leading))
    for start in range(0, len(rest), page):
        lines = rest[start : start + page]

        def draw_rest(pen: Pen, x: float, y: float, _given: float, lines: list[Line] = lines) -> None:
            text.draw_note(pen, x, y, lines)

        out.append(Laid(text.note_height(lines), draw_rest, gap=6))
    return out
