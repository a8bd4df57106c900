"""The page of a baseline, a visit or a review: step list, the step in the middle, what it comes to beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from physioplan.gui.page import Breadth
from physioplan.gui.pages.encounter.course_step import CourseStep
from physioplan.gui.pages.encounter.disability_step import DisabilityStep
from physioplan.gui.pages.encounter.goals_step import GoalsStep
from physioplan.gui.pages.encounter.movement_step import MovementStep
from physioplan.gui.pages.encounter.pain_step import PainStep
from physioplan.gui.pages.encounter.presenter import BACK, NEXT, SKIP, EncounterPresenter, EncounterView
from physioplan.gui.pages.encounter.progress_step import ProgressStep
from physioplan.gui.pages.encounter.psychosocial_step import PsychosocialStep
from physioplan.gui.pages.encounter.safety_step import SafetyStep
from physioplan.gui.pages.encounter.step import Step
from physioplan.gui.pages.encounter.summary_step import SummaryStep
from physioplan.gui.patient_page import PatientPage
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.one_at_a_time import OneAtATime
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.step_rail import StepRail, StepView
from physioplan.gui.words import _
from physioplan.services.figure_shelf import FigureShelf


class EncounterPage(PatientPage):
    """Shows an ``EncounterPresenter``. A step is built when it is first opened."""

    def __init__(
        self, presenter: EncounterPresenter, figures: FigureShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place = "patients"
        self._presenter = presenter
        self._figures = figures
        self._view: EncounterView | None = None
        self._current = ""
        self._patient = ""
        self._steps: dict[str, Step] = {}
        self.rail = StepRail()
        self.rail.setFixedWidth(256)
        self.rail.step_requested.connect(presenter.go_to)
        self.middle = ScrollColumn(margins=(32, 16, 32, 24))
        self._stack = OneAtATime()
        self.middle.column.addWidget(self._stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.middle, 1)
        self._asides = OneAtATime()
        self._aside_scroll = ScrollColumn(margins=(0, 0, 0, 0))
        self._aside_scroll.column.addWidget(self._asides)
        self.aside = self._aside_scroll
        self.aside_title = _("What it comes to")
        self.aside_width = 322
        self._step_choice = Choice(small=True)
        self._step_choice.setAccessibleName(_("Step"))
        self._step_choice.activated.connect(lambda _i: presenter.go_to(self._step_choice.chosen() or ""))
        self._step_choice.hide()
        self.patient_header.lodge(self._step_choice)
        self.stage_requested.connect(presenter.go_to_stage)
        presenter.attach(self.display)

    # ------------------------------------------------------------------

    def _step(self, key: str) -> Step:
        if key not in self._steps:
            step = self._new_step(key)
            step.typed.connect(self._presenter.typed)
            step.typed_all.connect(self._presenter.typed_all)
            step.onward.connect(lambda: self._presenter.act(NEXT))
            step.show_patient.connect(self.show_to_patient)
            self._steps[key] = step
        return self._steps[key]

    def _new_step(self, key: str) -> Step:
        if key == "summary":
            summary = SummaryStep()
            summary.step_requested.connect(self._presenter.go_to)
            return summary
        if key == "movement":
            return MovementStep(self._figures)
        if key == "progress":
            return ProgressStep(self._figures)
        plain: dict[str, type[Step]] = {
            "safety": SafetyStep,
            "pain": PainStep,
            "disability": DisabilityStep,
            "psychosocial": PsychosocialStep,
            "goals": GoalsStep,
            "course": CourseStep,
        }
        return plain[key]()

    def display(self, view: EncounterView) -> None:
        """Show the step and everything around it."""
        self._view = view
        self.display_header(view.header)
        self.rail.display(
            tuple(StepView(s.key, s.title, s.result, s.state) for s in view.steps), view.current
        )
        self._step_choice.offer([(s.key, s.title) for s in view.steps])
        self._step_choice.choose(view.current)
        step = self._step(view.current)
        step.display(view)
        fresh = view.current != self._current or view.header.patient_id != self._patient
        self._current, self._patient = view.current, view.header.patient_id
        if fresh:
            self._stack.show_only(step)
            self._asides.show_only(step.aside)
            self.middle.verticalScrollBar().setValue(0)
            QTimer.singleShot(0, step.enter)
        self.show_bar(self._bar_of(view))

    def _bar_of(self, view: EncounterView) -> ActionBarView:
        if view.save_failed:
            save = SaveView("not_saved", view.save_failed)
        elif view.saved_at is not None:
            at = view.saved_at.astimezone().strftime("%H:%M")
            save = SaveView("saved", _("Draft saved {time} · every answer is saved at once").format(time=at))
        elif view.restored:
            save = SaveView("saved", _("Brought back as you left it"))
        else:
            save = SaveView("idle", _("Every answer is saved at once"))
        secondary: list[ActionView] = []
        if view.skippable:
            secondary.append(ActionView(SKIP, _("Skip this step"), kind="quiet"))
        if view.can_go_back:
            secondary.append(ActionView(BACK, _("Back"), icon="arrow-left"))
        warning = None
        if view.verdict.needs_action:
            warning = ("flag", _("A flag has no action yet"))
        return ActionBarView(
            save=save,
            primary=ActionView(NEXT, view.primary, locked=view.locked),
            secondary=tuple(secondary),
            warning=warning,
        )

    # ------------------------------------------------------------------ what the shell asks

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == "flag":
            self._presenter.go_to("safety")
        else:
            self._presenter.act(key)

    def entered(self) -> None:
        """The keyboard starts at the first unanswered row."""
        if self._current:
            self._step(self._current).enter()

    def left(self) -> None:
        """Nothing typed is lost."""
        self._presenter.flush()

    def adapt(self, breadth: Breadth) -> None:
        """Narrow windows show the steps as one list in the header."""
        compact = breadth == "compact"
        self.rail.setVisible(not compact)
        self._step_choice.setVisible(compact)

    def show_to_patient(self) -> None:
        """F9: one question over the whole screen, with nothing else on it."""
        if self._view is not None and self._current in ("pain", "goals"):
            from physioplan.gui.pages.encounter.patient_screen import PatientScreen

            screen = PatientScreen(self._presenter, self._view, self.window())
            screen.open_over(self.window())

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the step on screen."""
        rows = {
            "safety": (("Space", _("tick")), ("N", _("none in this group")), ("↑ ↓", _("move"))),
            "pain": (("0–9", _("choose")), ("1 0", _("ten")), ("Enter", _("next row")), ("⌫", _("clear"))),
            "disability": (("0–5", _("choose and move on")), ("X", _("leave out")), ("↑ ↓", _("move"))),
            "psychosocial": (("0 1", _("answer and move on")), ("Delete", _("clear"))),
            "movement": (("P F N", _("pass, fail, not done")), ("L R", _("side"))),
            "goals": (("← →", _("now")), ("Shift ← →", _("aim"))),
        }
        return rows.get(self._current, ())
