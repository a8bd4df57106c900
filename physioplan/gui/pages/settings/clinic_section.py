"""The letterhead: the clinic's name, telephone, address and the emergency number printed on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from physioplan.gui.pages.settings.presenter import SettingsView
from physioplan.gui.pages.settings.section import Section
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


class ClinicSection(Section):
    """``typed`` carries the name of the field and its words."""

    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Clinic and letterhead"), parent=parent)
        labels = {
            "name": (_("Clinic"), ""),
            "phone": (_("Telephone"), _("“Call us” on every print names this number.")),
            "address": (_("Address"), ""),
            "emergency_number": (_("Emergency number"), _("For the safety box, such as 112.")),
        }
        self.fields: dict[str, Field] = {}
        self.lines: dict[str, TextLine] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        for name, (label, hint) in labels.items():
            line = TextLine()
            line.textEdited.connect(lambda words, name=name: self.typed.emit(name, words))
            self.lines[name] = line
            self.fields[name] = Field(label, line, hint)
        self.use_compact(False)
        self.column.addLayout(self._grid)

    def use_compact(self, compact: bool) -> None:
        """One column where the window is narrow."""
        for place, name in enumerate(self.fields):
            row, column = (place, 0) if compact else (place // 2, place % 2)
            self._grid.addWidget(self.fields[name], row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if compact else 1)

    def display(self, view: SettingsView) -> None:
        """Show what is typed and what is wrong with it."""
        for name, line in self.lines.items():
            words = view.typed.get(name, "")
            if line.text() != words:
                line.setText(words)
            self.fields[name].display_error(view.errors.get(name, ""))
