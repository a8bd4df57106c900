"""The palette for a system in high-contrast mode: the system's own colours, no soft fills."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from physioplan.gui.theme.tokens import Palette


def wants_high_contrast(application: QApplication) -> bool:
    """Whether the system asks for more contrast (known to Qt 6.10 and later)."""
    hints = application.styleHints()
    asked = getattr(hints, "accessibility", None)
    if asked is None:
        return False
    return bool(asked().contrastPreference() == Qt.ContrastPreference.HighContrast)


def system_contrast_palette(system: QPalette) -> Palette:
    """Borders and glyphs in the system's text colour, fills in its window colour."""
    role = QPalette.ColorRole
    ground = system.color(role.Window).name()
    ink = system.color(role.WindowText).name()
    chosen = system.color(role.Highlight).name()
    on_chosen = system.color(role.HighlightedText).name()
    dark = system.color(role.Window).lightness() < system.color(role.WindowText).lightness()
    return Palette(
        dark=dark, canvas=ground, surface=ground, sunken=ground, raised=ground, rail=ground, mat="#EFE9E0",
        zone=ground, line=ink, line_strong=ink, ink=ink, ink2=ink, ink3=ink, accent=chosen,
        accent_hover=chosen, accent_press=chosen, on_accent=on_chosen, accent_soft=ground, accent_line=ink,
        warn=ink, warn_soft=ground, warn_line=ink, danger=ink, danger_soft=ground, danger_line=ink,
        clay=ink, brand=ground, key_hint=on_chosen, key_hint_line=on_chosen, on_danger=ground,
        high_contrast=True,
    )  # fmt: skip
