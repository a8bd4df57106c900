"""Training machines: a padded board and a steel rail to build most of them, a treadmill and a cross-trainer."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from physioplan.drawing.figure import solids
from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.outline import circles_hull
from physioplan.drawing.figure.vector import Vector, along, minus, plus, times, unit

if TYPE_CHECKING:
    from physioplan.drawing.figure.props import Prop


def board(
    ink: Ink, start: Vector, end: Vector, z: solids.Span, thickness: float, roles: tuple[str, str]
) -> None:
    """A board between two points, as wide as ``z``: its rounded edge, and the face the viewer sees."""
    half = thickness / 2
    corners = [plus(p, (0.0, 0.0, d)) for p, d in ((start, z[0]), (start, z[1]), (end, z[1]), (end, z[0]))]
    ink.flat(roles[1], circles_hull(ink.circles([(c, half) for c in corners])), edge="line", width=LINE * 0.8)
    way = unit(minus(end, start))
    face: Vector = (-way[1], way[0], 0.0)
    if ink.camera.depth(face) < 0:
        face = times(face, -1)
    solids.plate(ink, [along(c, face, half) for c in corners], roles[0])


def pad(ink: Ink, prop: Prop) -> None:
    """A padded board: seat, back rest, foot plate, roller."""
    points = prop.spots("path")
    if len(points) == 2:
        board(
            ink,
            points[0],
            points[1],
            prop.span("z", (-12, 12)),
            prop.number("thickness", 3),
            ("prop", "prop_dark"),
        )


def rail(ink: Ink, prop: Prop) -> None:
    """Steel tubes from point to point."""
    points = prop.spots("path")
    for start, end in pairwise(points):
        solids.rod(ink, start, end, prop.number("radius", 1.1), "metal")


def treadmill(ink: Ink, prop: Prop) -> None:
    """A treadmill rising to the right by ``rise`` over its length; the deck starts ``height`` above the floor."""
    x, low, rise = prop.span("x", (-34, 36)), prop.number("height", 5), prop.number("rise", 6)
    z = prop.span("z", (-13, 13))
    top = low + rise
    front = x[1] + 1
    for side in z:
        solids.rod(ink, (x[0] + 5, 1, side), (x[0] + 5, low - 1, side), 1.2, "metal")
    solids.rod(ink, (front, 1.2, z[0]), (front + 5, 58, z[0]), 1.3, "metal")
    solids.rod(ink, (front + 5, 56, z[0]), (front - 13, 53, z[0]), 1.1, "metal")
    board(ink, (x[0], low - 2, 0.0), (x[1], top - 2, 0.0), z, 4, ("weight", "metal"))
    solids.block(ink, (front - 4, front + 5), (1, top + 2), z, "metal", "metal", "line")
    solids.rod(ink, (front, 3, z[1]), (front + 5, 58, z[1]), 1.3, "metal")
    solids.rod(ink, (front + 5, 56, z[1]), (front - 13, 53, z[1]), 1.1, "metal")
    board(ink, (front + 3, 57, 0.0), (front + 8, 65, 0.0), z, 2.4, ("weight", "weight"))


def elliptical(ink: Ink, prop: Prop) -> None:
    """A cross-trainer: ``near`` and ``far`` are the pedals, ``near_grip`` and ``far_grip`` the moving levers."""
    hub: Vector = (36.0, 17.0, 0.0)
    solids.block(ink, (-30, 48), (0, 2), (-3, 3), "metal", "metal", "line")
    for x in (-28, 44):
        solids.block(ink, (x - 2, x + 2), (0, 2), (-12, 12), "metal", "metal", "line")
    for side, sign in (("far", -1.0), ("near", 1.0)):
        pedal, grip = prop.spot(prop.keys.get(side)), prop.spot(prop.keys.get(f"{side}_grip"))
        z = sign * 7.0
        if sign > 0:
            solids.rod(ink, (31, 2, 0), (25, 74, 0), 1.6, "metal")
            solids.wheel(ink, hub, 12, 2.4, "metal")
            board(ink, (24, 73, 0), (28, 79, 0), (-5, 5), 2.2, ("weight", "weight"))
        angle = math.atan2(pedal[1] - 12, pedal[0])
        crank: Vector = (hub[0] + 7 * math.cos(angle), hub[1] + 7 * math.sin(angle), z)
        pivot: Vector = (27.0, 44.0, z)
        toe: Vector = (pedal[0] + 15, pedal[1] + 1, z)
        solids.rod(ink, (pedal[0] - 6, pedal[1] - 1.4, z), toe, 1.1, "prop_dark")
        solids.rod(ink, toe, crank, 1.1, "prop_dark")
        foot = minus(pivot, grip)
        solids.rod(
            ink, (grip[0], grip[1], z), along(pivot, unit((foot[0], foot[1], 0.0)), 12), 1.1, "prop_dark"
        )
        solids.block(
            ink,
            (pedal[0] - 5, pedal[0] + 12),
            (pedal[1] - 1.6, pedal[1]),
            (z - 4, z + 4),
            "weight",
            "weight",
            "line",
        )
