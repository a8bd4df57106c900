"""Pain now, on average and at its worst, 0 to 10; how far down the leg, and for how long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.quote import Quote
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.score_line import ScoreLine, ScoreLineView
from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _

ITEMS = ("now", "average", "worst")


class PainStep(Step):
    """Three rows of eleven buttons; digits choose, Enter moves on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head()
        self.column.addWidget(
            Quote(
                _(
                    "Think of the last 7 days. 0 is no pain, 10 is the worst pain you can imagine. Which number fits?"
                )
            )
        )
        self.column.addSpacing(4)
        names = {"now": _("Right now"), "average": _("On average"), "worst": _("At its worst")}
        self.rows = {item: ScoreRow(names[item]) for item in ITEMS}
        self._warning = Label("", "small", "warn", wrap=True)
        for place, item in enumerate(ITEMS):
            self.column.addSpacing(10 if place else 0)
            self.column.addLayout(self._title(names[item], item))
            row = self.rows[item]
            self.column.addWidget(row)
            if not place:
                self.column.addLayout(self._ends())
            row.answered.connect(lambda number, item=item: self._answered(item, number))
            row.advance_requested.connect(lambda item=item: self._move(item, 1))
            row.retreat_requested.connect(lambda item=item: self._move(item, -1))
        self.column.addWidget(self._warning)
        self.column.addSpacing(10)
        self._history = QWidget()
        self.column.addWidget(self._history)
        self._build_history()
        self.column.addStretch(1)
        self._build_aside()

    def _head(self) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(_("Pain"), "title"), 1)
        row.addWidget(Label(_("Type 0–10, Enter for the next row"), "small", "ink2"))
        self.show_button = Button(_("Show to the patient"), icon="monitor", hint="F9")
        self.show_button.clicked.connect(self.show_patient)
        row.addSpacing(12)
        row.addWidget(self.show_button)
        self.column.addLayout(row)

    def _title(self, name: str, item: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(name, "heading"))
        if item == "average":
            row.addWidget(Tag(_("used for follow-up")))
        row.addStretch(1)
        return row

    def _ends(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(_("No pain"), "field", "ink2"))
        row.addStretch(1)
        row.addWidget(Label(_("Worst you can imagine"), "field", "ink2"))
        return row

    def _build_history(self) -> None:
        leg_names = (
            ("none", _("No")),
            ("to_the_knee", _("To the knee")),
            ("below_the_knee", _("Below the knee")),
        )
        self.leg = Segmented(_("Pain in the leg too?"), leg_names)
        self.leg.chosen_changed.connect(lambda key: self.typed.emit("episode.leg_pain", key))
        self.pain_for = TextLine(small=True)
        self.pain_for.setMaximumWidth(70)
        self.pain_for.setAccessibleName(_("Back pain for, number"))
        self.pain_for.textEdited.connect(lambda words: self.typed.emit("episode.pain_for", words))
        self.unit = Choice(
            (("weeks", _("weeks")), ("months", _("months")), ("years", _("years"))), small=True
        )
        self.unit.setAccessibleName(_("Back pain for, unit"))
        self.unit.choose("years")
        self.unit.activated.connect(
            lambda _index: self.typed.emit("episode.pain_unit", self.unit.chosen() or "years")
        )
        self._leg_field = Field(_("Pain in the leg too?"), self.leg)
        time = QWidget()
        row = QHBoxLayout(time)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.pain_for)
        row.addWidget(self.unit)
        self._time_field = Field(_("Back pain for"), time)
        box = QHBoxLayout()
        box.setSpacing(36)
        box.addWidget(self._leg_field, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._time_field, 0, Qt.AlignmentFlag.AlignTop)
        box.addStretch(1)
        self._facts: dict[str, Chip] = {}
        facts = FlowRow()
        for key, name, why in (
            ("off_work", _("Off work because of it"), _("Brings the return-to-work part")),
            (
                "first_approach_failed",
                _("A first approach did not help"),
                _("Speaks for coping skills beside exercise"),
            ),
            (
                "radicular_signs",
                _("Nerve signs in the leg"),
                _("Outside the trials: the evidence rules do not apply"),
            ),
            ("pregnant", _("Pregnant"), _("Outside the trials: the evidence rules do not apply")),
        ):
            chip = Chip(name)
            chip.setToolTip(why)
            chip.toggled_by_hand.connect(
                lambda on, key=key: self.typed.emit(f"episode.{key}", "1" if on else "")
            )
            self._facts[key] = chip
            facts.add(chip)
        self.cause = TextLine(placeholder=_("None known"), small=True)
        self.cause.setMaximumWidth(420)
        self.cause.textEdited.connect(lambda words: self.typed.emit("episode.specific_cause", words))
        column = QVBoxLayout(self._history)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(box)
        column.addWidget(facts)
        column.addWidget(Field(_("A specific cause, where one is known"), self.cause))

    def _build_aside(self) -> None:
        aside = self.aside_column
        aside.addWidget(Label(_("Score to follow"), "small_strong", "ink2"))
        top = QHBoxLayout()
        top.setSpacing(14)
        self._big = Label("–", "data_xl")
        top.addWidget(self._big)
        top.addWidget(line(_("average pain, 0 to 10"), "body"), 1)
        aside.addLayout(top)
        self._scale = ScoreLine(ScoreLineView(10, ticks=tuple(range(1, 10)), labels=True))
        aside.addWidget(self._scale)
        self._matters = line("", "field", "ink")
        aside.addWidget(self._matters)
        aside.addWidget(Rule())
        self._now = {item: Label("", "field") for item in ITEMS}
        for item, name in (("now", _("Now")), ("average", _("Average")), ("worst", _("Worst"))):
            row = QHBoxLayout()
            row.addWidget(Label(name, "field", "ink2"), 1)
            row.addWidget(self._now[item], 1)
            aside.addLayout(row)
        aside.addWidget(Rule())
        aside.addWidget(
            line(
                _("Without a number, leave the row empty or choose Skip. The plan will show what is missing.")
            )
        )
        aside.addStretch(1)

    # ------------------------------------------------------------------

    def _answered(self, item: str, number: int | None) -> None:
        self.typed.emit(f"measure.nrs.{item}", "" if number is None else str(number))

    def _move(self, item: str, step: int) -> None:
        place = ITEMS.index(item) + step
        if place < 0:
            return
        if place < len(ITEMS):
            self.rows[ITEMS[place]].take_keyboard()
        elif self._history.isVisible():
            self.leg.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.onward.emit()

    def display(self, view: EncounterView) -> None:
        """Show the three answers and what a change that matters would be."""
        raw = view.raw
        for item, row in self.rows.items():
            words = raw.get(f"measure.nrs.{item}", "")
            row.display(ScoreRowView(int(words) if words.isdigit() else None))
            self._now[item].setText(words or _("not yet"))
        self._history.setVisible(view.kind == "baseline")
        self.leg.choose(raw.get("episode.leg_pain", ""))
        if not self.pain_for.hasFocus():
            self.pain_for.setText(raw.get("episode.pain_for", ""))
        self.unit.choose(raw.get("episode.pain_unit", "") or "years")
        for key, chip in self._facts.items():
            chip.display(raw.get(f"episode.{key}") == "1")
        if not self.cause.hasFocus():
            self.cause.setText(raw.get("episode.specific_cause", ""))
        self._time_field.display_error(view.warnings.get("episode.pain_for", ""))
        self._warning.setText(view.warnings.get("measure.nrs.worst", ""))
        self._warning.setVisible(bool(self._warning.text()))
        self.show_button.setText(_("Show to {name}").format(name=view.first_name))
        self._display_aside(raw.get("measure.nrs.average", ""), view)

    def _display_aside(self, average: str, view: EncounterView) -> None:
        self._big.setText(average or "–")
        baseline = view.record.baseline
        before = baseline.score_of("nrs") if baseline and view.kind != "baseline" else None
        if before is not None and before.value is not None:
            target = min(before.value - 2, before.value * 0.7)
            latest = float(average) if average else None
            self._scale.display(
                ScoreLineView(10, before.value, latest, target, ticks=tuple(range(1, 10)), labels=True)
            )
            self._matters.setText(
                _("{n} at baseline. {target} or less would be a change that matters to most people.").format(
                    n=int(before.value), target=int(target)
                )
            )
            return
        if not average:
            self._scale.display(ScoreLineView(10, ticks=tuple(range(1, 10)), labels=True))
            self._matters.setText(
                _("The average of the last 7 days is asked again at 12 weeks and at 1 year.")
            )
            return
        value = float(average)
        aim = int(min(value - 2, value * 0.7)) if value > 2 else None
        self._scale.display(ScoreLineView(10, value, None, aim, ticks=tuple(range(1, 10)), labels=True))
        self._matters.setText(
            _(
                "{target} or less at 12 weeks would be a change that matters to most people: 2 points and 30% lower."
            ).format(target=aim)
            if aim is not None
            else _("Low from the start: only points count, not percent.")
        )

    def enter(self) -> None:
        """The first empty row takes the keyboard."""
        empty = [row for row in self.rows.values() if row.answer() is None]
        (empty or list(self.rows.values()))[0].take_keyboard()
