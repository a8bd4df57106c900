"""A thought drawn as a cloud: what someone pictures while the body rests."""

from __future__ import annotations

import math

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.outline import Flat, circles_hull
from physioplan.drawing.figure.vector import Vector

# Centre and radius of the cloud's lumps, in shares of its width, y up.
_LUMPS = (
    (-0.3, -0.02, 0.2),
    (-0.12, 0.12, 0.22),
    (0.14, 0.12, 0.22),
    (0.31, -0.02, 0.19),
    (0.0, -0.08, 0.24),
)
_BUBBLES = ((-0.44, -0.36, 0.06), (-0.56, -0.5, 0.04))


def thought(ink: Ink, centre: Vector, width: float) -> None:
    """A cloud of ``width`` around ``centre``, with a sun over water in it; its bubbles lead down to the left."""
    x, y = ink.camera.flat(centre)
    w = width * UNITS

    def circle(across: float, up: float, radius: float) -> tuple[tuple[float, float, float], ...]:
        return ((x + across * w, y - up * w, radius * w),)

    lumps = [circles_hull(circle(*lump)) for lump in _LUMPS]
    ink.outline(*lumps)
    ink.fill("pillow", *lumps)
    for bubble in _BUBBLES:
        ink.flat("pillow", circles_hull(circle(*bubble)), edge="line", width=LINE)
    ink.flat("ball", circles_hull(circle(0.16, 0.12, 0.09)), edge="line", width=LINE * 0.7)
    for level in (-0.1, -0.18):
        ink.line("water", LINE * 1.8, [_wave(x, y, w, level, i) for i in range(25)])


def _wave(x: float, y: float, w: float, level: float, i: int) -> Flat:
    return x + w * (-0.3 + 0.6 * i / 24), y - w * (level + 0.018 * math.sin(i * 1.05))
