"""Turns a palette's hexadecimal colours into Qt colours, each once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor


@lru_cache(maxsize=256)
def colour(hexadecimal: str, alpha: int = 255) -> QColor:
    """A shared colour; never change it in place. ``alpha`` runs from 0 to 255."""
    made = QColor(hexadecimal)
    made.setAlpha(alpha)
    return made
