"""The second step of the first run: the recovery key and the typed check."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.first_run.presenter import FirstRunPresenter, FirstRunView
from physioplan.gui.theme.fonts import font
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.field import Field, Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.recovery_key_plate import RecoveryKeyPlate
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


class KeyForm(QWidget):
    """Plate, print and save, two fields to type two groups back."""

    def __init__(self, presenter: FirstRunPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._plate = RecoveryKeyPlate()
        self._print = Button(_("Print key"), icon="printer", large=True)
        self._save = Button(_("Save to USB stick"), icon="usb", large=True)
        self._kept_sign = Icon("check", 18)
        self._kept = Label("", "small", "ink2")
        self._problem = Message()
        self._ask = Label("", "subheading")
        letters = QFont(font("subheading"))
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2)
        self.typed = (TextLine(), TextLine())
        self._fields = []
        for line in self.typed:
            line.setFont(letters)
            line.setMaxLength(8)
            self._fields.append(Field("", line, plain=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        buttons.addWidget(self._kept_sign)
        buttons.addWidget(self._kept)
        check = QHBoxLayout()
        check.setSpacing(14)
        for field in self._fields:
            field.setFixedWidth(200)
            check.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        check.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._plate)
        column.addSpacing(14)
        column.addLayout(buttons)
        column.addSpacing(12)
        column.addWidget(self._problem)
        column.addSpacing(14)
        column.addWidget(self._ask)
        column.addSpacing(4)
        column.addLayout(check)
        self._print.clicked.connect(presenter.print_key)
        self._save.clicked.connect(presenter.save_key)
        self.typed[0].textEdited.connect(lambda words: presenter.typed_back(0, words))
        self.typed[1].textEdited.connect(lambda words: presenter.typed_back(1, words))
        for line in self.typed:
            line.returnPressed.connect(presenter.finish)

    def display(self, view: FirstRunView) -> None:
        if view.step != "key":
            return
        self._plate.display(view.groups)
        self._print.setVisible(view.may_print)
        self._save.setVisible(view.may_save)
        self._kept.setText(view.kept)
        self._kept_sign.setVisible(bool(view.kept))
        self._problem.setVisible(bool(view.problem))
        if view.problem:
            self._problem.display(MessageView("danger", _("The key is still here."), view.problem))
        first, second = view.asked
        self._ask.setText(_("Check: type groups {a} and {b} from your paper").format(a=first, b=second))
        for field, number, said in zip(self._fields, view.asked, view.checks, strict=True):
            words = _("Group {n}").format(n=number)
            field.label.setText(words)
            field.control.setAccessibleName(words)
            field.display_hint(_("Matches") if said == "right" else "", "check")
            field.display_error("" if said == "right" else said)
