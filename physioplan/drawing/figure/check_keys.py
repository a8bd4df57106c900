"""Checks the keys of one pose table: known, of the right kind, within what a joint can do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from physioplan.drawing.figure.limits import JOINT_LIMITS
from physioplan.drawing.figure.places import PLACES
from physioplan.drawing.figure.pose import (
    GROUPS,
    LIMB_ANGLES,
    LIMB_DIRECTIONS,
    LIMB_KEYS,
    LIMB_PLACES,
    LIMB_POINTS,
    LIMB_STYLES,
    RESTING,
    TRUNK_ANGLES,
    WHOLE_KEYS,
)
from physioplan.drawing.figure.postures import POSTURES

_PREFIXES = ("both_", "right_", "left_")
KNOWN = tuple(sorted(WHOLE_KEYS)) + tuple(sorted(p + k for p in _PREFIXES for k in LIMB_KEYS))


def _near(word: str, known: tuple[str, ...]) -> str:
    found = get_close_matches(word, known, 1)
    return f", did you mean '{found[0]}'?" if found else ""


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_point(value: object, sizes: tuple[int, ...] = (3,)) -> bool:
    return isinstance(value, (list, tuple)) and len(value) in sizes and all(_is_number(v) for v in value)


def _word_fault(key: str, value: object, known: tuple[str, ...]) -> Iterator[str]:
    if value not in known:
        yield f"{key}: '{value}' is unknown{_near(str(value), known)}"


def _angle_faults(key: str, joint: str, value: object) -> Iterator[str]:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        yield f"{key} must be a number"
        return
    low, high = JOINT_LIMITS[joint]
    if not low <= value <= high:
        yield f"{key} = {value:g} is beyond a person's reach ({low:g} to {high:g})"


def faults_in_pose(table: Mapping[str, object]) -> Iterator[str]:
    """Faults of one pose table, each starting with its key."""
    for key, value in table.items():
        prefix = next((p for p in _PREFIXES if key.startswith(p)), "")
        name = key.removeprefix(prefix)
        if (prefix and name not in LIMB_KEYS) or (not prefix and key not in WHOLE_KEYS):
            yield f"{key} is unknown{_near(key, KNOWN)}"
        elif prefix:
            yield from _limb_faults(key, name, value)
        else:
            yield from _whole_faults(key, value)


def _limb_faults(key: str, name: str, value: object) -> Iterator[str]:
    if name in LIMB_ANGLES:
        yield from _angle_faults(key, name, value)
    elif name in LIMB_POINTS | LIMB_DIRECTIONS:
        if not _is_point(value):
            yield f"{key} must be three numbers [x, y, z]"
    elif name in LIMB_STYLES:
        yield from _word_fault(key, value, LIMB_STYLES[name])
    elif name in LIMB_PLACES:
        place = value[0] if isinstance(value, (list, tuple)) and value else value
        if isinstance(value, (list, tuple)) and not (len(value) == 4 and _is_point(value[1:])):
            yield f"{key} must be a place, or [place, x, y, z]"
        elif name == "hand_on":
            yield from _word_fault(key, place, PLACES)
        elif not isinstance(place, str):
            yield f"{key} must name a landmark"


def _whole_faults(key: str, value: object) -> Iterator[str]:
    if key in TRUNK_ANGLES:
        yield from _angle_faults(key, key, value)
    elif key == "posture":
        yield from _word_fault(key, value, tuple(POSTURES))
    elif key == "resting":
        yield from _word_fault(key, value, RESTING)
    elif key == "support":
        if not _is_number(value):
            yield "support must be a number (height of what carries the body)"
    elif key == "pelvis":
        if not _is_point(value, (2, 3)):
            yield "pelvis must be [x, y] or [x, y, z]"
    elif key == "anchor":
        if not (isinstance(value, (list, tuple)) and len(value) == 2 and isinstance(value[0], str)):
            yield "anchor must be [landmark, x]"
    elif key == "order":
        for group in value if isinstance(value, (list, tuple)) else [value]:
            yield from _word_fault(key, group, GROUPS)
