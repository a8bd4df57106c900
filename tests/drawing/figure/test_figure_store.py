"""The store gives the same picture as the pen, only sooner."""

from __future__ import annotations

from pathlib import Path

from physioplan.drawing.contact_sheet import ASSETS, figure_tables
from physioplan.drawing.figure.figure import figure_of
from physioplan.drawing.figure.figure_store import SUFFIX, FigureStore

FIGURES = figure_tables([ASSETS / "movement_tests"])


def test_a_stored_figure_equals_a_drawn_one(tmp_path: Path) -> None:
    store = FigureStore(tmp_path / "figures")
    assert store.keep(FIGURES.values()) == len(FIGURES)
    table = FIGURES["one_leg_stance"]
    assert store.figure(table, "de") == figure_of(table, "de")


def test_a_figure_that_is_not_stored_is_drawn(tmp_path: Path) -> None:
    table = FIGURES["one_leg_stance"]
    assert FigureStore(tmp_path / "nowhere").figure(table) == figure_of(table)


def test_a_broken_file_is_drawn_anew(tmp_path: Path) -> None:
    store = FigureStore(tmp_path)
    table = FIGURES["one_leg_stance"]
    store.keep([table])
    next(tmp_path.glob("*" + SUFFIX)).write_bytes(b"broken")
    assert store.figure(table) == figure_of(table)


def test_figures_no_longer_used_leave_the_store(tmp_path: Path) -> None:
    store = FigureStore(tmp_path)
    store.keep(FIGURES.values())
    store.keep([FIGURES["one_leg_stance"]])
    assert len(list(tmp_path.glob("*" + SUFFIX))) == 1
