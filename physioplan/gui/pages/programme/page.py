"""The programme builder: library, phases with their exercises, coping skills, and the dose of one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.page import Breadth
from physioplan.gui.pages.programme.change_strip import ChangeStrip
from physioplan.gui.pages.programme.dose_panel import DosePanel
from physioplan.gui.pages.programme.guard_words import weeks_of
from physioplan.gui.pages.programme.library_panel import LibraryPanel
from physioplan.gui.pages.programme.phases_panel import PhasesPanel
from physioplan.gui.pages.programme.presenter import ProgrammePresenter, ProgrammeView
from physioplan.gui.patient_page import PatientPage
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.message import Message, MessageView, announce
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.toast import Toast
from physioplan.gui.words import _
from physioplan.services.figure_shelf import FigureShelf


class ProgrammePage(PatientPage):
    """Shows a ``ProgrammePresenter``."""

    def __init__(
        self, presenter: ProgrammePresenter, figures: FigureShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._view: ProgrammeView | None = None
        self._breadth: Breadth = "wide"
        self._toast: Toast | None = None
        self._last_guard = ""
        self.queue = FigureQueue(figures.figure, self)
        self.library = LibraryPanel(presenter, self.queue)
        self.phases = PhasesPanel(presenter, self.queue)
        self.dose = DosePanel(presenter, self.queue)
        self.change = ChangeStrip(presenter)
        self.aside = self.dose
        self.aside_title = _("Dose and note")
        self.aside_width = 312
        self.message = Message()
        self.message.acted.connect(self._message_acted)
        self.message.hide()
        self.swap: Segmented | None = None
        self._swap_words: tuple[str, ...] = ()
        self._shows_library = False
        self._swap_row = QWidget()
        self._swap_line = QHBoxLayout(self._swap_row)
        self._swap_line.setContentsMargins(16, 8, 16, 0)
        self._swap_line.addStretch(1)
        self._split = Rule(upright=True)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.library)
        middle.addWidget(self._split)
        middle.addWidget(self.phases, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._message_row = QWidget()
        beside = QHBoxLayout(self._message_row)
        beside.setContentsMargins(20, 10, 20, 0)
        beside.addWidget(self.message)
        column.addWidget(self._message_row)
        column.addWidget(self._swap_row)
        column.addLayout(middle, 1)
        column.addWidget(self.change)
        self.phases.dose_requested.connect(self.edit_dose)
        self.phases.add_requested.connect(self._add_to)
        find = QShortcut(QKeySequence("/"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.find_exercise)
        self.stage_requested.connect(presenter.open_stage)
        presenter.attach(self.display)

    # -- showing ---------------------------------------------------------------------------------

    def display(self, view: ProgrammeView) -> None:
        first = self._view is None or self._view.record.patient.id != view.record.patient.id
        focused = self.window().focusWidget()
        in_phases = focused is not None and self.phases.isAncestorOf(focused)
        older, self._view = self._view, view
        if self._toast is not None and older is not None and (first or older.phases != view.phases):
            self._toast.hide()  # its Undo would take back something else by now
        self.display_header(view.header)
        self.library.display(view)
        self.phases.display(view)
        self.dose.display(view)
        self.change.display(view)
        self._display_swap(view)
        self._display_message(view)
        self.show_bar(self._bar(view))
        if in_phases and not first:
            self.phases.keep_keyboard(view)
        if view.said:
            self._tell(view)
        if first:
            QTimer.singleShot(0, self.entered)

    def _display_message(self, view: ProgrammeView) -> None:
        if view.problem:
            self.message.display(MessageView("danger", _("The plan was not agreed."), view.problem))
        elif view.referred:
            words = _("Refer on, or clear the flag with a reason. Exercises wait until then.")
            action = _("Open the safety questions")
            self.message.display(MessageView("danger", _("A red flag locks the plan."), words, action))
        elif view.proposal_changed:
            words = _("The findings or choices behind it are new. Your own plan is still here.")
            action = _("Use the new proposal")
            self.message.display(MessageView("info", _("The proposal has changed."), words, action))
        shown = bool(view.problem or view.referred or view.proposal_changed)
        self.message.setVisible(shown)
        self._message_row.setVisible(shown)

    def _message_acted(self) -> None:
        if self._view is not None and self._view.referred:
            self.presenter.open_safety()
        else:
            self.presenter.use_proposal()

    def _display_swap(self, view: ProgrammeView) -> None:
        """In a compact window one row of tabs holds the library and every phase."""
        words = tuple(weeks_of(phase) for phase in view.phases)
        if self.swap is None or words != self._swap_words:
            if self.swap is not None:
                self._swap_line.removeWidget(self.swap)
                self.swap.deleteLater()
            options = [("library", _("Exercises")), *((str(n), one) for n, one in enumerate(words))]
            self.swap = Segmented(_("Show"), options, tick=False)
            self.swap.chosen_changed.connect(self._swapped)
            self._swap_line.insertWidget(0, self.swap)
            self._swap_words = words
        self.swap.choose("library" if self._shows_library else str(view.shown_phase))

    def _swapped(self, key: str) -> None:
        self._shows_library = key == "library"
        self._arrange()
        if not self._shows_library:
            self.presenter.show_phase(int(key))

    def _bar(self, view: ProgrammeView) -> ActionBarView:
        if view.save_failed:
            save = SaveView("not_saved", _("Not saved: {why}").format(why=view.save_failed))
        elif view.saved_at is not None:
            time = view.saved_at.astimezone().strftime("%H:%M")
            save = SaveView("saved", _("Saved {time} · every change is saved at once").format(time=time))
        else:
            version = _("Version {n} is agreed").format(n=view.version)
            save = SaveView("idle", version if view.version else _("Proposed, nothing changed yet"), "save")
        warning = None
        if view.guards:
            number = next(n for n, phase in enumerate(view.phases) if phase.key == view.guards[0].phase)
            warning = (f"phase:{number}", view.guard_sentences[0])
        sentence = warning[1] if warning else ""
        if sentence and sentence != self._last_guard and self.isVisible():
            announce(self, sentence)
        self._last_guard = sentence
        back = _("Overview") if view.version else _("Plan together")
        short = self._breadth != "wide" or (bool(view.version) and not view.is_changed)
        return ActionBarView(
            save=save,
            warning=warning,
            secondary=(
                ActionView("undo", _("Undo"), icon="undo-2", locked="" if view.can_undo else " "),
                ActionView("back", back, icon="arrow-left"),
            ),
            primary=ActionView(
                "preview",
                _("Preview handout") if short else _("Agree and preview handout"),
                locked=(view.locked if self._breadth != "compact" else _("not yet")) if view.locked else "",
            ),
        )

    def _tell(self, view: ProgrammeView) -> None:
        if not self.isVisible():
            return
        if self._toast is None or self._toast.parentWidget() is not self.window():
            self._toast = Toast(self.window())
        self._toast.display(view.said, self.presenter.undo if view.can_take_back else None)

    # -- what the window asks ----------------------------------------------------------------------

    def act(self, key: str) -> None:
        self.flush()
        if key == "preview":
            self.presenter.agree_and_preview()
        elif key == "back":
            self.presenter.go_back()
        elif key == "undo":
            self.presenter.undo()
        elif key.startswith("phase:"):
            self._show_phases()
            self.presenter.show_phase(int(key.removeprefix("phase:")))
            self.phases.take_keyboard()

    def entered(self) -> None:
        if self.isVisible():
            self.phases.take_keyboard()

    def left(self) -> None:
        self.flush()

    def flush(self) -> None:
        """Keep what is being typed."""
        self.dose.note.flush()
        self.change.flush()

    def undo(self) -> None:
        self.presenter.undo()

    def redo(self) -> None:
        self.presenter.redo()

    def print_out(self) -> None:
        if self._view is not None and not self._view.locked:
            self.act("preview")

    def adapt(self, breadth: Breadth) -> None:
        changed = breadth != self._breadth
        self._breadth = breadth
        self._arrange()
        if changed and self._view is not None:
            self.show_bar(self._bar(self._view))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("/", _("Search the exercises")),
            ("Enter", _("In the library: add. On an exercise: edit its dose")),
            ("↑ ↓ ← →", _("Walk through the exercises")),
            ("Alt+↑  Alt+↓", _("Move within the phase")),
            ("Alt+←  Alt+→", _("Move to the phase beside")),
            ("1 … 9", _("Move to this position")),
            ("Del", _("Remove, with Undo")),
            ("F2", _("Edit dose")),
            ("E  H", _("Swap for the easier or harder step")),
            ("Menu", _("Everything that can be done with an exercise")),
        )

    # -- inside ----------------------------------------------------------------------------------

    def edit_dose(self) -> None:
        """F2: the keyboard goes to the first number of the dose, opening the drawer where there is one."""
        if not self.dose.isVisible():
            opener = getattr(getattr(self.window(), "shell", None), "open_drawer", None)
            if opener is not None:
                opener()
        self.dose.take_keyboard()

    def find_exercise(self) -> None:
        """/ : the keyboard goes to the search field of the library."""
        if self._breadth == "compact":
            self._shows_library = True
            self._arrange()
            if self._view is not None:
                self._display_swap(self._view)
        self.library.begin_search()

    def _add_to(self, phase: int) -> None:
        self.presenter.show_phase(phase)
        self.find_exercise()

    def _show_phases(self) -> None:
        self._shows_library = False
        self._arrange()

    def _arrange(self) -> None:
        compact = self._breadth == "compact"
        library = not compact or self._shows_library
        self._swap_row.setVisible(compact)
        self.library.setVisible(library)
        self.phases.setVisible(not compact or not library)
        self._split.setVisible(not compact)
        if compact:
            self.library.setMinimumWidth(0)
            self.library.setMaximumWidth(16777215)
        else:
            self.library.setFixedWidth(304)
        self.aside_width = 312 if self.window().width() >= 1440 else 288
        self.phases.use_tabs(self._breadth != "wide", own=not compact)
