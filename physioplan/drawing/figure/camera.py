"""How the scene is looked at: an oblique projection that keeps the floor level and side-view angles true.

A far limb peeps out behind the near one and a mat shows its surface, yet nothing else is foreshortened.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from physioplan.drawing.figure.vector import Turn, Vector, about_up, turned

UNITS = 3.0
"""Drawing units per one per cent of body height: a standing person is 300 units tall."""

VIEWS: dict[str, tuple[float, float, float]] = {
    # how far the person's front is turned to the viewer, then the oblique sideways and down
    "side": (0.0, 15.0, 11.0),
    "front": (90.0, 5.0, 10.0),
    "back": (-90.0, 5.0, 10.0),
    "three_quarter": (38.0, 8.0, 17.0),
}


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at the scene from a named view; ``turn`` and ``tilt`` (degrees) may replace its angles."""

    turn: float
    sideways: float
    tilt: float
    _scene: Turn = field(init=False)
    _cos: float = field(init=False)
    _sin: float = field(init=False)
    _down: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_scene", about_up(-self.turn))
        object.__setattr__(self, "_cos", math.cos(math.radians(self.sideways)))
        object.__setattr__(self, "_sin", math.sin(math.radians(self.sideways)))
        object.__setattr__(self, "_down", math.sin(math.radians(self.tilt)))

    def flat(self, point: Vector) -> tuple[float, float]:
        """Where a point of the scene lies on the picture (y down)."""
        x, y, z = turned(self._scene, point)
        return ((x * self._cos - z * self._sin) * UNITS, (z * self._down - y) * UNITS)

    def depth(self, point: Vector) -> float:
        """How near a point is to the viewer; of a direction: how much it points at the viewer."""
        x, y, z = turned(self._scene, point)
        return x * self._sin + z * self._cos + y * self._down * 0.5


def camera_for(view: str, turn: float | None = None, tilt: float | None = None) -> Camera:
    """The camera of a named view."""
    own_turn, sideways, own_tilt = VIEWS[view]
    return Camera(own_turn if turn is None else turn, sideways, own_tilt if tilt is None else tilt)
