"""Collects the shapes of one picture, back to front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from physioplan.drawing.figure.camera import UNITS, Camera
from physioplan.drawing.figure.flesh import Sphere
from physioplan.drawing.figure.outline import Circle, Flat, Segments, closed_run, opened
from physioplan.drawing.shape import Path

LINE = 0.6 * UNITS
"""Visible width of the outline: drawn twice as wide under the fill."""


@dataclass(slots=True)
class Ink:
    """A camera and the shapes drawn through it so far."""

    camera: Camera
    shapes: list[Path] = field(default_factory=list)
    _runs: dict[int, tuple[Sequence[Flat], list[tuple[str | float, ...]]]] = field(default_factory=dict)

    def _closed(self, outlines: Sequence[Sequence[Flat]]) -> Segments:
        """Closed runs; each outline is thinned once, for its rim and its fill alike."""
        out: list[tuple[str | float, ...]] = []
        for outline in outlines:
            known = self._runs.get(id(outline))
            if known is None:
                known = (outline, closed_run(outline))
                self._runs[id(outline)] = known
            out.extend(known[1])
        return tuple(out)

    def circles(self, spheres: Sequence[Sphere]) -> list[Circle]:
        out: list[Circle] = []
        for centre, radius in spheres:
            x, y = self.camera.flat(centre)
            out.append((x, y, radius * UNITS))
        return out

    def outline(self, *outlines: Sequence[Flat]) -> None:
        """The rim of some areas, before their fills: one clean contour, no seams, no union needed."""
        segments = self._closed(outlines)
        if segments:
            self.shapes.append(Path(segments, fill="line", stroke="line", width=2 * LINE))

    def fill(self, role: str, *outlines: Sequence[Flat]) -> None:
        segments = self._closed(outlines)
        if segments:
            self.shapes.append(Path(segments, fill=role, stroke=role, width=0.4))

    def flat(self, role: str, *outlines: Sequence[Flat], edge: str | None = None, width: float = 0.9) -> None:
        """A plain area, with a hairline edge if wanted."""
        segments = self._closed(outlines)
        if segments:
            self.shapes.append(Path(segments, fill=role, stroke=edge, width=width if edge else 0.0))

    def line(self, role: str, width: float, *lines: Sequence[Flat]) -> None:
        segments = opened(*lines)
        if segments:
            self.shapes.append(Path(segments, stroke=role, width=width))
