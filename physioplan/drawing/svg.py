"""A drawing as an SVG picture."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from physioplan.drawing.palette import Palette
from physioplan.drawing.shape import Drawing, Path, Shape, Text

_WEIGHTS = {"regular": "400", "semibold": "600", "bold": "700"}


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _path_data(path: Path) -> str:
    parts: list[str] = []
    for segment in path.segments:
        parts.append(str(segment[0]) + " ".join(_number(float(v)) for v in segment[1:]))
    return "".join(parts)


def shape_to_svg(shape: Shape, palette: Palette) -> str:
    """One element; a role the palette does not know is an error that names it."""
    if isinstance(shape, Text):
        return (
            f'<text x="{_number(shape.x)}" y="{_number(shape.y)}" font-family="Source Sans 3, sans-serif" '
            f'font-size="{_number(shape.size)}" font-weight="{_WEIGHTS[shape.weight]}" '
            f'text-anchor="{shape.anchor}" fill="{palette[shape.fill]}">{escape(shape.words)}</text>'
        )
    fill = palette[shape.fill] if shape.fill else "none"
    stroke = ""
    if shape.stroke and shape.width > 0:
        stroke = (
            f' stroke="{palette[shape.stroke]}" stroke-width="{shape.width:g}" '
            f'stroke-linecap="{shape.cap}" stroke-linejoin="{shape.join}"'
        )
        if shape.dash:
            stroke += f' stroke-dasharray="{" ".join(f"{d:g}" for d in shape.dash)}"'
    return f'<path d="{_path_data(shape)}" fill="{fill}"{stroke}/>'


def to_svg(drawing: Drawing, palette: Palette) -> str:
    """The whole picture with its description as the accessible title."""
    size = f"{_number(drawing.width)} {_number(drawing.height)}"
    width, height = size.split()
    label = f" aria-label={quoteattr(drawing.alt)}" if drawing.alt else ""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{width}" height="{height}" '
        f'role="img"{label}>'
    ]
    if drawing.alt:
        lines.append(f"<title>{escape(drawing.alt)}</title>")
    lines.extend(shape_to_svg(shape, palette) for shape in drawing.shapes)
    lines.append("</svg>")
    return "\n".join(lines)
