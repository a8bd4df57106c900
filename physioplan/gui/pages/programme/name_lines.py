"""The name of an exercise on one or two lines of a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """``words`` on one or two lines of ``width``; the second one gives way."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    first = ""
    rest = words.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first or not rest:
        return [metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]
