"""Joints are found where they are drawn."""

from __future__ import annotations

from physioplan.drawing.contact_sheet import ASSETS, figure_tables
from physioplan.drawing.figure.figure import figure_of
from physioplan.drawing.figure.joint_positions import joint_positions

FIGURES = figure_tables([ASSETS / "movement_tests"])


def test_every_joint_lies_on_its_picture() -> None:
    for table in FIGURES.values():
        drawing = figure_of(table).end
        for x, y in joint_positions(table)["end"].values():
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height


def test_a_standing_person_has_the_head_above_the_knee() -> None:
    joints = joint_positions(FIGURES["waiters_bow"])["start"]
    assert joints["head"][1] < joints["right_knee"][1]
