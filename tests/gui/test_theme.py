"""Colours, fonts and the choice between light and dark."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.stylesheet import stylesheet
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import DARK, LIGHT, TYPE, Palette
from physioplan.gui.widgets.label import Label
from tests.gui.theme_for_tests import a_theme


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours."""

    def luminance(value: str) -> float:
        parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "surface", 7),
        ("ink2", "canvas", 7),
        ("ink2", "accent_soft", 7),
        ("ink3", "sunken", 4.5),
        ("accent", "accent_soft", 4.5),
        ("on_accent", "accent", 4.5),
        ("on_accent", "accent_hover", 4.5),
        ("warn", "warn_soft", 4.5),
        ("danger", "danger_soft", 4.5),
        ("on_danger", "danger", 4.5),
        ("key_hint", "accent", 4.5),
        ("clay", "canvas", 4.5),
        ("line_strong", "canvas", 3),
        ("line_strong", "zone", 3),
    ],
)
def test_text_and_borders_stand_out_enough(palette: Palette, front: str, back: str, least: float) -> None:
    roles = palette.roles()
    assert contrast(roles[front], roles[back]) >= least


def test_no_type_style_is_smaller_than_thirteen_pixels() -> None:
    assert min(style.size for style in TYPE.values()) == 13


def test_choosing_dark_changes_the_palette_and_tells(qtbot: QtBot) -> None:
    theme = a_theme()
    theme.choose("light")
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert current_palette() == DARK
    theme.choose("light")
    assert current_palette() == LIGHT


def test_titles_are_set_in_the_serif_and_text_in_the_sans(qtbot: QtBot) -> None:
    a_theme()
    assert "Serif" in font("title").families()[0]
    assert "Sans" in font("body").families()[0]


def test_the_style_sheet_names_no_unfilled_role() -> None:
    assert "{" not in stylesheet(LIGHT).replace("{ ", "").replace(" {", "").replace("{\n", "")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_setting_text_does_not_wear_out_none(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _turn in range(1000):
        label.setText("a")
    assert sys.getrefcount(None) > before - 500
