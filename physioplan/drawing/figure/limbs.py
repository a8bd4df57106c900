"""Arms and legs on the picture: sleeve, forearm and hand; trouser leg, ankle and shoe."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.outline import (
    Circle,
    Flat,
    circles_hull,
    open_sides,
    open_tube,
    part_of,
    smooth_circles,
    tube,
)
from physioplan.drawing.figure.skeleton import Body

_ROOT_HIDDEN = 0.32
"""The near limb's own line starts this far along its first segment: no ring around hip or shoulder."""


@dataclass(frozen=True, slots=True)
class Leg:
    """The flat outlines of one leg."""

    thigh: list[Circle]
    thigh_area: list[Flat]
    shank_area: list[Flat]
    ankle_area: list[Flat]
    shoe_areas: list[list[Flat]]


@dataclass(frozen=True, slots=True)
class Arm:
    """The flat outlines of one arm."""

    sleeve: list[Circle]
    sleeve_area: list[Flat]
    skin_areas: list[list[Flat]]


def leg_of(ink: Ink, body: Body, side: str) -> Leg:
    thigh = smooth_circles(ink.circles(body.flesh[f"{side}_thigh"]))
    shank = smooth_circles(ink.circles(body.flesh[f"{side}_shank"]))
    foot = ink.circles(body.flesh[f"{side}_foot"])
    return Leg(
        thigh=thigh,
        thigh_area=tube(thigh),
        shank_area=tube(part_of(shank, 0, 0.88), True, False),
        ankle_area=tube(part_of(shank, 0.78, 1.0), False, True),
        shoe_areas=[circles_hull(foot[:4]), circles_hull(foot[1:])],
    )


def arm_of(ink: Ink, body: Body, side: str, behind: bool) -> Arm:
    upper = smooth_circles(ink.circles(body.flesh[f"{side}_upper_arm"]))
    cloth = [(x, y, r * 1.07) for x, y, r in upper]
    sleeve = part_of(cloth, 0.20 if behind else 0.0, 0.62)
    forearm = smooth_circles(ink.circles(body.flesh[f"{side}_forearm"]))
    hand = smooth_circles(ink.circles(body.flesh[f"{side}_hand"]), 3)
    thumb = ink.circles(body.flesh[f"{side}_thumb"])
    skin = [tube(part_of(upper, 0.5, 1.0), False, True), tube(forearm), tube(hand), circles_hull(thumb)]
    return Arm(sleeve, tube(sleeve, True, False), skin)


def draw_leg(ink: Ink, leg: Leg, tone: str, behind: bool) -> None:
    rims = [leg.ankle_area, *leg.shoe_areas, leg.shank_area]
    if behind:
        rims.append(leg.thigh_area)
    ink.outline(*rims)
    if not behind:
        ink.line("line", 2 * LINE, open_tube(leg.thigh, _ROOT_HIDDEN))
    ink.fill(f"skin_{tone}", leg.ankle_area)
    ink.fill(f"shoe_{tone}", *leg.shoe_areas)
    ink.fill(f"trousers_{tone}", leg.shank_area, leg.thigh_area)


def draw_arm(ink: Ink, arm: Arm, tone: str, behind: bool) -> None:
    ink.outline(*arm.skin_areas, *([arm.sleeve_area] if behind else []))
    if not behind:
        ink.line("line", 2 * LINE, *_sleeve_edges(arm))
    ink.fill(f"skin_{tone}", *arm.skin_areas)
    ink.fill(f"top_{tone}", arm.sleeve_area)


def _sleeve_edges(arm: Arm) -> tuple[list[Flat], ...]:
    left, right = open_sides(arm.sleeve, 0.40)
    return (left + right[::-1],)
