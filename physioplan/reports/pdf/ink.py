"""A drawing as PDF operators, made once for each drawing and palette and then only copied."""

from __future__ import annotations

from collections import OrderedDict

from physioplan.drawing.palette import PALETTES, Palette
from physioplan.drawing.shape import Drawing, Path
from physioplan.reports.pdf.theme import colour

KEPT = 512
"""Drawings kept as operators: a library's worth, about 15 KB each."""

_kept: OrderedDict[tuple[int, str], tuple[Drawing, str]] = OrderedDict()
_CAPS = {"butt": 0, "round": 1}
_JOINS = {"miter": 0, "round": 1}


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def _rgb(palette: Palette, role: str) -> str:
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") or "0" for part in colour(palette[role]))


def _path(path: Path, height: float) -> str:
    out = []
    for segment in path.segments:
        letter = segment[0]
        if letter == "Z":
            out.append("h")
            continue
        points = [float(value) for value in segment[1:]]
        numbers = " ".join(
            _number(value if place % 2 == 0 else height - value) for place, value in enumerate(points)
        )
        out.append(f"{numbers} {'m' if letter == 'M' else 'l' if letter == 'L' else 'c'}")
    return " ".join(out)


def operators_of(drawing: Drawing, palette: Palette) -> str:
    """PDF operators in drawing units with the origin at the lower left corner; text shapes are left out.

    Colours and line settings are written only when they change.
    """
    out: list[str] = []
    now: dict[str, str] = {}

    def setting(kind: str, code: str) -> None:
        if now.get(kind) != code:
            now[kind] = code
            out.append(code)

    for shape in drawing.shapes:
        if not isinstance(shape, Path) or not shape.segments:
            continue
        stroked = shape.stroke is not None and shape.width > 0
        if shape.fill is not None:
            setting("fill", f"{_rgb(palette, shape.fill)} rg")
        if stroked and shape.stroke is not None:
            setting("stroke", f"{_rgb(palette, shape.stroke)} RG")
            setting("width", f"{_number(shape.width)} w")
            setting("cap", f"{_CAPS[shape.cap]} J")
            setting("join", f"{_JOINS[shape.join]} j")
            setting("dash", f"[{' '.join(_number(d) for d in shape.dash)}] 0 d")
        elif shape.fill is None:
            continue
        paint = ("B" if stroked else "f") if shape.fill is not None else "S"
        out.append(f"{_path(shape, drawing.height)} {paint}")
    return "\n".join(out)


def ink(drawing: Drawing, palette_name: str) -> str:
    """The operators of ``drawing``, from memory when this very drawing was inked before."""
    key = (id(drawing), palette_name)
    kept = _kept.get(key)
    if kept is not None and kept[0] is drawing:
        _kept.move_to_end(key)
        return kept[1]
    code = operators_of(drawing, PALETTES[palette_name])
    _kept[key] = (drawing, code)
    if len(_kept) > KEPT:
        _kept.popitem(last=False)
    return code
