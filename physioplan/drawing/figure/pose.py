"""The pose vocabulary: which keys there are, and how posture, shared keys and one phase become one pose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from physioplan.drawing.figure.postures import POSTURES
from physioplan.drawing.figure.vector import Vector

SIDES = ("right", "left")
TRUNK_ANGLES = frozenset(
    {"lean", "turn", "roll", "belly", "head"}
    | {segment + way for segment in ("lumbar", "thorax", "neck") for way in ("", "_side", "_turn")}
)
LEG_ANGLES = frozenset({"hip", "hip_abduction", "hip_rotation", "knee"})
ARM_ANGLES = frozenset({"shoulder", "shoulder_abduction", "shoulder_rotation", "elbow"})
LIMB_ANGLES = LEG_ANGLES | ARM_ANGLES | {"ankle", "wrist", "shrug", "protract"}
LEG_CONTACTS = frozenset({"foot", "foot_on"})
ARM_CONTACTS = frozenset({"hand", "hand_on", "elbow_at"})
LIMB_POINTS = frozenset({"foot", "hand", "elbow_at"})
LIMB_DIRECTIONS = frozenset({"knee_towards", "elbow_towards", "forearm", "fingers", "toes"})
LIMB_PLACES = frozenset({"foot_on", "hand_on"})
LIMB_STYLES: dict[str, tuple[str, ...]] = {
    "foot_style": ("flat", "tiptoe", "toes_tucked", "free"),
    "hand_style": ("flat", "grip"),
}
LIMB_KEYS = LIMB_ANGLES | LIMB_POINTS | LIMB_DIRECTIONS | LIMB_PLACES | frozenset(LIMB_STYLES)
WHOLE_KEYS = TRUNK_ANGLES | {"posture", "pelvis", "resting", "support", "anchor", "order"}
RESTING = ("nothing", "trunk", "thigh", "shank", "foot", "seat", "all")
GROUPS = ("right_arm", "left_arm", "right_leg", "left_leg", "trunk", "head")

_EXCLUDES = (
    # What is said of a limb replaces whatever an earlier layer said of the same limb in another way.
    (LEG_ANGLES, LEG_CONTACTS | {"foot_style", "knee_towards"}),
    (LEG_CONTACTS, LEG_CONTACTS | LEG_ANGLES | {"foot_style"}),
    (ARM_ANGLES, ARM_CONTACTS | {"hand_style", "elbow_towards", "fingers", "forearm"}),
    (ARM_CONTACTS, ARM_CONTACTS | ARM_ANGLES | {"hand_style", "fingers", "forearm"}),
)

PoseData = Mapping[str, object]


def mirrored(key: str, value: object) -> object:
    """A value given for the right side as the left side has it: sideways numbers change their sign."""
    if key in LIMB_POINTS | LIMB_DIRECTIONS and isinstance(value, (list, tuple)) and len(value) == 3:
        return [value[0], value[1], -value[2]]
    if key in LIMB_PLACES and isinstance(value, (list, tuple)):
        place = str(value[0]).replace("right_", "left_")
        return [place, *value[1:3], *(-v for v in value[3:])] if key == "foot_on" else [place, *value[1:]]
    if key in LIMB_PLACES and isinstance(value, str):
        return value.replace("right_", "left_")
    return value


def _sided(layer: PoseData) -> dict[str, object]:
    out: dict[str, object] = {}
    for key, value in layer.items():
        if key.startswith("both_"):
            name = key.removeprefix("both_")
            out[f"right_{name}"] = value
            out[f"left_{name}"] = mirrored(name, value)
    out.update((k, v) for k, v in layer.items() if not k.startswith("both_"))
    return out


def _lay(below: dict[str, object], layer: PoseData) -> None:
    above = _sided(layer)
    for side in SIDES:
        named = {k.removeprefix(side + "_") for k in above if k.startswith(side + "_")}
        for kind, replaced in _EXCLUDES:
            if named & kind:
                for key in replaced:
                    below.pop(f"{side}_{key}", None)
    if "pelvis" in above:
        below.pop("resting", None)
        below.pop("anchor", None)
    below.update(above)


@dataclass(frozen=True, slots=True)
class Pose:
    """All keys that hold in one phase, sides spelled out, read by kind."""

    keys: Mapping[str, object]

    def has(self, key: str) -> bool:
        return key in self.keys

    def number(self, key: str, otherwise: float = 0.0) -> float:
        value = self.keys.get(key, otherwise)
        return float(value) if isinstance(value, (int, float)) else otherwise

    def word(self, key: str, otherwise: str = "") -> str:
        value = self.keys.get(key, otherwise)
        return value if isinstance(value, str) else otherwise

    def point(self, key: str) -> Vector | None:
        value = self.keys.get(key)
        if not isinstance(value, (list, tuple)) or not all(isinstance(v, (int, float)) for v in value):
            return None
        return (float(value[0]), float(value[1]), float(value[2]) if len(value) > 2 else 0.0)

    def place(self, key: str) -> tuple[str, Vector] | None:
        """A named place on the body with an offset from it."""
        value = self.keys.get(key)
        if isinstance(value, str):
            return value, (0.0, 0.0, 0.0)
        if isinstance(value, (list, tuple)) and value and isinstance(value[0], str):
            off = [float(v) for v in value[1:4]] + [0.0, 0.0, 0.0]
            return value[0], (off[0], off[1], off[2])
        return None


def pose_of(shared: PoseData, phase: PoseData) -> Pose:
    """One phase complete: its posture, then the keys all phases share, then its own."""
    keys: dict[str, object] = {}
    posture = phase.get("posture", shared.get("posture"))
    if isinstance(posture, str) and posture in POSTURES:
        _lay(keys, POSTURES[posture])
    _lay(keys, shared)
    _lay(keys, phase)
    return Pose(keys)
