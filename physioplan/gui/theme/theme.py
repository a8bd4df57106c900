"""The look in force: follows the system, or stays light or dark, and tells when it changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from physioplan.gui.theme import fonts, icons
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.stylesheet import stylesheet
from physioplan.gui.theme.tokens import DARK, LIGHT, Palette

Mode = Literal["system", "light", "dark"]
STYLE_VARIABLE = "QT_STYLE_OVERRIDE"
LATER_MS = 120
"""What the first picture does not need comes this long after the window."""

_current: Theme | None = None


def ask_for_style() -> None:
    """Ask Qt for the fusion style before there is an application.

    Setting it afterwards works too, but costs the start 20 ms, because the old style is handed back wrapped.
    """
    os.environ[STYLE_VARIABLE] = "fusion"


class Theme(QObject):
    """Owns the palette in force and puts it on the application.

    ``changed`` is emitted after every switch. Painted widgets need not listen: setting the style
    sheet repaints them, and they ask ``current_palette()`` while painting.
    """

    changed = Signal()

    def __init__(self, application: QApplication, assets: Path | None = None, mode: Mode = "system") -> None:
        super().__init__(application)
        global _current
        _current = self
        self._application = application
        self._mode: Mode = mode
        self._fonts_folder: Path | None = None
        self._reduced_motion = False
        if assets is not None:
            self._fonts_folder = assets / "fonts"
            icons.use_folder(assets / "icons")
            fonts.register(self._fonts_folder, fonts.FIRST_FACES)
        self._palette = self._first_palette()
        if os.environ.get(STYLE_VARIABLE) != "fusion":
            application.setStyle("fusion")
        application.setFont(fonts.font("body"))
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        QTimer.singleShot(LATER_MS, self._finish)

    @property
    def palette(self) -> Palette:
        return self._palette

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def reduced_motion(self) -> bool:
        """Whether moving things should appear at once instead."""
        return self._reduced_motion

    def reduce_motion(self, reduced: bool) -> None:
        self._reduced_motion = reduced
        from PySide6.QtCore import Qt

        for effect in (
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_AnimateTooltip,
        ):
            self._application.setEffectEnabled(effect, not reduced)

    def choose(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark; repaints at once."""
        self._mode = mode
        self._follow_system()

    def _finish(self) -> None:
        self._register_later_faces()
        self._follow_system()

    def _register_later_faces(self) -> None:
        if self._fonts_folder is not None:
            fonts.register(self._fonts_folder, fonts.LATER_FACES)

    def _first_palette(self) -> Palette:
        """Light or dark by the system's colours; its exact wish is named by constants that cost the start."""
        if self._mode == "system":
            system, role = self._application.palette(), QPalette.ColorRole
            return DARK if system.color(role.Window).lightness() < 128 else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _wanted_palette(self) -> Palette:
        from PySide6.QtCore import Qt

        from physioplan.gui.theme.contrast import system_contrast_palette, wants_high_contrast

        if wants_high_contrast(self._application):
            return system_contrast_palette(self._application.palette())
        if self._mode == "system":
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _follow_system(self) -> None:
        wanted = self._wanted_palette()
        if wanted == self._palette:
            return
        self._palette = wanted
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(_qt_palette(self._palette))
        self._application.setStyleSheet(stylesheet(self._palette))


def current_theme() -> Theme | None:
    """The theme of the running window, or None before there is one."""
    return _current


def current_palette() -> Palette:
    """The palette in force; light before a theme exists."""
    return LIGHT if _current is None else _current.palette


def motion_reduced() -> bool:
    """Whether moving things should appear at once instead."""
    return _current is not None and _current.reduced_motion


def _qt_palette(palette: Palette) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for where, value in (
        (role.Window, palette.canvas),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.sunken),
        (role.Button, palette.surface),
        (role.WindowText, palette.ink),
        (role.Text, palette.ink),
        (role.ButtonText, palette.ink),
        (role.PlaceholderText, palette.ink3),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.Link, palette.accent),
        (role.ToolTipBase, palette.raised),
        (role.ToolTipText, palette.ink),
    ):
        made.setColor(where, colour(value))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, colour(palette.ink3))
    return made
