"""The pose vocabulary says what is wrong, and means what its keys say."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from physioplan.drawing.figure.check import check_pose
from physioplan.drawing.figure.figure import figure_of
from physioplan.drawing.figure.pose import pose_of
from physioplan.drawing.figure.postures import POSTURES
from physioplan.drawing.figure.props import PROP_KINDS
from physioplan.drawing.figure.skeleton import body_of, lowest

SOUND: dict[str, Any] = {
    "view": "side",
    "alt": {
        "en": {"start": "A person stands.", "end": "The arm is lifted."},
        "de": {"start": "Eine Person steht.", "end": "Der Arm ist gehoben."},
    },
    "pose": {"posture": "standing"},
    "start": {},
    "end": {"right_shoulder": 90},
    "props": [{"kind": "floor"}],
    "arrows": [{"at": "right_hand", "path": [[4, -16], [6, -4]]}],
}


def a_figure(**changes: Any) -> dict[str, Any]:
    data = copy.deepcopy(SOUND)
    data.update(changes)
    return data


def faults(**changes: Any) -> str:
    return " | ".join(check_pose(a_figure(**changes)))


def test_a_sound_figure_has_no_fault() -> None:
    assert check_pose(SOUND) == ()


def test_a_misspelt_key_is_named_with_the_key_that_was_meant() -> None:
    assert "end.right_sholder is unknown, did you mean 'right_shoulder'?" in faults(end={"right_sholder": 90})


def test_all_faults_are_told_at_once() -> None:
    told = check_pose(
        a_figure(view="sideways", end={"lumber": 4, "right_knee": 190}, props=[{"kind": "sofa"}])
    )
    assert len(told) == 4


def test_a_knee_that_bends_too_far_is_named() -> None:
    assert "right_knee = 170 is beyond a person's reach" in faults(end={"right_knee": 170})


def test_a_foot_that_cannot_reach_its_place_is_named() -> None:
    assert "right_foot misses its place" in faults(end={"right_foot": [60, 0, 7]})


def test_a_body_above_its_support_floats() -> None:
    end = {"pelvis": [0, 60], "both_hip": 20, "both_knee": 20}
    assert "floats" in faults(end=end)


def test_a_body_below_its_support_sinks() -> None:
    assert "sinks" in faults(end={"pelvis": [0, 40], "both_hip": 0})


def test_a_picture_that_does_not_move_is_refused() -> None:
    assert "start and end show the same pose" in faults(end={})


def test_words_for_those_who_cannot_see_are_required() -> None:
    assert "alt.de.end is missing" in faults(alt={"en": {"start": "a", "end": "b"}, "de": {"start": "a"}})


def test_an_arrow_over_the_face_is_refused() -> None:
    assert "lies over the face" in faults(arrows=[{"at": "head", "path": [[0, 0], [9, 9]]}])


def test_a_figure_wider_than_the_frame_is_refused() -> None:
    assert "more than" in faults(props=[{"kind": "mat", "x": [-150, 150]}])


def test_an_unknown_landmark_of_an_arrow_is_named() -> None:
    assert "arrows[0].at: 'right_hnad' is unknown" in faults(
        arrows=[{"at": "right_hnad", "path": [[0, 1], [0, 9]]}]
    )


@pytest.mark.parametrize("name", POSTURES)
def test_every_posture_rests_on_the_floor_with_all_contacts_reached(name: str) -> None:
    body = body_of(pose_of({}, {"posture": name}))
    assert body.missed == {}
    assert -1.6 < lowest(body, "all") < 1.6


def test_both_sides_are_mirrored() -> None:
    pose = pose_of({}, {"both_foot": [10, 0, 7]})
    assert pose.point("right_foot") == (10, 0, 7)
    assert pose.point("left_foot") == (10, 0, -7)


def test_angles_of_a_limb_lift_its_planted_foot() -> None:
    pose = pose_of({"posture": "standing"}, {"right_hip": 60})
    assert not pose.has("right_foot")
    assert pose.has("left_foot")


def test_the_own_side_wins_over_both() -> None:
    pose = pose_of({}, {"right_knee": 90, "both_knee": 10})
    assert (pose.number("right_knee"), pose.number("left_knee")) == (90, 10)


def test_lifting_the_right_arm_forward_moves_the_hand_to_the_right_of_the_picture_and_up() -> None:
    low = body_of(pose_of({"posture": "standing"}, {})).points["right_hand"]
    high = body_of(pose_of({"posture": "standing"}, {"right_shoulder": 90})).points["right_hand"]
    assert high[0] > low[0] + 15
    assert high[1] > low[1] + 15


def test_turning_by_ninety_degrees_faces_the_viewer() -> None:
    front = body_of(pose_of({"posture": "standing"}, {"turn": 90})).frames["pelvis"][0]
    assert front[2] == pytest.approx(1)


@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_prop_draws_something_with_its_defaults(kind: str) -> None:
    prop: dict[str, Any] = {"kind": kind}
    if "path" in PROP_KINDS[kind].keys:
        prop["path"] = ["left_hand", "right_hand"]
    bare = figure_of(a_figure(props=[]))
    assert len(figure_of(a_figure(props=[prop])).start.shapes) > len(bare.start.shapes)


def test_a_prop_of_one_phase_is_not_in_the_other() -> None:
    only_end = figure_of(a_figure(props=[{"kind": "ball", "phases": ["end"], "at": [30, 10, 0]}]))
    without = figure_of(a_figure(props=[]))
    assert len(only_end.start.shapes) == len(without.start.shapes)


def test_a_standing_figure_lies_side_by_side_and_a_lying_one_stacked() -> None:
    lying = a_figure(pose={"posture": "supine"}, props=[{"kind": "mat"}])
    assert figure_of(SOUND).layout == "side_by_side"
    assert figure_of(lying).layout == "stacked"


def test_a_clock_fills_with_the_time_that_has_gone() -> None:
    empty = a_figure(props=[{"kind": "clock"}])
    filled = a_figure(props=[{"kind": "clock", "minutes": 20}])
    assert check_pose(filled) == ()
    assert len(figure_of(filled).end.shapes) == len(figure_of(empty).end.shapes) + 1


def test_what_is_pictured_in_the_mind_is_drawn_as_a_cloud() -> None:
    thinking = a_figure(props=[{"kind": "thought", "at": [38, 92, 0], "phases": ["end"]}])
    assert check_pose(thinking) == ()
    added = len(figure_of(thinking).end.shapes) - len(figure_of(a_figure(props=[])).end.shapes)
    assert added == 7
