"""The body on the picture: limbs, trunk and head painted from back to front in two tones."""

from __future__ import annotations

import math
from collections.abc import Sequence

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.head import draw_head
from physioplan.drawing.figure.ink import Ink
from physioplan.drawing.figure.limbs import Arm, Leg, arm_of, draw_arm, draw_leg, leg_of
from physioplan.drawing.figure.outline import Circle, Flat, hull, smooth_circles, tube
from physioplan.drawing.figure.skeleton import Body
from physioplan.drawing.figure.torso import trunk_areas
from physioplan.drawing.figure.vector import Vector

_LEVEL = {"leg": 4.0, "arm": 7.0}
"""Roots this close in depth belong to a body seen from the front: both limbs are near."""


_LIMBS = (("leg", "hip", ("thigh", "shank")), ("arm", "shoulder", ("upper_arm", "forearm")))


def _mean_depth(ink: Ink, body: Body, *parts: str) -> float:
    depths = [ink.camera.depth(centre) for part in parts for centre, _ in body.flesh[part]]
    return sum(depths) / len(depths)


def _groups(ink: Ink, body: Body, order: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Part groups from back to front, and the tone of each limb."""
    trunk = _mean_depth(ink, body, "trunk")
    # Seen from the feet of someone lying, the head is far behind; otherwise it covers the collar.
    head_far = _mean_depth(ink, body, "skull") < trunk - 12
    depth = {"trunk": trunk, "head": trunk + (-40.0 if head_far else 1.0)}
    tone: dict[str, str] = {}
    for kind, root, parts in _LIMBS:
        roots = {side: ink.camera.depth(body.points[f"{side}_{root}"]) for side in ("right", "left")}
        gap = abs(roots["right"] - roots["left"])
        for side, other in (("right", "left"), ("left", "right")):
            level = gap < _LEVEL[kind]
            near = level or roots[side] >= roots[other]
            mean = _mean_depth(ink, body, *(f"{side}_{part}" for part in parts))
            step = 30.0 if kind == "leg" else 36.0
            depth[f"{side}_{kind}"] = trunk + (step if near else -step) + (mean - trunk) * 0.5
            tone[f"{side}_{kind}"] = "near" if near else "far"
    names = sorted(depth, key=depth.__getitem__)
    if order:
        names = [name for name in order if name in depth]
        names = [n for n in sorted(depth, key=depth.__getitem__) if n not in names] + names
    return names, tone


def draw_body(ink: Ink, body: Body, order: Sequence[str] = ()) -> None:
    """Paint one posed body; ``order`` (groups from back to front) overrides what depth says."""
    names, tone = _groups(ink, body, order)
    at_trunk = names.index("trunk")
    legs: dict[str, Leg] = {}
    arms: dict[str, Arm] = {}
    roots: list[list[Flat]] = []
    for i, name in enumerate(names):
        side, _, kind = name.partition("_")
        if kind == "leg":
            legs[name] = leg_of(ink, body, side)
            if i > at_trunk:
                roots.append(legs[name].thigh_area)
        elif kind == "arm":
            arms[name] = arm_of(ink, body, side, i < at_trunk)
            if i > at_trunk:
                roots.append(arms[name].sleeve_area)
    for i, name in enumerate(names):
        if name in legs:
            draw_leg(ink, legs[name], tone[name], i < at_trunk)
        elif name in arms:
            draw_arm(ink, arms[name], tone[name], i < at_trunk)
        elif name == "trunk":
            _draw_trunk(ink, body, roots)
        else:
            draw_head(ink, body)


def _draw_trunk(ink: Ink, body: Body, roots: list[list[Flat]]) -> None:
    pairs: list[tuple[Circle, Circle]] = []
    for a, b in body.trunk_axes:
        first, second = ink.circles([a, b])
        pairs.append((first, second))
    trousers, top = trunk_areas(pairs)
    nape = tube(smooth_circles(ink.circles(body.flesh["nape"]), 4))
    ink.outline(*roots, nape, *trousers, *top)
    ink.fill("skin_near", nape)
    ink.fill("trousers_near", *trousers)
    ink.fill("top_near", *top)


_SHADOW_GROUPS: tuple[tuple[str, ...], ...] = (
    ("trunk", "skull"),
    ("right_foot",),
    ("left_foot",),
    ("right_hand",),
    ("left_hand",),
    ("right_shank",),
    ("left_shank",),
    ("right_forearm",),
    ("left_forearm",),
)
_REACH = 9.0


def draw_shadow(ink: Ink, body: Body, height: float, role: str = "shadow") -> None:
    """One flat blob under everything close above a support of this height."""
    blobs: list[list[Flat]] = []
    for group in _SHADOW_GROUPS:
        edge: list[Flat] = []
        for part in group:
            for centre, radius in body.flesh[part]:
                clearance = centre[1] - radius - height
                if not -2.5 < clearance < _REACH:
                    continue
                on_floor: Vector = (centre[0], height, centre[2])
                x, y = ink.camera.flat(on_floor)
                r = (radius + 1.4) * UNITS * (1 - clearance * 0.06)
                edge.extend((x + r * a, y + r * 0.36 * b) for a, b in _BLOB)
        if edge:
            blobs.append(hull(edge))
    if blobs:
        ink.flat(role, *blobs)


_BLOB = tuple((math.cos(math.pi * i / 8), math.sin(math.pi * i / 8)) for i in range(16))
