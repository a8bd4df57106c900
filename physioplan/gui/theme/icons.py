"""Draws the shipped line icons in any colour and size, each rasterised once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_folder: Path | None = None


def use_folder(folder: Path) -> None:
    """Tell where ``<name>.svg`` files live; called once when the theme starts."""
    global _folder
    _folder = folder
    _source.cache_clear()
    icon_pixmap.cache_clear()


@lru_cache(maxsize=128)
def _source(name: str) -> str | None:
    if _folder is None:
        return None
    try:
        return (_folder / f"{name}.svg").read_text("utf-8")
    except OSError:
        return None


@lru_cache(maxsize=512)
def icon_pixmap(name: str, size: int, tint: str, ratio: float = 1.0) -> QPixmap:
    """The icon ``name`` as a pixmap of ``size`` logical pixels; empty (transparent) when there is none."""
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    source = _source(name)
    if source is None:
        return pixmap
    tinted = source.replace("currentColor", tint).replace('stroke-width="2"', 'stroke-width="1.9"')
    renderer = QSvgRenderer(QByteArray(tinted.encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, name: str, x: float, y: float, size: int, tint: str) -> None:
    """Paint the icon with its top left corner at (x, y) in logical pixels."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QRectF(x, y, size, size), icon_pixmap(name, size, tint, ratio),
                       QRectF(0, 0, size * ratio, size * ratio))  # fmt: skip


def icon(name: str, size: int, tint: str, ratio: float = 2.0) -> QIcon:
    """The icon for places that only take a ``QIcon`` (menus)."""
    from PySide6.QtGui import QIcon

    return QIcon(icon_pixmap(name, size, tint, ratio))
