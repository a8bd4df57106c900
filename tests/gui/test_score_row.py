"""Answering by keyboard as the design says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from tests.gui.theme_for_tests import a_theme

Key = Qt.Key


class Clock:
    """A clock a test can turn."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def a_row(qtbot: QtBot, clock: Clock | None = None, **options: bool) -> tuple[ScoreRow, list[object]]:
    a_theme()
    count = 6 if options else 11
    row = ScoreRow("Pain on average", count, clock=clock or Clock(), **options)
    qtbot.addWidget(row)
    row.show()
    row.take_keyboard()
    heard: list[object] = []
    row.answered.connect(heard.append)
    return row, heard


def press(qtbot: QtBot, row: ScoreRow, *keys: Qt.Key) -> None:
    for key in keys:
        target = row.focusWidget() or row.button(0)
        qtbot.keyClick(target, key)


def test_a_digit_chooses(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot)
    press(qtbot, row, Key.Key_6)
    assert row.answer() == 6
    assert heard == [6]


def test_one_then_zero_at_once_is_ten(qtbot: QtBot) -> None:
    clock = Clock()
    row, heard = a_row(qtbot, clock)
    press(qtbot, row, Key.Key_1)
    clock.now = 0.5
    press(qtbot, row, Key.Key_0)
    assert heard == [1, 10]


def test_one_and_later_zero_is_zero(qtbot: QtBot) -> None:
    clock = Clock()
    row, heard = a_row(qtbot, clock)
    press(qtbot, row, Key.Key_1)
    clock.now = 0.7
    press(qtbot, row, Key.Key_0)
    assert heard == [1, 0]


def test_arrows_move_without_choosing_and_space_chooses(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot)
    press(qtbot, row, Key.Key_Right, Key.Key_Right)
    assert heard == []
    press(qtbot, row, Key.Key_Space)
    assert heard == [2]


def test_backspace_clears(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot)
    press(qtbot, row, Key.Key_4, Key.Key_Backspace)
    assert heard == [4, None]


def test_enter_asks_for_the_next_row(qtbot: QtBot) -> None:
    row, _heard = a_row(qtbot)
    with qtbot.waitSignal(row.advance_requested):
        press(qtbot, row, Key.Key_Return)


def test_a_section_moves_on_by_itself_and_refuses_six(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot, moves_on=True, may_leave_out=True)
    with qtbot.waitSignal(row.advance_requested):
        press(qtbot, row, Key.Key_3)
    press(qtbot, row, Key.Key_6)
    assert heard == [3]


def test_x_leaves_a_section_out_and_takes_it_back(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot, may_leave_out=True)
    press(qtbot, row, Key.Key_2, Key.Key_X)
    assert row.left_out()
    assert heard == [2, None]
    press(qtbot, row, Key.Key_X)
    assert not row.left_out()


def test_showing_an_answer_tells_nobody(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot)
    row.display(ScoreRowView(7))
    assert heard == []


def test_a_locked_row_keeps_its_answer(qtbot: QtBot) -> None:
    row, heard = a_row(qtbot)
    row.display(ScoreRowView(7, locked=True))
    press(qtbot, row, Key.Key_2, Key.Key_Delete)
    assert row.answer() == 7
    assert heard == []


def test_the_row_is_one_tab_stop(qtbot: QtBot) -> None:
    row, _heard = a_row(qtbot)
    row.display(ScoreRowView(4))
    reachable = [n for n in range(11) if row.button(n).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reachable) == 1


def test_each_button_says_question_number_and_place(qtbot: QtBot) -> None:
    row, _heard = a_row(qtbot)
    assert row.button(6).accessibleName() == "Pain on average, 6, button 7 of 11"
