"""What one benchmark found: our time beside the floor's, and the goal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table.

    `ours` and `floor` are in `unit` ("ms" or "MB"); `floor` is None where there is nothing to compare with.
    `goal` is the largest ratio ours/floor that is good enough, or, without a floor, the largest `ours`.
    """

    name: str
    ours: float
    floor: float | None
    goal: float
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Return ours/floor, or None where there is no floor."""
        return None if self.floor is None else self.ours / self.floor

    @property
    def reached(self) -> bool:
        """Tell whether the goal is reached."""
        return (self.ours if self.ratio is None else self.ratio) <= self.goal
