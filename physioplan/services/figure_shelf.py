"""The pictures of exercises and movement tests by id, drawn at first need and then kept."""

from __future__ import annotations

from physioplan.content.paper_content import figure_data
from physioplan.drawing.figure.figure import Figure, figure_of


class FigureShelf:
    """Figures of exercises and of movement tests."""

    def __init__(self) -> None:
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
            self._drawn[kind, name] = figure_of(data) if data else None
        return self._drawn[kind, name]
