"""A figure packed small, so that shipped pictures are loaded in a blink instead of being drawn again.

Layout before compression: one line of JSON (sizes, layout, roles, and per path its roles, width and counts),
a newline, one byte per drawing operator, then all coordinates as little-endian 16-bit tenths of a unit.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Mapping

from physioplan.drawing.figure.figure import PHASES, Figure, Layout
from physioplan.drawing.shape import Drawing, Path


class PackedFigureError(ValueError):
    """Raised when packed bytes are not a figure of this format; draw the figure from its poses instead."""


def pack(figure: Figure) -> bytes:
    """The figure as compressed bytes; coordinates are rounded to 0.1 unit, words are left out."""
    roles: list[str] = []

    def role(name: str | None) -> int:
        if name is None:
            return -1
        if name not in roles:
            roles.append(name)
        return roles.index(name)

    operators: list[str] = []
    numbers = array("h")
    pictures: dict[str, object] = {}
    for phase in PHASES:
        drawing: Drawing | None = getattr(figure, phase)
        if drawing is None:
            continue
        paths: list[list[object]] = []
        for shape in drawing.shapes:
            if not isinstance(shape, Path):
                raise PackedFigureError("A figure holds paths only; words belong beside it.")
            for segment in shape.segments:
                operators.append(str(segment[0]))
                numbers.extend(round(float(v) * 10) for v in segment[1:])
            paths.append(
                [
                    role(shape.fill),
                    role(shape.stroke),
                    round(shape.width, 2),
                    len(shape.segments),
                    list(shape.dash),
                    shape.cap[0],
                    shape.join[0],
                ]
            )
        pictures[phase] = [drawing.width, drawing.height, paths]
    if sys.byteorder == "big":
        numbers.byteswap()
    head = json.dumps({"layout": figure.layout, "roles": roles, "pictures": pictures}, separators=(",", ":"))
    return zlib.compress(head.encode() + b"\n" + "".join(operators).encode() + b"\n" + numbers.tobytes(), 9)


def unpack(packed: bytes, alt: Mapping[str, str] | None = None) -> Figure:
    """The figure again, with the words of ``alt`` by phase ("start", "middle", "end")."""
    try:
        head, operators, raw = zlib.decompress(packed).split(b"\n", 2)
        sheet = json.loads(head)
        numbers = array("h", raw)
        if sys.byteorder == "big":
            numbers.byteswap()
        layout: Layout = "stacked" if sheet["layout"] == "stacked" else "side_by_side"
        drawings = _drawings(sheet, operators.decode(), [v / 10 for v in numbers], alt or {})
        return Figure(drawings["start"], drawings["end"], drawings.get("middle"), layout)
    except (zlib.error, ValueError, KeyError, IndexError, TypeError, StopIteration) as fault:
        raise PackedFigureError("This packed figure cannot be read: draw it from its poses.") from fault


_CLOSE: tuple[str | float, ...] = ("Z",)


def _drawings(
    sheet: Mapping[str, object], operators: str, values: list[float], alt: Mapping[str, str]
) -> dict[str, Drawing]:
    roles = sheet["roles"]
    pictures = sheet["pictures"]
    if not isinstance(roles, list) or not isinstance(pictures, dict):
        raise ValueError("roles and pictures")
    names: list[str | None] = [*map(str, roles), None]  # index -1: none
    at = 0
    take = iter(values).__next__
    out: dict[str, Drawing] = {}
    for phase, (width, height, paths) in pictures.items():
        shapes: list[Path] = []
        for fill, stroke, line, count, dash, cap, join in paths:
            segments: list[tuple[str | float, ...]] = [
                _CLOSE
                if operator == "Z"
                else (operator, take(), take())
                if operator != "C"
                else (operator, take(), take(), take(), take(), take(), take())
                for operator in operators[at : at + count]
            ]
            at += count
            shapes.append(
                Path(
                    tuple(segments),
                    names[fill],
                    names[stroke],
                    line,
                    tuple(dash),
                    "round" if cap == "r" else "butt",
                    "round" if join == "r" else "miter",
                )
            )
        out[phase] = Drawing(width, height, tuple(shapes), alt.get(phase, ""))
    return out
