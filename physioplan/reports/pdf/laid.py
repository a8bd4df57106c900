"""A block whose size is known and whose ink is not yet on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import Theme
from physioplan.reports.pdf.typesetting import Typesetter

Draw = Callable[[Pen, float, float, float], None]
"""Puts ink on paper: pen, x of the start edge, y of the top, and the height it was given."""


@dataclass(slots=True)
class Laid:
    """One piece that stays whole.

    ``gap`` is free space above it. ``stretch`` is how much taller it may grow when the page has room.
    ``keep`` holds it on the page of what follows. ``sinks`` sets it at the foot of the page.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    stretch: float = 0.0
    keep: bool = False
    sinks: bool = False


@dataclass(slots=True)
class Rows:
    """Rows that may go on over pages; ``head`` is repeated on each. ``role`` is the element around them."""

    rows: list[Laid]
    role: str
    head: Laid | None = None
    gap: float = 0.0
    keep_whole: bool = False


Item = Laid | Rows


@dataclass(slots=True)
class Setting:
    """What laying out needs to know: the theme, the typesetter, and the room one page has for blocks."""

    theme: Theme
    setter: Typesetter
    room: float = 600.0
    exercises: int = 4
    pages: dict[str, int] = field(default_factory=dict)


def height_of(item: Item) -> float:
    """The least height of an item."""
    if isinstance(item, Laid):
        return item.height
    return (item.head.height if item.head else 0.0) + sum(row.height for row in item.rows)


def stacked(items: Sequence[Item]) -> Laid:
    """Items under one another as one piece that stays whole."""
    height = sum(height_of(item) + (item.gap if place else 0.0) for place, item in enumerate(items))

    def draw(pen: Pen, x: float, y: float, _height: float) -> None:
        for place, item in enumerate(items):
            y += item.gap if place else 0.0
            y = draw_item(pen, item, x, y, 0.0)

    return Laid(height, draw, gap=items[0].gap if items else 0.0)


def draw_item(pen: Pen, item: Item, x: float, y: float, share: float) -> float:
    """Draw at (x, y), every part grown by ``share`` of its stretch; gives the y under it."""
    if isinstance(item, Laid):
        height = item.height + item.stretch * share
        item.draw(pen, x, y, height)
        return y + height
    with pen.node(item.role):
        for part in ([item.head] if item.head else []) + item.rows:
            height = part.height + part.stretch * share
            part.draw(pen, x, y, height)
            y += height
    return y


def stretch_of(item: Item) -> float:
    """How much taller an item may grow."""
    if isinstance(item, Laid):
        return item.stretch
    return (item.head.stretch if item.head else 0.0) + sum(row.stretch for row in item.rows)
