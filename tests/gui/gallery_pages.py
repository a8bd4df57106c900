"""Whole windows for looking at: unlock, first run and a stand-in for a baseline page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.page import Page
from physioplan.gui.pages.first_run.page import FirstRunPage
from physioplan.gui.pages.first_run.presenter import FirstRunPresenter
from physioplan.gui.pages.unlock.page import UnlockPage
from physioplan.gui.pages.unlock.presenter import UnlockPresenter, WrongPassphrase
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.journey_strip import JourneyStripView, StageView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.page_header import PatientHeader
from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.step_rail import StepRail, StepView
from physioplan.gui.widgets.tag import Tag
from tests.gui import gallery_clinical

JOURNEY = JourneyStripView(
    (
        StageView("baseline", "Baseline", "Today, 13 Jan", "now"),
        StageView("programme", "Programme", "After baseline", "upcoming"),
        StageView("w12", "12 weeks", "7 Apr 2026", "upcoming"),
        StageView("y1", "1 year", "13 Jan 2027", "upcoming"),
    ),
    "baseline",
    "Overview",
)


class PainStandIn(Page):
    """The pain step of the design, without a record behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.place = "patients"
        header = PatientHeader()
        header.display("Marta Demo", "47 · born 3 May 1978 · ID 0148 · First visit", JOURNEY)
        self.header = header
        aside = QWidget()
        words = QVBoxLayout(aside)
        words.setContentsMargins(28, 24, 28, 0)
        words.addWidget(Label("Score to follow", "small_strong", "ink2"))
        words.addWidget(Label("6", "data_xl"))
        words.addWidget(Label("4 or less at 12 weeks would be a change that matters.", "small", wrap=True))
        words.addStretch(1)
        self.aside = aside
        self.aside_title = "Score to follow"
        self.steps = StepRail()
        self.steps.display(
            (
                StepView("safety", "Safety screen", "No red flags", "done"),
                StepView("pain", "Pain", "1 row left", "now"),
                StepView("disability", "Disability", "ODI, 10 items"),
                StepView("psychosocial", "Psychosocial", "STarT Back, 9 items"),
                StepView("movement", "Movement control", "6 tests"),
                StepView("goals", "Goals and preferences", "3 goals"),
                StepView("summary", "Summary", "Check and sign"),
            ),
            "pain",
        )
        form = ScrollColumn(margins=(32, 22, 32, 16), spacing=6)
        top = QHBoxLayout()
        top.addWidget(Label("Pain", "title_compact"), 1)
        top.addWidget(Button("Show to Marta", icon="monitor", hint="F9"))
        form.column.addLayout(top)
        form.column.addWidget(
            Label(
                "Think of the last 7 days. 0 is no pain, 10 is the worst you can imagine. Which number fits?",
                "prompt",
                wrap=True,
            )
        )
        self.rows = [ScoreRow("Right now"), ScoreRow("On average"), ScoreRow("At its worst")]
        for row, answer in zip(self.rows, (5, 6, None), strict=True):
            row.display(ScoreRowView(answer))
            head = QHBoxLayout()
            head.addWidget(Label(row.accessibleName(), "heading"))
            if answer == 6:
                head.addWidget(Tag("used for follow-up"))
            head.addStretch(1)
            form.column.addSpacing(18)
            form.column.addLayout(head)
            form.column.addWidget(row)
        form.column.addSpacing(20)
        leg = Segmented(
            "Pain in the leg too?", (("no", "No"), ("knee", "To the knee"), ("below", "Below the knee")), "no"
        )
        form.column.addWidget(leg)
        form.column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.steps)
        layout.addWidget(form, 1)
        self.show_bar(
            ActionBarView(
                SaveView("saved", "Draft saved 10:52 · every answer is saved at once"),
                ActionView("next", "Next: Disability"),
                (
                    ActionView("skip", "Skip this step", kind="quiet"),
                    ActionView("back", "Back", "arrow-left"),
                ),
            )
        )

    def adapt(self, breadth: str) -> None:
        self.steps.setVisible(breadth != "compact")

    def entered(self) -> None:
        self.rows[2].take_keyboard()


def _refuse(*_secret: str) -> None:
    raise WrongPassphrase


def unlock_window() -> MainWindow:
    presenter = UnlockPresenter(
        clinic="Harbour Demo Physiotherapy",
        list_clinicians=lambda: (("jonas", "Jona Demo, physiotherapist"), ("mei", "Mei Tanaka")),
        unlock=_refuse,
        recover=_refuse,
        opened=lambda vault: None,
        background=AtOnce(),
        sentence="Locked after 10 minutes without use, at 12:47. Nothing was lost.",
        foot="Last backup today 08:02",
    )
    window = MainWindow()
    window.show_front(UnlockPage(presenter))
    return window


def first_run_window() -> MainWindow:
    presenter = FirstRunPresenter(
        place="Local data/PhysioPlan/vault",
        create_vault=lambda request: ("K7QM X4RD 9TWP H3NE V6YA C8JF M2KU D5GN", object()),
        create_demonstration=object,
        opened=lambda vault: None,
        background=AtOnce(),
        print_key=lambda groups: "Printed 08:12",
        save_key=lambda groups: "Saved",
        pick_two=lambda: (3, 6),
    )
    window = MainWindow()
    window.show_front(FirstRunPage(presenter))
    return window


def first_run_small() -> MainWindow:
    window = first_run_window()
    window.resize(720, 450)
    return window


def _fill(page: FirstRunPage) -> None:
    page.vault.clinic.setText("Harbour Demo Physiotherapy")
    page.vault.clinician.setText("Jona Demo")
    page.vault.passphrase.setText("slow river apple fourteen")
    page.presenter.passphrase_edited("slow river apple fourteen", "Harbour Demo Physiotherapy", "Jona Demo")
    page.vault.passphrase.reveal(True)
    page.vault.passphrase.setFocus()


def pain_window() -> MainWindow:
    window = MainWindow()
    window.show_page("pain", PainStandIn())
    window.shell.display_overdue(2)
    return window


def pain_small() -> MainWindow:
    window = pain_window()
    window.resize(720, 450)
    return window


def pain_medium() -> MainWindow:
    window = pain_window()
    window.resize(1100, 700)
    return window


def _clinical(build: Callable[[], Page]) -> Callable[[], MainWindow]:
    def window() -> MainWindow:
        made = MainWindow()
        made.show_page("stand", build())
        return made

    return window


def after_shown(name: str, window: MainWindow) -> None:
    if name == "unlock-wrong":
        page = window.centralWidget().findChild(UnlockPage)
        assert page is not None
        page.secret.setText("slow river appel")
        page.presenter.submit("slow river appel")
    elif name.startswith("first-run"):
        first = window.centralWidget().findChild(FirstRunPage)
        assert first is not None
        if name == "first-run-faults":
            first.action_bar.press_primary()
            return
        _fill(first)
        if name == "first-run-key":
            first.vault.again.setText("slow river apple fourteen")
            first.vault.intended.setChecked(True)
            first.action_bar.press_primary()
            first.presenter.print_key()
            for line, typed in zip(first.key.typed, ("9TWP", "C8JE"), strict=True):
                line.setText(typed)
                line.textEdited.emit(typed)
            first.key.typed[1].setFocus()
    elif name == "keys":
        from physioplan.gui.commands import perform

        perform(window, "key_list")


PAGES: dict[str, Callable[[], MainWindow]] = {
    "unlock": unlock_window,
    "unlock-wrong": unlock_window,
    "first-run": first_run_window,
    "first-run-key": first_run_window,
    "first-run-faults": first_run_window,
    "first-run-small": first_run_small,
    "pain": pain_window,
    "pain-small": pain_small,
    "pain-medium": pain_medium,
    "keys": pain_window,
    "timelines": _clinical(gallery_clinical.timelines),
    "lines": _clinical(gallery_clinical.lines),
    "chart": _clinical(gallery_clinical.chart),
    "plan": _clinical(gallery_clinical.plan),
}
