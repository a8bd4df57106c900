"""A clock on the wall: how much of an agreed time has gone, for those who read no words."""

from __future__ import annotations

import math

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.vector import Vector

_FULL = 60.0


def clock(ink: Ink, centre: Vector, radius: float, minutes: float) -> None:
    """A face towards the viewer; ``minutes`` (0 to 60) are filled clockwise from the top, the hand at their end."""
    x, y = ink.camera.flat(centre)
    r = radius * UNITS

    def spot(minute: float, share: float) -> tuple[float, float]:
        angle = 2 * math.pi * minute / _FULL
        return x + share * r * math.sin(angle), y - share * r * math.cos(angle)

    ink.flat("pillow", [spot(minute, 1.0) for minute in range(60)], edge="line", width=LINE * 1.4)
    if minutes > 0:
        steps = max(2, round(minutes))
        ink.flat("arrow", [(x, y), *(spot(minutes * i / steps, 0.8) for i in range(steps + 1))])
    for quarter in (0, 15, 30, 45):
        ink.line("line", LINE, [spot(quarter, 0.84), spot(quarter, 0.96)])
    ink.line("line", LINE * 1.6, [(x, y), spot(minutes, 0.72)])
