"""Renders the component sheet and the pages of the shell to PNG: ``python -m tests.gui.gallery OUTDIR
[1|2]``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from physioplan.gui.theme.theme import Mode, Theme
from tests.gui import gallery_pages
from tests.gui.gallery_components import component_sheet

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def settle(application: QApplication) -> None:
    for _turn in range(4):
        application.processEvents()


def photograph(widget: QWidget, ratio: float) -> QPixmap:
    """The widget at ``ratio`` device pixels per logical pixel."""
    picture = QPixmap(round(widget.width() * ratio), round(widget.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    widget.render(picture, QPoint(0, 0))
    return picture


def main(arguments: list[str]) -> int:
    out = Path(arguments[0])
    ratio = float(arguments[1]) if len(arguments) > 1 else 1.0
    only = arguments[2] if len(arguments) > 2 else ""
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["gallery"])
    assert isinstance(application, QApplication)
    if "rtl" in arguments:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = Theme(application, ASSETS, "light")
    theme._register_later_faces()
    modes: tuple[Mode, ...] = ("light", "dark")
    for mode in modes:
        theme.choose(mode)
        if only in "components":
            sheet = component_sheet()
            sheet.show()
            settle(application)
            photograph(sheet, ratio).save(str(out / f"components-{mode}.png"))
            sheet.close()
        for name, build in gallery_pages.PAGES.items():
            if only not in name:
                continue
            window = build()
            window.show()
            settle(application)
            gallery_pages.after_shown(name, window)
            settle(application)
            photograph(window, ratio).save(str(out / f"{name}-{mode}.png"))
            window.close()
            window.deleteLater()
            settle(application)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
