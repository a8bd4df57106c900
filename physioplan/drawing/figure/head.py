"""The head on the picture: hair, face, ear, and an eye or two, so that one sees where the person looks.

No mouth, no sex, no age: anyone may see themselves.
"""

from __future__ import annotations

import math

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.outline import Flat, circles_hull
from physioplan.drawing.figure.skeleton import Body
from physioplan.drawing.figure.vector import along


def _oval(x: float, y: float, across: float, down: float, tilt: float = 0.0) -> list[Flat]:
    c, s = math.cos(tilt), math.sin(tilt)
    out: list[Flat] = []
    for i in range(16):
        a, b = across * math.cos(math.pi * i / 8), down * math.sin(math.pi * i / 8)
        out.append((x + a * c - b * s, y + a * s + b * c))
    return out


def draw_head(ink: Ink, body: Body) -> None:
    face, crown, right = body.frames["head"]
    camera = ink.camera
    facing = camera.depth(face)
    hair_area = circles_hull(ink.circles(body.flesh["skull"]))
    face_areas = [
        circles_hull(ink.circles(body.flesh["nose"])),
        circles_hull(ink.circles(body.flesh["face"])),
    ]
    ears: dict[str, list[Flat]] = {}
    up = camera.flat((crown[0], crown[1], crown[2]))
    tilt = math.atan2(up[1], up[0]) + math.pi / 2
    for side in ("right", "left"):
        x, y = camera.flat(body.points[f"{side}_ear"])
        ears[side] = _oval(x, y, 1.25 * UNITS, 1.7 * UNITS, tilt)
    if facing >= 0.8:  # both ears peep out behind the face
        ink.outline(*ears.values())
        ink.fill("skin_near", *ears.values())
    if facing > -0.6:
        ink.outline(hair_area, *face_areas)
        ink.fill("hair", hair_area)
        ink.fill("skin_near", *face_areas)
    else:
        ink.outline(hair_area, *face_areas)
        ink.fill("skin_near", *face_areas)
        ink.fill("hair", hair_area)
    if -0.6 < facing < 0.8:
        near = "right" if camera.depth(right) > 0 else "left"
        ink.fill("skin_far", ears[near])
    _eyes(ink, body, facing)


def _eyes(ink: Ink, body: Body, facing: float) -> None:
    face, crown, right = body.frames["head"]
    camera = ink.camera
    dots: list[list[Flat]] = []
    for s in (1.0, -1.0):
        normal = (
            face[0] * 0.8 + right[0] * s * 0.6,
            face[1] * 0.8 + right[1] * s * 0.6,
            face[2] * 0.8 + right[2] * s * 0.6,
        )
        if camera.depth(normal) < 0.18:
            continue
        at = along(along(along(body.points["head"], face, 4.6), crown, 0.4), right, s * 2.1)
        x, y = camera.flat(at)
        dots.append(_oval(x, y, 0.58 * UNITS, 0.7 * UNITS))
    ink.fill("feature", *dots)
    if facing >= 0.8:  # seen from the front, the nose is a short line
        top = camera.flat(along(along(body.points["head"], face, 6.0), crown, -0.5))
        tip = camera.flat(along(along(body.points["head"], face, 6.4), crown, -1.7))
        ink.line("feature", LINE * 0.7, [top, tip])
