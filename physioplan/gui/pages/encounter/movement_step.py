"""Movement control: six tests with their pictures, what provokes and eases, and the therapist's own pattern."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.movement import Direction, TestResult
from physioplan.drawing.palette import SCREEN_LIGHT
from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.drawing_view import DrawingView
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, language
from physioplan.measures.movement_test import MovementTest
from physioplan.services.figure_shelf import FigureShelf


class _TestCard(QFrame):
    """One test: start and end picture, direction, pass criterion, Pass / Fail / Not done. P, F and N answer."""

    answered = Signal(str)
    sided = Signal(str)
    advance_requested = Signal()

    def __init__(self, test: MovementTest, figures: FigureShelf) -> None:
        super().__init__()
        self.test = test
        self.setProperty("plane", "card")
        words = test.words_in(language())
        self._start, self._end = DrawingView(QSize(104, 92)), DrawingView(QSize(104, 92))
        figure = figures.test_figure(test.id)
        for view, phase in ((self._start, "start"), (self._end, "end")):
            view.display(f"test:{test.id}:{phase}", getattr(figure, phase, None), SCREEN_LIGHT)
        pictures = QHBoxLayout()
        pictures.setSpacing(6)
        pictures.addWidget(self._start)
        pictures.addWidget(self._end)
        self.result = Segmented(
            words.name,
            (("pass", _("Pass")), ("fail", _("Fail")), ("not_done", _("Not done"))),
            tick=False,
        )
        self.result.chosen_changed.connect(self.answered)
        self.side = Segmented(
            _("{test}: side").format(test=words.name),
            (("left", _("Left")), ("right", _("Right")), ("both", _("Both"))),
            tick=False,
        )
        self.side.chosen_changed.connect(self.sided)
        self.side.hide()
        title = QHBoxLayout()
        title.addWidget(Label(words.name, "subheading"), 1)
        title.addWidget(Tag(words.directions, "outline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(7)
        column.addLayout(title)
        column.addLayout(pictures)
        criterion = Label(_("Pass: {words}").format(words=words.passed_short), "small", "ink2", wrap=True)
        criterion.setToolTip(
            f"{words.passed}\n{_('Fail')}: {words.failed}\n{_('Consensus, criteria to be checked')}"
        )
        column.addWidget(criterion)
        column.addWidget(self.result)
        column.addWidget(self.side)
        self.setToolTip(words.instruction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = {Qt.Key.Key_P: "pass", Qt.Key.Key_F: "fail", Qt.Key.Key_N: "not_done"}.get(
            Qt.Key(event.key())
        )
        if answer:
            self.answered.emit(answer)
            self.advance_requested.emit()
        elif self.test.sides and event.key() in (Qt.Key.Key_L, Qt.Key.Key_R):
            self.sided.emit("left" if event.key() == Qt.Key.Key_L else "right")
        else:
            super().keyPressEvent(event)

    def display(self, result: str, side: str) -> None:
        """Show the answer; a fail has a grey edge, for it is a finding and no danger."""
        self.result.choose(result)
        self.side.choose(side)
        self.side.setVisible(self.test.sides and result == "fail")
        self.setProperty("finding", result == "fail")


class MovementStep(Step):
    """Cards in the order they are done; direction and pattern below."""

    def __init__(self, figures: FigureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._cards: list[_TestCard] = []
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label(_("Movement control"), "title"))
        head.addWidget(Label(_("P pass, F fail, N not done"), "field", "ink2"), 1)
        self.column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.column.addLayout(self._grid)
        self.column.addSpacing(6)
        self._provoked = self._directions(_("Brings it on"), "provoked")
        self._eased = self._directions(_("Eases it"), "eased")
        self.pattern = Choice(
            (
                ("", _("No pattern named")),
                ("flexion", _("Bending")),
                ("active_extension", _("Arching, active")),
                ("passive_extension", _("Arching, passive")),
                ("lateral_shift", _("To the side")),
                ("multidirectional", _("Several directions")),
            )
        )
        self.pattern.activated.connect(lambda _i: self.typed.emit("pattern", self.pattern.chosen() or ""))
        self.lsiq = TextLine(small=True)
        self.lsiq.setFixedWidth(80)
        self.lsiq.textEdited.connect(lambda words: self.typed.emit("lsiq", words))
        last = QHBoxLayout()
        last.setSpacing(28)
        last.addWidget(Field(_("Your own pattern"), self.pattern, _("The program never fills this in")), 1)
        self._lsiq_field = Field(_("LSIQ total, 0 to 15"), self.lsiq, _("A hint from one trial only"))
        last.addWidget(self._lsiq_field, 1)
        self.column.addLayout(last)
        self.column.addStretch(1)
        self._build_aside()

    def _directions(self, title: str, prefix: str) -> dict[str, Chip]:
        names = {
            Direction.FLEXION: _("Bending, sitting"),
            Direction.EXTENSION: _("Arching, standing"),
            Direction.ROTATION: _("Turning"),
            Direction.LATERAL: _("Leaning to a side"),
        }
        row = FlowRow()
        chips = {}
        for direction, name in names.items():
            chip = Chip(name, name=f"{title}: {name}")
            chip.toggled_by_hand.connect(
                lambda on, key=direction.value: self.typed.emit(f"{prefix}.{key}", "1" if on else "")
            )
            chips[direction.value] = chip
            row.add(chip)
        self.column.addWidget(Label(title, "small_strong"))
        self.column.addWidget(row)
        return chips

    def _build_aside(self) -> None:
        aside = self.aside_column
        aside.addWidget(Label(_("Positive tests"), "small_strong", "ink2"))
        top = QHBoxLayout()
        self._big = Label("–", "data_xl")
        self._of = Label("", "lead", "ink2")
        top.addWidget(self._big)
        top.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        aside.addLayout(top)
        self._mark = Tag("")
        aside.addWidget(self._mark)
        self._adds = line("", "field", "ink")
        aside.addWidget(self._adds)
        aside.addWidget(Rule())
        aside.addWidget(
            line(
                _(
                    "In one study, people with back pain failed 2.2 of 6 tests on average (1.9 to 2.5), people without "
                    "0.8 (0.6 to 1.0). The count is no diagnosis and does not predict."
                )
            )
        )
        self._agree = line("", "small_strong", "ink")
        aside.addWidget(self._agree)
        aside.addStretch(1)

    def _build(self, view: EncounterView) -> None:
        tests = sorted(view.content.movement_tests.values(), key=lambda test: test.place)
        for place, test in enumerate(tests):
            card = _TestCard(test, self._figures)
            card.answered.connect(lambda words, test=test.id: self.typed.emit(f"test.{test}.result", words))
            card.sided.connect(lambda words, test=test.id: self.typed.emit(f"test.{test}.side", words))
            card.advance_requested.connect(lambda place=place: self._move(place + 1))
            self._cards.append(card)
        self._arrange()

    def _arrange(self) -> None:
        across = 3 if self.width() >= 900 else 2 if self.width() >= 560 else 1
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _move(self, place: int) -> None:
        if place < len(self._cards):
            self._cards[place].result.setFocus(Qt.FocusReason.TabFocusReason)

    def display(self, view: EncounterView) -> None:
        """Show the answers and what they add up to."""
        if not self._cards:
            self._build(view)
        for card in self._cards:
            card.display(
                view.raw.get(f"test.{card.test.id}.result", ""), view.raw.get(f"test.{card.test.id}.side", "")
            )
        for chips, prefix in ((self._provoked, "provoked"), (self._eased, "eased")):
            for key, chip in chips.items():
                chip.display(view.raw.get(f"{prefix}.{key}") == "1")
        self.pattern.choose(view.raw.get("pattern", ""))
        if not self.lsiq.hasFocus():
            self.lsiq.setText(view.raw.get("lsiq", ""))
        self._lsiq_field.display_error(view.warnings.get("lsiq", ""))
        found = view.encounter.movement
        positive, done = (found.positive, found.done) if found else (0, 0)
        self._big.setText(str(positive) if done else "–")
        self._of.setText(_("of {n} done").format(n=done))
        if positive >= 2:
            self._mark.display(_("Motor control module offered"), "ok")
            self._adds.setText(
                _("Two or more failed tests offer the motor-control module. Clinical consensus.")
            )
        else:
            self._mark.display(
                _("No finding") if done else _("Not measured"), "neutral" if done else "dashed"
            )
            self._adds.setText("")
        self._agree.setText(self._agreement(view))

    def _agreement(self, view: EncounterView) -> str:
        found = view.encounter.movement
        if found is None or not found.provoked_by:
            return ""
        failed = {
            direction
            for test in found.tests
            if test.result is TestResult.FAIL and test.test in view.content.movement_tests
            for direction in view.content.movement_tests[test.test].directions
        }
        if failed and failed.isdisjoint(found.provoked_by):
            return _("Tests and history do not agree on a direction. Nothing is suggested from it.")
        return ""

    def enter(self) -> None:
        """The first test without an answer takes the keyboard."""
        for card in self._cards:
            if not card.result.chosen():
                card.result.setFocus(Qt.FocusReason.TabFocusReason)
                return
        if self._cards:
            self._cards[0].result.setFocus(Qt.FocusReason.TabFocusReason)
