"""One theme for all window tests, with the real fonts and icons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from physioplan.gui.theme.theme import Theme, current_theme

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def a_theme() -> Theme:
    """The theme in force, made on first use."""
    known = current_theme()
    if known is not None:
        return known
    application = QApplication.instance() or QApplication(["tests"])
    assert isinstance(application, QApplication)
    return Theme(application, ASSETS, "light")
