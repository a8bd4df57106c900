"""Recording a baseline by keyboard: every answer is kept, nothing is lost, the primary waits for what is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from physioplan.domain.assessment import Occasion
from physioplan.gui.pages.encounter.disability_step import DisabilityStep
from physioplan.gui.pages.encounter.page import EncounterPage
from physioplan.gui.pages.encounter.pain_step import PainStep
from physioplan.gui.pages.encounter.presenter import NEXT, EncounterPresenter, EncounterView
from physioplan.gui.pages.encounter.safety_step import SafetyStep
from physioplan.gui.pages.encounter.steps import Kind
from physioplan.services.figure_shelf import FigureShelf
from tests.builders import content
from tests.gui.theme_for_tests import a_theme
from tests.services.conftest import Practice, a_full_baseline
from tests.services.conftest import practice as practice  # the fixture


@dataclass
class Places:
    """A navigator that notes where it was sent."""

    gone: list[tuple[str, str, str]] = field(default_factory=list)

    def go(self, place: str, patient_id: str = "", detail: str = "") -> None:
        self.gone.append((place, patient_id, detail))


@dataclass
class Screen:
    """One encounter page on screen with what drives it."""

    page: EncounterPage
    presenter: EncounterPresenter
    places: Places
    patient: str
    views: list[EncounterView] = field(default_factory=list)


@pytest.fixture
def screen(qtbot: QtBot, practice: Practice) -> Iterator[Screen]:
    """The baseline of a new patient at its first step."""
    a_theme()
    places = Places()
    presenter = EncounterPresenter(practice.pathway, places, practice.clock)
    page = EncounterPage(presenter, FigureShelf())
    qtbot.addWidget(page)
    page.resize(1180, 820)
    patient = practice.a_patient().id
    presenter.open(patient, Kind.BASELINE)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    yield Screen(page, presenter, places, patient)


def step(screen: Screen, key: str) -> object:
    screen.presenter.go_to(key)
    QApplication.processEvents()
    return screen.page._steps[key]


def test_digits_fill_the_three_pain_rows_and_enter_moves_on(screen: Screen, practice: Practice) -> None:
    pain = step(screen, "pain")
    assert isinstance(pain, PainStep)
    pain.rows["now"].take_keyboard()
    for key in (Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_6, Qt.Key.Key_Return, Qt.Key.Key_8):
        QTest.keyClick(QApplication.focusWidget(), key)
    screen.presenter.flush()
    draft = practice.pathway.draft(screen.patient, "baseline")
    assert [draft[f"measure.nrs.{item}"] for item in ("now", "average", "worst")] == ["5", "6", "8"]


def test_worst_below_average_warns_and_does_not_block(screen: Screen) -> None:
    pain = step(screen, "pain")
    assert isinstance(pain, PainStep)
    for item, answer in (("now", "3"), ("average", "6"), ("worst", "4")):
        screen.presenter.typed(f"measure.nrs.{item}", answer)
    assert "less than on average (6)" in pain._warning.text()
    assert screen.page.bar.primary is not None and screen.page.bar.primary.locked == ""


def test_ten_digits_fill_the_disability_form(screen: Screen) -> None:
    disability = step(screen, "disability")
    assert isinstance(disability, DisabilityStep)
    disability.odi_rows["1"].take_keyboard()
    for _ in range(10):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert disability._big.text() == "40"


def test_x_leaves_a_section_out(screen: Screen) -> None:
    disability = step(screen, "disability")
    assert isinstance(disability, DisabilityStep)
    disability.odi_rows["8"].take_keyboard()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_X)
    assert disability.odi_rows["8"].left_out()


def test_n_answers_every_group_of_the_safety_screen(screen: Screen) -> None:
    safety = step(screen, "safety")
    assert isinstance(safety, SafetyStep)
    safety.enter()
    for _ in content().safety.groups:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    view = screen.presenter
    assert view._facts().verdict.is_complete
    assert screen.page.rail is not None


def test_a_ticked_flag_locks_the_way_on_until_an_action_is_recorded(screen: Screen) -> None:
    flag = content().safety.flags[0].id
    step(screen, "safety")
    screen.presenter.typed_all({f"safety.flag.{flag}": "1", "safety.asked.nerve": "1"})
    assert screen.page.bar.primary is not None and screen.page.bar.primary.locked
    screen.presenter.typed(f"safety.action.{flag}.what", "emergency")
    assert screen.page.bar.primary.locked == ""


def test_a_baseline_cannot_be_signed_while_something_needed_is_open(
    screen: Screen, practice: Practice
) -> None:
    step(screen, "summary")
    screen.page.act(NEXT)
    assert practice.pathway.open(screen.patient).baseline is None
    assert screen.page.bar.primary is not None and "Still open" in screen.page.bar.primary.locked


def test_signing_leads_to_plan_together(screen: Screen, practice: Practice) -> None:
    screen.presenter.typed_all(a_full_baseline())
    step(screen, "summary")
    screen.page.act(NEXT)
    assert practice.pathway.open(screen.patient).baseline is not None
    assert screen.places.gone[-1] == ("plan_together", screen.patient, "")


def test_half_a_form_comes_back_on_the_step_it_was_left(screen: Screen, practice: Practice) -> None:
    step(screen, "goals")
    screen.presenter.typed("goal.1.words", "Lift my dau")
    screen.page.left()
    again = EncounterPresenter(practice.pathway, Places(), practice.clock)
    views: list[EncounterView] = []
    again.attach(views.append)
    again.open(screen.patient, Kind.BASELINE)
    assert views[-1].current == "goals"
    assert views[-1].raw["goal.1.words"] == "Lift my dau"


def test_a_review_asks_the_same_goals_again(screen: Screen, practice: Practice) -> None:
    screen.presenter.typed_all(a_full_baseline())
    step(screen, "summary")
    screen.page.act(NEXT)
    screen.presenter.open(screen.patient, Kind.REVIEW, Occasion.WEEK_12)
    assert screen.presenter._raw["goal.1.words"] == "Lift my daughter"
    assert "goal.1.now" not in screen.presenter._raw


def test_what_cannot_be_saved_stays_on_screen_is_told_and_is_saved_later(
    screen: Screen, practice: Practice
) -> None:
    step(screen, "goals")
    database, elsewhere = practice.folder / "vault.db", practice.folder / "gone.db"
    practice.opened.vault.close()  # as when a stick with the vault is pulled out
    database.rename(elsewhere)
    screen.presenter.typed("goal.1.words", "Walk to the sea")
    screen.presenter.flush()
    assert screen.page.bar.save.kind == "not_saved" and screen.page.bar.save.words
    assert screen.presenter._raw["goal.1.words"] == "Walk to the sea"
    elsewhere.rename(database)
    screen.presenter.flush()
    assert screen.page.bar.save.kind == "saved"
    assert practice.pathway.draft(screen.patient, "baseline")["goal.1.words"] == "Walk to the sea"
