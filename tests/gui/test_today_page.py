"""The day's list in the window: order, keys, privacy, an empty day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from physioplan.gui.main_window import MainWindow
from physioplan.gui.pages.today.page import TodayPage
from physioplan.gui.pages.today.presenter import TodayPresenter
from physioplan.gui.widgets.button import Button
from tests.gui.a_clinic import AClinic, Sent, a_clinic
from tests.gui.theme_for_tests import a_theme


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"))
    yield made
    made.opened.vault.close()


def a_page(qtbot: QtBot, clinic: AClinic) -> tuple[TodayPage, TodayPresenter, Sent, MainWindow]:
    a_theme()
    sent = Sent()
    presenter = TodayPresenter(clinic.register, sent, clinic.clock)
    page = TodayPage(presenter)
    window = MainWindow()
    qtbot.addWidget(window)
    presenter.entered()
    window.show_page("today", page)
    window.show()
    return page, presenter, sent, window


def test_overdue_comes_first_then_due_then_coming(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, _sent, _window = a_page(qtbot, clinic)
    view = presenter.view()
    wanted = [*view.overdue, *view.due, *view.coming]
    assert [line.row for line in page.lines] == wanted
    assert view.overdue and view.due and view.coming


def test_a_click_opens_the_patient_and_the_button_records_the_review(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent, _window = a_page(qtbot, clinic)
    line = page.lines[0]
    line.click()
    assert sent.last == ("overview", line.row.patient_id, "")
    assert line.record is not None
    qtbot.mouseClick(line.record, Qt.MouseButton.LeftButton)
    assert sent.last == ("review", line.row.patient_id, line.row.occasion)


def test_down_moves_to_the_next_row_and_r_records_it(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent, _window = a_page(qtbot, clinic)
    qtbot.keyClick(page.lines[0], Qt.Key.Key_Down)
    assert page.focusWidget() is page.lines[1]
    qtbot.keyClick(page.lines[1], Qt.Key.Key_R)
    assert sent.last == ("review", page.lines[1].row.patient_id, page.lines[1].row.occasion)
    qtbot.keyClick(page.lines[1], Qt.Key.Key_Return)
    assert sent.last == ("overview", page.lines[1].row.patient_id, "")


def test_privacy_leaves_initials_and_record_numbers(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, _sent, _window = a_page(qtbot, clinic)
    presenter.hide_names(True)
    for line in page.lines:
        assert len(line.row.name) <= 5 and line.row.facts.startswith("ID ")
        assert line.row.name in line.accessibleName()


def test_the_number_of_overdue_reviews_is_told_for_the_badge(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, _sent, _window = a_page(qtbot, clinic)
    with qtbot.waitSignal(page.overdue_counted) as counted:
        presenter.entered()
    assert counted.args == [len(presenter.view().overdue)]


def test_every_window_is_drawn_on_one_scale_that_holds_today(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, _sent, _window = a_page(qtbot, clinic)
    for line in page.lines:
        drawn = line.window_view()
        assert drawn.first <= drawn.opens < drawn.due < drawn.closes <= drawn.last
        assert drawn.today <= drawn.last


def test_a_half_filled_form_can_be_carried_on(qtbot: QtBot, clinic: AClinic) -> None:
    page, presenter, sent, _window = a_page(qtbot, clinic)
    begun = presenter.view().unfinished[0]
    page.beside.carry_on_requested.emit(begun.patient_id, begun.form)
    assert sent.last == (begun.form, begun.patient_id, "")


def test_the_search_of_the_day_goes_to_the_patients(qtbot: QtBot, clinic: AClinic) -> None:
    page, _presenter, sent, _window = a_page(qtbot, clinic)
    qtbot.keyClicks(page.search, "ann")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert sent.last == ("patients", "", "ann")


def test_the_first_day_has_one_sentence_and_no_rows(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = a_clinic(tmp_path_factory.mktemp("empty"), 0)
    page, presenter, sent, _window = a_page(qtbot, empty)
    assert not page.lines
    assert presenter.view().sentence.startswith("Add the first patient")
    page.act("new")
    assert sent.last[0] == "new_patient"
    empty.opened.vault.close()


def test_a_long_group_is_lengthened_on_request(
    qtbot: QtBot, clinic: AClinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("physioplan.gui.pages.today.page.AT_ONCE", 1)
    page, presenter, _sent, _window = a_page(qtbot, clinic)
    view = presenter.view()
    before = [line.row for line in page.lines]
    assert before == [group[0] for group in (view.overdue, view.due, view.coming)]
    buttons = (button for button in page.findChildren(Button) if button.isVisible())
    next(button for button in buttons if button.text().startswith("Show 1 more")).click()
    after = [line.row for line in page.lines]
    assert len(after) == len(before) + 1
    assert page.focusWidget() is next(line for line in page.lines if line.row not in before)
