"""The desk: builds presenters and pages of an open vault, joins them, keeps them alive, and moves between them.

A page is built when it is first visited. PySide6 does not keep a plain presenter alive, so the desk does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.paper_content import handout_languages
from physioplan.domain.assessment import Occasion
from physioplan.domain.clinic import Clinic
from physioplan.gui.background_port import Background
from physioplan.gui.main_window import MainWindow
from physioplan.gui.page import Page
from physioplan.gui.pages.encounter.steps import Kind
from physioplan.gui.pause import Pause
from physioplan.gui.theme.theme import Theme
from physioplan.gui.widgets.sheet import open_sheet
from physioplan.gui.words import language
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clinic_settings import ClinicSettings
from physioplan.services.clock import Clock
from physioplan.services.desk_memory import DeskMemory, Spot
from physioplan.services.figure_shelf import FigureShelf
from physioplan.services.patient_register import PatientRegister
from physioplan.services.plan_export import PlanExport
from physioplan.services.vault_keeper import OpenVault

LISTS = frozenset({"today", "patients", "clinic"})


@dataclass(slots=True)
class Built:
    """One page with what drives it. ``enter`` opens it for a patient and detail; ``flush`` keeps what is pending."""

    page: Page
    presenter: Any
    enter: Callable[[str, str], None]
    flush: Callable[[], None] = field(default=lambda: None)


class Desk(QObject):
    """The working session of one clinician. ``go`` is the navigator every presenter knows."""

    idle_minutes_chosen = Signal(int)
    language_chosen = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        opened: OpenVault,
        content: ClinicalContent,
        clock: Clock,
        background: Background,
        *,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._background = background
        self.theme = theme
        self._built: dict[str, Built] = {}
        self._spot = Spot("today")
        self._history: list[Spot] = []
        self.private = False
        self.opened = opened
        self.content = content.with_local_pathways(ClinicSettings(opened.vault, clock, opened.by).pathways())
        self.figures = FigureShelf()
        self.pathway = CarePathway(opened.vault, self.content, clock, opened.by)
        self.register = PatientRegister(opened.vault, clock, opened.by)
        self.export = PlanExport(opened.vault, self.content, opened.clinic, opened.by, clock, self.figures)
        self.memory = DeskMemory(opened.vault, opened.by, clock)

    # ------------------------------------------------------------------ moving

    def start(self) -> None:
        """Go where this clinician last was, else to Today."""
        spot = self.memory.last()
        try:
            self.go(spot.place, spot.patient_id, spot.detail)
        except Exception:  # a place that is gone, such as a patient moved to the trash
            self.go("today")

    def go(self, place: str, patient_id: str = "", detail: str = "") -> None:
        """Open a place; what was typed on the old one is kept first."""
        self.flush()
        here = Spot(place, patient_id, detail)
        if place == "handout":
            self._show_handout(patient_id)
            return
        built = self._page(place)
        built.enter(patient_id, detail)
        if place in LISTS and self._spot.patient_id and not self.private:
            self.hide_names(True)  # a record was open: the next person at the desk must not read the list
        if here != self._spot:
            self._history.append(self._spot)
        self._spot = here
        self._window.show_page(place, built.page)
        self.memory.keep(here)

    def back(self) -> None:
        """Alt+Left: the place before this one."""
        if self._history:
            spot = self._history.pop()
            self.go(spot.place, spot.patient_id, spot.detail)
            self._history.pop()

    def flush(self) -> None:
        """Keep everything typed and not yet saved."""
        for built in self._built.values():
            built.flush()

    def close_sheets(self) -> None:
        """Close whatever lies over the page."""
        while (sheet := open_sheet(self._window)) is not None:
            sheet.close_sheet()
            sheet.hide()
            sheet.setParent(None)

    def close(self) -> None:
        """Keep what was typed and drop every page: no patient stays in a widget."""
        self.flush()
        self.close_sheets()
        self._window.shell.forget_pages()
        self._built.clear()

    def hide_names(self, private: bool) -> None:
        """Privacy mode: initials and record numbers on every list."""
        self.private = private
        self._window.shell.rail.display_privacy(private)
        for built in self._built.values():
            hide = getattr(built.presenter, "hide_names", None)
            if hide is not None:
                hide(private)

    def command(self, name: str) -> None:
        """A global command no page answers."""
        if name.startswith("place:"):
            self.go(name.removeprefix("place:"))
        elif name == "privacy":
            self.hide_names(not self.private)
        elif name == "back":
            self.back()
        elif name == "new_patient":
            self.go("new_patient")
        elif name == "find_patient":
            self.go("patients")
        elif name in ("settings", "about"):
            self.go("settings", "", "about" if name == "about" else "")

    # ------------------------------------------------------------------ building

    def _page(self, place: str) -> Built:
        name = "encounter" if place in ("baseline", "visit", "review") else place
        if name not in self._built:
            self._built[name] = getattr(self, f"_build_{name}")()
            if self.private:
                self.hide_names(True)
        built = self._built[name]
        if name == "encounter":
            presenter = built.presenter
            return Built(built.page, presenter, _entering(presenter, place), built.flush)
        return built

    def _build_today(self) -> Built:
        from physioplan.gui.pages.today.page import TodayPage
        from physioplan.gui.pages.today.presenter import TodayPresenter

        presenter = TodayPresenter(self.register, self, self._clock)
        page = TodayPage(presenter)
        page.overdue_counted.connect(self._window.shell.display_overdue)
        return Built(page, presenter, lambda _patient, _detail: presenter.entered())

    def _build_patients(self) -> Built:
        from physioplan.gui.pages.patients.page import PatientsPage
        from physioplan.gui.pages.patients.presenter import PatientsPresenter

        presenter = PatientsPresenter(self.register, self, self._clock)
        return Built(PatientsPage(presenter), presenter, lambda _patient, detail: presenter.entered(detail))

    def _build_new_patient(self) -> Built:
        from physioplan.gui.pages.new_patient.page import NewPatientPage
        from physioplan.gui.pages.new_patient.presenter import NewPatientPresenter

        pause = Pause(lambda: presenter.flush(), self)
        presenter = NewPatientPresenter(self.register, self, pause.touch)
        page = NewPatientPage(presenter)
        return Built(page, presenter, lambda _patient, detail: presenter.open(detail), presenter.flush)

    def _build_overview(self) -> Built:
        from physioplan.gui.pages.overview.page import OverviewPage
        from physioplan.gui.pages.overview.presenter import OverviewPresenter

        presenter = OverviewPresenter(self.pathway, self.register, self, self._clock)
        return Built(
            OverviewPage(presenter, self.figures), presenter, lambda patient, _d: presenter.open(patient)
        )

    def _build_encounter(self) -> Built:
        from physioplan.gui.pages.encounter.page import EncounterPage
        from physioplan.gui.pages.encounter.presenter import EncounterPresenter

        pause = Pause(lambda: presenter.flush(), self)
        presenter = EncounterPresenter(self.pathway, self, self._clock, pause.touch)
        page = EncounterPage(presenter, self.figures)
        return Built(page, presenter, lambda _patient, _detail: None, presenter.flush)

    def _build_plan_together(self) -> Built:
        from physioplan.gui.pages.plan_together.page import PlanTogetherPage
        from physioplan.gui.pages.plan_together.presenter import PlanTogetherPresenter

        presenter = PlanTogetherPresenter(self.pathway, self, self._clock)
        return Built(PlanTogetherPage(presenter), presenter, lambda patient, _d: presenter.open(patient))

    def _build_programme(self) -> Built:
        from physioplan.gui.pages.programme.page import ProgrammePage
        from physioplan.gui.pages.programme.presenter import ProgrammePresenter

        presenter = ProgrammePresenter(self.pathway, self, self._clock)
        return Built(
            ProgrammePage(presenter, self.figures), presenter, lambda patient, _d: presenter.open(patient)
        )

    def _build_outcome(self) -> Built:
        from physioplan.gui.pages.outcome.page import OutcomePage
        from physioplan.gui.pages.outcome.presenter import OutcomePresenter

        presenter = OutcomePresenter(self.pathway, self, self._clock)
        return Built(
            OutcomePage(presenter),
            presenter,
            lambda patient, detail: presenter.open(patient, Occasion(detail or Occasion.WEEK_12.value)),
        )

    def _build_exercises(self) -> Built:
        from physioplan.gui.pages.exercises.page import ExercisesPage
        from physioplan.gui.pages.exercises.presenter import ExercisesPresenter

        presenter = ExercisesPresenter(self.content, self, language)
        return Built(
            ExercisesPage(presenter, self.figures), presenter, lambda _p, detail: presenter.open(detail)
        )

    def _build_evidence(self) -> Built:
        from physioplan.gui.pages.evidence.page import EvidencePage
        from physioplan.gui.pages.evidence.presenter import EvidencePresenter

        presenter = EvidencePresenter(self.content, self)
        return Built(EvidencePage(presenter), presenter, lambda _patient, _detail: presenter.entered())

    def _build_clinic(self) -> Built:
        from physioplan.gui.pages.clinic.page import ClinicPage
        from physioplan.gui.pages.clinic.presenter import ClinicPresenter
        from physioplan.services.clinic_audit import ClinicAudit

        presenter = ClinicPresenter(
            ClinicAudit(self.opened.vault, self.content.measures, self._clock), self, self._background
        )
        return Built(ClinicPage(presenter), presenter, lambda _patient, _detail: presenter.entered())

    def _build_settings(self) -> Built:
        from physioplan.gui.pages.settings.page import SettingsPage
        from physioplan.gui.pages.settings.presenter import SettingsPresenter

        presenter = SettingsPresenter(
            self.opened,
            self,
            self.theme,
            content=self.content,
            clock=self._clock,
            background=self._background,
            clinic_saved=self._use_clinic,
            idle_chosen=self.idle_minutes_chosen.emit,
            language_chosen=self.language_chosen.emit,
        )
        page = SettingsPage(presenter)

        def enter(_patient: str, detail: str) -> None:
            presenter.entered()
            page.start_at(detail)

        return Built(page, presenter, enter)

    def _use_clinic(self, clinic: Clinic) -> None:
        """Print under the new letterhead from now on."""
        self.export = PlanExport(
            self.opened.vault, self.content, clinic, self.opened.by, self._clock, self.figures
        )

    def _show_handout(self, patient_id: str) -> None:
        from physioplan.gui.pages.handout.page import HandoutSheet
        from physioplan.gui.pages.handout.presenter import HandoutPresenter

        presenter = HandoutPresenter(self.pathway, self.export, self, self._background, handout_languages())
        sheet = HandoutSheet(presenter, self._window)
        self._handout = (presenter, sheet)  # kept alive while it is open
        presenter.open(patient_id)
        sheet.open()


def _entering(presenter: Any, place: str) -> Callable[[str, str], None]:
    if place == "review":
        return lambda patient, detail: presenter.open(patient, Kind.REVIEW, Occasion(detail or "week_12"))
    return lambda patient, detail: presenter.open(patient, Kind(place), step=detail)
