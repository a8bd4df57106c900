"""Find the folder of assets: beside the checkout, inside the installed wheel, or in a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


class AssetsMissing(Exception):
    """The assets folder is not where any kind of installation keeps it."""


@cache
def assets_folder() -> Path:
    """Return the folder that holds measures/, exercises/, fonts/ and the rest.

    Raises AssetsMissing, with the places that were looked at, when none of them holds it.
    """
    places = _places()
    for place in places:
        if (place / "fonts").is_dir():  # an assets folder of something else has no fonts of ours
            return place
    looked_at = " or ".join(str(place) for place in places)
    raise AssetsMissing(
        f"PhysioPlan's own content was not found in {looked_at}. The installation is incomplete: repeat it."
    )


def _places() -> tuple[Path, ...]:
    """Return where the assets may be, most specific kind of installation first."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller to its unpacked folder
    unpacked = (Path(frozen) / "physioplan" / "assets",) if frozen else ()
    return (*unpacked, package / "assets", package.parent / "assets")
