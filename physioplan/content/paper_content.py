"""What only pictures and paper need, read when first wanted: pose data of one exercise, wording of one language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from physioplan.content.locate import assets_folder


def figure_data(kind: str, name: str, folder: Path | None = None) -> Mapping[str, object] | None:
    """The ``[figure]`` table of ``<kind>/<name>.toml`` ("exercises" or "movement_tests"), or ``None``."""
    path = (folder or assets_folder()) / kind / f"{name}.toml"
    if not path.is_file():
        return None
    figure = tomllib.loads(path.read_text(encoding="utf-8")).get("figure")
    return figure if isinstance(figure, dict) else None


def handout_text(language: str, folder: Path | None = None) -> str | None:
    """The fixed handout wording of ``language`` as it stands in its file, or ``None`` where there is none."""
    path = (folder or assets_folder()) / "handouts" / f"{language}.toml"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def handout_languages(folder: Path | None = None) -> tuple[str, ...]:
    """The languages that have handout wording, English first."""
    found = sorted(path.stem for path in ((folder or assets_folder()) / "handouts").glob("*.toml"))
    return tuple(sorted(found, key=lambda code: code != "en"))
