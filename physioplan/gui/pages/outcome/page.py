"""The outcome of a review: two charts on one time axis, the table of changes, and what was decided next."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.outcome import Verdict
from physioplan.gui.dates import short_day
from physioplan.gui.page import Breadth
from physioplan.gui.pages.outcome.aside import OutcomeAside
from physioplan.gui.pages.outcome.chart_view import chart_view
from physioplan.gui.pages.outcome.goal_aims import GoalAims
from physioplan.gui.pages.outcome.next_step_cards import NextStepCards
from physioplan.gui.pages.outcome.outcome_table import OutcomeTable, sources_words
from physioplan.gui.pages.outcome.points_table import PointsTable
from physioplan.gui.pages.outcome.presenter import OutcomePresenter, OutcomeView
from physioplan.gui.pages.outcome.wording import next_step_words, result_of, review_title
from physioplan.gui.patient_page import PatientPage
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.outcome_chart import OutcomeChart
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.tag import Tag, TagKind
from physioplan.gui.words import _

DECIDE = "decide"
RECORD = "record"
OVERVIEW = "overview"
PLAN = "plan_together"
PRINT = "handout"


class OutcomePage(PatientPage):
    """Shows an ``OutcomePresenter``. T changes between charts and the same numbers as a table."""

    def __init__(self, presenter: OutcomePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._view: OutcomeView | None = None
        self._shown = ("", Occasion.WEEK_12)
        scroll = ScrollColumn(margins=(32, 16, 32, 24), spacing=10)
        self._scroll = scroll
        head = QHBoxLayout()
        head.setSpacing(16)
        self._title = Label("", "title")
        head.addWidget(self._title, 1)
        self.as_table = Button(_("Show as table"), icon="table", hint="T")
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._show_table)
        head.addWidget(self.as_table)
        scroll.column.addLayout(head)
        self._badges = FlowRow(gap=8)
        scroll.column.addWidget(self._badges)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        scroll.column.addLayout(self._notes)
        self.chart = OutcomeChart()
        self.chart.setMinimumHeight(386)
        scroll.column.addWidget(self.chart, 1)
        self.points = PointsTable()
        self.points.hide()
        scroll.column.addWidget(self.points)
        self.table = OutcomeTable()
        scroll.column.addWidget(self.table)
        self._sources = Label("", "micro", "ink2", wrap=True)
        scroll.column.addWidget(self._sources)
        self.goals = GoalAims()
        scroll.column.addWidget(self.goals)
        self._below = QGridLayout()
        scroll.column.addLayout(self._below)
        scroll.column.addStretch(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
        self._panel = OutcomeAside()
        self.next_step = NextStepCards()
        self.next_step.chosen_changed.connect(self._chosen)
        aside = ScrollColumn(margins=(0, 0, 0, 18), spacing=0)
        aside.column.addWidget(self._panel)
        self._place_beside = QVBoxLayout()
        self._place_beside.setContentsMargins(24, 0, 24, 0)
        aside.column.addLayout(self._place_beside)
        self._place_beside.addWidget(self.next_step)
        aside.column.addStretch(1)
        self.aside = aside
        self.aside_title = _("Expected and actual")
        self.aside_width = 380
        shortcut = QShortcut(QKeySequence("T"), self)
        shortcut.activated.connect(self.as_table.toggle)
        self.stage_requested.connect(presenter.go_to_stage)
        presenter.attach(self.display)

    # ------------------------------------------------------------------ showing

    def display(self, view: OutcomeView) -> None:
        """Show one review of one patient."""
        self._view = view
        self.display_header(view.header)
        self._title.setText(review_title(view.occasion))
        self._show_badges(view)
        self._show_notes(view)
        drawing = chart_view(view)
        self.chart.display(drawing)
        self.points.display(drawing, view)
        self.table.display(view)
        words = sources_words(view)
        self._sources.setText(words)
        self._sources.setVisible(bool(words))
        self._panel.display(view)
        self.goals.display(view)
        self.next_step.display(view.review)
        shown = (view.header.patient_id, view.occasion)
        if shown != self._shown:
            self._shown = shown
            self._scroll.verticalScrollBar().setValue(0)
        self.show_bar(self._bar(view))

    def _show_badges(self, view: OutcomeView) -> None:
        self._badges.clear()
        measures = (("nrs", _("Pain")), (view.disability_measure, _("Disability")), ("psfs", _("Goals")))
        for measure, name in measures:
            change = view.change_of(measure)
            if change is None:
                self._badges.add(
                    Tag(_("{name}: not measured").format(name=name), "dashed", icon="circle-dashed")
                )
                continue
            result = result_of(view.content, change)
            if measure == "psfs" and change.follow_up is not None:
                name = _("Goals ({n} of {of} rated again)").format(n=view.goals_again, of=len(view.goals))
                name = _("Goals") if view.goals_again == len(view.goals) else name
            kinds: dict[Verdict, TagKind] = {
                Verdict.REACHED: "ok",
                Verdict.WORSE: "danger",
                Verdict.NOT_MEASURED: "dashed",
            }
            words = _("{name}: {result}").format(name=name, result=result.words.lower())
            if change.verdict is Verdict.REACHED:
                words = _("{name}: changed enough to matter").format(name=name)
            self._badges.add(Tag(words, kinds.get(change.verdict, "outline"), icon=result.icon))

    def _show_notes(self, view: OutcomeView) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        window = view.record.window(view.occasion)
        if view.problem:
            self._notes.addWidget(Message(MessageView("danger", _("Not kept."), view.problem)))
        if view.review is None:
            if view.missed and window is not None:
                words = _("The window closed {day}. A late answer still counts, with its real day.")
                note = MessageView("warn", _("Not measured."), words.format(day=short_day(window.closes)))
            elif window is not None:
                words = _("The window opens {opens} and closes {closes}.")
                note = MessageView(
                    "info",
                    _("Not measured yet."),
                    words.format(opens=short_day(window.opens), closes=short_day(window.closes)),
                )
            else:
                note = MessageView(
                    "info", _("Not measured yet."), _("The window is set when a plan is agreed.")
                )
            self._notes.addWidget(Message(note))
        elif view.out_of_window_days and window is not None:
            late = view.out_of_window_days > 0
            words = (
                _("Measured {day}, {n} days after the due day; the window closed {closes}.")
                if late
                else _("Measured {day}, {n} days before the due day; the window opened {opens}.")
            )
            self._notes.addWidget(
                Message(
                    MessageView(
                        "warn",
                        _("Out of window."),
                        words.format(
                            day=short_day(view.review.day),
                            n=abs(view.out_of_window_days),
                            closes=short_day(window.closes),
                            opens=short_day(window.opens),
                        ),
                    )
                )
            )

    def _bar(self, view: OutcomeView) -> ActionBarView:
        review = view.review
        if review is None:
            title = (
                _("Record 1-year review") if view.occasion is Occasion.YEAR_1 else _("Record 12-week review")
            )
            locked = _("Agree a plan first") if view.record.programme is None else ""
            return ActionBarView(
                save=SaveView("idle", _("Not measured")),
                primary=ActionView(RECORD, title, locked=locked),
                secondary=(ActionView(OVERVIEW, _("Overview"), icon="arrow-left"),),
            )
        measured = sum(change.follow_up is not None and change.follow_up.is_final for change in view.changes)
        words = _("Signed {day}, {who} · {n} of {of} measures recorded").format(
            day=short_day(review.day, view.today),
            who=review.by,
            n=measured,
            of=len(view.changes),
        )
        secondary = [ActionView(OVERVIEW, _("Overview"), icon="arrow-left")]
        if review.next_step is None:
            chosen = self.next_step.chosen()
            primary = ActionView(
                DECIDE,
                _("Keep the decision")
                if chosen is None
                else _("Decide: {step}").format(step=self._words(chosen)),
                locked="" if chosen is not None else _("Choose what next"),
            )
        elif review.next_step is NextStep.CHANGE_PLAN:
            primary = ActionView(PLAN, _("Plan together"))
        else:
            primary = ActionView(OVERVIEW, _("Back to overview"))
            secondary = []
        return ActionBarView(save=SaveView("saved", words), primary=primary, secondary=tuple(secondary))

    def _words(self, step: NextStep) -> str:
        words = next_step_words(step, Occasion.WEEK_12)[0]
        return words[:1].lower() + words[1:]

    # ------------------------------------------------------------------ what the hand does

    def _chosen(self) -> None:
        if self._view is not None:
            self.show_bar(self._bar(self._view))

    def _show_table(self, on: bool) -> None:
        self.chart.setVisible(not on)
        self.points.setVisible(on)
        self.as_table.setText(_("Show as chart") if on else _("Show as table"))
        self.as_table.use_icon("chart-line" if on else "table")

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == DECIDE:
            chosen = self.next_step.chosen()
            if chosen is not None:
                self._presenter.decide(chosen)
                if not self.next_step.cards[chosen].isVisible():
                    self.as_table.setFocus()
        elif key == RECORD and self._view is not None:
            self._presenter.go("review", self._view.occasion.value)
        else:
            self._presenter.go(key)

    def print_out(self) -> None:
        """Ctrl+P."""
        self._presenter.go(PRINT)

    def entered(self) -> None:
        """Start at the decision where one is open, else at the charts."""
        card = self.next_step.cards[NextStep.CARRY_ON]
        (card if card.isVisible() else self.as_table).setFocus()

    def adapt(self, breadth: Breadth) -> None:
        """The decision moves under the table where the aside is a drawer."""
        wide = breadth == "wide"
        self.table.use_compact(breadth == "compact")
        self.goals.use_compact(breadth == "compact")
        self.as_table.use_hint("" if breadth == "compact" else "T")
        if wide:
            self._place_beside.addWidget(self.next_step)
        else:
            self._below.addWidget(self.next_step, 0, 0)
        if self._view is not None:
            self.next_step.display(self._view.review)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page."""
        return (("T", _("charts or table")), ("↑ ↓", _("what next")))
