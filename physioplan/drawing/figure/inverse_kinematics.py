"""Where knee or elbow goes when the far end of the limb is planted."""

from __future__ import annotations

import math

from physioplan.drawing.figure.vector import Vector, along, dot, length, minus, times, unit

_DOWN: Vector = (0.0, -1.0, 0.0)


def _across(towards: Vector, straight: Vector) -> Vector:
    """The part of a direction that points aside of the limb; any side when it points along it."""
    for wish in (towards, (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)):
        aside = minus(wish, times(straight, dot(wish, straight)))
        if length(aside) > 1e-3:
            return unit(aside)
    return (0.0, 0.0, 1.0)


def two_bones(
    root: Vector, target: Vector, upper: float, lower: float, towards: Vector
) -> tuple[Vector, Vector, float]:
    """Bend a limb of two bones so that its end meets ``target``, the joint pointing ``towards`` a direction.

    Returns the joint, the end, and by how much the target was missed (0 when reached).
    """
    way = minus(target, root)
    far = length(way)
    reach = min(max(far, abs(upper - lower) * 1.001), (upper + lower) * 0.9995)
    straight = unit(way) if far > 1e-6 else _DOWN
    foot_of_joint = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    out = math.sqrt(max(upper * upper - foot_of_joint * foot_of_joint, 0.0))
    aside = _across(towards, straight)
    joint = along(along(root, straight, foot_of_joint), aside, out)
    missed = abs(far - reach) if far > upper + lower or far < abs(upper - lower) else 0.0
    return joint, along(root, straight, reach), missed
