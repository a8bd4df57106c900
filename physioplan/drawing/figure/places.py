"""Places on one's own body where a hand may rest."""

from __future__ import annotations

from collections.abc import Mapping

from physioplan.drawing.figure.vector import Turn, Vector, along, between, cross, minus, plus, unit

# place: (landmark, frame, forwards, upwards, outwards) in per cent of body height
HAND_PLACES: dict[str, tuple[str, str, float, float, float]] = {
    "hip": ("pelvis", "pelvis", 1.0, 6.5, 10.2),
    "lower_belly": ("sacrum", "lumbar", 6.6, 1.0, 3.6),
    "belly": ("sacrum", "lumbar", 7.0, 5.5, 3.6),
    "chest": ("waist", "thorax", 7.4, 7.0, 3.5),
    "ribs": ("waist", "thorax", 2.5, 2.5, 9.5),
    "low_back": ("sacrum", "lumbar", -7.5, 3.0, 3.5),
    "seat": ("pelvis", "pelvis", -8.0, 0.0, 4.5),
    "forehead": ("head", "head", 6.6, 2.0, 2.5),
    "ear": ("head", "head", -2.0, 0.0, 6.5),
    "back_of_head": ("head", "head", -7.0, 1.0, 2.0),
    "other_shoulder": ("neck", "thorax", 4.5, -2.5, -8.0),
}
LIMB_PLACES = ("thigh", "knee", "shin", "back_of_thigh", "right_knee", "left_knee", "right_shin", "left_shin")
PLACES = (*HAND_PLACES, *LIMB_PLACES)


def hand_place(
    points: Mapping[str, Vector], frames: Mapping[str, Turn], side: str, place: tuple[str, Vector]
) -> Vector:
    """Where the middle of the palm goes; the offset is forwards, upwards, outwards of the place's frame."""
    name, (forwards, upwards, outwards) = place
    s = 1.0 if side == "right" else -1.0
    if name in HAND_PLACES:
        landmark, frame, ahead, above, aside = HAND_PLACES[name]
        turn = frames[frame]
        at = along(points[landmark], turn[0], ahead + forwards)
        at = along(at, turn[1], above + upwards)
        return along(at, turn[2], s * (aside + outwards))
    offset = (forwards, upwards, s * outwards)
    whose = name.split("_")[0] if name.startswith(("right_", "left_")) else side
    hip, knee, ankle = points[f"{whose}_hip"], points[f"{whose}_knee"], points[f"{whose}_ankle"]
    right = frames["pelvis"][2]
    front = _square(hip, knee, right)
    if name == "thigh":
        return plus(along(between(hip, knee, 0.68), front, 5.4), offset)
    if name == "back_of_thigh":
        return plus(along(between(hip, knee, 0.8), front, -5.6), offset)
    shin_front = _square(knee, ankle, right)
    if name.endswith("shin"):
        return plus(along(between(knee, ankle, 0.22), shin_front, 5.0), offset)
    return plus(along(knee, _half(front, shin_front), 4.6), offset)


def _square(top: Vector, bottom: Vector, right: Vector) -> Vector:
    return unit(cross(unit(minus(top, bottom)), right))


def _half(a: Vector, b: Vector) -> Vector:
    return unit(plus(a, b))
