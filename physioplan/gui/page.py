"""What every page of the shell offers: its header, aside and action bar, and what the global keys do on
it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from physioplan.gui.widgets.action_bar import ActionBarView, SaveView

Breadth = Literal["wide", "medium", "compact"]


class Page(QWidget):
    """Subclass, set ``header`` and ``aside`` where wanted, and call ``show_bar``.

    Signals: ``bar_changed`` and ``save_changed`` keep the action bar in step; ``go`` asks the window
    for another page by name with an optional value.
    """

    bar_changed = Signal(object)
    save_changed = Signal(object)
    go = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.place: str | None = None
        """The place on the rail this page belongs to."""
        self.header: QWidget | None = None
        self.aside: QWidget | None = None
        self.aside_title = ""
        self.aside_width = 306
        self.bar = ActionBarView()

    def show_bar(self, bar: ActionBarView) -> None:
        """Show ``bar`` whenever this page is on screen."""
        self.bar = bar
        self.bar_changed.emit(bar)

    def show_save(self, save: SaveView) -> None:
        """Change the save state alone."""

        self.bar = self.bar._replace(save=save)
        self.save_changed.emit(save)

    def act(self, key: str) -> None:
        """A button of the action bar was pressed."""

    def entered(self) -> None:
        """The page has come on screen; put the keyboard where work starts."""

    def left(self) -> None:
        """The page is going off screen; nothing may be lost."""

    def adapt(self, breadth: Breadth) -> None:
        """The window became wide (1280 px and more), medium or compact (under 1024)."""

    def show_to_patient(self) -> None:
        """F9."""

    def print_out(self) -> None:
        """Ctrl+P."""

    def undo(self) -> None:
        """Ctrl+Z outside a text field."""

    def redo(self) -> None:
        """Ctrl+Shift+Z."""

    def back(self) -> bool:
        """Alt+Left; return True when the page dealt with it."""
        return False

    def take_search(self) -> bool:
        """Ctrl+F; return True when the page searches in itself, else the patients are searched."""
        return False

    def keys(self) -> tuple[tuple[str, str], ...]:
        """(key, what it does) pairs of this page for the key list."""
        return ()
