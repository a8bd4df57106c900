"""Who the patient is and how to reach them, to read and to put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.patient import Patient
from physioplan.gui.dates import long_day
from physioplan.gui.patient_choices import languages, sexes
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.widgets.switches import CheckRow
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _

LONGEST = {"given_name": 80, "family_name": 80, "birth_date": 20, "record_number": 20, "phone": 40}
Save = Callable[[Mapping[str, str]], Mapping[str, str]]


def raw_of(patient: Patient) -> dict[str, str]:
    """The details as a form holds them."""
    return {
        "given_name": patient.given_name,
        "family_name": patient.family_name,
        "birth_date": patient.birth_date.isoformat(),
        "record_number": patient.record_number,
        "phone": patient.phone,
        "sex": patient.sex.value,
        "language": patient.language,
        "interpreter": "1" if patient.interpreter_needed else "",
        "consent": "1" if patient.consent_date else "",
    }


class _AsTallAsItsForm(ScrollColumn):
    """Asks for its whole content's height, so that it scrolls only where the window is too low."""

    def sizeHint(self) -> QSize:
        inner = self.widget()
        return super().sizeHint() if inner is None else inner.sizeHint()


class DetailsSheet(Sheet):
    """``save`` gets the form and answers what is wrong by field ("" for the whole); nothing wrong closes."""

    def __init__(self, record: EpisodeRecord, save: Save) -> None:
        super().__init__(_("Details"), width=720)
        self._save = save
        patient = record.patient
        self._before = raw_of(patient)
        self._raw = dict(self._before)
        self.lines: dict[str, TextLine] = {}
        self.fields: dict[str, Field] = {}
        self._fault = Message()
        self._fault.hide()
        self.column.addWidget(self._fault)
        scroll = _AsTallAsItsForm(margins=(6, 0, 12, 6), spacing=8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.addWidget(self._line("given_name", _("Given name")), 0, 0)
        grid.addWidget(self._line("family_name", _("Family name")), 0, 1)
        grid.addWidget(self._line("birth_date", _("Date of birth")), 1, 0)
        grid.addWidget(self._line("record_number", _("Record number")), 1, 1)
        grid.addWidget(self._line("phone", _("Phone")), 2, 0)
        grid.addWidget(self._choice("sex", _("Sex, as the patient gives it"), Choice(sexes())), 2, 1)
        known = languages()
        if patient.language not in dict(known):
            known = (*known, (patient.language, patient.language))
        language = self._choice("language", _("Language of the handouts"), Choice(known))
        grid.addWidget(language, 3, 0)
        facts = Label(_facts(record), "small", "ink2", wrap=True)
        grid.addWidget(facts, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        scroll.column.addLayout(grid)
        scroll.column.addWidget(self._box("interpreter", _("Needs an interpreter")))
        consent = _("Consents to keeping this record")
        if patient.consent_date is not None:
            consent = _("Consented on {day}").format(day=long_day(patient.consent_date))
        scroll.column.addWidget(self._box("consent", consent))
        scroll.setMinimumHeight(150)
        scroll.setMaximumHeight(420)
        self.column.addWidget(scroll, 1)
        self.asked.connect(self._asked)
        self._show()

    def _line(self, key: str, label: str) -> Field:
        line = TextLine(self._raw[key])
        line.setMaxLength(LONGEST[key])
        line.textEdited.connect(lambda words: self._changed(key, words))
        self.lines[key] = line
        return self._field(key, label, line)

    def _choice(self, key: str, label: str, choice: Choice) -> Field:
        choice.choose(self._raw[key])
        choice.activated.connect(lambda: self._changed(key, choice.chosen() or ""))
        return self._field(key, label, choice)

    def _box(self, key: str, words: str) -> CheckRow:
        box = CheckRow(words, self._raw[key] == "1")
        box.toggled.connect(lambda on: self._changed(key, "1" if on else ""))
        return box

    def _field(self, key: str, label: str, control: QWidget) -> Field:
        field = Field(label, control)
        self.fields[key] = field
        return field

    def _changed(self, key: str, words: str) -> None:
        self._raw[key] = words
        self._show()

    def _show(self) -> None:
        locked = _("nothing changed") if self._raw == self._before else ""
        self.display_bar(
            ActionBarView(
                secondary=(ActionView("close", _("Close"), hint="Esc"),),
                primary=ActionView("save", _("Save details"), hint="Ctrl ↵", locked=locked),
            )
        )

    def _asked(self, key: str) -> None:
        if key == "close":
            self.close_sheet()
            return
        wrong = self._save(dict(self._raw))
        for name, field in self.fields.items():
            field.display_error(wrong.get(name, ""))
        self._fault.setVisible("" in wrong)
        if "" in wrong:
            self._fault.display(MessageView("danger", _("Not saved."), wrong[""]))
        first = next((line for name, line in self.lines.items() if name in wrong), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if not wrong:
            self.close_sheet()


def _facts(record: EpisodeRecord) -> str:
    """What cannot be changed here."""
    lines = [_("Episode opened {day}").format(day=long_day(record.episode.opened))]
    if record.episode.onset is not None:
        lines.append(_("Pain began {day}").format(day=long_day(record.episode.onset)))
    if record.patient.responsible_clinician:
        lines.append(_("Responsible: {name}").format(name=record.patient.responsible_clinician))
    return "\n".join(lines)
