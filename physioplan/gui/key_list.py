"""The list of keys behind F1."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from physioplan.gui.commands import all_commands
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.widgets.tag import KeyCap
from physioplan.gui.words import _


def show_key_list(window: QWidget, page_keys: tuple[tuple[str, str], ...] = ()) -> Sheet:
    """Open the sheet: the keys of this page first, then those that work everywhere."""
    sheet = Sheet(_("Keys"), width=760)
    scroll = ScrollColumn(margins=(0, 0, 12, 8))
    if page_keys:
        scroll.column.addWidget(Label(_("On this page"), "heading"))
        scroll.column.addLayout(_grid(page_keys))
        scroll.column.addSpacing(12)
    scroll.column.addWidget(Label(_("Everywhere"), "heading"))
    everywhere = tuple((_shown(command.key), command.words) for command in all_commands() if command.key)
    scroll.column.addLayout(_grid(everywhere))
    scroll.column.addStretch(1)
    scroll.setMinimumHeight(min(420, window.height() - 220))
    sheet.column.addWidget(scroll, 1)
    sheet.display_bar(ActionBarView(primary=ActionView("close", _("Close"), hint="Esc")))
    sheet.asked.connect(lambda _key: sheet.close_sheet())
    sheet.open_over(window)
    return sheet


def _shown(key: str) -> str:
    return key.replace("Return", "↵").replace("Left", "←").replace("+", " ")


def _grid(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 120)
    grid.setColumnMinimumWidth(2, 120)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    half = (len(keys) + 1) // 2
    for number, (key, words) in enumerate(keys):
        row, pair = number % half, number // half
        grid.addWidget(KeyCap(key), row, pair * 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(words, "field"), row, pair * 2 + 1)
    return grid
