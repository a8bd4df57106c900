"""The first step of the first run: clinic, name, passphrase twice, place, intended use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.intended_use import intended_use
from physioplan.gui.pages.first_run.presenter import FirstRunPresenter, FirstRunView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.secret_line import SecretLine
from physioplan.gui.widgets.strength_meter import StrengthMeter
from physioplan.gui.widgets.switches import CheckRow
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


class VaultForm(QWidget):
    """Fields only; the page around it owns the buttons."""

    submitted = Signal()

    def __init__(self, presenter: FirstRunPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.clinic = TextLine()
        self.clinician = TextLine()
        self.passphrase = SecretLine()
        self.again = SecretLine(_("Type it once more"), with_button=False)
        self.place = TextLine(icon="hard-drive")
        self.place.setReadOnly(True)
        self.intended = CheckRow(_("I have read this and will use PhysioPlan in this way"))
        self.fields = {
            "clinic": Field(_("Clinic name"), self.clinic, _("Printed on letters and handouts")),
            "clinician": Field(_("Your name"), self.clinician, _("Shown on the unlock page")),
            "passphrase": Field(_("Passphrase"), self.passphrase),
            "again": Field(_("Passphrase again"), self.again),
            "place": Field(_("Where to keep the vault"), self._place_row()),
        }
        self._strength = StrengthMeter()
        self._problem = Message()
        self._intended = Field(_("What PhysioPlan is for"), self._intended_box())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        names = QHBoxLayout()
        names.setSpacing(14)
        names.addWidget(self.fields["clinic"], 3)
        names.addWidget(self.fields["clinician"], 2)
        column.addWidget(self._problem)
        column.addLayout(names)
        column.addWidget(self.fields["passphrase"])
        column.addWidget(self._strength)
        column.addWidget(self.fields["again"])
        column.addWidget(self.fields["place"])
        column.addWidget(self._intended)
        self._wire()

    def _place_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._change_place = Button(_("Change"))
        self._change_place.setFixedHeight(40)
        row.addWidget(self.place, 1)
        row.addWidget(self._change_place)
        return holder

    def _intended_box(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(intended_use(), "small", "ink2", wrap=True))
        column.addWidget(self.intended)
        return holder

    def _wire(self) -> None:
        self.clinic.textEdited.connect(lambda _words: self._presenter.edited("clinic"))
        self.clinician.textEdited.connect(lambda _words: self._presenter.edited("clinician"))
        self.passphrase.textEdited.connect(self._passphrase_edited)
        self.again.textEdited.connect(lambda _words: self._presenter.edited("again"))
        self.intended.toggled.connect(lambda _on: self._presenter.edited("intended_use"))
        self._change_place.clicked.connect(self._ask_place)
        self.passphrase.caps_lock_changed.connect(
            lambda on: self.fields["passphrase"].display_hint(
                _("Caps Lock is on") if on else "", "arrow-big-up"
            )
        )
        for line in (self.clinic, self.clinician, self.passphrase, self.again):
            line.returnPressed.connect(self.submitted)

    def display(self, view: FirstRunView) -> None:
        self._strength.display(view.strength.bars, view.strength.word, view.strength.advice)
        self.place.setText(view.place)
        self.place.setCursorPosition(len(view.place))
        self.fields["place"].display_hint(view.place_warning, "triangle-alert")
        for name in ("clinic", "clinician", "passphrase", "again"):
            self.fields[name].display_error(view.error_of(name))
        self._intended.display_error(view.error_of("intended_use"))
        self._problem.setVisible(bool(view.problem))
        if view.problem:
            self._problem.display(MessageView("danger", _("The vault was not made."), view.problem))
        self.setEnabled(not view.busy)

    def focus_first_fault(self, view: FirstRunView) -> None:
        """Put the keyboard on the first thing to mend."""
        targets: dict[str, QWidget] = {
            "clinic": self.clinic,
            "clinician": self.clinician,
            "passphrase": self.passphrase,
            "again": self.again,
            "intended_use": self.intended,
        }
        if view.errors:
            targets[view.errors[0][0]].setFocus(Qt.FocusReason.TabFocusReason)

    def forget_secrets(self) -> None:
        self.passphrase.clear()
        self.again.clear()

    def _passphrase_edited(self, words: str) -> None:
        self._presenter.passphrase_edited(words, self.clinic.text(), self.clinician.text())

    def _ask_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where to keep the vault"), self.place.text())
        if chosen:
            self._presenter.choose_place(chosen)
