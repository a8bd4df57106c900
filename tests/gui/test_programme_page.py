"""The programme page through its real wires: drag, keys, doses, notes, coping weeks, agreeing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from physioplan.domain.dose import Distance, Dose, Hold, Interval, Quota, Repetitions, Time
from physioplan.domain.journey import JourneyState
from physioplan.gui.main_window import MainWindow
from physioplan.gui.pages.programme.coping_lanes import BarView, packed
from physioplan.gui.pages.programme.dose_fields import dose_fields, with_field
from physioplan.gui.pages.programme.drag import carried, library_data, place_data
from physioplan.gui.pages.programme.exercise_card import ExerciseCard
from physioplan.gui.pages.programme.page import ProgrammePage
from physioplan.gui.pages.programme.presenter import ProgrammePresenter, ProgrammeView
from physioplan.services.figure_shelf import FigureShelf
from tests.gui.a_clinic import AClinic, Sent, a_clinic
from tests.gui.theme_for_tests import a_theme

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"), 22)
    yield made
    made.opened.vault.close()


@dataclass
class Desk:
    """A page on screen with what drives it."""

    qtbot: QtBot
    window: MainWindow
    page: ProgrammePage
    presenter: ProgrammePresenter
    sent: Sent
    patient: str

    @property
    def view(self) -> ProgrammeView:
        view = self.page._view
        assert view is not None
        return view

    def exercises(self, phase: int) -> list[str]:
        return [item.exercise for item in self.view.phases[phase].items]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key to whatever has the keyboard."""
        target = self.window.focusWidget()
        assert target is not None
        self.qtbot.keyClick(target, key, held)

    def card(self, phase: int, place: int) -> ExerciseCard:
        return self.page.phases.columns[phase].cards()[place]

    def go_to(self, phase: int, place: int) -> ExerciseCard:
        self.page.phases._go(phase)
        self.page.phases.columns[phase].take_keyboard(place)
        return self.card(phase, place)


def a_desk(
    qtbot: QtBot, clinic: AClinic, state: JourneyState = JourneyState.BASELINE_DONE, width: int = 1440
) -> Desk:
    a_theme()
    sent = Sent()
    presenter = ProgrammePresenter(clinic.pathway, sent, clinic.clock)
    page = ProgrammePage(presenter, FigureShelf())
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(width, 900)
    patient = clinic.somebody(state)
    clinic.pathway.discard_draft(patient, "programme")
    window.show_page("programme", page)
    window.show()
    presenter.open(patient)
    window.activateWindow()
    return Desk(qtbot, window, page, presenter, sent, patient)


def drop(column: QWidget, data: QMimeData, y: int) -> None:
    """Let ``data`` go over ``column`` at height ``y``, as the window system would tell it."""
    event = QDropEvent(
        QPointF(column.width() / 2, y),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    column.dropEvent(event)  # type: ignore[attr-defined]


def test_an_exercise_dropped_below_the_last_one_of_its_phase_goes_to_the_end(
    qtbot: QtBot, clinic: AClinic
) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.exercises(0)
    column = desk.page.phases.columns[0]
    drop(column, place_data(0, 0), column.cards()[-1].geometry().bottom() + 4)
    assert desk.exercises(0) == [*before[1:], before[0]]


def test_an_exercise_dropped_on_another_phase_goes_to_that_place(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    first, second = desk.exercises(0), desk.exercises(1)
    column = desk.page.phases.columns[1]
    drop(column, place_data(0, 1), column.cards()[0].geometry().top() - 2)
    assert desk.exercises(0) == [first[0], *first[2:]]
    assert desk.exercises(1) == [first[1], *second]


def test_an_exercise_of_the_library_can_be_dropped_between_two_others(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.exercises(2)
    column = desk.page.phases.columns[2]
    drop(column, library_data("bird_dog"), column.cards()[1].geometry().top() - 2)
    assert desk.exercises(2) == [before[0], "bird_dog", *before[1:]]


def test_what_was_dragged_from_another_program_is_left_alone(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.exercises(0)
    foreign = QMimeData()
    foreign.setText("0 1")
    drop(desk.page.phases.columns[0], foreign, 10)
    assert desk.exercises(0) == before
    odd = QMimeData()
    odd.setData("application/x-physioplan-place", b"one two three")
    assert carried(odd) is None


def test_alt_and_arrows_move_an_exercise_and_the_keyboard_goes_with_it(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    first, second = desk.exercises(0), desk.exercises(1)
    desk.go_to(0, 0)
    desk.press(Key.Key_Down, ALT)
    assert desk.exercises(0) == [first[1], first[0], *first[2:]]
    assert desk.window.focusWidget() is desk.card(0, 1)
    desk.press(Key.Key_Right, ALT)
    assert desk.exercises(0) == [first[1], *first[2:]]
    assert desk.exercises(1) == [second[0], first[0], *second[1:]]
    assert desk.window.focusWidget() is desk.card(1, 1)
    desk.press(Key.Key_Left, ALT)
    assert first[0] in desk.exercises(0)
    assert not desk.sent.places, "Alt+Left moved the exercise and did not leave the page"


def test_a_digit_types_the_position(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.exercises(0)
    desk.go_to(0, 0)
    desk.press(Key.Key_3)
    assert desk.exercises(0).index(before[0]) == 2


def test_alt_right_reaches_the_time_after_week_twelve_and_shows_it(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    moved = desk.exercises(2)[0]
    desk.go_to(2, 0)
    desk.press(Key.Key_Right, ALT)
    assert moved in desk.exercises(3)
    assert desk.page.phases.columns[3].isVisible()
    assert not desk.page.phases.columns[0].isVisible()


def test_delete_removes_and_undo_brings_back(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.exercises(0)
    desk.go_to(0, 1)
    desk.press(Key.Key_Delete)
    assert desk.exercises(0) == [before[0], *before[2:]]
    toast = desk.window.findChild(QWidget, "toast")
    assert toast is not None and toast.isVisible()
    desk.page.undo()
    assert desk.exercises(0) == before
    desk.page.redo()
    assert desk.exercises(0) == [before[0], *before[2:]]


def test_undo_and_redo_have_no_limit(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.view.phases
    for _turn in range(12):
        desk.presenter.add("bird_dog", 0)
    after = desk.view.phases
    for _turn in range(12):
        desk.page.undo()
    assert desk.view.phases == before
    for _turn in range(12):
        desk.page.redo()
    assert desk.view.phases == after


def test_f2_goes_to_the_dose_and_a_stepper_changes_it(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    desk.presenter.add("bird_dog", 0)
    desk.go_to(0, len(desk.exercises(0)) - 1)
    desk.press(Key.Key_F2)
    sets = desk.page.dose.rows.steppers["sets"]
    assert desk.window.focusWidget() is sets.number
    qtbot.keyClick(sets.number, Key.Key_Up)
    dose = desk.view.phases[0].items[-1].dose
    assert isinstance(dose, Repetitions) and dose.sets == 4


def test_one_dose_can_be_used_in_every_phase(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    for phase in (0, 1):
        desk.presenter.add("bird_dog", phase)
    place = len(desk.exercises(0)) - 1
    desk.presenter.select(0, place)
    desk.page.dose.rows.steppers["days_a_week"].number.setValue(2)
    desk.page.dose.everywhere.click()
    doses = [i.dose for phase in desk.view.phases for i in phase.items if i.exercise == "bird_dog"]
    assert len(doses) >= 2 and len(set(doses)) == 1


def test_e_swaps_for_the_easier_exercise_and_undo_brings_the_old_one_back(
    qtbot: QtBot, clinic: AClinic
) -> None:
    desk = a_desk(qtbot, clinic)
    library = clinic.content.library
    exercise = next(one for one in library if library.easier(one) is not None)
    easier = library.easier(exercise)
    assert easier is not None
    desk.presenter.add(exercise.id, 0)
    place = len(desk.exercises(0)) - 1
    desk.go_to(0, place)
    desk.press(Key.Key_E)
    assert desk.exercises(0)[place] == easier.id
    desk.page.undo()
    assert desk.exercises(0)[place] == exercise.id


def test_h_adds_the_words_of_a_harder_way_to_the_note(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    exercise = next(one for one in clinic.content.library if one.harder and one.harder.variation)
    desk.presenter.add(exercise.id, 0)
    place = len(desk.exercises(0)) - 1
    desk.go_to(0, place)
    desk.press(Key.Key_H)
    assert desk.view.phases[0].items[place].note == exercise.words_in("en").harder
    desk.press(Key.Key_H)
    assert desk.view.phases[0].items[place].note == exercise.words_in("en").harder


def test_slash_searches_and_enter_adds_to_the_shown_phase(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    desk.presenter.show_phase(1)
    desk.page.find_exercise()
    search = desk.page.library.search
    assert desk.window.focusWidget() is search
    qtbot.keyClicks(search, "bird")
    qtbot.keyClick(search, Key.Key_Return)
    assert desk.exercises(1)[-1] == "bird_dog"


def test_enter_on_a_library_card_adds_it_and_the_keyboard_stays_there(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    count = len(desk.exercises(0))
    cards = desk.page.library.cards
    cards.take_keyboard()
    qtbot.keyClick(cards, Key.Key_Return)
    assert len(desk.exercises(0)) == count + 1
    assert desk.window.focusWidget() is cards


def test_a_withheld_exercise_is_refused_with_its_reason(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    before = desk.view.phases
    desk.presenter.refuse("bird_dog", "kneeling hurts")
    assert "kneeling hurts" in desk.view.said
    assert desk.view.phases == before


def test_a_note_is_kept_when_the_keyboard_leaves_and_warns_when_it_is_hard(
    qtbot: QtBot, clinic: AClinic
) -> None:
    desk = a_desk(qtbot, clinic)
    desk.presenter.select(0, 0)
    note = desk.page.dose.note
    hard = "Continuously concentrate on proprioceptive lumbopelvic stabilisation throughout every activity."
    note.text.setPlainText(hard)
    assert "Hard to read" in note.text.accessibleDescription()
    desk.presenter.select(0, 1)
    assert desk.view.phases[0].items[1].note == ""
    note.flush()
    desk.presenter.select(0, 0)
    note.text.setPlainText("Move slowly and keep a cup of tea steady on your back.")
    desk.page.flush()
    assert desk.view.phases[0].items[0].note.startswith("Move slowly")


def test_too_many_exercises_warn_in_the_action_bar_and_never_block(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    for exercise in ("bird_dog", "two_leg_bridge", "step_up", "cat_camel", "hip_hinge"):
        desk.presenter.add(exercise, 1)
    warning = desk.page.bar.warning
    assert warning is not None and warning[0] == "phase:1"
    assert desk.page.bar.primary is not None and not desk.page.bar.primary.locked
    desk.page.act(warning[0])
    assert desk.view.shown_phase == 1


def test_a_coping_bar_moves_by_key(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic, JourneyState.REVIEW_OPEN)
    part = next(one for one in desk.view.coping if one.last_week < 12)
    bar = desk.page.phases.lanes.bars()[part.component]
    bar.setFocus()
    qtbot.keyClick(bar, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    changed = next(one for one in desk.view.coping if one.component == part.component)
    assert (changed.first_week, changed.last_week) == (part.first_week, part.last_week + 1)


def test_coping_bars_share_a_lane_only_when_their_weeks_do_not_meet() -> None:
    bars = (
        BarView("a", "A", 1, 12),
        BarView("b", "B", 1, 2),
        BarView("c", "C", 3, 8),
        BarView("d", "D", 8, 9),
    )
    lanes = packed(bars)
    assert [[bar.component for bar in lane] for lane in lanes] == [["a"], ["b", "c"], ["d"]]


def test_an_agreed_plan_asks_why_it_changes_and_keeps_the_answer(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic, JourneyState.IN_PROGRAMME)
    assert not desk.page.change.isVisible()
    desk.presenter.remove(0, 0)
    assert desk.page.change.isVisible()
    assert desk.page.bar.primary is not None and desk.page.bar.primary.locked
    qtbot.keyClicks(desk.page.change.reason, "Kneeling hurts")
    desk.page.change.flush()
    assert not desk.page.bar.primary.locked
    version = desk.view.version
    desk.page.act("preview")
    assert desk.sent.last[0] == "handout"
    record = clinic.pathway.open(desk.patient)
    assert record.programme is not None
    assert record.programme.version == version + 1
    assert record.programme.change_reason == "Kneeling hurts"


def test_what_was_declined_stays_declined_when_only_an_exercise_changes(
    qtbot: QtBot, clinic: AClinic
) -> None:
    desk = a_desk(qtbot, clinic, JourneyState.REVIEW_OVERDUE)
    before = clinic.pathway.open(desk.patient).programme
    assert before is not None
    desk.presenter.remove(0, 0)
    desk.presenter.give_change_reason("Too much")
    desk.page.act("preview")
    after = clinic.pathway.open(desk.patient).programme
    assert after is not None and after.version == before.version + 1
    assert set(after.components) == set(before.components)


def test_a_draft_comes_back_as_it_was_left(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    desk.presenter.add("bird_dog", 2)
    left = desk.view.phases
    desk.presenter.open(desk.patient)
    assert desk.view.phases == left


def test_every_card_says_what_moves_and_where_it_stands(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic)
    desk.presenter.add("bird_dog", 0)
    count = len(desk.exercises(0))
    card = desk.card(0, count - 1)
    assert card.accessibleName().startswith(f"Move Bird dog, weeks 1 to 4, {count} of {count}.")


def test_a_narrow_window_shows_one_phase_at_a_time(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic, width=1100)
    assert [column.isVisible() for column in desk.page.phases.columns] == [True, False, False, False]
    desk.go_to(0, 0)
    desk.press(Key.Key_Right)
    assert [column.isVisible() for column in desk.page.phases.columns] == [False, True, False, False]
    desk.press(Key.Key_F2)
    assert desk.page.dose.isVisible()


def test_a_compact_window_shows_library_or_phase(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic, width=720)
    assert not desk.page.library.isVisible()
    desk.page.find_exercise()
    assert desk.page.library.isVisible() and not desk.page.phases.isVisible()


DOSES: tuple[Dose, ...] = (
    Repetitions(sets=3, repetitions=8, hold_seconds=5, days_a_week=5),
    Hold(holds=3, seconds=20, days_a_week=5),
    Time(minutes=10, days_a_week=5),
    Time(minutes=0.5, days_a_week=5),
    Distance(sets=2, metres=400, days_a_week=3),
    Interval(rounds=5, work_minutes=1.5, easy_minutes=1, days_a_week=3),
    Quota(amount=2000, unit="steps", grow_percent=10, days_a_week=7),
)


@pytest.mark.parametrize("dose", DOSES, ids=lambda dose: f"{dose.kind}-{dose.days_a_week}")
def test_every_number_of_every_kind_of_dose_can_be_stepped_within_its_limits(dose: Dose) -> None:
    for field in dose_fields(dose):
        assert with_field(dose, field, field.value) == dose
        for value in (field.least, field.most):
            assert with_field(dose, field, value).kind == dose.kind


def test_in_a_compact_window_the_drawer_takes_the_whole_width(qtbot: QtBot, clinic: AClinic) -> None:
    desk = a_desk(qtbot, clinic, width=720)
    desk.page.edit_dose()
    shell = desk.window.shell
    qtbot.waitUntil(lambda: desk.page.dose.width() == shell.width() - shell.rail.width())
