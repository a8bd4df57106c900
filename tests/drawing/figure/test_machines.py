"""Training machines are drawn from a few keys, and follow the points they are given."""

from __future__ import annotations

from typing import Any

import pytest

from physioplan.drawing.figure.check import check_pose
from physioplan.drawing.figure.figure import figure_of
from physioplan.drawing.palette import SCREEN_LIGHT
from physioplan.drawing.svg import to_svg

MACHINES: list[dict[str, Any]] = [
    {"kind": "pad", "path": [[-20, 20], [-30, 40]]},
    {"kind": "rail", "path": [[-20, 1, 0], [20, 1, 0], [20, 30, 0]]},
    {"kind": "treadmill", "rise": 8},
    {"kind": "elliptical", "near": [8, 13], "far": [-18, 7], "near_grip": [11, 72], "far_grip": [20, 74]},
    {"kind": "weight", "at": "right_hand", "lie": "upright"},
]


def _figure(*props: dict[str, Any]) -> dict[str, Any]:
    words = {"start": "A person stands.", "end": "The arm is lifted."}
    return {
        "alt": {"en": words, "de": words},
        "pose": {"posture": "standing"},
        "start": {},
        "end": {"right_shoulder": 90},
        "props": list(props),
        "arrows": [{"at": "right_hand", "path": [[4, -16], [6, -4]]}],
    }


def _svg(*props: dict[str, Any]) -> str:
    return to_svg(figure_of(_figure(*props)).start, SCREEN_LIGHT)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: str(machine["kind"]))
def test_a_machine_is_understood_and_adds_to_the_picture(machine: dict[str, Any]) -> None:
    assert check_pose(_figure(machine)) == ()
    assert len(_svg(machine)) > len(_svg())


def test_a_steeper_treadmill_is_another_picture() -> None:
    assert _svg({"kind": "treadmill", "rise": 4}) != _svg({"kind": "treadmill", "rise": 12})


def test_a_weight_held_upright_is_another_picture_than_one_held_along() -> None:
    held = {"kind": "weight", "at": "right_hand"}
    assert _svg({**held, "lie": "upright"}) != _svg({**held, "lie": "along"})
