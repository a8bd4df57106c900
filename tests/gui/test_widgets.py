"""What the smaller widgets say and do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from physioplan.drawing.shape import Drawing, Path, Text
from physioplan.gui.widgets.action_bar import ActionBar, ActionBarView, ActionView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.drawing_view import DrawingView
from physioplan.gui.widgets.evidence_strip import (
    EffectGroup,
    EffectRow,
    EvidenceStrip,
    EvidenceStripView,
    signed,
)
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.focus_ring import FocusRing
from physioplan.gui.widgets.goal_line import GoalLine, GoalLineView
from physioplan.gui.widgets.grade_dots import GradeDots
from physioplan.gui.widgets.journey_timeline import JourneyTimeline
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.step_rail import StepRail, StepView
from physioplan.gui.widgets.stepper import Stepper
from physioplan.gui.widgets.text_line import TextLine
from tests.gui.gallery_clinical import CHART, OVERDUE, TIMELINE
from tests.gui.theme_for_tests import a_theme


def test_an_error_stands_below_its_field_in_words_and_for_the_ear(qtbot: QtBot) -> None:
    a_theme()
    line = TextLine("11")
    field = Field("Pain", line, "0 to 10")
    qtbot.addWidget(field)
    field.display_error("Use 0 to 10")
    assert line.accessibleName() == "Pain"
    assert line.accessibleDescription() == "Use 0 to 10"
    assert line.property("error")


def test_a_locked_primary_says_why(qtbot: QtBot) -> None:
    a_theme()
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.display(ActionBarView(primary=ActionView("agree", "Agree", locked="one reason is open")))
    assert not bar.press_primary()
    assert bar.primary.accessibleDescription() == "one reason is open"


def test_the_action_bar_tells_which_button_was_pressed(qtbot: QtBot) -> None:
    a_theme()
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.display(ActionBarView(primary=ActionView("next", "Next"), secondary=(ActionView("back", "Back"),)))
    bar.show()
    with qtbot.waitSignal(bar.asked) as heard:
        bar.press_primary()
    assert heard.args == ["next"]
    back = next(button for button in bar.findChildren(Button) if button.text() == "Back")
    with qtbot.waitSignal(bar.asked) as heard:
        back.click()
    assert heard.args == ["back"]


def test_the_primary_button_stays_where_it_is(qtbot: QtBot) -> None:
    a_theme()
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.resize(1356, 68)
    bar.show()
    places = set()
    for secondary in ((), (ActionView("skip", "Skip this step"), ActionView("back", "Back"))):
        bar.display(ActionBarView(primary=ActionView("next", "Next"), secondary=secondary))
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        places.add((bar.primary.geometry().right(), bar.primary.geometry().top(), bar.primary.height()))
    assert len(places) == 1
    assert places.pop()[0] == 1356 - 32 - 1


def test_arrows_choose_in_a_segmented_row(qtbot: QtBot) -> None:
    a_theme()
    row = Segmented("Form", (("odi", "ODI"), ("rmdq", "RMDQ")), "odi")
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(row.chosen_changed) as heard:
        qtbot.keyClick(row.findChildren(QWidget)[0], Qt.Key.Key_Right)
    assert heard.args == ["rmdq"]


def test_a_chip_says_its_state(qtbot: QtBot) -> None:
    a_theme()
    chip = Chip("Relaxation", True, leaves_out=True)
    qtbot.addWidget(chip)
    chip.click()
    assert chip.accessibleName() == "Relaxation, left out"


def test_a_stepper_stops_at_its_limits(qtbot: QtBot) -> None:
    a_theme()
    stepper = Stepper("Repeats", 2, 1, 2)
    qtbot.addWidget(stepper)
    heard: list[int] = []
    stepper.changed.connect(heard.append)
    qtbot.keyClick(stepper.number, Qt.Key.Key_Up)
    qtbot.keyClick(stepper.number, Qt.Key.Key_Down)
    assert heard == [1]


def test_scrolling_over_a_closed_list_changes_nothing(qtbot: QtBot) -> None:
    a_theme()
    choice = Choice((("a", "A"), ("b", "B")))
    qtbot.addWidget(choice)
    choice.choose("a")
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert choice.chosen() == "a"


def test_the_evidence_strip_reads_as_sentences(qtbot: QtBot) -> None:
    a_theme()
    row = EffectRow("Pain", -0.28, -0.42, -0.14, "low")
    strip = EvidenceStrip(
        EvidenceStripView(
            (EffectGroup("12 weeks, vs other exercise", (row,), "12 weeks, against other exercise"),)
        )
    )
    qtbot.addWidget(strip)
    assert (
        "Pain, 12 weeks, against other exercise: minus 0.28, from minus 0.42 to minus 0.14, "
        "low certainty, 2 of 4" in strip.accessibleName()
    )


def test_a_row_without_a_number_is_read_as_not_pooled(qtbot: QtBot) -> None:
    a_theme()
    strip = EvidenceStrip(
        EvidenceStripView((EffectGroup("Added", (EffectRow("Pain", state="not_pooled"),)),))
    )
    qtbot.addWidget(strip)
    assert "not pooled, certainty not rated" in strip.accessibleName()


def test_a_minus_is_a_true_minus() -> None:
    assert signed(-0.28) == "−0.28"
    assert signed(0.01) == "0.01"


def test_certainty_is_spoken_with_its_dots(qtbot: QtBot) -> None:
    a_theme()
    dots = GradeDots("moderate")
    qtbot.addWidget(dots)
    assert dots.accessibleName() == "moderate certainty, 3 of 4"


def test_shift_and_arrow_move_the_aim(qtbot: QtBot) -> None:
    a_theme()
    line = GoalLine("Lift", GoalLineView(3, 7))
    qtbot.addWidget(line)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    qtbot.keyClick(line, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert line.view() == GoalLineView(4, 8)
    assert line.accessibleName() == "Lift: now 4, aim 8, of 10"


def test_steps_say_their_state(qtbot: QtBot) -> None:
    a_theme()
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.display((StepView("a", "Safety screen", "No red flags", "done"), StepView("b", "Pain")), "b")
    names = {child.accessibleName() for child in rail.findChildren(QWidget)}
    assert {"Safety screen, Done", "Pain, Upcoming"} <= names


def test_days_run_from_left_to_right_also_past_the_axis_break(qtbot: QtBot) -> None:
    a_theme()
    timeline = JourneyTimeline(TIMELINE)
    qtbot.addWidget(timeline)
    timeline.resize(1292, 212)
    places = [timeline.at(day) for day in (0, 28, 84, 98, 106, 150, 300, 323, 365, 407)]
    assert places == sorted(places)
    timeline.display(OVERDUE)
    assert timeline.at(114) > timeline.at(98)


def test_painted_widgets_paint_at_any_size(qtbot: QtBot) -> None:
    from physioplan.gui.widgets.outcome_chart import OutcomeChart

    a_theme()
    for widget in (OutcomeChart(CHART), JourneyTimeline(TIMELINE), JourneyTimeline(OVERDUE)):
        qtbot.addWidget(widget)
        for width in (300, 700, 1400):
            widget.resize(width, 400)
            assert not widget.grab().isNull()


def test_a_drawing_speaks_its_alternative_text(qtbot: QtBot) -> None:
    a_theme()
    drawing = Drawing(
        20,
        10,
        (
            Path((("M", 1, 1), ("L", 9, 1), ("C", 9, 5, 5, 9, 1, 9), ("Z",)), "accent", "ink", 1, (2, 1)),
            Text(10, 5, "ten", 4),
        ),
        "A bird dog, start",
    )
    view = DrawingView()
    qtbot.addWidget(view)
    view.display("key", drawing, {"accent": "#0D5763", "ink": "#1D2327"})
    assert not view.grab().isNull()
    assert view.accessibleName() == "A bird dog, start"


def test_the_focus_ring_surrounds_the_control_with_the_keyboard(qtbot: QtBot) -> None:
    a_theme()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = TextLine(), Button("Next")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(lambda: ring.geometry() == first.geometry().adjusted(-5, -5, 5, 5))
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.geometry() == second.geometry().adjusted(-5, -5, 5, 5))
