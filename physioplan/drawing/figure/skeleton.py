"""The posed body in space: from joint angles and planted contacts to landmarks, frames and flesh."""

from __future__ import annotations

from dataclasses import dataclass, field

from physioplan.drawing.figure import flesh as f
from physioplan.drawing.figure.flesh import Sphere
from physioplan.drawing.figure.inverse_kinematics import two_bones
from physioplan.drawing.figure.places import hand_place
from physioplan.drawing.figure.pose import SIDES, Pose
from physioplan.drawing.figure.vector import (
    Turn,
    Vector,
    about_front,
    about_right,
    about_up,
    along,
    between,
    cross,
    length,
    minus,
    plus,
    then,
    times,
    unit,
)

_UP: Vector = (0.0, 1.0, 0.0)
_ON_TOES = ("tiptoe", "toes_tucked")
_OUTWARDS = {"right": 1.0, "left": -1.0}


@dataclass(slots=True)
class Body:
    """Landmarks by name, the frame of each trunk segment, the flesh of each part, contacts not reached."""

    points: dict[str, Vector] = field(default_factory=dict)
    frames: dict[str, Turn] = field(default_factory=dict)
    flesh: dict[str, list[Sphere]] = field(default_factory=dict)
    trunk_axes: list[tuple[Sphere, Sphere]] = field(default_factory=list)
    missed: dict[str, float] = field(default_factory=dict)


def lowest(body: Body, part: str) -> float:
    """Height of the lowest point of the parts whose name contains ``part`` ("all": of the whole body)."""
    wanted = {"all": "", "seat": "trunk"}.get(part, part)
    return min(c[1] - r for name, spheres in body.flesh.items() if wanted in name for c, r in spheres)


def body_of(pose: Pose) -> Body:
    """Pose a body; it is lowered on to what it rests on before hands and feet are planted."""
    root = pose.point("pelvis") or (0.0, 0.0, 0.0)
    resting = pose.word("resting", "nothing")
    anchor = pose.place("anchor")
    raw = pose.keys.get("anchor")
    if resting != "nothing" or anchor is not None:
        trial = Body()
        _trunk(trial, pose, root)
        for side in SIDES:
            if not (pose.has(side + "_foot") or pose.has(side + "_foot_on")):
                _free_leg(trial, pose, side)
        if resting != "nothing":
            root = plus(root, (0.0, pose.number("support") - lowest(trial, resting), 0.0))
        if isinstance(raw, (list, tuple)) and len(raw) == 2 and raw[0] in trial.points:
            root = plus(root, (float(raw[1]) - trial.points[raw[0]][0], 0.0, 0.0))
    body = Body()
    _trunk(body, pose, root)
    late_legs = [side for side in SIDES if pose.has(side + "_foot_on")]
    for side in SIDES:
        if side in late_legs:
            continue
        if pose.has(side + "_foot"):
            _planted_leg(body, pose, side)
        else:
            _free_leg(body, pose, side)
    for side in late_legs:
        _planted_leg(body, pose, side)
    for side in SIDES:
        _arm(body, pose, side)
    return body


def _trunk(body: Body, pose: Pose, root: Vector) -> None:
    n = pose.number
    pelvis = then(about_right(-n("lean")), about_up(-n("turn")), about_front(n("roll")))
    frames = {"pelvis": pelvis}
    below = pelvis
    for name in ("lumbar", "thorax", "neck"):
        below = then(
            below, about_right(-n(name)), about_front(n(f"{name}_side")), about_up(-n(f"{name}_turn"))
        )
        frames[name] = below
    frames["head"] = then(below, about_right(-n("head")))
    p = body.points
    p["pelvis"] = root
    p["sacrum"] = along(root, pelvis[1], f.SACRUM)
    p["waist"] = along(p["sacrum"], frames["lumbar"][1], f.LUMBAR)
    p["neck"] = along(p["waist"], frames["thorax"][1], f.THORAX)
    p["skull"] = along(p["neck"], frames["neck"][1], f.NECK)
    face, crown, _ = frames["head"]
    head = along(along(p["skull"], crown, f.HEAD), face, 1.2)
    p["head"] = head
    p["crown"] = along(head, crown, 8.0)
    p["nose"] = along(head, face, 6.5)
    p["back_of_head"] = along(head, face, -7.6)
    p["chest"] = along(between(p["waist"], p["neck"], 0.6), frames["thorax"][0], 7.5)
    p["upper_back"] = along(between(p["waist"], p["neck"], 0.5), frames["thorax"][0], -8.0)
    mid = between(p["sacrum"], p["waist"], 0.5)
    p["belly"] = along(mid, frames["lumbar"][0], 7.0 + n("belly"))
    p["low_back"] = along(mid, frames["lumbar"][0], -8.0)
    p["pelvis_front"] = along(root, pelvis[0], 8.5)
    p["seat"] = along(root, pelvis[0], -8.5)
    chest_right, chest_up, chest_front = frames["thorax"][2], frames["thorax"][1], frames["thorax"][0]
    for side, s in _OUTWARDS.items():
        p[f"{side}_hip"] = along(root, pelvis[2], s * f.HALF_HIP_WIDTH)
        shoulder = along(p["neck"], chest_right, s * f.HALF_SHOULDER_WIDTH)
        shoulder = along(shoulder, chest_up, n(f"{side}_shrug") - f.SHOULDER_BELOW_NECK)
        p[f"{side}_shoulder"] = along(shoulder, chest_front, 0.4 + n(f"{side}_protract"))
        p[f"{side}_ear"] = along(along(along(head, frames["head"][2], s * 5.2), face, -2.8), crown, -0.6)
    body.frames = frames
    spans = {
        "pelvis": (root, p["sacrum"]),
        "lumbar": (p["sacrum"], p["waist"]),
        "thorax": (p["waist"], p["neck"]),
    }
    for name, fraction, half_width, radius, forward in f.TRUNK_FLESH:
        front, _, right = frames[name]
        if name == "lumbar":  # a breath in or a belly drawn in
            radius, forward = radius + n("belly") * 0.45, forward + n("belly") * 0.55
        centre = along(between(*spans[name], fraction), front, forward)
        body.trunk_axes.append(
            ((along(centre, right, half_width), radius), (along(centre, right, -half_width), radius))
        )
    body.flesh["trunk"] = [sphere for pair in body.trunk_axes for sphere in pair]
    body.flesh["nape"] = [
        (along(between(p["waist"], p["neck"], 0.93), frames["thorax"][0], -0.2), 3.8),
        (between(p["neck"], p["skull"], 0.55), 2.95),
        (along(p["skull"], face, 0.6), 2.85),
    ]
    body.flesh["skull"] = [(along(along(head, crown, 1.0), face, -1.0), 6.0)]
    body.flesh["face"] = [
        (along(along(head, crown, 0.6), face, 1.2), 5.0),
        (along(along(head, crown, -4.0), face, 2.0), 2.65),
        (along(along(along(head, crown, -3.1), face, 1.6), frames["head"][2], 1.7), 2.7),
        (along(along(along(head, crown, -3.1), face, 1.6), frames["head"][2], -1.7), 2.7),
    ]
    body.flesh["nose"] = [
        (along(along(head, crown, -0.6), face, 5.8), 0.9),
        (along(along(head, crown, 1.4), face, 5.5), 0.6),
    ]


def _free_leg(body: Body, pose: Pose, side: str) -> None:
    s = _OUTWARDS[side]
    n = pose.number
    thigh = then(
        body.frames["pelvis"],
        about_right(n(f"{side}_hip")),
        about_front(-s * n(f"{side}_hip_abduction")),
        about_up(-s * n(f"{side}_hip_rotation")),
    )
    hip = body.points[f"{side}_hip"]
    knee = along(hip, thigh[1], -f.THIGH)
    shank = then(thigh, about_right(-n(f"{side}_knee")))
    ankle = along(knee, shank[1], -f.SHANK)
    style = pose.word(f"{side}_foot_style", "free")
    _leg_flesh(body, pose, side, knee, ankle, thigh[0], shank, style)


def _planted_leg(body: Body, pose: Pose, side: str) -> None:
    pelvis = body.frames["pelvis"]
    hip = body.points[f"{side}_hip"]
    style = pose.word(f"{side}_foot_style", "flat")
    place = pose.place(f"{side}_foot_on")
    if place is not None:
        style = pose.word(f"{side}_foot_style", "free")
        target = plus(body.points.get(place[0], hip), place[1])
    else:
        target = pose.point(f"{side}_foot") or hip
    if style == "flat":
        target = plus(target, (0.0, f.ANKLE_HEIGHT, 0.0))
    elif style in _ON_TOES:
        target = plus(target, (0.0, f.ANKLE_ON_TOES, 0.0))
    towards = pose.point(f"{side}_knee_towards") or along(pelvis[0], pelvis[1], -0.15)
    knee, ankle, missed = two_bones(hip, target, f.THIGH, f.SHANK, towards)
    if missed > 0.4:
        body.missed[f"{side}_foot"] = missed
    right = pelvis[2]
    upper, lower = unit(minus(hip, knee)), unit(minus(knee, ankle))
    front = unit(cross(lower, right))
    shank: Turn = (front, lower, unit(cross(front, lower)))
    _leg_flesh(body, pose, side, knee, ankle, unit(cross(upper, right)), shank, style)


def _foot_axes(pose: Pose, side: str, facing: Turn, shank: Turn, style: str) -> tuple[Vector, Vector]:
    """Where the toes point and where the top of the foot points."""
    given = pose.point(f"{side}_toes")
    if style == "flat":
        ahead = facing[0] if abs(facing[0][1]) < 0.7 else times(facing[1], -1 if facing[0][1] > 0 else 1)
        ahead = given or ahead
        return unit((ahead[0], 0.0, ahead[2])), _UP
    if style in _ON_TOES:
        ahead = given or (facing[0] if style == "tiptoe" else times(shank[1], 0.0))
        if length(ahead) < 0.1:
            ahead = shank[0]
        level = unit((ahead[0], 0.0, ahead[2]))
        toes = unit((level[0] * 0.75, -1.0, level[2] * 0.75))
        top = unit(plus(level, times(_UP, 0.75)))
        return toes, top
    foot = then(shank, about_right(pose.number(f"{side}_ankle")))
    return foot[0], foot[1]


def _leg_flesh(
    body: Body,
    pose: Pose,
    side: str,
    knee: Vector,
    ankle: Vector,
    thigh_front: Vector,
    shank: Turn,
    style: str,
) -> None:
    toes, top = _foot_axes(pose, side, body.frames["pelvis"], shank, style)
    p = body.points
    p[f"{side}_knee"], p[f"{side}_ankle"] = knee, ankle
    down = -f.ANKLE_HEIGHT
    heel = along(along(ankle, toes, -f.HEEL), top, down + 2.2)
    ball = along(along(ankle, toes, f.FOOT * 0.70), top, down + 1.85)
    toe = along(along(ankle, toes, f.FOOT), top, down + 1.45)
    if style in _ON_TOES:  # the toes bend and lie on the floor
        toe = plus(along(ball, unit((toes[0], 0.0, toes[2])), f.FOOT * 0.3), (0.0, -0.35, 0.0))
    p[f"{side}_heel"], p[f"{side}_ball"], p[f"{side}_toe"] = heel, ball, toe
    hip = p[f"{side}_hip"]
    body.flesh[f"{side}_thigh"] = [
        (along(between(hip, knee, t), thigh_front, o), r) for t, r, o in f.THIGH_FLESH
    ]
    body.flesh[f"{side}_shank"] = [
        (along(between(knee, ankle, t), shank[0], o), r) for t, r, o in f.SHANK_FLESH
    ]
    across = times(unit(cross(toes, top)), 1.5)
    body.flesh[f"{side}_foot"] = [
        (ankle, 2.35),
        (heel, 2.2),
        (plus(ball, across), 1.75),
        (minus(ball, across), 1.75),
        (along(toe, across, 0.6), 1.4),
        (along(toe, across, -0.6), 1.4),
    ]


def _arm(body: Body, pose: Pose, side: str) -> None:
    s = _OUTWARDS[side]
    n = pose.number
    chest = body.frames["thorax"]
    shoulder = body.points[f"{side}_shoulder"]
    towards = pose.point(f"{side}_elbow_towards") or along(times(chest[0], -1), chest[1], -0.3)
    fingers = pose.point(f"{side}_fingers")
    place = pose.place(f"{side}_hand_on")
    target = pose.point(f"{side}_hand")
    resting_elbow = pose.point(f"{side}_elbow_at")
    thumb: Vector
    if resting_elbow is not None:
        way = minus(resting_elbow, shoulder)
        if abs(length(way) - f.UPPER_ARM) > 0.6:
            body.missed[f"{side}_elbow_at"] = abs(length(way) - f.UPPER_ARM)
        elbow = along(shoulder, unit(way), f.UPPER_ARM)
        hand = unit(pose.point(f"{side}_forearm") or (1.0, 0.0, 0.0))
        wrist = along(elbow, hand, f.FOREARM)
        thumb = unit(cross((0.0, s, 0.0), hand))
        upper_front = chest[0]
    elif place is not None or target is not None:
        flat = pose.word(f"{side}_hand_style", "grip" if place is not None else "flat") == "flat"
        if place is not None:
            goal = hand_place(body.points, body.frames, side, place)
            palm = f.HAND * 0.42
            elbow, tip, missed = two_bones(shoulder, goal, f.UPPER_ARM, f.FOREARM + palm, towards)
            hand = unit(minus(tip, elbow))
            wrist = along(elbow, hand, f.FOREARM)
            hand = unit(fingers) if fingers else hand
        else:
            goal = plus(target or shoulder, (0.0, f.PALM_ABOVE_FLOOR if flat else 0.0, 0.0))
            elbow, wrist, missed = two_bones(shoulder, goal, f.UPPER_ARM, f.FOREARM, towards)
            ahead = fingers or ((chest[1][0], 0.0, chest[1][2]) if flat else minus(wrist, elbow))
            hand = unit(ahead)
        if missed > 0.4:
            body.missed[f"{side}_hand"] = missed
        thumb = unit(cross((0.0, s, 0.0), hand)) if flat else _upwards_of(hand, chest[1])
        upper_front = unit(cross(unit(minus(shoulder, elbow)), chest[2]))
    else:
        upper = then(
            chest,
            about_right(n(f"{side}_shoulder")),
            about_front(-s * n(f"{side}_shoulder_abduction")),
            about_up(-s * n(f"{side}_shoulder_rotation")),
        )
        elbow = along(shoulder, upper[1], -f.UPPER_ARM)
        fore = then(upper, about_right(n(f"{side}_elbow")))
        wrist = along(elbow, fore[1], -f.FOREARM)
        palm_frame = then(fore, about_right(n(f"{side}_wrist")))
        hand, thumb, upper_front = times(palm_frame[1], -1), palm_frame[0], upper[0]
    p = body.points
    p[f"{side}_elbow"], p[f"{side}_wrist"] = elbow, wrist
    p[f"{side}_hand"] = along(wrist, hand, f.HAND * 0.5)
    p[f"{side}_fingertips"] = along(wrist, hand, f.HAND)
    body.flesh[f"{side}_upper_arm"] = [
        (along(between(shoulder, elbow, t), upper_front, o), r) for t, r, o in f.UPPER_ARM_FLESH
    ]
    body.flesh[f"{side}_forearm"] = [(between(elbow, wrist, t), r) for t, r, _ in f.FOREARM_FLESH]
    body.flesh[f"{side}_hand"] = [
        (wrist, 1.75),
        (along(along(wrist, hand, f.HAND * 0.38), thumb, 0.2), 2.0),
        (along(wrist, hand, f.HAND * 0.72), 1.65),
        (p[f"{side}_fingertips"], 1.0),
    ]
    body.flesh[f"{side}_thumb"] = [
        (along(along(wrist, hand, 1.4), thumb, 0.9), 1.1),
        (along(along(wrist, hand, 4.0), thumb, 2.5), 0.8),
    ]


def _upwards_of(hand: Vector, up: Vector) -> Vector:
    share = hand[0] * up[0] + hand[1] * up[1] + hand[2] * up[2]
    aside = minus(up, times(hand, share))
    return unit(aside) if length(aside) > 0.2 else (0.0, 0.0, 1.0)
