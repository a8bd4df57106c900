"""Writes every posed figure as SVG, and one grid of them all.

``python -m physioplan.drawing.contact_sheet OUTDIR [--palette NAME]``
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath

from physioplan.drawing.figure.figure import Figure, figure_of
from physioplan.drawing.palette import PALETTES, Palette
from physioplan.drawing.shape import Drawing, Text
from physioplan.drawing.svg import shape_to_svg, to_svg

ASSETS = FilePath(__file__).parents[2] / "assets"
FOLDERS = ("exercises", "movement_tests")
_CELL = 460.0
_ROW = 330.0
_COLUMNS = 4


def figure_tables(folders: Sequence[FilePath]) -> dict[str, Mapping[str, object]]:
    """Every ``[figure]`` table in the TOML files of some folders, by file name."""
    out: dict[str, Mapping[str, object]] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.toml")):
            table = tomllib.loads(file.read_text(encoding="utf-8")).get("figure")
            if isinstance(table, dict):
                out[file.stem] = table
    return out


def pictures_of(figure: Figure) -> list[Drawing]:
    """The pictures of a figure in the order they are looked at."""
    return [d for d in (figure.start, figure.middle, figure.end) if d is not None]


def grid_svg(figures: Mapping[str, Figure], palette: Palette) -> str:
    """All figures in one picture, each under its name."""
    rows = -(-len(figures) // _COLUMNS)
    width, height = _COLUMNS * _CELL, rows * _ROW
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}"><rect width="{width:g}" height="{height:g}" fill="{palette["ground"]}"/>'
    ]
    for i, (name, figure) in enumerate(figures.items()):
        x0, y0 = (i % _COLUMNS) * _CELL, (i // _COLUMNS) * _ROW
        out.append(shape_to_svg(Text(x0 + 12, y0 + 22, name.replace("_", " "), 17, weight="bold"), palette))
        pictures = pictures_of(figure)
        stacked = figure.layout == "stacked"
        across = pictures[0].width if stacked else sum(p.width for p in pictures)
        down = sum(p.height for p in pictures) if stacked else pictures[0].height
        scale = min((_CELL - 20) / across, (_ROW - 36) / down)
        x, y = x0 + (_CELL - across * scale) / 2, y0 + 30
        for picture in pictures:
            out.append(f'<g transform="translate({x:.1f} {y:.1f}) scale({scale:.4f})">')
            out.extend(shape_to_svg(shape, palette) for shape in picture.shapes)
            out.append("</g>")
            x, y = (x, y + picture.height * scale) if stacked else (x + picture.width * scale, y)
    out.append("</svg>")
    return "\n".join(out)


def write_sheet(out: FilePath, palette: Palette, folders: Sequence[FilePath]) -> list[str]:
    """Write ``<name>-start.svg`` and so on for each figure and ``index.svg``; returns the names drawn."""
    out.mkdir(parents=True, exist_ok=True)
    figures = {name: figure_of(table) for name, table in figure_tables(folders).items()}
    for name, figure in figures.items():
        for phase in ("start", "middle", "end"):
            drawing = getattr(figure, phase)
            if drawing is not None:
                (out / f"{name}-{phase}.svg").write_text(to_svg(drawing, palette), encoding="utf-8")
    (out / "index.svg").write_text(grid_svg(figures, palette), encoding="utf-8")
    return list(figures)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write every figure as SVG, and index.svg of them all.")
    parser.add_argument("outdir", type=FilePath)
    parser.add_argument("--palette", choices=sorted(PALETTES), default="screen_light")
    parser.add_argument("--assets", type=FilePath, default=ASSETS, help="the folder that holds exercises/")
    chosen = parser.parse_args(arguments)
    folders = [chosen.assets / folder for folder in FOLDERS]
    names = write_sheet(chosen.outdir, PALETTES[chosen.palette], folders)
    print(f"{len(names)} figures in {chosen.outdir}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
