"""What is drawn, before anyone draws it: a display list of shapes whose colours are roles, not values.

Coordinates are in drawing units, x to the right, y down, origin at the top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Path:
    """An outline, filled, stroked or both.

    ``segments`` is a flat run of drawing operators, each a tuple: ``("M", x, y)``, ``("L", x, y)``,
    ``("C", x1, y1, x2, y2, x, y)`` and ``("Z",)``. Several overlapping closed runs fill as one (non-zero
    winding: Qt ``WindingFill``, PDF ``f``, SVG's default). ``fill`` and ``stroke`` name a role of the palette
    ("skin_near", "line", "accent" ...) or are ``None``. ``width`` and ``dash`` are in drawing units.
    """

    segments: tuple[tuple[str | float, ...], ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "round"
    join: Literal["miter", "round"] = "round"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``x`` is its start, middle or end by ``anchor``, ``y`` its baseline."""

    x: float
    y: float
    words: str
    size: float
    fill: str = "ink"
    anchor: Literal["start", "middle", "end"] = "start"
    weight: Literal["regular", "semibold", "bold"] = "regular"


Shape = Path | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: its size, its shapes from back to front, and what it shows in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""
