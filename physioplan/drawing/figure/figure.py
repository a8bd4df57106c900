"""From a figure's data to its pictures: start, end and, where it helps, middle, in one frame and scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from physioplan.drawing.figure.arrows import draw_arrow
from physioplan.drawing.figure.body_drawing import draw_body, draw_shadow
from physioplan.drawing.figure.camera import UNITS, Camera, camera_for
from physioplan.drawing.figure.frame import framed
from physioplan.drawing.figure.ink import Ink
from physioplan.drawing.figure.outline import Flat
from physioplan.drawing.figure.pose import Pose, pose_of
from physioplan.drawing.figure.props import draw_props
from physioplan.drawing.figure.skeleton import Body, body_of
from physioplan.drawing.shape import Drawing, Path

RENDERER_VERSION = 1
"""Raise with every change that alters a picture: precomputed figures are found by a hash that includes it."""

Layout = Literal["stacked", "side_by_side"]
FigureData = Mapping[str, object]
_CARRIES = ("step", "stairs", "bench", "box", "foam_pad", "table", "chair")
"""Props with a top that a foot's shadow falls on."""
PHASES = ("start", "middle", "end")


@dataclass(frozen=True, slots=True)
class Figure:
    """The pictures of one exercise; all share width, height and scale. ``end`` carries the arrows."""

    start: Drawing
    end: Drawing
    middle: Drawing | None = None
    layout: Layout = "side_by_side"


def tables(value: object) -> list[Mapping[str, object]]:
    """A list of tables, or nothing."""
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, (list, tuple)) else []


def poses_of(data: FigureData) -> dict[str, Pose]:
    """The poses a figure has, by phase."""
    shared = data.get("pose")
    common: Mapping[str, object] = shared if isinstance(shared, Mapping) else {}
    out: dict[str, Pose] = {}
    for phase in PHASES:
        own = data.get(phase)
        if isinstance(own, Mapping):
            out[phase] = pose_of(common, own)
    return out


def camera_of(data: FigureData) -> Camera:
    """The camera a figure asks for."""
    turn, tilt = data.get("view_turn"), data.get("view_tilt")
    return camera_for(
        str(data.get("view", "side")),
        float(turn) if isinstance(turn, (int, float)) else None,
        float(tilt) if isinstance(tilt, (int, float)) else None,
    )


def arrow_path(camera: Camera, body: Body, arrow: Mapping[str, object]) -> list[Flat]:
    """An arrow's points on the picture; its data are relative to a landmark, in per cent of height, y up."""
    x, y = camera.flat(body.points.get(str(arrow.get("at")), (0.0, 0.0, 0.0)))
    path = arrow.get("path")
    points: Sequence[object] = path if isinstance(path, (list, tuple)) else ()
    return [
        (x + float(p[0]) * UNITS, y - float(p[1]) * UNITS)
        for p in points
        if isinstance(p, (list, tuple)) and len(p) == 2
    ]


def paint_phase(data: FigureData, phase: str, pose: Pose, body: Body, camera: Camera) -> list[Path]:
    """All shapes of one phase, not yet framed."""
    ink = Ink(camera)
    props = tables(data.get("props"))
    draw_props(ink, props, "behind", body, phase)
    draw_shadow(ink, body, 0.0)
    draw_props(ink, props, "middle", body, phase)
    height = pose.number("support")
    if height > 0.5 and any(prop.get("kind") in _CARRIES for prop in props):
        draw_shadow(ink, body, height, "prop_shadow")
    order = pose.keys.get("order")
    draw_body(ink, body, [str(o) for o in order] if isinstance(order, (list, tuple)) else ())
    draw_props(ink, props, "front", body, phase)
    for arrow in tables(data.get("arrows")):
        if arrow.get("on", "end") == phase:
            path = arrow_path(camera, body, arrow)
            if len(path) > 1:
                draw_arrow(ink, path, bool(arrow.get("both_ends", False)))
    return ink.shapes


def alt_of(data: FigureData, language: str = "en") -> dict[str, str]:
    """What each picture shows in words; English where a language is missing."""
    alt = data.get("alt")
    words = alt if isinstance(alt, Mapping) else {}
    own = words.get(language) or words.get("en")
    return {phase: str(own.get(phase, "")) for phase in PHASES} if isinstance(own, Mapping) else {}


def figure_of(pose_data: FigureData, language: str = "en") -> Figure:
    """Draw a figure from its table; ``check_pose`` says what is wrong with one that looks odd."""
    camera = camera_of(pose_data)
    painted = {
        phase: paint_phase(pose_data, phase, pose, body_of(pose), camera)
        for phase, pose in poses_of(pose_data).items()
    }
    drawings = framed(painted, alt_of(pose_data, language))
    start, end = drawings["start"], drawings["end"]
    layout: Layout = "stacked" if start.width > start.height * 1.15 else "side_by_side"
    asked = pose_data.get("layout")
    if asked == "stacked":
        layout = "stacked"
    elif asked == "side_by_side":
        layout = "side_by_side"
    return Figure(start, end, drawings.get("middle"), layout)
