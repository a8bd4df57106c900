"""Registers the shipped typefaces and hands out fonts by type style."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from physioplan.gui.theme.tokens import TYPE, Family

SANS = "Source Sans 3"
SERIF = "Source Serif 4 Subhead"
FIRST_FACES = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf", "SourceSerif4Subhead-Semibold.ttf")
LATER_FACES = ("SourceSans3-Medium.ttf", "SourceSans3-Bold.ttf", "SourceSans3-It.ttf")

_families: dict[Family, list[str]] = {"sans": [SANS, "Noto Sans"], "serif": [SERIF, "Noto Serif"]}


def register(folder: Path, faces: tuple[str, ...]) -> int:
    """Register the faces that exist in ``folder`` and return how many did; a missing face falls back."""
    done = 0
    for face in faces:
        found = folder / face
        if not found.is_file():
            continue
        number = QFontDatabase.addApplicationFont(str(found))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if not families:
            continue
        done += 1
        if "Serif" in face and families[0] not in _families["serif"]:
            _families["serif"].insert(0, families[0])
    font.cache_clear()
    return done


@lru_cache(maxsize=64)
def font(style: str) -> QFont:
    """The font of a type style, sized in logical pixels; treat it as read only.

    Raises:
        KeyError: when ``style`` is not in the type scale.
    """
    wanted = TYPE[style]
    made = QFont(_families[wanted.family])
    made.setPixelSize(wanted.size)
    made.setWeight(QFont.Weight(wanted.weight))
    if wanted.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
