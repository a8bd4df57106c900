"""The outcome page tells what changed, what was not measured, and keeps what was decided once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.outcome import Verdict
from physioplan.gui.pages.outcome.chart_view import chart_view
from physioplan.gui.pages.outcome.page import OutcomePage
from physioplan.gui.pages.outcome.presenter import OutcomePresenter, OutcomeView
from physioplan.gui.pages.outcome.wording import matters_words, number, scale_of, signed
from physioplan.gui.pages.overview.presenter import notes_of
from physioplan.gui.widgets.label import Label
from physioplan.storage import key_slot
from tests.gui.desk_for_tests import ODI_38, DeskForTests

REVIEW = date(2026, 4, 9)


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskForTests]:
    monkeypatch.setattr(key_slot, "TIME_COST", 1)
    monkeypatch.setattr(key_slot, "MEMORY_KIB", 8 * 1024)
    made = DeskForTests(tmp_path / "vault")
    qtbot.addWidget(made.window)
    made.sign_baseline().agree()
    yield made
    made.close()


def _page(place: DeskForTests, occasion: Occasion = Occasion.WEEK_12) -> OutcomePage:
    place.window.show()
    place.desk.go("outcome", place.patient, occasion.value)
    page = place.desk._built["outcome"].page
    assert isinstance(page, OutcomePage)
    return page


def _view(place: DeskForTests, occasion: Occasion = Occasion.WEEK_12) -> OutcomeView:
    seen: list[OutcomeView] = []
    presenter = OutcomePresenter(place.desk.pathway, place.desk, place.clock)
    presenter.attach(seen.append)
    presenter.open(place.patient, occasion)
    return seen[-1]


def _texts(page: OutcomePage) -> str:
    labels = [*page.findChildren(Label), *page.aside.findChildren(Label)]  # type: ignore[union-attr]
    return " | ".join(label.text() for label in labels if label.isVisibleTo(page.window()))


def test_pain_from_6_to_3_has_changed_enough_to_matter(place: DeskForTests) -> None:
    place.on(REVIEW).sign_review()
    change = _view(place).change_of("nrs")
    assert change is not None
    assert change.verdict is Verdict.REACHED


def test_the_table_says_points_and_percentage_never_or(place: DeskForTests) -> None:
    place.on(REVIEW).sign_review()
    view = _view(place)
    change = view.change_of("nrs")
    assert change is not None
    assert matters_words(change, scale_of(view.content, change)) == "−2 and 30%"


def test_a_review_without_pain_says_not_measured_and_never_zero(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review(pain=None))
    row = next(row for row in page.table.row_names if row.startswith("Average pain"))
    assert "6 to not measured" in row
    assert "Not measured" in row


def test_pain_that_was_not_asked_at_the_review_is_marked_on_the_axis_of_the_chart(
    place: DeskForTests,
) -> None:
    view = _view(place.on(REVIEW).sign_review(pain=None))
    missed = [point for point in chart_view(view).panels[0].points if point.value is None]
    assert [point.day for point in missed] == [(REVIEW - date(2026, 1, 13)).days]


def test_a_late_review_shows_its_real_day_count(place: DeskForTests) -> None:
    page = _page(place.on(date(2026, 5, 7)).sign_review())
    assert _view(place).out_of_window_days == 30
    assert "30 days after the due day" in _texts(page)


def test_only_goals_rated_both_times_enter_their_mean(place: DeskForTests) -> None:
    change = _view(place.on(REVIEW).sign_review(goals=(8,))).change_of("psfs")
    assert change is not None and change.baseline is not None and change.follow_up is not None
    assert (change.baseline.value, change.follow_up.value) == (3.0, 8.0)


def test_goals_that_were_not_rated_again_are_not_measured(place: DeskForTests) -> None:
    change = _view(place.on(REVIEW).sign_review(goals=())).change_of("psfs")
    assert change is not None
    assert change.verdict is Verdict.NOT_MEASURED


def test_the_decision_is_kept_once_as_a_dated_addition_with_every_answer(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review())
    assert page.bar.primary is not None and page.bar.primary.locked
    before = place.record.assessment(Occasion.WEEK_12)
    page.next_step.cards[NextStep.CARRY_ON].click()
    place.on(date(2026, 4, 10))
    page.act("decide")
    after = place.record.assessment(Occasion.WEEK_12)
    assert before is not None and after is not None
    assert (after.next_step, after.supersedes, after.correction_reason) == (
        NextStep.CARRY_ON,
        before.id,
        "decided what next",
    )
    assert (after.scores, after.responses, after.day) == (before.scores, before.responses, before.day)
    page.act("decide")
    assert len(place.record.assessments) == 3


def test_changing_the_plan_leads_to_plan_together(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review())
    page.next_step.cards[NextStep.CHANGE_PLAN].click()
    page.act("decide")
    assert place.desk._spot.place == "plan_together"


def test_a_correction_of_the_review_keeps_what_was_decided(place: DeskForTests) -> None:
    place.on(REVIEW).sign_review()
    place.desk.pathway.decide_next(place.record, Occasion.WEEK_12, NextStep.CARRY_ON)
    place.sign_review(pain=4)
    review = place.record.assessment(Occasion.WEEK_12)
    assert review is not None
    assert review.next_step is NextStep.CARRY_ON


def test_nothing_can_be_decided_before_the_review_is_signed(place: DeskForTests) -> None:
    with pytest.raises(ValueError, match="not signed yet"):
        place.desk.pathway.decide_next(place.record, Occasion.WEEK_12, NextStep.CARRY_ON)


def test_the_group_effect_and_one_persons_change_have_two_axes_and_two_labels(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review())
    words = _texts(page)
    assert "In trials, groups of people" in words
    assert "Marta, one person: 6 to 3" in words


def test_at_one_year_the_gap_to_other_exercise_is_not_reported_and_not_drawn(place: DeskForTests) -> None:
    assert _view(place, Occasion.YEAR_1).effect is None
    assert "not reported" in _texts(_page(place, Occasion.YEAR_1))


def test_t_shows_the_same_numbers_as_a_table(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review())
    page.as_table.toggle()
    assert page.points.isVisible() and not page.chart.isVisible()
    assert "9 Apr 2026, 13, 3, 24" in page.points.accessibleName()


def test_pain_that_rose_by_what_matters_is_called_worse(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review(pain=9, odi=ODI_38))
    row = next(row for row in page.table.row_names if row.startswith("Average pain"))
    assert "Worse" in row and "+3" in row


def test_numbers_carry_a_true_minus_and_never_a_minus_zero() -> None:
    assert (number(-3), signed(-0.001), signed(2.0)) == ("−3", "0", "+2")


def test_a_narrow_window_shows_the_decision_under_the_table(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review())
    place.window.resize(720, 450)
    assert page.next_step.isVisibleTo(page)
    assert page.isAncestorOf(page.next_step)


def test_a_score_with_too_few_items_is_not_final_and_not_drawn(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review(odi=ODI_38[:6]))
    row = next(row for row in page.table.row_names if row.startswith("ODI"))
    assert "Not final, items missing" in row
    points = chart_view(_view(place)).panels[1].points
    assert [point.value for point in points] == [38.0, None]


def test_a_change_within_measurement_error_is_called_no_clear_change(place: DeskForTests) -> None:
    page = _page(place.on(REVIEW).sign_review(pain=5))
    row = next(row for row in page.table.row_names if row.startswith("Average pain"))
    assert "No clear change" in row


def test_after_a_year_nobody_is_told_to_come_back_at_one_year(place: DeskForTests) -> None:
    page = _page(place.on(date(2027, 1, 13)).sign_review(Occasion.YEAR_1), Occasion.YEAR_1)
    card = page.next_step.cards[NextStep.CARRY_ON]
    assert card.accessibleDescription() == "Exercises at home, no further check"


def test_the_notes_of_a_review_stand_once_on_the_overview_after_the_decision(place: DeskForTests) -> None:
    place.on(REVIEW).sign_review(unwanted_effects="Sore for 2 days.")
    record = place.desk.pathway.decide_next(place.record, Occasion.WEEK_12, NextStep.CARRY_ON)
    assert [words for _day, words in notes_of(record, REVIEW)].count("Sore for 2 days.") == 1
