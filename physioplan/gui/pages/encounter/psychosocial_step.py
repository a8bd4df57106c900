"""Psychosocial risk: STarT Back by item number, and further measures as totals from the clinic's own forms."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.widgets.binary_row import BinaryRow
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, language

ITEMS = tuple(str(n) for n in range(1, 10))
TOTALS = ("sleep_nrs", "tsk_11", "pcs", "pseq", "phq_4", "phq_9", "gad_7", "fabq")


def noticed_words() -> dict[str, str]:
    """What may be noticed about coping, by the names the rules use."""
    return {
        "boom_bust": _("Good days overdone, bad days in bed"),
        "flares_after_activity": _("Flares after activity"),
        "feared_task": _("One task is feared most"),
        "muscle_guarding": _("Guards with tense muscles"),
        "poor_sleep": _("Sleeps badly"),
        "deconditioned": _("Out of condition"),
        "rumination": _("Thoughts about pain go round and round"),
        "helplessness": _("Feels helpless about the pain"),
        "barriers": _("Named something that gets in the way"),
        "prefers_mindfulness": _("Would like to try mindfulness"),
        "heavy_impairment_by_worry": _("Worry gets in the way of daily life"),
        "other_mental_illness": _("Signs of a mental illness that needs its own care"),
        "home_only": _("Exercises at home only"),
        "asks_for_the_best_exercise": _("Asks which exercise is best"),
    }


class PsychosocialStep(Step):
    """Numbers only: no statement's wording stands here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label(_("Psychosocial"), "title"))
        head.addWidget(Label(_("Numbers from the clinic’s own forms"), "field", "ink2"), 1)
        self.column.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        self.column.addLayout(columns)
        columns.addLayout(self._sbst(), 1)
        self._further = QVBoxLayout()
        columns.addLayout(self._further, 1)
        self._totals: dict[str, TextLine] = {}
        self._bands: dict[str, Tag] = {}
        self._item_9 = BinaryRow("9", (0, 1, 2, 3))
        self._item_9.answered.connect(
            lambda n: self.typed.emit("measure.phq_9.9", "" if n is None else str(n))
        )
        self.column.addWidget(
            SectionHead(_("What you noticed"), _("tick what fits, nothing has to be ticked"))
        )
        self._noticed: dict[str, Chip] = {}
        noticed = FlowRow()
        for name, words in noticed_words().items():
            chip = Chip(words)
            chip.toggled_by_hand.connect(
                lambda on, name=name: self.typed.emit(f"noticed.{name}", "1" if on else "")
            )
            self._noticed[name] = chip
            noticed.add(chip)
        self.column.addWidget(noticed)
        self.column.addStretch(1)
        self._aside()

    def _sbst(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(SectionHead(_("STarT Back"), _("1 to 8: 0 or 1 · 9: box 1 to 5")))
        self.rows: dict[str, BinaryRow] = {}
        for place, item in enumerate(ITEMS):
            row = BinaryRow(item, (1, 2, 3, 4, 5) if item == "9" else (0, 1))
            row.answered.connect(
                lambda n, item=item: self.typed.emit(f"measure.sbst.{item}", "" if n is None else str(n))
            )
            row.advance_requested.connect(lambda place=place: self._move(place + 1))
            row.retreat_requested.connect(lambda place=place: self._move(place - 1))
            self.rows[item] = row
            column.addWidget(row)
        column.addStretch(1)
        return column

    def _build_totals(self, view: EncounterView) -> None:
        self._further.addWidget(SectionHead(_("Further measures"), _("totals, where measured")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        at = 0
        for name in TOTALS:
            measure = view.content.measures.get(name)
            if measure is None:
                continue
            words = measure.words_in(language())
            for scale in measure.scales if name == "fabq" else measure.scales[:1]:
                key = "total" if scale.key == "total" else scale.key
                label = words.short if key == "total" else f"{words.short} {words.scales.get(key, key)}"
                field = TextLine(small=True)
                field.setFixedWidth(76)
                field.setPlaceholderText(f"{scale.low:g}–{scale.high:g}")
                field.setAccessibleName(label)
                field.setToolTip(words.about or words.name)
                full = f"measure.{name}.{key}"
                field.textEdited.connect(lambda typed, full=full: self.typed.emit(full, typed))
                tag = Tag("")
                tag.hide()
                self._totals[full] = field
                self._bands[full] = tag
                grid.addWidget(Label(label, "body"), at, 0)
                grid.addWidget(field, at, 1)
                grid.addWidget(tag, at, 2)
                at += 1
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self._further.setSpacing(8)
        self._further.addWidget(holder)
        self._further.addWidget(Rule())
        self._further.addWidget(line(_("PHQ-9 item 9, asked each time it is used"), "small_strong", "ink"))
        self._further.addWidget(self._item_9)
        self._further.addWidget(
            line(
                _(
                    "Above 0 asks for a same-day risk talk, whatever the total. It is never shown to the patient."
                )
            )
        )
        self._further.addStretch(10)

    def _aside(self) -> None:
        aside = self.aside_column
        aside.addWidget(Label(_("STarT Back"), "small_strong", "ink2"))
        self._big = Label("–", "data_xl")
        aside.addWidget(self._big)
        self._risk = Tag("")
        aside.addWidget(self._risk)
        self._risk_words = line("", "field", "ink")
        aside.addWidget(self._risk_words)
        aside.addWidget(Rule())
        self._alert = line("", "small_strong", "danger")
        aside.addWidget(self._alert)
        aside.addWidget(
            line(
                _(
                    "A measure left empty stays missing. It is never counted as zero, and the summary lists it."
                )
            )
        )
        aside.addStretch(1)

    def _move(self, place: int) -> None:
        if place >= len(ITEMS):
            if self._totals:
                next(iter(self._totals.values())).setFocus()
            else:
                self.onward.emit()
        elif place >= 0:
            self.rows[ITEMS[place]].take_keyboard()

    def display(self, view: EncounterView) -> None:
        """Show the answers and what they come to."""
        if not self._totals:
            self._build_totals(view)
        for item, row in self.rows.items():
            words = view.raw.get(f"measure.sbst.{item}", "")
            row.display(int(words) if words.isdigit() else None)
        for key, field in self._totals.items():
            if not field.hasFocus():
                field.setText(view.raw.get(key, ""))
            field.show_error(key in view.warnings)
            field.setToolTip(view.warnings.get(key, field.accessibleName()))
            self._band(key, view)
        for name, chip in self._noticed.items():
            chip.display(view.raw.get(f"noticed.{name}") == "1")
        nine = view.raw.get("measure.phq_9.9", "")
        self._item_9.display(int(nine) if nine.isdigit() else None)
        alert = nine.isdigit() and int(nine) >= 1
        self._alert.setText(
            _(
                "Ask about self-harm today: intent, plan, means, what protects. Record the talk on the safety screen."
            )
            if alert
            else ""
        )
        self._alert.setVisible(alert)
        self._display_risk(view)

    def _band(self, key: str, view: EncounterView) -> None:
        _m, name, subscale = key.split(".")
        score = next((s for s in view.encounter.scores if s.measure == name and s.subscale == subscale), None)
        tag = self._bands[key]
        if score is None or score.band is None or not view.raw.get(key):
            tag.hide()
            return
        words = view.content.measures[name].words_in(language()).bands
        tag.display(words.get(score.band, score.band))
        tag.show()

    def _display_risk(self, view: EncounterView) -> None:
        scores = {s.subscale: s for s in view.encounter.scores if s.measure == "sbst"}
        total, part = scores.get("total"), scores.get("psychosocial")
        if total is None or total.value is None or not total.is_final:
            self._big.setText("–")
            left = 9 - sum(row.answer() is not None for row in self.rows.values())
            self._risk.display(_("{n} items left").format(n=left), "dashed")
            self._risk_words.setText(_("No score before every item is in."))
            return
        self._big.setText(f"{total.value:g}")
        psych = part.value if part is not None and part.value is not None else 0
        if total.value <= 3:
            kind, word = "ok", _("Low risk")
        elif psych <= 3:
            kind, word = "neutral", _("Medium risk")
        else:
            kind, word = "warn", _("High risk")
        self._risk.display(word, kind)  # type: ignore[arg-type]
        self._risk_words.setText(
            _("{n} of 9, psychosocial part {p} of 5").format(n=f"{total.value:g}", p=f"{psych:g}")
        )

    def enter(self) -> None:
        """The first unanswered item takes the keyboard."""
        empty = [row for row in self.rows.values() if row.answer() is None]
        (empty or list(self.rows.values()))[0].take_keyboard()
