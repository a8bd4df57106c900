"""The form of a new patient in the window: faults, drafts, a double entry, and on to the baseline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from physioplan.gui.main_window import MainWindow
from physioplan.gui.pages.new_patient.page import NewPatientPage
from physioplan.gui.pages.new_patient.presenter import NewPatientPresenter
from tests.gui.a_clinic import AClinic, Sent, a_clinic
from tests.gui.theme_for_tests import a_theme


@pytest.fixture
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"), 3)
    yield made
    made.opened.vault.close()


def a_page(
    qtbot: QtBot, clinic: AClinic, typed: str = ""
) -> tuple[NewPatientPage, NewPatientPresenter, Sent]:
    a_theme()
    sent = Sent()
    presenter = NewPatientPresenter(clinic.register, sent)
    page = NewPatientPage(presenter)
    window = MainWindow()
    qtbot.addWidget(window)
    presenter.open(typed)
    window.show_page("new_patient", page)
    window.show()
    page.kept_window = window  # type: ignore[attr-defined]
    return page, presenter, sent


def test_two_names_and_a_birth_date_add_a_patient_and_lead_to_the_baseline(
    qtbot: QtBot, clinic: AClinic
) -> None:
    page, _presenter, sent = a_page(qtbot, clinic)
    for key, words in (("given_name", "Zoe"), ("family_name", "Example"), ("birth_date", "13.1.1980")):
        qtbot.keyClicks(page.lines[key], words)
    page.act("add")
    place, patient, _detail = sent.last
    assert place == "baseline"
    assert clinic.register.find("zoe")[0].patient.id == patient


def test_what_is_missing_is_said_at_its_field_and_the_keyboard_goes_there(
    qtbot: QtBot, clinic: AClinic
) -> None:
    page, _presenter, sent = a_page(qtbot, clinic)
    qtbot.keyClicks(page.lines["given_name"], "Zoe")
    qtbot.keyClicks(page.lines["birth_date"], "31.2.1980")
    page.act("add")
    assert "Family name" in page.fields["family_name"].error()
    assert "31.2.1980" in page.fields["birth_date"].error()
    assert page.focusWidget() is page.lines["family_name"]
    assert not sent.places


def test_nothing_is_called_wrong_before_the_first_try(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    qtbot.keyClicks(page.lines["birth_date"], "31")
    assert not any(field.error() for field in page.fields.values())


def test_the_name_that_was_searched_for_is_filled_in(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic, "anna muster")
    assert page.lines["given_name"].text() == "Anna"
    assert page.lines["family_name"].text() == "Muster"
    assert page.focusWidget() is page.lines["birth_date"]


def test_half_a_form_is_kept_and_offered_again(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, _sent = a_page(qtbot, clinic)
    qtbot.keyClicks(page.lines["given_name"], "Zo")
    presenter.flush()
    again, _presenter, _sent2 = a_page(qtbot, clinic)
    assert again.lines["given_name"].text() == "Zo"
    assert again._restored.isVisibleTo(again)
    again._restored.acted.emit()
    assert again.lines["given_name"].text() == "" and clinic.register.draft() == {}


def test_somebody_already_in_the_list_is_pointed_out(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, sent = a_page(qtbot, clinic)
    known = clinic.register.find("", 1)[0].patient
    qtbot.keyClicks(page.lines["birth_date"], known.birth_date.isoformat())
    presenter.typed("given_name", known.given_name)
    presenter.typed("family_name", known.family_name)
    assert page._alike.isVisibleTo(page)
    page._alike.acted.emit()
    assert sent.last == ("overview", known.id, "")


def test_the_age_shows_a_slip_in_the_year(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    qtbot.keyClicks(page.lines["birth_date"], "10.4.1980")
    assert page.lines["birth_date"].accessibleDescription() == "45 years old"


def test_enter_goes_to_the_next_field(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    page.lines["given_name"].setFocus()
    qtbot.keyClick(page.lines["given_name"], Qt.Key.Key_Return)
    assert page.focusWidget() is page.lines["family_name"]
