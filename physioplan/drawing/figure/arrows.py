"""Movement arrows: a bold curved shaft with a solid head, haloed so that it reads on any ground."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.ink import Ink
from physioplan.drawing.figure.outline import Flat, closed, opened, smooth
from physioplan.drawing.shape import Path

_SHAFT = 2.6 * UNITS
_HEAD = 7.4 * UNITS
_HALO = 1.3 * UNITS


def _point_at(points: Sequence[Flat], reached: Sequence[float], distance: float) -> Flat:
    for i in range(1, len(points)):
        if reached[i] >= distance:
            span = (reached[i] - reached[i - 1]) or 1.0
            t = (distance - reached[i - 1]) / span
            (x0, y0), (x1, y1) = points[i - 1], points[i]
            return (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)
    return points[-1]


def _tip(end: Flat, base: Flat, size: float) -> list[Flat]:
    dx, dy = end[0] - base[0], end[1] - base[1]
    d = math.hypot(dx, dy) or 1.0
    dx, dy = dx / d, dy / d
    bx, by = end[0] - dx * size, end[1] - dy * size
    half = size * 0.60
    notch = size * 0.16
    return [
        end,
        (bx - dy * half, by + dx * half),
        (bx + dx * notch, by + dy * notch),
        (bx + dy * half, by - dx * half),
    ]


def draw_arrow(ink: Ink, path: Sequence[Flat], both_ends: bool = False) -> None:
    """An arrow along a path of flat points (drawing units); three or more points make it a smooth curve."""
    points = [(p[0], p[1]) for p in smooth(path, 10)] if len(path) > 2 else list(path)
    reached = [0.0]
    for (x0, y0), (x1, y1) in pairwise(points):
        reached.append(reached[-1] + math.hypot(x1 - x0, y1 - y0))
    total = reached[-1]
    size = min(_HEAD, total * (0.42 if both_ends else 0.6))
    start = size * 0.8 if both_ends else 0.0
    steps = 16
    span = total - size * 0.8 - start
    shaft = [_point_at(points, reached, start + span * i / steps) for i in range(steps + 1)]
    tips = [_tip(points[-1], _point_at(points, reached, total - size), size)]
    if both_ends:
        tips.append(_tip(points[0], _point_at(points, reached, size), size))
    for role, halo in (("arrow_halo", _HALO), ("arrow", 0.0)):
        ink.shapes.append(Path(opened(shaft), stroke=role, width=_SHAFT + 2 * halo))
        ink.shapes.append(Path(closed(*tips), fill=role, stroke=role, width=2 * halo + 0.24 * UNITS))
