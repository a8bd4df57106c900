"""The things exercises are done with and on: how each is drawn, which keys it takes, and its layer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from physioplan.drawing.figure import machines, solids
from physioplan.drawing.figure.clock import clock
from physioplan.drawing.figure.ink import LINE, Ink
from physioplan.drawing.figure.skeleton import Body
from physioplan.drawing.figure.solids import Span
from physioplan.drawing.figure.thought import thought
from physioplan.drawing.figure.vector import Vector, along, minus, plus, unit

LAYERS = ("behind", "middle", "front")


@dataclass(frozen=True, slots=True)
class Prop:
    """One prop as posed: reads its own keys, with the defaults of its kind."""

    keys: Mapping[str, object]
    body: Body

    def number(self, key: str, otherwise: float = 0.0) -> float:
        value = self.keys.get(key, otherwise)
        return float(value) if isinstance(value, (int, float)) else otherwise

    def span(self, key: str, otherwise: Span) -> Span:
        value = self.keys.get(key, otherwise)
        if isinstance(value, (list, tuple)) and len(value) == 2:
            return (float(value[0]), float(value[1]))
        return otherwise

    def word(self, key: str, otherwise: str = "") -> str:
        value = self.keys.get(key, otherwise)
        return value if isinstance(value, str) else otherwise

    def spot(self, value: object) -> Vector:
        """A point given as a landmark, as numbers, or as a landmark with an offset."""
        if isinstance(value, str):
            return self.body.points.get(value, (0.0, 0.0, 0.0))
        if isinstance(value, (list, tuple)) and value:
            if isinstance(value[0], str):
                off = [float(v) for v in value[1:4]] + [0.0] * 3
                return plus(self.spot(value[0]), (off[0], off[1], off[2]))
            return (float(value[0]), float(value[1]), float(value[2]) if len(value) > 2 else 0.0)
        return (0.0, 0.0, 0.0)

    def spots(self, key: str) -> list[Vector]:
        value = self.keys.get(key)
        if not isinstance(value, (list, tuple)):
            return []
        return [self.spot(v) for v in value]


def _floor(ink: Ink, prop: Prop) -> None:
    solids.rounded_plate(ink, prop.span("x", (-34, 36)), prop.span("z", (-30, 30)), "floor")


def _mat(ink: Ink, prop: Prop) -> None:
    x, z = prop.span("x", (-62, 56)), prop.span("z", (-23, 23))
    solids.block(ink, x, (-1.4, 0), z, "mat", "mat_edge", "mat_edge")


def _chair(ink: Ink, prop: Prop) -> None:
    x, z = prop.span("x", (-22, 6)), prop.span("z", (-15, 15))
    seat, top = prop.number("seat", 26.2), prop.number("back_height", 54.0)
    back = prop.word("back", "left")
    for px, pz in ((x[0] + 1.5, z[0] + 1.5), (x[1] - 1.5, z[0] + 1.5)):
        solids.rod(ink, (px, 1.0, pz), (px, seat - 2, pz), 1.0, "metal")
    at, slope = (x[0], -2.2) if back == "left" else (x[1], 2.2)

    def rest() -> None:
        for pz in (z[0] + 1.5, z[1] - 1.5):
            solids.rod(ink, (at, seat, pz), (at + slope, top, pz), 0.9, "metal")
        low, high = top - 15, top - 1
        lean_low, lean_high = at + slope * 0.55, at + slope
        foot = [(lean_low, low, z[0]), (lean_low, low, z[1])]
        solids.plate(ink, [*foot, (lean_high, high, z[1]), (lean_high, high, z[0])], "prop", "prop_line")

    if back == "left":
        rest()
    solids.block(ink, x, (seat - 2.8, seat), z, "prop", "prop_dark", "prop_line")
    if back == "right":
        rest()
    for px, pz in ((x[0] + 1.5, z[1] - 1.5), (x[1] - 1.5, z[1] - 1.5)):
        solids.rod(ink, (px, 1.0, pz), (px, seat - 3.4, pz), 1.0, "metal")


def _wall(ink: Ink, prop: Prop) -> None:
    x, z, top = prop.number("x", -17.5), prop.span("z", (-30, 30)), prop.number("height", 112)
    corners = [(x, 0.0, z[0]), (x, 0.0, z[1]), (x, top, z[1]), (x, top, z[0])]
    solids.plate(ink, corners, "wall", "wall_edge")


def _block(ink: Ink, prop: Prop) -> None:
    x, z = prop.span("x", (5, 36)), prop.span("z", (-17, 17))
    low = prop.number("y")
    solids.block(ink, x, (low, low + prop.number("height", 10)), z, "prop", "prop_dark", "prop_line")


def _stairs(ink: Ink, prop: Prop) -> None:
    x0, depth = prop.span("x", (5, 25))
    depth -= x0
    rise, z = prop.number("height", 9), prop.span("z", (-20, 20))
    count = int(prop.number("count", 3))
    for i in range(count - 1, -1, -1):
        span = (x0 + i * depth, x0 + count * depth)
        solids.block(ink, span, (i * rise, (i + 1) * rise), z, "prop", "prop_dark", "prop_line")


def _bench(ink: Ink, prop: Prop) -> None:
    x, z, top = prop.span("x", (-40, 40)), prop.span("z", (-16, 16)), prop.number("height", 26)
    for pz in (z[0] + 2, z[1] - 2):
        for px in (x[0] + 4, x[1] - 4):
            solids.rod(ink, (px, 1.0, pz), (px, top - 3, pz), 1.2, "metal")
    solids.block(ink, x, (top - 4, top), z, "prop", "prop_dark", "prop_line")


def _table(ink: Ink, prop: Prop) -> None:
    x, z, top = prop.span("x", (14, 50)), prop.span("z", (-26, 26)), prop.number("height", 44)
    for pz in (z[0] + 2, z[1] - 2):
        for px in (x[0] + 3, x[1] - 3):
            solids.rod(ink, (px, 1.0, pz), (px, top - 2, pz), 1.2, "metal")
    solids.block(ink, x, (top - 2.6, top), z, "prop", "prop_dark", "prop_line")


def _counter(ink: Ink, prop: Prop) -> None:
    x, z, top = prop.span("x", (14, 44)), prop.span("z", (-28, 28)), prop.number("height", 52)
    solids.block(ink, (x[0] + 2, x[1]), (0, top - 2.4), (z[0] + 1, z[1] - 1), "wall", "wall", "wall_edge")
    solids.block(ink, x, (top - 2.4, top), z, "prop", "prop_dark", "prop_line")


def _ball(ink: Ink, prop: Prop) -> None:
    solids.ball(ink, prop.spot(prop.keys.get("at", [0, 0, 0])), prop.number("radius", 16), "ball")


def _band(ink: Ink, prop: Prop) -> None:
    solids.cord(ink, prop.spots("path"), prop.number("width", 1.4), "band")


def _strap(ink: Ink, prop: Prop) -> None:
    solids.cord(ink, prop.spots("path"), prop.number("width", 1.8), "strap")


def _stick(ink: Ink, prop: Prop) -> None:
    points = prop.spots("path")
    if len(points) == 2:
        start, end = points
        way = unit(minus(end, start))
        more = prop.number("beyond", 0.0)
        solids.rod(ink, along(start, way, -more), along(end, way, more), prop.number("radius", 0.9), "stick")


def _weight(ink: Ink, prop: Prop) -> None:
    at = prop.spot(prop.keys.get("at", "right_hand"))
    # A dumbbell is held across the hand, here towards the viewer's side of the picture.
    lie = prop.word("lie", "along")
    ways: dict[str, Vector] = {"across": (0.0, 0.0, 1.0), "upright": (0.0, 1.0, 0.0)}
    way = ways.get(lie, (1.0, 0.0, 0.0))
    reach = prop.number("length", 9) / 2
    solids.rod(ink, along(at, way, -reach), along(at, way, reach), 0.8, "metal")
    for s in (-1, 1):
        solids.rod(ink, along(at, way, s * (reach - 1.4)), along(at, way, s * reach), 2.3, "weight")


def _kettlebell(ink: Ink, prop: Prop) -> None:
    """Hangs from the hand by its handle; held by both hands when ``at`` names one of them."""
    x, y, z = prop.spot(prop.keys.get("at", "right_hand"))
    r = prop.number("radius", 4.6)
    low = y - r - 3.2
    handle = [(x - 3.4, low + 2, z), (x - 3.2, y - 0.8, z), (x - 1.6, y + 0.6, z)]
    handle += [(2 * x - px, py, pz) for px, py, pz in reversed(handle)]
    solids.cord(ink, handle, 1.2, "metal")
    solids.rod(ink, (x, low, z), (x, low - 0.6, z), r, "weight")


def _held_box(ink: Ink, prop: Prop) -> None:
    if "at" not in prop.keys:
        _block(ink, prop)
        return
    at = prop.spot(prop.keys["at"])
    size = prop.keys.get("size", (18, 13, 18))
    given = size if isinstance(size, (list, tuple)) and len(size) == 3 else (18, 13, 18)
    w, h, d = (float(v) for v in given)
    spans = ((at[0] - w / 2, at[0] + w / 2), (at[1] - h / 2, at[1] + h / 2), (at[2] - d / 2, at[2] + d / 2))
    solids.block(ink, *spans, "prop", "prop_dark", "prop_line")


def _bag(ink: Ink, prop: Prop) -> None:
    hand = prop.spot(prop.keys.get("at", "right_hand"))
    drop, w, h = 9.0, prop.number("width", 13), prop.number("height", 13)
    x, y, z = hand[0], hand[1] - drop, hand[2]
    solids.cord(ink, [(x - w * 0.3, y, z), hand, (x + w * 0.3, y, z)], 0.9, "strap")
    solids.block(ink, (x - w / 2, x + w / 2), (y - h, y), (z - 2.5, z + 2.5), "strap", "strap", "line")


def _pillow(ink: Ink, prop: Prop) -> None:
    x, z = prop.span("x", (-50, -34)), prop.span("z", (-10, 10))
    solids.soft(ink, x, prop.number("y"), z, prop.number("height", 5), "pillow")


def _foam_pad(ink: Ink, prop: Prop) -> None:
    x, z = prop.span("x", (-10, 16)), prop.span("z", (-15, 15))
    solids.block(ink, x, (0, prop.number("height", 4)), z, "foam", "foam", "line")


def _towel(ink: Ink, prop: Prop) -> None:
    r = prop.number("radius", 3)
    at = prop.spot(prop.keys.get("at", [0, r, 0]))
    solids.roll(ink, at, r, prop.span("z", (-10, 10)), "pillow")


def _door_frame(ink: Ink, prop: Prop) -> None:
    x, top, half = prop.number("x", 20), prop.number("height", 112), prop.number("width", 44) / 2
    for z in (-half, half):
        solids.block(ink, (x - 1.5, x + 1.5), (0, top), (z - 1.5, z + 1.5), "prop", "prop_dark", "prop_line")
    solids.block(ink, (x - 1.5, x + 1.5), (top - 3, top), (-half, half), "prop", "prop_dark", "prop_line")


def _bike(ink: Ink, prop: Prop) -> None:
    """A stationary bike: ``x`` is the crank; saddle height and reach set the rest."""
    x, saddle, grip = prop.number("x", 12), prop.number("saddle", 52), prop.number("grip", 66)
    back = x - prop.number("reach", 20)
    front = x + 24
    half = 7.0
    solids.block(ink, (back - 6, back + 2), (0, 2), (-half, half), "metal", "metal", "line")
    solids.block(ink, (front - 2, front + 6), (0, 2), (-half, half), "metal", "metal", "line")
    solids.rod(ink, (back, 2, 0), (x, 14, 0), 1.4, "prop_dark")
    solids.rod(ink, (front, 2, 0), (x, 14, 0), 1.4, "prop_dark")
    solids.wheel(ink, (front - 1, 17, 0), 13, 2.2, "metal")
    solids.rod(ink, (x, 14, 0), (back + 1, saddle - 2, 0), 1.5, "prop_dark")
    solids.rod(ink, (x + 2, 14, 0), (front - 5, grip, 0), 1.5, "prop_dark")
    solids.rod(ink, (front - 5, grip, -9), (front - 5, grip, 9), 1.0, "metal")
    solids.rod(ink, (front - 5, grip, 9), (front - 11, grip + 2, 9), 1.0, "metal")
    solids.rod(ink, (front - 5, grip, -9), (front - 11, grip + 2, -9), 1.0, "metal")
    solids.block(ink, (back - 6, back + 8), (saddle - 2.4, saddle), (-5, 5), "prop_dark", "prop_dark", "line")
    angle = math.radians(prop.number("crank", 0))
    arm = 8.0
    for s in (1.0, -1.0):
        px, py = x + s * arm * math.cos(angle), 14 + s * arm * math.sin(angle)
        solids.rod(ink, (x, 14, s * 4), (px, py, s * 4), 0.8, "metal")
        solids.rod(ink, (px - 3.5, py, s * 6.5), (px + 3.5, py, s * 6.5), 0.8, "line")


def _water(ink: Ink, prop: Prop) -> None:
    """The surface of the water: everything below it is seen through it."""
    x, top = prop.span("x", (-45, 45)), prop.number("height", 70)
    waves: list[list[tuple[float, float]]] = []
    for level in (top, top - 5):
        steps = 40
        inset = 0 if level == top else 6
        run = [x[0] + inset + (x[1] - x[0] - 2 * inset) * i / steps for i in range(steps + 1)]
        waves.append([ink.camera.flat((px, level + math.sin(px * 0.5) * 0.9, 0.0)) for px in run])
    for wave in waves:
        ink.line("water", LINE * 2.2, wave)


def _clock(ink: Ink, prop: Prop) -> None:
    at = prop.spot(prop.keys.get("at", [30, 92, -20]))
    clock(ink, at, prop.number("radius", 8), prop.number("minutes"))


def _thought(ink: Ink, prop: Prop) -> None:
    thought(ink, prop.spot(prop.keys.get("at", [38, 92, 0])), prop.number("width", 36))


@dataclass(frozen=True, slots=True)
class PropKind:
    """How a kind of prop is drawn, the keys it takes, and the layer it is painted in by default."""

    draw: Callable[[Ink, Prop], None]
    keys: frozenset[str]
    layer: str


def _kind(draw: Callable[[Ink, Prop], None], keys: str, layer: str) -> PropKind:
    return PropKind(draw, frozenset(keys.split()) | {"kind", "layer", "phases"}, layer)


PROP_KINDS: dict[str, PropKind] = {
    "floor": _kind(_floor, "x z", "behind"),
    "mat": _kind(_mat, "x z", "behind"),
    "chair": _kind(_chair, "x z seat back back_height", "middle"),
    "wall": _kind(_wall, "x z height", "behind"),
    "step": _kind(_block, "x y z height", "middle"),
    "stairs": _kind(_stairs, "x z height count", "middle"),
    "bench": _kind(_bench, "x z height", "middle"),
    "table": _kind(_table, "x z height", "middle"),
    "counter": _kind(_counter, "x z height", "middle"),
    "box": _kind(_held_box, "at size x y z height", "front"),
    "kettlebell": _kind(_kettlebell, "at radius", "front"),
    "bag": _kind(_bag, "at width height", "front"),
    "ball": _kind(_ball, "at radius", "middle"),
    "band": _kind(_band, "path width", "front"),
    "strap": _kind(_strap, "path width", "front"),
    "stick": _kind(_stick, "path radius beyond", "front"),
    "weight": _kind(_weight, "at lie length", "front"),
    "pillow": _kind(_pillow, "x y z height", "middle"),
    "foam_pad": _kind(_foam_pad, "x z height", "middle"),
    "towel": _kind(_towel, "at radius z", "middle"),
    "door_frame": _kind(_door_frame, "x height width", "middle"),
    "bike": _kind(_bike, "x saddle grip reach crank", "middle"),
    "water": _kind(_water, "x height", "front"),
    "pad": _kind(machines.pad, "path z thickness", "middle"),
    "rail": _kind(machines.rail, "path radius", "middle"),
    "treadmill": _kind(machines.treadmill, "x z height rise", "middle"),
    "elliptical": _kind(machines.elliptical, "near far near_grip far_grip", "middle"),
    "clock": _kind(_clock, "at radius minutes", "behind"),
    "thought": _kind(_thought, "at width", "behind"),
}


def draw_props(ink: Ink, props: Sequence[Mapping[str, object]], layer: str, body: Body, phase: str) -> None:
    """Draw the props of one layer that belong to a phase (all phases unless a prop says which)."""
    for keys in props:
        kind = PROP_KINDS.get(str(keys.get("kind")))
        phases = keys.get("phases")
        if kind is None or (isinstance(phases, (list, tuple)) and phase not in phases):
            continue
        if keys.get("layer", kind.layer) == layer:
            kind.draw(ink, Prop(keys, body))
