"""Points, directions and turns in space: x to the right, y up, z to the viewer, in per cent of height."""

from __future__ import annotations

import math

Vector = tuple[float, float, float]
Turn = tuple[Vector, Vector, Vector]
"""A rotation as its three columns: where front, up and right point after it."""

UPRIGHT: Turn = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def plus(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Vector, b: Vector) -> Vector:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vector, k: float) -> Vector:
    return (a[0] * k, a[1] * k, a[2] * k)


def along(a: Vector, direction: Vector, k: float) -> Vector:
    """The point ``k`` steps from ``a`` in a direction."""
    return (a[0] + direction[0] * k, a[1] + direction[1] * k, a[2] + direction[2] * k)


def dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vector) -> Vector:
    n = length(a) or 1.0
    return (a[0] / n, a[1] / n, a[2] / n)


def between(a: Vector, b: Vector, t: float) -> Vector:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def turned(turn: Turn, v: Vector) -> Vector:
    f, u, r = turn
    x, y, z = v
    return (
        f[0] * x + u[0] * y + r[0] * z,
        f[1] * x + u[1] * y + r[1] * z,
        f[2] * x + u[2] * y + r[2] * z,
    )


def then(first: Turn, *more: Turn) -> Turn:
    """Turns composed, each in the frame left by those before it."""
    result = first
    for turn in more:
        result = (turned(result, turn[0]), turned(result, turn[1]), turned(result, turn[2]))
    return result


def about_front(degrees: float) -> Turn:
    """Tilt to the right (positive) or left."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return ((1.0, 0.0, 0.0), (0.0, c, s), (0.0, -s, c))


def about_up(degrees: float) -> Turn:
    """Turn to the left (positive) or right."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return ((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c))


def about_right(degrees: float) -> Turn:
    """Tip backwards (positive) or forwards."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return ((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0))
