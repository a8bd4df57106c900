"""Goals in the patient's words, time and kit, likes and dislikes, an action plan and a coping plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.goal_line import GoalLine, GoalLineView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.score_line import ScoreLine, ScoreLineView
from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from physioplan.gui.widgets.stepper import Stepper
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, ngettext

MOST_GOALS = 5
GYM_KIT = frozenset({"bench", "kettlebell", "treadmill", "elliptical", "machine", "slider", "foam_pad"})
FIRST_GOALS = 3


class _GoalRow(QWidget):
    """Number, the patient's words, and the line from now to aim."""

    def __init__(self, number: str, owner: Step) -> None:
        super().__init__()
        self.number = number
        self.words = TextLine(placeholder=_("In the patient’s own words"))
        self.words.setMaxLength(60)
        self.words.setAccessibleName(_("Goal {n}").format(n=number))
        self.words.textEdited.connect(lambda words: owner.typed.emit(f"goal.{number}.words", words))
        self.scale = GoalLine(_("Goal {n}").format(n=number))
        self.scale.now_changed.connect(
            lambda n: owner.typed.emit(f"goal.{number}.now", "" if n is None else str(n))
        )
        self.scale.aim_changed.connect(
            lambda n: owner.typed.emit(f"goal.{number}.aim", "" if n is None else str(n))
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(Rule())
        row.addWidget(Label(number, "row_name"))
        row.addWidget(self.words, 1)
        row.addWidget(self.scale, 1)

    def display(self, view: EncounterView) -> None:
        if not self.words.hasFocus():
            self.words.setText(view.raw.get(f"goal.{self.number}.words", ""))
        now, aim = (view.raw.get(f"goal.{self.number}.{part}", "") for part in ("now", "aim"))
        self.scale.display(
            GoalLineView(int(now) if now.isdigit() else None, int(aim) if aim.isdigit() else None)
        )
        self.words.setReadOnly(view.kind == "review")


class GoalsStep(Step):
    """At a review only the goals are asked, and rated again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        self._title = Label(_("Goals and preferences"), "title")
        head.addWidget(self._title, 1)
        self.show_button = Button(_("Show to the patient"), icon="monitor", hint="F9")
        self.show_button.clicked.connect(self.show_patient)
        head.addWidget(self.show_button)
        self.column.addLayout(head)
        self._head = SectionHead(
            _("What to do again"), _("0 cannot do, 10 as before · ring now, diamond aim")
        )
        self.column.addWidget(self._head)
        self.goals = [_GoalRow(str(n + 1), self) for n in range(MOST_GOALS)]
        for goal in self.goals:
            self.column.addWidget(goal)
        self._warning = Label("", "small", "warn", wrap=True)
        self.column.addWidget(self._warning)
        self._shown = FIRST_GOALS
        self._more = Button(_("Add a goal"), "quiet", icon="plus").flush()
        self._more.clicked.connect(self._one_more)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._wishes = QWidget()
        self.column.addWidget(self._wishes)
        self._build_wishes()
        self.column.addStretch(1)
        self._build_aside()

    def _build_wishes(self) -> None:
        grid = QGridLayout(self._wishes)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.minutes = Stepper(_("Minutes a day"), 20, 5, 90, step=5)
        self.minutes.changed.connect(lambda n: self.typed.emit("wish.minutes", str(n)))
        self.days = Stepper(_("Days a week"), 5, 1, 7)
        self.days.changed.connect(lambda n: self.typed.emit("wish.days", str(n)))
        grid.addWidget(Field(_("Minutes a day, at most"), self.minutes), 0, 0)
        grid.addWidget(Field(_("Days a week"), self.days), 0, 1)
        places = (("home", _("Home")), ("clinic", _("Clinic")), ("gym", _("Gym")), ("outdoors", _("Outside")))
        kit = (
            ("mat", _("Mat")), ("chair", _("Chair")), ("wall", _("Wall")), ("band", _("Band")), ("ball", _("Ball")),
            ("step", _("Step")), ("stick", _("Stick")), ("dumbbell", _("Weights")), ("bike", _("Exercise bike")),
            ("pillow", _("Pillow")), ("towel", _("Towel")), ("strap", _("Strap")),
            ("box", _("Box")), ("bag", _("Bag")), ("cushion", _("Cushion")), ("foam_pad", _("Foam pad")),
            ("table", _("Table")), ("door", _("Door")), ("slider", _("Slider")), ("bench", _("Bench")),
            ("kettlebell", _("Kettlebell")), ("poles", _("Walking poles")), ("pedometer", _("Step counter")),
            ("treadmill", _("Treadmill")), ("elliptical", _("Cross trainer")), ("machine", _("Gym machines")),
            ("pool", _("Pool")), ("audio", _("Sound player")),
        )  # fmt: skip
        self._places = self._chips("wish.place", places, grid, 1, 0, _("Place"))
        self._kit = self._chips("wish.kit", kit, grid, 1, 1, _("Has at hand"))
        kinds = (
            ("motor_control", _("Control")), ("mobility", _("Mobility")), ("strength", _("Strength")),
            ("aerobic", _("Walking, cycling")), ("function", _("Daily tasks")), ("relaxation", _("Relaxation")),
        )  # fmt: skip
        positions = (("lying_on_front", _("Lying on the front")), ("hands_and_knees", _("Hands and knees")))
        self._likes = self._chips("wish.like", kinds, grid, 2, 0, _("Likes"))
        self._dislikes = self._chips("wish.dislike", (*kinds, *positions), grid, 2, 1, _("Dislikes"))
        plan = QVBoxLayout()
        plan.setSpacing(8)
        plan.addWidget(SectionHead(_("Action plan"), _("prints on the handout"), style="subheading"))
        self._plan: dict[str, TextLine] = {}
        for key, name in (("after", _("After")), ("will", _("I will")), ("where", _("Where"))):
            plan.addLayout(self._line(f"plan.{key}", name, 80))
        grid.addLayout(plan, 3, 0)
        cope = QVBoxLayout()
        cope.setSpacing(8)
        cope.addWidget(SectionHead(_("If it gets hard"), _("one or two"), style="subheading"))
        for number in ("1", "2"):
            cope.addLayout(self._line(f"cope.{number}.if", _("If"), 100))
            cope.addLayout(self._line(f"cope.{number}.then", _("then"), 100))
        grid.addLayout(cope, 3, 1)

    def _line(self, key: str, name: str, longest: int) -> QHBoxLayout:
        field = TextLine(small=True)
        field.setMaxLength(longest)
        field.setAccessibleName(name)
        field.textEdited.connect(lambda words: self.typed.emit(key, words))
        self._plan[key] = field
        row = QHBoxLayout()
        label = Label(name, "subheading")
        label.setMinimumWidth(54)
        row.addWidget(label)
        row.addWidget(field, 1)
        return row

    def _chips(
        self,
        prefix: str,
        names: tuple[tuple[str, str], ...],
        grid: QGridLayout,
        at: int,
        column: int,
        title: str,
    ) -> dict[str, Chip]:
        box = QWidget()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(Label(title, "control"))
        row = FlowRow(gap=6)
        chips = {}
        for key, name in names:
            chip = Chip(name, name=f"{title}: {name}")
            chip.toggled_by_hand.connect(lambda on, key=key: self._ticked(prefix, key, on))
            chips[key] = chip
            row.add(chip)
        inner.addWidget(row)
        inner.addStretch(1)
        grid.addWidget(box, at, column, Qt.AlignmentFlag.AlignTop)
        return chips

    def _ticked(self, prefix: str, key: str, on: bool) -> None:
        changes = {f"{prefix}.{key}": "1" if on else ""}
        if prefix == "wish.kit":  # the usual kit becomes this patient's own answer with the first change
            for name, chip in self._kit.items():
                changes.setdefault(f"{prefix}.{name}", "1" if chip.isChecked() else "")
        self.typed_all.emit(changes)

    def _build_aside(self) -> None:
        aside = self.aside_column
        aside.addWidget(Label(_("Goals so far"), "small_strong", "ink2"))
        top = QHBoxLayout()
        self._big = Label("–", "data_xl")
        self._of = Label("", "lead", "ink2")
        top.addWidget(self._big)
        top.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        aside.addLayout(top)
        self._scale = ScoreLine(ScoreLineView(10, higher_is_better=True))
        aside.addWidget(self._scale)
        self._matters = line("", "field", "ink")
        aside.addWidget(self._matters)
        self._sure_box = QWidget()
        sure = QVBoxLayout(self._sure_box)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.setSpacing(8)
        sure.addWidget(Rule())
        sure.addWidget(Label(_("How sure are you that you can do this?"), "subheading", wrap=True))
        sure.addWidget(Label(_("0 not at all, 10 fully"), "small", "ink2"))
        self.confidence = ScoreRow(_("How sure"), small=True, columns=5)
        self.confidence.answered.connect(lambda n: self.typed.emit("confidence", "" if n is None else str(n)))
        sure.addWidget(self.confidence)
        self._sure = line("", "small")
        sure.addWidget(self._sure)
        aside.addWidget(self._sure_box)
        aside.addStretch(1)

    def _one_more(self) -> None:
        self._shown = min(self._shown + 1, MOST_GOALS)
        self._show_rows()
        self.goals[self._shown - 1].words.setFocus()

    def _show_rows(self) -> None:
        for place, goal in enumerate(self.goals):
            goal.setVisible(place < self._shown)
        self._more.setVisible(self._shown < MOST_GOALS)

    def display(self, view: EncounterView) -> None:
        """Show goals and wishes as typed."""
        review = view.kind == "review"
        filled = [n for n in range(MOST_GOALS) if view.raw.get(f"goal.{n + 1}.words")]
        self._shown = len(filled) if review else max(self._shown, (filled[-1] + 1) if filled else 0)
        self._show_rows()
        self._more.setVisible(not review and self._shown < MOST_GOALS)
        self._title.setText(_("Goals") if review else _("Goals and preferences"))
        self.show_button.setText(_("Show to {name}").format(name=view.first_name))
        for goal in self.goals:
            goal.display(view)
        warning = next((w for key, w in view.warnings.items() if key.startswith("goal.")), "")
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._wishes.setVisible(not review)
        self._sure_box.setVisible(not review)
        wishes = view.encounter.preferences
        self.minutes.display(wishes.minutes_a_day, 5, 90)
        self.days.display(wishes.days_a_week, 1, 7)
        for key, chip in self._places.items():
            chip.display(key in {place.value for place in wishes.places})
        away = bool({place.value for place in wishes.places} & {"gym", "clinic"})
        for key, chip in self._kit.items():
            chip.display(key in wishes.equipment)
            chip.setVisible(key not in GYM_KIT or key in wishes.equipment or away)
        for chips, prefix in ((self._likes, "wish.like"), (self._dislikes, "wish.dislike")):
            for key, chip in chips.items():
                chip.display(view.raw.get(f"{prefix}.{key}") == "1")
        for key, field in self._plan.items():
            if not field.hasFocus():
                field.setText(view.raw.get(key, ""))
        self._display_aside(view)

    def _display_aside(self, view: EncounterView) -> None:
        rated = [goal.now for goal in view.encounter.goals if goal.now is not None]
        mean = sum(rated) / len(rated) if rated else None
        self._big.setText("–" if mean is None else f"{mean:.1f}")
        self._of.setText(
            ngettext("{n} goal, of 10", "mean of {n}, of 10", len(rated)).format(n=len(rated))
            if rated
            else ""
        )
        target = None if mean is None else mean + 2
        aims = [goal.aim for goal in view.encounter.goals if goal.aim is not None]
        aim = sum(aims) / len(aims) if aims else None
        self._scale.display(
            ScoreLineView(10, mean, aim, target if target and target <= 10 else None, higher_is_better=True)
        )
        words = ""
        if target is not None and target <= 10:
            words = _(
                "{n} or more at 12 weeks would be a change that matters: 2 points (to be checked)."
            ).format(n=f"{target:.1f}")
        self._matters.setText(words)
        sure = view.encounter.preferences.confidence
        self.confidence.display(ScoreRowView(sure))
        self._sure.setText(
            _("Ask what would make it one higher. Shrink the plan before you add to it.")
            if sure is not None and sure <= 6
            else ""
        )

    def enter(self) -> None:
        """The first empty goal takes the keyboard."""
        for goal in self.goals[: self._shown]:
            if not goal.words.text() or goal.scale.view().now is None:
                (goal.scale if goal.words.text() else goal.words).setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.goals[0].words.setFocus(Qt.FocusReason.OtherFocusReason)
