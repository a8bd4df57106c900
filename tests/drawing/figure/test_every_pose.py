"""Every figure that ships is a body a human could have, resting on something, with an arrow."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from physioplan.drawing.contact_sheet import ASSETS, FOLDERS, figure_tables
from physioplan.drawing.figure.check import check_pose
from physioplan.drawing.figure.figure import figure_of
from physioplan.drawing.palette import PALETTES
from physioplan.drawing.shape import Path

FIGURES = figure_tables([ASSETS / folder for folder in FOLDERS])


@pytest.mark.parametrize("name", FIGURES)
def test_a_shipped_figure_has_no_fault(name: str) -> None:
    assert check_pose(FIGURES[name]) == ()


@pytest.mark.parametrize("name", FIGURES)
def test_start_and_end_share_one_frame_and_nothing_leaves_it(name: str) -> None:
    figure = figure_of(FIGURES[name])
    pictures = [d for d in (figure.start, figure.middle, figure.end) if d is not None]
    assert len({(d.width, d.height) for d in pictures}) == 1
    for drawing in pictures:
        for shape in drawing.shapes:
            assert isinstance(shape, Path)
            for segment in shape.segments:
                for x, y in zip(segment[1::2], segment[2::2], strict=True):
                    assert 0 <= float(x) <= drawing.width
                    assert 0 <= float(y) <= drawing.height


def test_every_role_that_is_drawn_has_a_colour_in_every_palette() -> None:
    roles: set[str] = set()
    for table in FIGURES.values():
        figure = figure_of(table)
        for shape in (*figure.start.shapes, *figure.end.shapes):
            assert isinstance(shape, Path)
            roles |= {role for role in (shape.fill, shape.stroke) if role}
    for palette in PALETTES.values():
        assert roles <= set(palette)


def test_the_six_movement_control_tests_are_drawn() -> None:
    tests = figure_tables([ASSETS / "movement_tests"])
    wanted: Mapping[str, object] = dict.fromkeys(
        (
            "dorsal_pelvic_tilt",
            "one_leg_stance",
            "prone_knee_bend",
            "quadruped_rocking",
            "sitting_knee_extension",
            "waiters_bow",
        )
    )
    assert set(wanted) <= set(tests)
