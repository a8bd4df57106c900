"""The form of a new patient: who they are, how to reach them, and on to the baseline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.new_patient.presenter import NewPatientPresenter, NewPatientView
from physioplan.gui.patient_choices import languages, sexes
from physioplan.gui.theme.tokens import PAGE_PADDING
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.rule import SectionHead
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.switches import CheckRow
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _

WIDTH = 720
LONGEST = {"given_name": 80, "family_name": 80, "birth_date": 20, "record_number": 20, "phone": 40}


class NewPatientPage(Page):
    """Shows a ``NewPatientPresenter``; every stroke goes there, so that half a form outlives a lock."""

    def __init__(self, presenter: NewPatientPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "patients"
        self._presenter = presenter
        self._errors: dict[str, str] = {}
        self._head = PageHeader(_("New patient"), _("Two names and a date of birth are enough to begin."))
        self.header = self._head
        self.body = ScrollColumn(margins=(PAGE_PADDING, 12, PAGE_PADDING, 24), spacing=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self._form = QWidget()
        self._form.setMaximumWidth(WIDTH)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.body.column.addWidget(self._form)
        self.body.column.addStretch(1)
        self.lines: dict[str, TextLine] = {}
        self.fields: dict[str, Field] = {}
        self._pairs: list[QBoxLayout] = []
        self._restored = Message()
        self._restored.acted.connect(presenter.start_again)
        self._alike = Message()
        self._alike.acted.connect(presenter.open_alike)
        self.sex = Choice(sexes())
        self.language = Choice(languages())
        self.interpreter = CheckRow(_("Needs an interpreter"))
        self.consent = CheckRow(_("Consents to keeping this record (dated today)"))
        column.addWidget(self._restored)
        column.addWidget(SectionHead(_("Who"), style="subheading"))
        column.addLayout(
            self._pair(self._line("given_name", _("Given name")), self._line("family_name", _("Family name")))
        )
        column.addWidget(self._alike)
        column.addLayout(
            self._pair(
                self._line("birth_date", _("Date of birth"), "13.1.1980"),
                self._field("sex", _("Sex, as the patient gives it"), self.sex),
            )
        )
        column.addSpacing(6)
        column.addWidget(SectionHead(_("Reaching and addressing them"), style="subheading"))
        column.addLayout(
            self._pair(
                self._line("phone", _("Phone")),
                self._field("language", _("Language of the handouts"), self.language),
            )
        )
        column.addWidget(self.interpreter)
        column.addSpacing(6)
        column.addWidget(SectionHead(_("In the clinic"), style="subheading"))
        column.addLayout(self._pair(self._line("record_number", _("Record number")), QWidget()))
        column.addWidget(self.consent)
        self.sex.activated.connect(lambda: presenter.typed("sex", self.sex.chosen() or ""))
        self.language.activated.connect(lambda: presenter.typed("language", self.language.chosen() or ""))
        self.interpreter.toggled.connect(lambda on: presenter.typed("interpreter", "1" if on else ""))
        self.consent.toggled.connect(lambda on: presenter.typed("consent", "1" if on else ""))
        presenter.attach(self.display)

    def _line(self, key: str, label: str, placeholder: str = "") -> Field:
        line = TextLine("", placeholder)
        line.setMaxLength(LONGEST[key])
        line.textEdited.connect(lambda words: self._presenter.typed(key, words))
        line.returnPressed.connect(self._next_field)
        self.lines[key] = line
        return self._field(key, label, line)

    def _field(self, key: str, label: str, control: QWidget) -> Field:
        field = Field(label, control)
        self.fields[key] = field
        return field

    def _pair(self, first: QWidget, second: QWidget) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)
        self._pairs.append(row)
        return row

    def display(self, view: NewPatientView) -> None:
        for key, line in self.lines.items():
            words = view.raw.get(key, "")
            if line.text() != words:
                line.setText(words)
            self.fields[key].display_error(view.errors.get(key, ""))
        self.lines["record_number"].setPlaceholderText(view.next_number)
        self.fields["record_number"].display_hint(_("Left empty, the next number is given."))
        self.fields["birth_date"].display_hint(view.age or _("Day, month, year, or 1980-01-13"))
        self.sex.choose(view.raw.get("sex") or "not_recorded")
        self.language.choose(view.raw.get("language") or "en")
        for box, key in ((self.interpreter, "interpreter"), (self.consent, "consent")):
            blocked = box.blockSignals(True)
            box.setChecked(view.raw.get(key) == "1")
            box.blockSignals(blocked)
        self._restored.setVisible(view.restored)
        if view.restored:
            self._restored.display(
                MessageView(
                    "info",
                    _("Your draft is back."),
                    _("Nothing typed was lost."),
                    _("Start again"),
                    "history",
                )
            )
        self._alike.setVisible(view.alike is not None)
        if view.alike is not None:
            self._alike.display(MessageView("warn", "", view.alike[1], _("Open that record")))
        new_errors = view.errors and view.errors != self._errors
        self._errors = dict(view.errors)
        self._show_bar(view, len(view.errors))
        if new_errors and not any(self.lines[key].hasFocus() for key in view.errors if key in self.lines):
            self._to_first_error()

    def _show_bar(self, view: NewPatientView, wrong: int) -> None:
        failed = bool(view.saved) and view.saved != _("Draft saved")
        save = SaveView("not_saved" if failed else "saved", view.saved) if view.saved else SaveView()
        self.show_bar(
            ActionBarView(
                save=save,
                secondary=(ActionView("leave", _("Back to the list")),),
                primary=ActionView("add", _("Add and begin baseline"), icon="user-plus", hint="Ctrl ↵"),
            )
        )

    def _to_first_error(self) -> None:
        for key, line in self.lines.items():
            if key in self._errors:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                line.selectAll()
                self.body.reveal(self.fields[key])
                return

    def _next_field(self) -> None:
        """Enter goes to the next field; Ctrl+Enter adds."""
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit):
            self.focusNextChild()

    def act(self, key: str) -> None:
        if key == "add":
            self._presenter.add()
            self._to_first_error()
        elif key == "leave":
            self._presenter.leave()

    def entered(self) -> None:
        order = ("given_name", "family_name", "birth_date")
        empty = next((key for key in order if not self.lines[key].text()), "phone")
        self.lines[empty].setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        self._presenter.flush()

    def adapt(self, breadth: Breadth) -> None:
        compact = breadth == "compact"
        side = 16 if compact else PAGE_PADDING
        self.body.column.setContentsMargins(side, 12, side, 24)
        for pair in self._pairs:
            pair.setSpacing(14 if compact else 20)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("↵", _("Next field")), ("Ctrl ↵", _("Add and begin baseline")))
