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
        for segment in shape.segments:
            for i in range(1, len(segment), 2):
                x, y = float(segment[i]), float(segment[i + 1])
                left, right = min(left, x - edge), max(right, x + edge)
                top, bottom = min(top, y - edge), max(bottom, y + edge)
    return left, top, right, bottom


def _moved(shape: Path, dx: float, dy: float) -> Path:
    segments: list[Segment] = []
    for s in shape.segments:
        if len(s) == 3:
            segments.append((s[0], round(s[1] + dx, 1), round(s[2] + dy, 1)))  # type: ignore[operator]
        else:
            segments.append(s)
    return Path(tuple(segments), shape.fill, shape.stroke, shape.width, shape.dash, shape.cap, shape.join)


def framed(painted: Mapping[str, Sequence[Path]], alt: Mapping[str, str]) -> dict[str, Drawing]:
    """Every phase moved into the frame they share; coordinates rounded to a tenth of a unit."""
    boxes = [bounds(shapes) for shapes in painted.values()]
    left, top = min(b[0] for b in boxes) - MARGIN, min(b[1] for b in boxes) - MARGIN
    right, bottom = max(b[2] for b in boxes) + MARGIN, max(b[3] for b in boxes) + MARGIN
    width, height = round(right - left, 1), round(bottom - top, 1)
    return {
        phase: Drawing(width, height, tuple(_moved(s, -left, -top) for s in shapes), alt.get(phase, ""))
        for phase, shapes in painted.items()
    }
