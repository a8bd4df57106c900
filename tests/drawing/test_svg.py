"""SVG export."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path as FilePath

import pytest

from physioplan.drawing.contact_sheet import main
from physioplan.drawing.palette import PRINT_BLACK, SCREEN_LIGHT
from physioplan.drawing.shape import Drawing, Path, Text
from physioplan.drawing.svg import to_svg

SQUARE = Path(
    (("M", 0.0, 0.0), ("L", 10.04, 0.0), ("C", 10.0, 5.0, 5.0, 10.0, 0.0, 10.0), ("Z",)), fill="line"
)


def test_a_drawing_becomes_well_formed_svg_with_its_words() -> None:
    svg = to_svg(Drawing(20, 10, (SQUARE,), alt='A person & a "chair"'), SCREEN_LIGHT)
    root = ET.fromstring(svg)
    assert root.attrib["aria-label"] == 'A person & a "chair"'
    assert "M0 0L10 0C10 5 5 10 0 10Z" in svg


def test_the_palette_decides_the_colour() -> None:
    assert SCREEN_LIGHT["line"] in to_svg(Drawing(20, 10, (SQUARE,)), SCREEN_LIGHT)
    assert PRINT_BLACK["line"] in to_svg(Drawing(20, 10, (SQUARE,)), PRINT_BLACK)


def test_an_unknown_role_is_not_painted_silently() -> None:
    with pytest.raises(KeyError, match="tartan"):
        to_svg(
            Drawing(20, 10, (Path((("M", 0.0, 0.0), ("L", 1.0, 1.0)), stroke="tartan", width=1),)),
            SCREEN_LIGHT,
        )


def test_words_in_a_drawing_are_escaped() -> None:
    assert "a &lt; b" in to_svg(Drawing(20, 10, (Text(1, 1, "a < b", 5),)), SCREEN_LIGHT)


def test_the_contact_sheet_holds_every_figure(tmp_path: FilePath) -> None:
    assert main([str(tmp_path), "--palette", "print_black"]) == 0
    assert (tmp_path / "bird_dog-start.svg").exists()
    sheet = (tmp_path / "index.svg").read_text(encoding="utf-8")
    assert "bird dog" in sheet
    ET.fromstring(sheet)
