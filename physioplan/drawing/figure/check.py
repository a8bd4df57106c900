"""Says everything that is wrong with a figure: spelling, a body no human has, floating feet, lost arrows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from physioplan.drawing.figure.camera import UNITS, VIEWS
from physioplan.drawing.figure.check_keys import faults_in_pose
from physioplan.drawing.figure.figure import (
    PHASES,
    FigureData,
    arrow_path,
    camera_of,
    paint_phase,
    poses_of,
    tables,
)
from physioplan.drawing.figure.frame import MARGIN, TALLEST, WIDEST, bounds
from physioplan.drawing.figure.limits import JOINT_LIMITS
from physioplan.drawing.figure.pose import SIDES, Pose
from physioplan.drawing.figure.props import LAYERS, PROP_KINDS
from physioplan.drawing.figure.skeleton import Body, body_of
from physioplan.drawing.figure.vector import Vector, dot, length, minus, unit

FIGURE_KEYS = frozenset(
    {"view", "view_turn", "view_tilt", "layout", "alt", "pose", "start", "middle", "end", "props", "arrows"}
)
ARROW_KEYS = frozenset({"on", "at", "path", "both_ends"})
LANGUAGES = ("en", "de")
_SINKS, _FLOATS = 1.6, 1.6
_STILL = 0.5
_ROUNDING = 2.0
_FACE = 5.0


def check_pose(pose_data: FigureData) -> tuple[str, ...]:
    """All faults of a ``[figure]`` table, each naming its key; empty when it can be printed."""
    faults = list(_key_faults(pose_data))
    if faults:
        return tuple(faults)
    poses = poses_of(pose_data)
    bodies = {phase: body_of(pose) for phase, pose in poses.items()}
    for phase, body in bodies.items():
        faults.extend(f"{phase}: {fault}" for fault in _body_faults(poses[phase], body))
    faults.extend(_difference_faults(bodies))
    faults.extend(_landmark_faults(pose_data, bodies["start"]))
    if not faults:
        faults.extend(_picture_faults(pose_data, poses, bodies))
    return tuple(faults)


def unknown(key: str, known: Mapping[str, object] | frozenset[str] | tuple[str, ...]) -> str:
    """Say "unknown, did you mean ...?" for a misspelt word."""
    near = get_close_matches(key, list(known), 1)
    return f"'{key}' is unknown" + (f", did you mean '{near[0]}'?" if near else "")


def _key_faults(data: FigureData) -> Iterator[str]:
    for key in data:
        if key not in FIGURE_KEYS:
            yield f"figure: {unknown(key, FIGURE_KEYS)}"
    if data.get("view", "side") not in VIEWS:
        yield f"view: {unknown(str(data.get('view')), tuple(VIEWS))}"
    if data.get("layout", "stacked") not in ("stacked", "side_by_side"):
        yield f"layout: {unknown(str(data.get('layout')), ('stacked', 'side_by_side'))}"
    alt = data.get("alt")
    for language in LANGUAGES:
        words = alt.get(language) if isinstance(alt, Mapping) else None
        for phase in PHASES:
            if phase in data and not (isinstance(words, Mapping) and str(words.get(phase, "")).strip()):
                yield f"alt.{language}.{phase} is missing: say in words what the picture shows"
    for phase in ("start", "end"):
        if not isinstance(data.get(phase), Mapping):
            yield f"{phase} is missing"
    for phase in ("pose", *PHASES):
        table = data.get(phase)
        if isinstance(table, Mapping):
            yield from (f"{phase}.{fault}" for fault in faults_in_pose(table))
        elif table is not None:
            yield f"{phase} must be a table"
    for i, prop in enumerate(tables(data.get("props"))):
        kind = str(prop.get("kind"))
        if kind not in PROP_KINDS:
            yield f"props[{i}].kind: {unknown(kind, tuple(PROP_KINDS))}"
            continue
        for key in prop:
            if key not in PROP_KINDS[kind].keys:
                yield f"props[{i}] ({kind}): {unknown(key, PROP_KINDS[kind].keys)}"
        if prop.get("layer", "front") not in LAYERS:
            yield f"props[{i}].layer: {unknown(str(prop.get('layer')), LAYERS)}"
    if not tables(data.get("arrows")):
        yield "arrows: at least one arrow must show the movement"
    for i, arrow in enumerate(tables(data.get("arrows"))):
        for key in arrow:
            if key not in ARROW_KEYS:
                yield f"arrows[{i}]: {unknown(key, ARROW_KEYS)}"
        if arrow.get("on", "end") not in data:
            yield f"arrows[{i}].on: there is no picture '{arrow.get('on')}'"
        path = arrow.get("path")
        if not isinstance(path, (list, tuple)) or len(path) < 2:
            yield f"arrows[{i}].path needs two or more points [right, up]"


def _bend(a: Vector, joint: Vector, b: Vector) -> float:
    cosine = dot(unit(minus(a, joint)), unit(minus(b, joint)))
    return 180 - math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def _body_faults(pose: Pose, body: Body) -> Iterator[str]:
    for key, missed in body.missed.items():
        yield f"{key} misses its place by {missed:.1f}: move the pelvis or the contact"
    for side in SIDES:
        p = body.points
        for joint, a, b in (("knee", "hip", "ankle"), ("elbow", "shoulder", "wrist")):
            bend = _bend(p[f"{side}_{a}"], p[f"{side}_{joint}"], p[f"{side}_{b}"])
            if bend > JOINT_LIMITS[joint][1] + 1:
                yield f"{side}_{joint} bends {bend:.0f}°, more than a person's {JOINT_LIMITS[joint][1]:.0f}°"
        thigh = _bend(p["sacrum"], p["pelvis"], p[f"{side}_knee"])
        if thigh > 150:
            yield f"{side}_hip bends {thigh:.0f}°: the thigh would go through the belly"
    low, part = min((c[1] - r, name) for name, spheres in body.flesh.items() for c, r in spheres)
    support = pose.number("support")
    if low < support - _SINKS:
        yield f"{part} sinks {support - low:.1f} into its support"
    elif low > support + _FLOATS:
        yield f"{part} is lowest and floats {low - support:.1f} above its support: lower it or set 'support'"


def _difference_faults(bodies: Mapping[str, Body]) -> Iterator[str]:
    start, end = bodies["start"].points, bodies["end"].points
    if max(length(minus(start[name], end[name])) for name in start) < _STILL:
        yield "start and end show the same pose"


def _landmark_faults(data: FigureData, body: Body) -> Iterator[str]:
    names = tuple(body.points)
    for i, arrow in enumerate(tables(data.get("arrows"))):
        if str(arrow.get("at")) not in names:
            yield f"arrows[{i}].at: {unknown(str(arrow.get('at')), names)}"
    for i, prop in enumerate(tables(data.get("props"))):
        spots = [prop["at"]] if "at" in prop else []
        path = prop.get("path")
        spots.extend(path if isinstance(path, (list, tuple)) else ())
        for spot in spots:
            name = spot[0] if isinstance(spot, (list, tuple)) and spot else spot
            if isinstance(name, str) and name not in names:
                yield f"props[{i}]: {unknown(name, names)}"


def _picture_faults(data: FigureData, poses: Mapping[str, Pose], bodies: Mapping[str, Body]) -> Iterator[str]:
    camera = camera_of(data)
    boxes = [bounds(paint_phase(data, phase, poses[phase], bodies[phase], camera)) for phase in poses]
    width = max(b[2] for b in boxes) - min(b[0] for b in boxes) + 2 * MARGIN
    height = max(b[3] for b in boxes) - min(b[1] for b in boxes) + 2 * MARGIN
    if width > WIDEST + _ROUNDING or height > TALLEST + _ROUNDING:
        yield f"the picture is {width:.0f} by {height:.0f} units, more than {WIDEST:.0f} by {TALLEST:.0f}"
    for phase, body in bodies.items():
        head = camera.flat(body.points["head"])
        drawn: list[tuple[int, list[tuple[float, float]]]] = []
        for i, arrow in enumerate(tables(data.get("arrows"))):
            if arrow.get("on", "end") != phase:
                continue
            path = arrow_path(camera, body, arrow)
            if any(math.dist(head, point) < _FACE * UNITS for point in path):
                yield f"arrows[{i}] lies over the face"
            for j, other in drawn:
                if any(math.dist(a, b) < 4 * UNITS for a in path for b in other):
                    yield f"arrows[{i}] touches arrows[{j}]"
            drawn.append((i, path))
