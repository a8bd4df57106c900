"""One frame around all pictures of a figure, so that start and end can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from physioplan.drawing.shape import Drawing, Path

MARGIN = 9.0
"""Free space around the outermost shape, in drawing units."""
WIDEST, TALLEST = 620.0, 420.0
"""A figure larger than this (drawing units) would shrink to an unreadable picture: the check names it."""

Segment = tuple[str | float, ...]


def bounds(shapes: Sequence[Path]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is painted, strokes included."""
    left = top = float("inf")
    right = bottom = float("-inf")
    for shape in shapes:
        edge = shape.width / 2 if shape.stroke else 0.0
        ends = [s for s in shape.segments if len(s) == 3]
        xs = [float(s[1]) for s in ends]
        ys = [float(s[2]) for s in ends]
        left, right = min(left, min(xs) - edge), max(right, max(xs) + edge)
        top, bottom = min(top, min(ys) - edge), max(bottom, max(ys) + edge)
    return left, top, right, bottom


def _moved(shape: Path, dx: float, dy: float) -> Path:
    segments: list[Segment] = [
        (s[0], round(float(s[1]) + dx, 1), round(float(s[2]) + dy, 1)) if len(s) == 3 else s
        for s in shape.segments
    ]
    width = round(shape.width, 2)
    return Path(tuple(segments), shape.fill, shape.stroke, width, shape.dash, shape.cap, shape.join)


def frame_around(painted: Mapping[str, Sequence[Path]]) -> tuple[float, float, float, float]:
    """Left, top, width and height of the frame all phases share."""
    boxes = [bounds(shapes) for shapes in painted.values()]
    left, top = min(b[0] for b in boxes) - MARGIN, min(b[1] for b in boxes) - MARGIN
    right, bottom = max(b[2] for b in boxes) + MARGIN, max(b[3] for b in boxes) + MARGIN
    return left, top, round(right - left, 1), round(bottom - top, 1)


def framed(painted: Mapping[str, Sequence[Path]], alt: Mapping[str, str]) -> dict[str, Drawing]:
    """Every phase moved into the frame they share; coordinates rounded to a tenth of a unit."""
    left, top, width, height = frame_around(painted)
    return {
        phase: Drawing(width, height, tuple(_moved(s, -left, -top) for s in shapes), alt.get(phase, ""))
        for phase, shapes in painted.items()
    }
