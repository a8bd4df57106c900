"""One patient at a glance in the window: every state draws, the primary leads on, care can end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from physioplan.domain.episode import EndReason
from physioplan.domain.journey import JourneyState
from physioplan.gui.main_window import MainWindow
from physioplan.gui.pages.overview.details_sheet import DetailsSheet
from physioplan.gui.pages.overview.end_sheet import EndSheet
from physioplan.gui.pages.overview.page import OverviewPage
from physioplan.gui.pages.overview.presenter import OverviewPresenter
from physioplan.gui.pages.overview.timeline_view import timeline_of
from physioplan.gui.widgets.sheet import open_sheet
from physioplan.services.figure_shelf import FigureShelf
from tests.gui.a_clinic import AClinic, Sent, a_clinic
from tests.gui.theme_for_tests import a_theme


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"), 22)
    yield made
    made.opened.vault.close()


def a_page(qtbot: QtBot, clinic: AClinic, state: JourneyState) -> tuple[OverviewPage, str, Sent, MainWindow]:
    a_theme()
    sent = Sent()
    presenter = OverviewPresenter(clinic.pathway, clinic.register, sent, clinic.clock)
    page = OverviewPage(presenter, FigureShelf())
    window = MainWindow()
    qtbot.addWidget(window)
    patient = clinic.somebody(state)
    presenter.open(patient)
    window.show_page("overview", page)
    window.show()
    return page, patient, sent, window


@pytest.mark.parametrize("state", list(JourneyState))
def test_every_state_of_the_journey_can_be_drawn(qtbot: QtBot, clinic: AClinic, state: JourneyState) -> None:
    page, _patient, sent, window = a_page(qtbot, clinic, state)
    assert not window.grab().isNull()
    page.act("next")
    assert sent.places


@pytest.mark.parametrize(
    ("state", "place"),
    [
        (JourneyState.NEW, "baseline"),
        (JourneyState.BASELINE_OPEN, "baseline"),
        (JourneyState.BASELINE_DONE, "plan_together"),
        (JourneyState.IN_PROGRAMME, "visit"),
        (JourneyState.REVIEW_OPEN, "review"),
        (JourneyState.REVIEW_OVERDUE, "review"),
    ],
)
def test_the_primary_is_the_one_thing_to_do_next(
    qtbot: QtBot, clinic: AClinic, state: JourneyState, place: str
) -> None:
    page, patient, sent, _window = a_page(qtbot, clinic, state)
    page.act("next")
    assert sent.last[:2] == (place, patient)


def test_before_the_baseline_there_are_open_nodes_and_one_sentence(qtbot: QtBot, clinic: AClinic) -> None:
    page, _patient, _sent, _window = a_page(qtbot, clinic, JourneyState.NEW)
    assert page._view is not None
    drawn = timeline_of(page._view)
    assert drawn.sentence and not drawn.phases and drawn.review.state == "upcoming"


def test_an_overdue_review_stands_past_its_bracket_with_today_after_it(qtbot: QtBot, clinic: AClinic) -> None:
    page, _patient, _sent, _window = a_page(qtbot, clinic, JourneyState.REVIEW_OVERDUE)
    assert page._view is not None
    drawn = timeline_of(page._view)
    assert drawn.review.state == "overdue"
    assert drawn.review_window is not None and drawn.today is not None
    assert drawn.today > drawn.review_window.closes


def test_the_stages_are_walked_with_the_arrows_and_opened_with_enter(qtbot: QtBot, clinic: AClinic) -> None:
    page, patient, sent, window = a_page(qtbot, clinic, JourneyState.REVIEW_OPEN)
    focused = window.focusWidget()
    assert focused is not None and page.head.timeline.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_Left)
    now = window.focusWidget()
    assert now is not None and now is not focused
    qtbot.keyClick(now, Qt.Key.Key_Return)
    assert sent.last[:2] == ("programme", patient)


def test_without_a_programme_no_handout_is_offered(qtbot: QtBot, clinic: AClinic) -> None:
    page, _patient, sent, _window = a_page(qtbot, clinic, JourneyState.BASELINE_DONE)
    assert "handout" not in {action.key for action in page.bar.secondary}
    page.print_out()
    assert not sent.places


def test_stopping_asks_for_a_reason_and_then_closes_the_episode(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = a_clinic(tmp_path_factory.mktemp("own"), 11)
    page, patient, _sent, window = a_page(qtbot, own, JourneyState.IN_PROGRAMME)
    page._end(EndReason.STOPPED)
    sheet = open_sheet(window)
    assert isinstance(sheet, EndSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert own.pathway.open(patient).episode.end is None
    qtbot.keyClicks(sheet.words, "Moved away")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    end = own.pathway.open(patient).episode.end
    assert end is not None and (end.reason, end.words) == (EndReason.STOPPED, "Moved away")
    assert page._view is not None and page._view.next.title.startswith("Stopped")
    own.opened.vault.close()


def test_a_small_window_keeps_the_name_and_lends_the_timeline_to_the_page(
    qtbot: QtBot, clinic: AClinic
) -> None:
    page, _patient, _sent, window = a_page(qtbot, clinic, JourneyState.REVIEW_OPEN)
    window.resize(720, 450)
    qtbot.waitUntil(lambda: page.body.isAncestorOf(page.head.timeline))
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: page.head.isAncestorOf(page.head.timeline))


def test_details_are_put_right_and_the_consent_keeps_its_day(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = a_clinic(tmp_path_factory.mktemp("details"), 11)
    page, patient, _sent, window = a_page(qtbot, own, JourneyState.REVIEW_OPEN)
    before = own.pathway.open(patient).patient
    page._show_details()
    sheet = open_sheet(window)
    assert isinstance(sheet, DetailsSheet)
    sheet.lines["phone"].clear()
    qtbot.keyClicks(sheet.lines["phone"], "00000 12345")
    sheet.asked.emit("save")
    after = own.pathway.open(patient).patient
    assert after.phone == "00000 12345"
    assert after.amend(phone=before.phone) == before
    assert open_sheet(window) is None
    own.opened.vault.close()


def test_details_that_cannot_be_read_stay_open_with_the_mend_beside_them(
    qtbot: QtBot, clinic: AClinic
) -> None:
    page, _patient, _sent, window = a_page(qtbot, clinic, JourneyState.NEW)
    page._show_details()
    sheet = open_sheet(window)
    assert isinstance(sheet, DetailsSheet)
    sheet.lines["birth_date"].clear()
    qtbot.keyClicks(sheet.lines["birth_date"], "31.2.1980")
    sheet.asked.emit("save")
    assert "31.2.1980" in sheet.fields["birth_date"].error()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert open_sheet(window) is None
