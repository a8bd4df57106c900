"""The pictures of exercises and movement tests by id, drawn at first need and kept on this computer."""

from __future__ import annotations

from pathlib import Path

from physioplan.content.compiled import cache_folder
from physioplan.content.paper_content import figure_data
from physioplan.drawing.figure.figure import Figure
from physioplan.drawing.figure.figure_store import FigureStore


class FigureShelf:
    """Figures of exercises and of movement tests.

    They lie in ``folder`` (default: the user's cache folder) under the hash of their poses. They show no
    patient, and a folder that cannot be read or written only makes them slower.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._store = FigureStore(folder or cache_folder() / "figures")
        self._drawn: dict[tuple[str, str], Figure | None] = {}

    def figure(self, exercise_id: str) -> Figure | None:
        """Both pictures of an exercise, or ``None`` where it has none."""
        return self._of("exercises", exercise_id)

    def test_figure(self, test_id: str) -> Figure | None:
        """Both pictures of a movement-control test."""
        return self._of("movement_tests", test_id)

    def _of(self, kind: str, name: str) -> Figure | None:
        if (kind, name) not in self._drawn:
            data = figure_data(kind, name)
            self._drawn[kind, name] = self._store.remembered(data) if data else None
        return self._drawn[kind, name]
