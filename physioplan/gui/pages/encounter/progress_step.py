"""Diary and sessions typed back from paper, and beside each exercise what the rule proposes: up, hold or down."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.programme import ProgrammeItem
from physioplan.drawing.palette import SCREEN_LIGHT
from physioplan.gui.dose_line import dose_line
from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.drawing_view import DrawingView
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.switches import CheckRow
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, language, ngettext
from physioplan.prescribing.progression import RULE_IN_WORDS, StepProposal
from physioplan.services.figure_shelf import FigureShelf
from physioplan.services.progress_form import NOT_BROUGHT, Progress, planned_days

WEEKS_SHOWN = 6


class _WeekRow(QWidget):
    """One row of the printed diary: days done, or "page not brought", and the pain of the week."""

    def __init__(self, week: int, owner: Step) -> None:
        super().__init__()
        self.week = week
        key = f"diary.{week}"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = Label(_("Week {n}").format(n=week), "body")
        label.setMinimumWidth(74)
        row.addWidget(label)
        self._days: dict[str, Chip] = {}
        for days in range(8):
            chip = Chip(
                str(days), square=True, name=_("Week {n}: {days} days done").format(n=week, days=days)
            )
            chip.toggled_by_hand.connect(
                lambda on, days=days: owner.typed.emit(f"{key}.done", str(days) if on else "")
            )
            self._days[str(days)] = chip
            row.addWidget(chip)
        missing = Chip(_("not brought"), name=_("Week {n}: page not brought").format(n=week))
        missing.toggled_by_hand.connect(lambda on: owner.typed.emit(f"{key}.done", NOT_BROUGHT if on else ""))
        self._days[NOT_BROUGHT] = missing
        row.addWidget(missing)
        row.addSpacing(10)
        row.addWidget(Label(_("Pain"), "field", "ink2"))
        self.pain = TextLine(small=True)
        self.pain.setFixedWidth(52)
        self.pain.setAccessibleName(_("Week {n}: pain, 0 to 10").format(n=week))
        self.pain.textEdited.connect(lambda words: owner.typed.emit(f"{key}.pain", words))
        row.addWidget(self.pain)
        row.addStretch(1)

    def display(self, view: EncounterView) -> None:
        key = f"diary.{self.week}"
        done = view.raw.get(f"{key}.done", "")
        for days, chip in self._days.items():
            chip.display(days == done)
        if not self.pain.hasFocus():
            self.pain.setText(view.raw.get(f"{key}.pain", ""))


class _ExerciseRow(QFrame):
    """One exercise: how the last two sessions went, and the proposal with its one tick."""

    def __init__(self, item: ProgrammeItem, name: str, figures: FigureShelf, owner: Step) -> None:
        super().__init__()
        self.setProperty("plane", "card")
        self.exercise = item.exercise
        self._item = item
        self._owner = owner
        picture = DrawingView(QSize(88, 66))
        figure = figures.figure(item.exercise)
        picture.display(f"exercise:{item.exercise}:end", figure.end if figure else None, SCREEN_LIGHT)
        key = f"session.{item.exercise}"
        self._flags: dict[str, Chip] = {}
        told = FlowRow(gap=6)
        for part, words, on_value, off_value in (
            ("reps", _("All repeats"), "all", "some"),
            ("settled", _("Settled by morning"), "1", "0"),
            ("form", _("Good form"), "1", "0"),
            ("leg", _("New leg signs"), "1", ""),
        ):
            chip = Chip(words, name=f"{name}: {words}")
            chip.toggled_by_hand.connect(
                lambda on, part=part, yes=on_value, no=off_value: owner.typed.emit(
                    f"{key}.{part}", yes if on else no
                )
            )
            self._flags[f"{part}={on_value}"] = chip
            told.add(chip)
        self._numbers: dict[str, TextLine] = {}
        for part, words in (("effort", _("Effort")), ("pain", _("Pain"))):
            field = TextLine(placeholder="0–10", small=True)
            field.setFixedWidth(64)
            field.setAccessibleName(f"{name}: {words}")
            field.textEdited.connect(lambda typed, part=part: owner.typed.emit(f"{key}.{part}", typed))
            self._numbers[part] = field
            box = QWidget()
            inner = QHBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(6)
            inner.addWidget(Label(words, "field", "ink2"))
            inner.addWidget(field)
            told.add(box)
        self.way = Segmented(
            _("{name}: step").format(name=name),
            (("down", _("Down")), ("hold", _("Hold")), ("up", _("Up"))),
            tick=False,
        )
        self.way.chosen_changed.connect(lambda way: owner.typed.emit(f"step.{item.exercise}.way", way))
        self._proposal = Label("", "field", "ink2", wrap=True)
        self.confirm = CheckRow(_("Confirm"))
        self.confirm.clicked.connect(self._confirmed)
        self.why = TextLine(placeholder=_("Why otherwise than the rule?"), small=True)
        self.why.setAccessibleName(_("{name}: why otherwise than the rule").format(name=name))
        self.why.textEdited.connect(lambda words: owner.typed.emit(f"step.{item.exercise}.why", words))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 14, 10)
        grid.setHorizontalSpacing(14)
        grid.addWidget(picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(f"{name}", "subheading"), 0, 1)
        grid.addWidget(Label(dose_line(item.dose), "field", "ink2"), 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(told, 1, 1, 1, 2)
        step = QHBoxLayout()
        step.setSpacing(12)
        step.addWidget(self.way)
        step.addWidget(self._proposal, 1)
        step.addWidget(self.confirm)
        self.confirm.setMaximumWidth(130)
        grid.addLayout(step, 2, 1, 1, 2)
        grid.addWidget(self.why, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _confirmed(self) -> None:
        self._owner.typed.emit(f"step.{self.exercise}.confirmed", "1" if self.confirm.isChecked() else "")

    def display(self, view: EncounterView, proposal: StepProposal | None) -> None:
        key = f"session.{self.exercise}"
        for name, chip in self._flags.items():
            part, value = name.split("=")
            chip.display(view.raw.get(f"{key}.{part}") == value)
        for part, field in self._numbers.items():
            if not field.hasFocus():
                field.setText(view.raw.get(f"{key}.{part}", ""))
        ruled = proposal.way.value if proposal else "hold"
        chosen = view.raw.get(f"step.{self.exercise}.way", "") or ruled
        self.way.choose(chosen)
        words = ""
        if proposal is not None:
            words = proposal.why if not proposal.change else f"{proposal.change}: {proposal.why}"
            if proposal.to_exercise is not None:
                other = view.content.library.get(proposal.to_exercise)
                words = f"{other.words_in(language()).name if other else proposal.to_exercise}. {words}"
        self._proposal.setText(words)
        self.confirm.setChecked(view.raw.get(f"step.{self.exercise}.confirmed") == "1")
        self.why.setVisible(chosen != ruled)
        if not self.why.hasFocus():
            self.why.setText(view.raw.get(f"step.{self.exercise}.why", ""))


class ProgressStep(Step):
    """Nothing in the programme changes before it is confirmed and the visit is kept."""

    def __init__(self, figures: FigureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._shown: object = None
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label(_("Diary and progress"), "title"))
        head.addWidget(Label(_("Type the paper diary back, then confirm"), "field", "ink2"), 1)
        self.column.addLayout(head)
        self._body = QWidget()
        self.column.addWidget(self._body)
        self.column.addStretch(1)
        self._weeks: list[_WeekRow] = []
        self._rows: list[_ExerciseRow] = []
        self._sum = Label("–", "data_l")
        self._sum_words = line("", "field", "ink")
        self._rescreen, self._talk = Message(), Message()
        aside = self.aside_column
        aside.addWidget(Label(_("Days done"), "small_strong", "ink2"))
        aside.addWidget(self._sum)
        aside.addWidget(self._sum_words)
        aside.addWidget(self._rescreen)
        aside.addWidget(self._talk)
        aside.addWidget(Rule())
        aside.addWidget(Label(_("The rule"), "small_strong"))
        aside.addWidget(line(RULE_IN_WORDS))
        aside.addStretch(1)

    def display(self, view: EncounterView) -> None:
        """Show diary, sessions and what they propose."""
        progress = view.progress
        if progress is None:
            self._sum_words.setText(_("No programme is agreed yet, so there is nothing to step up."))
            self._rescreen.hide()
            self._talk.hide()
            return
        shape = (progress.week, progress.phase)
        if shape != self._shown:
            self._shown = shape
            self._build(progress, view)
        for week in self._weeks:
            week.display(view)
        proposals = {proposal.exercise: proposal for proposal in progress.proposals.steps}
        for row in self._rows:
            row.display(view, proposals.get(row.exercise))
        self._display_aside(progress)

    def _build(self, progress: Progress, view: EncounterView) -> None:
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self.column.insertWidget(1, self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        days = planned_days(progress.phase)
        column.addWidget(
            SectionHead(
                _("Diary"), ngettext("{n} day a week planned", "{n} days a week planned", days).format(n=days)
            )
        )
        last = min(progress.week, 52)
        self._weeks = [_WeekRow(week, self) for week in range(max(1, last - WEEKS_SHOWN + 1), last + 1)]
        for week in self._weeks:
            column.addWidget(week)
        column.addSpacing(6)
        column.addWidget(SectionHead(_("Exercises now"), _("how the last two sessions went")))
        library = view.content.library
        self._rows = []
        for item in progress.phase.items:
            exercise = library.get(item.exercise)
            name = exercise.words_in(language()).name if exercise else item.exercise
            row = _ExerciseRow(item, name, self._figures, self)
            self._rows.append(row)
            column.addWidget(row)

    def _display_aside(self, progress: Progress) -> None:
        diary = progress.proposals.diary
        if diary.percent is None:
            self._sum.setText("–")
            self._sum_words.setText(_("No diary page yet. A page not brought is missing, never zero."))
        else:
            self._sum.setText(f"{diary.percent:.0f} %")
            self._sum_words.setText(_("{n} of {of} planned days").format(n=diary.done, of=diary.planned))
        for message, kind, words in (
            (self._rescreen, "danger", progress.proposals.rescreen),
            (self._talk, "warn", progress.proposals.barrier_talk),
        ):
            message.setVisible(bool(words))
            if words:
                message.display(MessageView(kind, "", words))  # type: ignore[arg-type]

    def enter(self) -> None:
        """Start with the latest week."""
        if self._weeks:
            self._weeks[-1]._days["0"].setFocus(Qt.FocusReason.TabFocusReason)
