"""Shipped figures are packed once and loaded as they were."""

from __future__ import annotations

import pytest

from physioplan.drawing.contact_sheet import ASSETS, FOLDERS, figure_tables
from physioplan.drawing.figure import content_hash as hashing
from physioplan.drawing.figure.content_hash import content_hash
from physioplan.drawing.figure.figure import alt_of, figure_of
from physioplan.drawing.figure.precomputed import PackedFigureError, pack, unpack

FIGURES = figure_tables([ASSETS / folder for folder in FOLDERS])


@pytest.mark.parametrize("name", FIGURES)
def test_a_packed_figure_comes_back_as_it_was(name: str) -> None:
    figure = figure_of(FIGURES[name])
    assert unpack(pack(figure), alt_of(FIGURES[name])) == figure


def test_a_packed_figure_is_small() -> None:
    assert all(len(pack(figure_of(table))) < 12_000 for table in FIGURES.values())


def test_broken_bytes_are_said_to_be_broken() -> None:
    with pytest.raises(PackedFigureError, match="draw it from its poses"):
        unpack(b"nonsense")


def test_half_a_figure_is_said_to_be_broken() -> None:
    import zlib

    whole = zlib.decompress(pack(figure_of(FIGURES["bird_dog"])))
    with pytest.raises(PackedFigureError):
        unpack(zlib.compress(whole[: len(whole) // 2 // 2 * 2]))


def test_equal_data_has_one_hash_whatever_the_order_of_its_keys() -> None:
    table = FIGURES["bird_dog"]
    assert content_hash(table) == content_hash(dict(reversed(list(table.items()))))


def test_words_do_not_change_the_hash_but_a_pose_does() -> None:
    table = FIGURES["bird_dog"]
    assert content_hash({**table, "alt": {}}) == content_hash(table)
    assert content_hash({**table, "end": {}}) != content_hash(table)


def test_a_new_renderer_makes_every_hash_new(monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_hash(FIGURES["bird_dog"])
    monkeypatch.setattr(hashing, "RENDERER_VERSION", hashing.RENDERER_VERSION + 1)
    assert content_hash(FIGURES["bird_dog"]) != before
