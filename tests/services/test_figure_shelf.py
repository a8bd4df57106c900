"""Pictures are drawn once for this computer, and a bad cache never shows a bad picture."""

from __future__ import annotations

from pathlib import Path

from physioplan.services.figure_shelf import FigureShelf


def test_a_picture_is_the_same_drawn_or_read_again(tmp_path: Path) -> None:
    drawn = FigureShelf(tmp_path).figure("bird_dog")
    assert list(tmp_path.glob("*.figure"))
    assert FigureShelf(tmp_path).figure("bird_dog") == drawn


def test_a_damaged_file_in_the_cache_is_drawn_again(tmp_path: Path) -> None:
    drawn = FigureShelf(tmp_path).figure("bird_dog")
    (stored,) = tmp_path.glob("*.figure")
    stored.write_bytes(b"not a figure")
    assert FigureShelf(tmp_path).figure("bird_dog") == drawn
    assert stored.read_bytes() != b"not a figure"


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert FigureShelf(in_the_way / "figures").figure("bird_dog") is not None


def test_nothing_half_written_stays_in_the_cache(tmp_path: Path) -> None:
    FigureShelf(tmp_path).test_figure("waiters_bow")
    assert not list(tmp_path.glob("*.draft"))


def test_an_exercise_without_poses_has_no_picture(tmp_path: Path) -> None:
    assert FigureShelf(tmp_path).figure("no_such_exercise") is None
