"""Every global command with its key: in the menu bar, on the window, and in the key list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from physioplan.gui.words import _

if TYPE_CHECKING:
    from physioplan.gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Command:
    """``key`` as Qt writes it; ``menu`` is the heading it stands under."""

    name: str
    words: str
    key: str
    menu: str


def all_commands() -> tuple[Command, ...]:
    """In the order of the menus."""
    places, record, view, more = _("Go to"), _("Record"), _("View"), _("Help")
    return (
        Command("place:today", _("Today"), "Ctrl+1", places),
        Command("place:patients", _("Patients"), "Ctrl+2", places),
        Command("place:exercises", _("Exercises"), "Ctrl+3", places),
        Command("place:clinic", _("Clinic"), "Ctrl+4", places),
        Command("find_patient", _("Find a patient"), "Ctrl+F", places),
        Command("back", _("Back"), "Alt+Left", places),
        Command("new_patient", _("New patient"), "Ctrl+N", record),
        Command("primary", _("Do the main action of the page"), "Ctrl+Return", record),
        Command("undo", _("Undo"), "Ctrl+Z", record),
        Command("redo", _("Redo"), "Ctrl+Shift+Z", record),
        Command("print", _("Print"), "Ctrl+P", record),
        Command("show_to_patient", _("Show to the patient"), "F9", view),
        Command("next_region", _("Next part of the window"), "F6", view),
        Command("previous_region", _("Previous part of the window"), "Shift+F6", view),
        Command("privacy", _("Hide names"), "Ctrl+Shift+H", view),
        Command("settings", _("Settings"), "", view),
        Command("lock", _("Lock"), "Ctrl+L", view),
        Command("key_list", _("Keys"), "F1", more),
        Command("about", _("About PhysioPlan and its intended use"), "", more),
    )


def install(window: MainWindow) -> None:
    """Put every command into the hidden menu bar and make its key work."""
    bar = window.menuBar()
    menus = {}
    for command in all_commands():
        if command.menu not in menus:
            menus[command.menu] = bar.addMenu(command.menu)
        action = QAction(command.words, window)
        if command.key:
            keys = [QKeySequence(command.key)]
            if command.name == "primary":
                keys.append(QKeySequence("Ctrl+Enter"))
            action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(_calls(window, command.name))
        menus[command.menu].addAction(action)
        window.addAction(action)
    if not bar.isNativeMenuBar():
        bar.hide()


def _calls(window: MainWindow, name: str) -> Callable[[], None]:
    return lambda: perform(window, name)


def perform(window: MainWindow, name: str) -> None:
    """Do a command: on the page where it can, else by asking whoever listens to ``command_requested``."""
    if not window.in_shell() or window.findChild(QWidget, "scrim") is not None:
        return
    shell = window.shell
    page = shell.page()
    if name == "primary":
        shell.action_bar.press_primary()
    elif name in ("next_region", "previous_region"):
        _next_region(window, 1 if name == "next_region" else -1)
    elif name == "key_list":
        from physioplan.gui.key_list import show_key_list

        show_key_list(window, page.keys() if page is not None else ())
    elif name in ("undo", "redo"):
        _undo(window, name)
    elif name == "print" and page is not None:
        page.print_out()
    elif name == "show_to_patient" and page is not None:
        page.show_to_patient()
    elif (name == "back" and page is not None and page.back()) or (
        name == "find_patient" and page is not None and page.take_search()
    ):
        return
    else:
        window.command_requested.emit(name)


def _undo(window: MainWindow, name: str) -> None:
    """Inside a text field the field's own undo, else the page's."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and (focused.isUndoAvailable() or name == "redo"):
        focused.undo() if name == "undo" else focused.redo()
        return
    if isinstance(focused, (QPlainTextEdit, QTextEdit)):
        focused.undo() if name == "undo" else focused.redo()
        return
    page = window.shell.page()
    if page is not None:
        page.undo() if name == "undo" else page.redo()


def _next_region(window: MainWindow, step: int) -> None:
    regions = window.shell.regions()
    focused = window.focusWidget()
    at = next(
        (n for n, region in enumerate(regions) if focused is not None and region.isAncestorOf(focused)), -1
    )
    for offset in range(1, len(regions) + 1):
        region = regions[(at + step * offset) % len(regions)]
        inside = first_reachable(region)
        if inside is not None:
            inside.setFocus(Qt.FocusReason.TabFocusReason)
            return


def first_reachable(region: QWidget) -> QWidget | None:
    """The first control inside ``region`` that Tab would reach, in reading order."""
    widget = region.nextInFocusChain()
    seen = 0
    while widget is not None and widget is not region and seen < 2000:
        seen += 1
        if (
            region.isAncestorOf(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisible()
        ):
            return widget
        widget = widget.nextInFocusChain()
    return None
