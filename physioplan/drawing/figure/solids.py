"""The few solids every prop is built of: a plate, a block, a rod, a line through space, a ball."""

from __future__ import annotations

import math
from collections.abc import Sequence

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.outline import circles_hull, hull
from physioplan.drawing.figure.vector import Vector, about_up, minus, turned

Span = tuple[float, float]


def plate(ink: Ink, corners: Sequence[Vector], role: str, edge: str | None = None) -> None:
    ink.flat(role, [ink.camera.flat(c) for c in corners], edge=edge)


def block(ink: Ink, x: Span, y: Span, z: Span, top: str, side: str, edge: str) -> None:
    """An upright box, its visible faces only, inside one outline."""
    (x0, x1), (y0, y1), (z0, z1) = x, y, z
    faces: list[tuple[Vector, list[Vector], str]] = [
        ((0, 1, 0), [(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], top),
        ((0, 0, 1), [(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)], side),
        ((0, 0, -1), [(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)], side),
        ((1, 0, 0), [(x1, y0, z0), (x1, y0, z1), (x1, y1, z1), (x1, y1, z0)], side),
        ((-1, 0, 0), [(x0, y0, z0), (x0, y0, z1), (x0, y1, z1), (x0, y1, z0)], side),
    ]
    for facing, corners, role in sorted(faces, key=lambda face: ink.camera.depth(face[0])):
        if ink.camera.depth(facing) > 0.02:
            plate(ink, corners, role, edge)


def rod(ink: Ink, start: Vector, end: Vector, radius: float, role: str) -> None:
    area = circles_hull(ink.circles([(start, radius), (end, radius)]))
    ink.flat(role, area, edge="line", width=LINE * 0.8)


def cord(ink: Ink, points: Sequence[Vector], width: float, role: str) -> None:
    """A band, strap or rope through points in space."""
    flat = [ink.camera.flat(p) for p in points]
    ink.line("line", width * UNITS + LINE * 1.3, flat)
    ink.line(role, width * UNITS, flat)


def soft(ink: Ink, x: Span, y: float, z: Span, thickness: float, role: str) -> None:
    """A pillow or pad with rounded edges."""
    r = thickness / 2
    spheres = [((px, y + r, pz), r) for px in (x[0] + r, x[1] - r) for pz in z]
    ink.flat(role, circles_hull(ink.circles(spheres)), edge="line", width=LINE * 0.8)


def roll(ink: Ink, centre: Vector, radius: float, z: Span, role: str) -> None:
    """A rolled towel lying across the picture's depth."""
    far, near = (centre[0], centre[1], z[0]), (centre[0], centre[1], z[1])
    ink.flat(role, circles_hull(ink.circles([(far, radius), (near, radius)])), edge="line", width=LINE * 0.8)
    ring(ink, near, radius * 0.5)


def ring(ink: Ink, centre: Vector, radius: float) -> None:
    x, y = ink.camera.flat(centre)
    r = radius * UNITS
    ink.line("line", LINE * 0.7, [(x + r * math.cos(a / 8), y + r * math.sin(a / 8)) for a in range(42)])


def wheel(ink: Ink, centre: Vector, radius: float, width: float, role: str) -> None:
    """A ring seen through the camera, upright and facing sideways."""
    x, y, z = centre
    angles = [math.pi * i / 16 for i in range(33)]
    points = [(x + radius * math.cos(a), y + radius * math.sin(a), z) for a in angles]
    cord(ink, points, width, role)


def ball(ink: Ink, centre: Vector, radius: float, role: str) -> None:
    ink.flat(role, circles_hull(ink.circles([(centre, radius)])), edge="line", width=LINE)
    x, y = ink.camera.flat(centre)
    k = radius * UNITS * 0.7
    arc = [(x + k * math.cos(math.radians(a)), y - k * math.sin(math.radians(a))) for a in range(150, 94, -8)]
    ink.line("highlight", radius * UNITS * 0.1, arc)


def rounded_plate(ink: Ink, x: Span, z: Span, role: str) -> None:
    """The patch of floor under a figure: ``x`` across the picture and ``z`` into it, whatever the view."""
    r = 8.0
    (left, right), (far, near) = (x[0] + r, x[1] - r), (z[0] + r, z[1] - r)
    corners = ((right, near, 0), (left, near, 90), (left, far, 180), (right, far, 270))
    points: list[Vector] = []
    unturned = about_up(ink.camera.turn)
    for cx, cz, start in corners:
        for step in range(7):
            a = math.radians(start + step * 15)
            points.append(turned(unturned, (cx + r * math.cos(a), 0.0, cz + r * math.sin(a))))
    ink.flat(role, hull([ink.camera.flat(p) for p in points]))


def middle(a: Vector, b: Vector) -> Vector:
    way = minus(b, a)
    return (a[0] + way[0] / 2, a[1] + way[1] / 2, a[2] + way[2] / 2)
