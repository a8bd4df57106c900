"""A kettlebell hangs from the hand that carries it."""

from __future__ import annotations

from typing import Any

from physioplan.drawing.figure.check import check_pose
from physioplan.drawing.figure.figure import figure_of
from physioplan.drawing.palette import SCREEN_LIGHT
from physioplan.drawing.svg import to_svg


def _figure(*props: dict[str, Any]) -> dict[str, Any]:
    words = {"start": "A person stands.", "end": "The arm is lifted."}
    return {
        "alt": {"en": words, "de": words},
        "pose": {"posture": "standing"},
        "start": {},
        "end": {"right_shoulder": 60},
        "props": list(props),
        "arrows": [{"at": "right_hand", "path": [[4, -16], [6, -4]]}],
    }


def test_a_kettlebell_is_understood_and_adds_to_the_picture() -> None:
    figure = _figure({"kind": "kettlebell"})
    assert check_pose(figure) == ()
    assert to_svg(figure_of(figure).start, SCREEN_LIGHT) != to_svg(figure_of(_figure()).start, SCREEN_LIGHT)


def test_a_kettlebell_can_be_made_larger() -> None:
    small, large = _figure({"kind": "kettlebell", "radius": 4}), _figure({"kind": "kettlebell", "radius": 6})
    assert to_svg(figure_of(small).end, SCREEN_LIGHT) != to_svg(figure_of(large).end, SCREEN_LIGHT)
