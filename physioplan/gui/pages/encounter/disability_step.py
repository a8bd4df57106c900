"""Disability by numbered sections or statements of the clinic's own form, with the score as it grows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.pages.encounter.steps import disability_measure
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.severity_ladder import SeverityLadder, SeverityLadderView
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.words import _, language
from physioplan.measures.measure import Measure

ODI_OPTIONAL = "8"


class DisabilityStep(Step):
    """ODI: digits 0 to 5 choose and move on, X leaves a section out. RMDQ: tick what applies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Label(_("Disability"), "title"))
        self.choice = Segmented(_("Questionnaire"), (("odi", "ODI"), ("rmdq", "RMDQ")), "odi")
        self.choice.chosen_changed.connect(lambda key: self.typed.emit("choice.disability", key))
        head.addWidget(self.choice)
        head.addStretch(1)
        self._hint = Label("", "small", "ink2")
        head.addWidget(self._hint)
        self.column.addLayout(head)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self.column.addStretch(1)
        self.odi_rows: dict[str, ScoreRow] = {}
        self._marks: dict[str, Label] = {}
        self.rmdq_chips: dict[str, Chip] = {}
        self._built = False
        self._build_aside()

    def _build(self, odi: Measure, rmdq: Measure) -> None:
        self._stack.addWidget(self._odi_table(odi))
        self._stack.addWidget(self._rmdq_table(rmdq))
        self._built = True

    def _odi_table(self, odi: Measure) -> QWidget:
        words = odi.words_in(language()).items
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(_("Section on the paper form"), "small_strong", "ink2"), 0, 1)
        ends = QHBoxLayout()
        ends.addWidget(Label(_("0 no problem"), "small", "ink2"))
        ends.addStretch(1)
        ends.addWidget(Label(_("5 most limited"), "small", "ink2"))
        grid.addLayout(ends, 0, 2)
        grid.addWidget(Rule(strong=True), 1, 0, 1, 4)
        names = [item.id for item in odi.items]
        for place, item in enumerate(names):
            at = 2 + place * 2
            name = words.get(item, _("Section {n}").format(n=item))
            name = name[:1].upper() + name[1:]
            row = ScoreRow(f"{item}. {name}", 6, small=True, may_leave_out=True, moves_on=True)
            self.odi_rows[item] = row
            number = Label(item, "field", "ink2")
            label = Label(name, "body")
            mark = Button(_("Leave out"), "quiet") if item == ODI_OPTIONAL else None
            state = Label("–", "field", "ink3")
            self._marks[item] = state
            grid.addWidget(number, at, 0)
            grid.addWidget(label, at, 1)
            grid.addWidget(row, at, 2)
            side = QHBoxLayout()
            side.addStretch(1)
            if mark is not None:
                mark.clicked.connect(lambda _c=False, item=item: self.typed.emit(f"measure.odi.{item}", "x"))
                side.addWidget(mark)
            side.addWidget(state)
            grid.addLayout(side, at, 3)
            grid.addWidget(Rule(), at + 1, 0, 1, 4)
            row.answered.connect(lambda number, item=item: self._answered(item, number))
            row.left_out_changed.connect(
                lambda out, item=item: self.typed.emit(f"measure.odi.{item}", "x" if out else "")
            )
            row.advance_requested.connect(lambda place=place: self._move(names, place + 1))
            row.retreat_requested.connect(lambda place=place: self._move(names, place - 1))
        return table

    def _rmdq_table(self, rmdq: Measure) -> QWidget:
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            Label(
                _("Tick the numbers of the statements that are ticked on the paper form."),
                "body",
                "ink2",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, item in enumerate(rmdq.items):
            chip = Chip(item.id, square=True, name=_("Statement {n}").format(n=item.id))
            chip.toggled_by_hand.connect(
                lambda on, item=item.id: self.typed.emit(f"measure.rmdq.{item}", "1" if on else "")
            )
            self.rmdq_chips[item.id] = chip
            grid.addWidget(chip, place // 8, place % 8)
        grid.setColumnStretch(9, 1)
        column.addLayout(grid)
        self._none = Button(_("None of the 24 applies"), "quiet", icon="check").flush()
        self._none.clicked.connect(lambda: self.typed.emit("measure.rmdq.1", "0"))
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return table

    def _build_aside(self) -> None:
        aside = self.aside_column
        self._so_far = Label(_("Score so far"), "small_strong", "ink2")
        aside.addWidget(self._so_far)
        top = QHBoxLayout()
        top.setSpacing(14)
        self._big = Label("–", "data_xl")
        self._of = Label("", "lead", "ink2")
        top.addWidget(self._big)
        top.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        aside.addLayout(top)
        self._sum = line("")
        aside.addWidget(self._sum)
        self._ladder = SeverityLadder(SeverityLadderView(()))
        aside.addWidget(self._ladder)
        aside.addWidget(Rule())
        self._final = Tag(_("Not final yet"), "dashed")
        aside.addWidget(self._final, 0, Qt.AlignmentFlag.AlignLeft)
        self._note = line("")
        aside.addWidget(self._note)
        aside.addStretch(1)

    # ------------------------------------------------------------------

    def _answered(self, item: str, number: int | None) -> None:
        self.typed.emit(f"measure.odi.{item}", "" if number is None else str(number))

    def _move(self, names: list[str], place: int) -> None:
        if place >= len(names):
            self.onward.emit()
        elif place >= 0:
            self.odi_rows[names[place]].take_keyboard()

    def display(self, view: EncounterView) -> None:
        """Show the answers and the score they come to so far."""
        measures = view.content.measures
        if not self._built:
            self._build(measures["odi"], measures["rmdq"])
        chosen = disability_measure(view.raw)
        self.choice.choose(chosen)
        self._stack.setCurrentIndex(0 if chosen == "odi" else 1)
        self._hint.setText(
            _("Press 0 to 5, the cursor moves on by itself")
            if chosen == "odi"
            else _("Tick what is ticked on paper")
        )
        for item, row in self.odi_rows.items():
            words = view.raw.get(f"measure.odi.{item}", "")
            row.display(ScoreRowView(int(words) if words.isdigit() else None, words == "x"))
            self._marks[item].setText("✓" if words.isdigit() else _("left out") if words == "x" else "–")
        for item, chip in self.rmdq_chips.items():
            chip.display(view.raw.get(f"measure.rmdq.{item}", "") == "1")
        self._display_score(measures[chosen], view)

    def _display_score(self, measure: Measure, view: EncounterView) -> None:
        score = next((s for s in view.encounter.scores if s.measure == measure.id), None)
        scale = measure.main
        names = measure.words_in(language()).bands
        bands = tuple(
            (max(int(b.low) - 1, 0), int(b.high), names.get(b.key, b.key))
            for b in scale.bands
            if b.when is None
        )
        value = score.value if score is not None else None
        final = score is not None and score.is_final
        self._so_far.setText(_("Score") if final else _("Score so far"))
        self._big.setText("–" if value is None else str(round(value)))
        self._of.setText(_("of {n}").format(n=int(scale.high)))
        answered, of = (score.answered, score.of) if score else (0, len(measure.items))
        self._sum.setText(_("{n} of {of} items answered").format(n=answered, of=of))
        self._ladder.display(SeverityLadderView(bands, value, final, self._sum.text()))
        self._ladder.setVisible(bool(bands))
        self._final.setVisible(not final)
        self._note.setText(
            _("Bands are read from the rounded score.")
            if final
            else _("Empty items are left out of the sum, never counted as 0. Up to two may stay empty.")
            if measure.id == "odi"
            else _("Statements without a tick count as no.")
        )

    def enter(self) -> None:
        """The first unanswered section takes the keyboard."""
        if self._stack.currentIndex() == 1:
            next(iter(self.rmdq_chips.values())).setFocus(Qt.FocusReason.TabFocusReason)
            return
        for row in self.odi_rows.values():
            if row.answer() is None:
                row.take_keyboard()
                return
        if self.odi_rows:
            next(iter(self.odi_rows.values())).take_keyboard()
