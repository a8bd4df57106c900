"""A new passphrase for the clinician who is signed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.settings.presenter import SettingsView
from physioplan.gui.pages.settings.section import Section
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.secret_line import SecretLine
from physioplan.gui.words import _


class PassphraseSection(Section):
    """``asked`` carries the passphrase now, the new one and the new one again."""

    asked = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Passphrase"), parent=parent)
        self._whose = Label("", "small", "ink2", wrap=True)
        self.column.addWidget(self._whose)
        self.current, self.new, self.again = SecretLine(), SecretLine(), SecretLine(with_button=False)
        box = QVBoxLayout()
        box.setSpacing(10)
        for label, line, hint in (
            (_("Passphrase now"), self.current, ""),
            (_("New passphrase"), self.new, _("Four or more words are best.")),
            (_("New passphrase again"), self.again, ""),
        ):
            field = Field(label, line, hint)
            field.setMaximumWidth(440)
            box.addWidget(field)
            line.returnPressed.connect(self._ask)
        self.column.addLayout(box)
        self.change = Button(_("Change passphrase"), icon="key-round")
        self.change.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.column.addLayout(row)
        self._told = Message()
        self._told.hide()
        self.column.addWidget(self._told)

    def _ask(self) -> None:
        self.asked.emit(self.current.text(), self.new.text(), self.again.text())

    def clear(self) -> None:
        """No passphrase stays in a field."""
        for line in (self.current, self.new, self.again):
            line.clear()

    def display(self, view: SettingsView) -> None:
        """Show what came of it."""
        self._whose.setText(
            _("For {name}. The printed recovery key still opens the vault.").format(name=view.clinician)
        )
        self.change.lock(_("Working") if view.changing_passphrase else "")
        self._told.setVisible(bool(view.passphrase_problem) or view.passphrase_done)
        if view.passphrase_problem:
            self._told.display(MessageView("danger", _("Not changed."), view.passphrase_problem))
        elif view.passphrase_done:
            self._told.display(
                MessageView("info", _("Changed."), _("Use the new one from now on."), icon="check")
            )
            self.clear()
