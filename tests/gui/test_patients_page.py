"""The list of patients in the window: search, keys, the underlined letters, no result."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from physioplan.gui.main_window import MainWindow
from physioplan.gui.matched_letters import matched_letters
from physioplan.gui.pages.patients.page import PatientsPage
from physioplan.gui.pages.patients.presenter import PatientsPresenter
from physioplan.gui.pages.patients.table_model import Column
from physioplan.gui.widgets.sheet import open_sheet
from tests.gui.a_clinic import AClinic, Sent, a_clinic
from tests.gui.theme_for_tests import a_theme


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"))
    yield made
    made.opened.vault.close()


def a_page(qtbot: QtBot, clinic: AClinic) -> tuple[PatientsPage, PatientsPresenter, Sent]:
    a_theme()
    sent = Sent()
    presenter = PatientsPresenter(clinic.register, sent, clinic.clock)
    page = PatientsPage(presenter)
    window = MainWindow()
    qtbot.addWidget(window)
    presenter.entered()
    window.show_page("patients", page)
    window.show()
    page.kept_window = window  # type: ignore[attr-defined]
    return page, presenter, sent


def names(page: PatientsPage) -> list[str]:
    model = page.table.model()
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def test_all_patients_are_listed_in_order_of_name(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    assert len(names(page)) == 40


def test_typing_searches_at_each_stroke(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    first = clinic.register.find("", 1)[0].patient
    qtbot.keyClicks(page.search, first.family_name[:3].lower())
    assert f"{first.family_name}, {first.given_name}" in names(page)
    assert len(names(page)) < 40


def test_down_goes_to_the_table_and_enter_opens(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent = a_page(qtbot, clinic)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    second = page.table.current()
    assert second is not None
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert sent.last == ("overview", second.patient_id, "")


def test_enter_in_the_search_opens_the_first_row(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent = a_page(qtbot, clinic)
    first = page.table.first()
    assert first is not None
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert sent.last == ("overview", first.patient_id, "")


def test_letters_typed_in_the_table_go_on_in_the_search(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    page.table.take_keyboard()
    qtbot.keyClicks(page.table, "q")
    assert page.search.text() == "q"
    assert page.focusWidget() is page.search


def test_nobody_found_offers_to_clear_or_to_add_under_that_name(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent = a_page(qtbot, clinic)
    qtbot.keyClicks(page.search, "zzyx quux")
    assert names(page) == []
    page._empty.asked.emit("new")
    assert sent.last == ("new_patient", "", "zzyx quux")
    page._empty.asked.emit("clear")
    assert page.search.text() == "" and len(names(page)) == 40


def test_privacy_hides_the_names(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, _sent = a_page(qtbot, clinic)
    presenter.hide_names(True)
    assert all(len(name) <= 5 for name in names(page))


def test_what_was_typed_on_today_is_searched_for(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, _sent = a_page(qtbot, clinic)
    presenter.entered("zzz")
    assert page.search.text() == "zzz" and names(page) == []


def test_sixty_rows_are_painted_without_a_widget_each(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    assert not page.table.grab().isNull()
    assert len(page.table.viewport().children()) == 0


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("Lindemo, Marta", "li", ((0, 2),)),
        ("Lindemo, Marta", "mar lin", ((0, 3), (9, 12))),
        ("Çelik-Örnek, Demo", "or", ((6, 8),)),
        ("Größe, Demo", "gross", ((0, 4),)),
        ("Demov, Ondřej", "ondre", ((7, 12),)),
        ("Demali, Samira", "li", ()),
        ("Demali, Samira", "", ()),
    ],
)
def test_the_letters_that_matched_are_marked_whatever_their_accents(
    name: str, typed: str, found: tuple[tuple[int, int], ...]
) -> None:
    assert matched_letters(name, typed) == found


def test_a_stage_narrows_the_list_and_says_how_many_are_in_it(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    assert page._view is not None
    review = next(group for group in page._view.groups if group.key == "review")
    page.stages.chips["review"].click()
    assert len(names(page)) == review.count
    assert sum(group.count or 0 for group in page._view.groups) == 40
    page.stages.chips["review"].click()
    assert page.stages.chips["review"].isChecked()
    page.stages.chips["all"].click()
    assert len(names(page)) == 40


def test_the_heads_sort_with_enter_and_turn_round_the_second_time(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    head = page.table.horizontalHeader()
    qtbot.keyClick(head, Qt.Key.Key_Right)
    qtbot.keyClick(head, Qt.Key.Key_Return)
    model = page.table.model()
    ages = [int(model.index(row, Column.AGE).data()) for row in range(model.rowCount())]
    assert ages == sorted(ages)
    qtbot.keyClick(head, Qt.Key.Key_Return)
    turned = [int(model.index(row, Column.AGE).data()) for row in range(model.rowCount())]
    assert turned == sorted(ages, reverse=True)


def test_space_looks_at_a_patient_and_gives_the_keyboard_back(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent = a_page(qtbot, clinic)
    page.table.take_keyboard()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    sheet = open_sheet(page.window())
    assert sheet is not None
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert open_sheet(page.window()) is None
    assert page.focusWidget() is page.table and not sent.places


def test_a_small_window_offers_the_stages_as_a_list(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent = a_page(qtbot, clinic)
    page.adapt("compact")
    assert page.stages.choice.isVisibleTo(page) and not page.stages.chips["all"].isVisibleTo(page)
