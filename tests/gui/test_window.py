"""The window: places, keys, regions, layouts, sheets and what a crash report holds."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from physioplan.gui.background import ThreadBackground
from physioplan.gui.commands import perform
from physioplan.gui.main_window import MainWindow
from physioplan.gui.page import Page
from physioplan.gui.problem import ProblemView, crash_report, show_problem, tell
from physioplan.gui.shell import breadth_of
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.message import Message
from physioplan.gui.widgets.sheet import Sheet
from tests.gui.gallery_pages import PainStandIn
from tests.gui.theme_for_tests import a_theme


class Heard(Page):
    """A page that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.place = "today"
        self.show_bar(ActionBarView(primary=ActionView("record", "Record")))

    def act(self, key: str) -> None:
        self.asked.append(key)

    def show_to_patient(self) -> None:
        self.asked.append("F9")

    def undo(self) -> None:
        self.asked.append("undo")


def a_window(qtbot: QtBot, page: Page) -> MainWindow:
    a_theme()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_page("page", page)
    window.show()
    return window


def test_control_enter_presses_the_primary(qtbot: QtBot) -> None:
    page = Heard()
    window = a_window(qtbot, page)
    perform(window, "primary")
    assert page.asked == ["record"]


def test_page_commands_reach_the_page_and_the_others_are_asked_of_the_window(qtbot: QtBot) -> None:
    page = Heard()
    window = a_window(qtbot, page)
    perform(window, "show_to_patient")
    perform(window, "undo")
    with qtbot.waitSignal(window.command_requested) as heard:
        perform(window, "find_patient")
    assert page.asked == ["F9", "undo"]
    assert heard.args == ["find_patient"]


def test_the_rail_asks_for_places(qtbot: QtBot) -> None:
    window = a_window(qtbot, Heard())
    with qtbot.waitSignal(window.command_requested) as heard:
        window.shell.rail.place_requested.emit("patients")
    assert heard.args == ["place:patients"]


def test_every_region_can_be_reached_with_f6(qtbot: QtBot) -> None:
    window = a_window(qtbot, PainStandIn())
    window.activateWindow()
    visited = set()
    for _turn in range(8):
        perform(window, "next_region")
        focused = window.focusWidget()
        for region in window.shell.regions():
            if focused is not None and region.isAncestorOf(focused):
                visited.add(region)
    assert len(visited) >= 4


def test_layouts_change_at_the_widths_of_the_design() -> None:
    assert [breadth_of(width) for width in (720, 1023, 1024, 1279, 1280, 1600)] == [
        "compact",
        "compact",
        "medium",
        "medium",
        "wide",
        "wide",
    ]


def test_at_the_smallest_size_the_rail_is_narrow_and_the_primary_in_sight(qtbot: QtBot) -> None:
    window = a_window(qtbot, PainStandIn())
    window.resize(720, 450)
    qtbot.waitUntil(lambda: window.shell.rail.width() == 52)
    primary = window.shell.action_bar.primary
    assert window.rect().contains(primary.mapTo(window, primary.rect().bottomRight()))


def test_a_sheet_keeps_the_keyboard_and_gives_it_back(qtbot: QtBot) -> None:
    page = PainStandIn()
    window = a_window(qtbot, page)
    window.activateWindow()
    page.rows[0].take_keyboard()
    opener = window.focusWidget()
    sheet = show_problem(window, ProblemView("The disk is full.", "Free some space, then try again."))
    focused = window.focusWidget()
    assert focused is not None
    assert sheet.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert window.findChild(QWidget, "scrim") is None
    assert window.focusWidget() is opener


def test_the_primary_of_a_sheet_lands_on_the_primary_of_the_page(qtbot: QtBot) -> None:
    window = a_window(qtbot, Heard())
    sheet = Sheet("Print", width=880)
    sheet.display_bar(ActionBarView(primary=ActionView("print", "Print")))
    sheet.open_over(window)
    qtbot.wait(1)
    page_primary, sheet_primary = window.shell.action_bar.primary, sheet.action_bar.primary
    wanted = page_primary.mapTo(window, page_primary.rect().bottomRight())
    assert sheet_primary.mapTo(window, sheet_primary.rect().bottomRight()) == wanted


def test_locking_leaves_no_page_behind(qtbot: QtBot) -> None:
    window = a_window(qtbot, Heard())
    window.shell.forget_pages()
    assert window.shell.page() is None
    assert not window.shell.knows("page")


def test_a_crash_report_quotes_nothing_that_was_typed() -> None:
    patient = "Marta Demo"
    try:
        raise ValueError(f"no such patient: {patient}")
    except ValueError as fault:
        report = crash_report(fault)
    assert "ValueError" in report
    assert "Marta" not in report


def test_a_full_disk_is_told_in_words_and_a_mistake_of_ours_with_a_report(qtbot: QtBot) -> None:
    window = a_window(qtbot, Heard())
    sheet = tell(window, OSError(28, "No space left on device", "/vault.db"))
    said = [message.accessibleName() for message in sheet.findChildren(Message)]
    assert said == ["No space left on device: /vault.db."]
    sheet.close_sheet()
    crash = tell(window, KeyError("Marta"))
    words = " ".join(label.text() for label in crash.findChildren(QLabel))
    assert "KeyError" in words
    assert "Marta" not in words


def test_background_work_runs_elsewhere_and_answers_here(qtbot: QtBot) -> None:
    a_theme()
    background = ThreadBackground()
    here = threading.get_ident()
    answers: list[tuple[Any, bool]] = []
    background.run(
        threading.get_ident, lambda there: answers.append((there, threading.get_ident() == here)), print
    )
    qtbot.waitUntil(lambda: bool(answers))
    there, back_here = answers[0]
    assert there != here
    assert back_here


def test_background_faults_come_back_as_values(qtbot: QtBot) -> None:
    a_theme()
    background = ThreadBackground()
    faults: list[Exception] = []

    def work() -> None:
        raise OSError("The disk is full.")

    background.run(work, print, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert str(faults[0]) == "The disk is full."


def test_answers_that_come_after_locking_are_dropped(qtbot: QtBot) -> None:
    a_theme()
    background = ThreadBackground()
    go = threading.Event()
    answers: list[Any] = []
    background.run(lambda: go.wait(5), answers.append, print)
    background.drop_all()
    go.set()
    background.wait()
    qtbot.wait(20)
    assert answers == []
