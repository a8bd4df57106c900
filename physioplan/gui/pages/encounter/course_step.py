"""How it went since the last time: unwanted effects, and notes of facts only."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.theme.fonts import font
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.words import _


class CourseStep(Step):
    """Ready words for what is common; free words for the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.addWidget(Label(_("How it went"), "title"), 1)
        self.column.addLayout(head)
        self.column.addWidget(Label(_("New or worse problems since last time?"), "heading"))
        ready = FlowRow()
        self._none = Chip(_("None"))
        self._none.toggled_by_hand.connect(self._nothing)
        ready.add(self._none)
        for words in (
            _("sore for a day or two"),
            _("worse pain for more than 48 hours"),
            _("new leg symptoms"),
            _("a fall"),
            _("dizziness"),
            _("chest symptoms"),
        ):
            chip = Chip(words)
            chip.toggled_by_hand.connect(lambda on, words=words, chip=chip: self._ready(words, on, chip))
            ready.add(chip)
        self.column.addWidget(ready)
        self.effects = _text()
        self.effects.textChanged.connect(self._effects_typed)
        self.column.addWidget(Field(_("Unwanted effects, in your words"), self.effects))
        self.notes = _text()
        self.notes.textChanged.connect(self._notes_typed)
        self.column.addWidget(Field(_("Notes"), self.notes, _("Facts only. The patient may read them.")))
        self.column.addStretch(1)
        self._filling = False
        self.aside_column.addWidget(Label(_("What to ask again"), "heading"))
        self.aside_column.addWidget(
            line(
                _(
                    "New leg pain below the knee, new numbness, or pain that rises week to week: ask the safety "
                    "questions again before anything goes up."
                ),
                "field",
                "ink",
            )
        )
        self.aside_column.addWidget(
            line(
                _(
                    "A sore day or two is common in the first weeks. Missing days is fine: ask what got in the way."
                )
            )
        )
        self.aside_column.addStretch(1)

    def _nothing(self, on: bool) -> None:
        self.typed_all.emit(
            {"course.none": "1" if on else "", "unwanted_effects": _("None reported") if on else ""}
        )

    def _ready(self, words: str, on: bool, chip: Chip) -> None:
        chip.display(False)
        said = self.effects.toPlainText().strip()
        if on and words not in said:
            self.typed_all.emit(
                {
                    "unwanted_effects": f"{said}; {words}" if said else words[:1].upper() + words[1:],
                    "course.none": "",
                }
            )

    def _effects_typed(self) -> None:
        if not self._filling:
            self.typed.emit("unwanted_effects", self.effects.toPlainText())

    def _notes_typed(self) -> None:
        if not self._filling:
            self.typed.emit("notes", self.notes.toPlainText())

    def display(self, view: EncounterView) -> None:
        """Show the words as typed, leaving the cursor where it is."""
        self._filling = True
        for box, key in ((self.effects, "unwanted_effects"), (self.notes, "notes")):
            words = view.raw.get(key, "")
            if box.toPlainText() != words:
                box.setPlainText(words)
        self._none.display(view.raw.get("course.none") == "1")
        self._filling = False

    def enter(self) -> None:
        """Start with the unwanted effects."""
        self._none.setFocus()


def _text() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFont(font("body"))
    box.setMinimumHeight(96)
    box.setMaximumHeight(150)
    return box
