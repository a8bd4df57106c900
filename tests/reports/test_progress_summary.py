"""The progress summary: one honest verdict a row, whatever the result."""

from __future__ import annotations

from datetime import date
from typing import Any

from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.score import Score
from physioplan.domain.visit import DiaryWeek
from physioplan.reports.document import Document, ProgressRow, ProgressRows, SafetyNetBox
from physioplan.reports.document_text import text_of
from physioplan.reports.pdf.write import pdf_bytes
from physioplan.reports.print_options import PrintOptions
from physioplan.reports.progress_summary import Review, progress_summary
from tests.reports.sample_plans import (
    CLINIC,
    CLINICIAN,
    FONTS,
    GOALS,
    START,
    WINDOWS,
    a_patient,
    handout_words,
)

TWO_POINTS = ChangeThreshold(
    points=2, percent=30, detectable=None, source="s", verification="verified", low_baseline=3
)


def a_change(before: float | None, after: float | None, verdict: Verdict, **changes: Any) -> OutcomeChange:
    def score(value: float | None) -> Score | None:
        return None if value is None else Score(measure="nrs", version="1", subscale="average", value=value)

    change = OutcomeChange(
        measure="nrs", subscale="average", baseline=score(before), follow_up=score(after), improvement=None,
        percent=None, verdict=verdict, threshold=TWO_POINTS,
    )  # fmt: skip
    return change.amend(**changes)


def a_summary(*changes: OutcomeChange, options: PrintOptions | None = None, **review: Any) -> Document:
    found = Review(Occasion.WEEK_12, date(2026, 4, 9), START, changes, **review)
    return progress_summary(
        review=found, patient=a_patient(), clinic=CLINIC, clinician=CLINICIAN, words=handout_words(),
        windows=WINDOWS, options=options,
    )  # fmt: skip


def rows_of(document: Document) -> list[ProgressRow]:
    return [
        row for block in document.sheets[0].blocks if isinstance(block, ProgressRows) for row in block.rows
    ]


def test_a_change_past_the_cut_off_is_enough_to_notice() -> None:
    (row,) = rows_of(a_summary(a_change(6, 3, Verdict.REACHED)))
    assert (row.mark, row.verdict) == ("better", "Better, enough to notice")


def test_the_zone_starts_where_points_and_percentage_are_both_met() -> None:
    (row,) = rows_of(a_summary(a_change(8, 7, Verdict.BELOW)))
    assert row.zone == (0, 8 - 2.4)


def test_a_low_start_has_no_zone_and_says_so() -> None:
    (row,) = rows_of(a_summary(a_change(2, 1, Verdict.BELOW)))
    assert (row.zone, row.verdict) == (None, "Low from the start")


def test_worse_is_told_plainly() -> None:
    (row,) = rows_of(a_summary(a_change(4, 8, Verdict.WORSE)))
    assert row.verdict == "Worse, enough to notice. Talk with us"


def test_no_answer_at_the_review_keeps_its_row() -> None:
    (row,) = rows_of(a_summary(a_change(4, None, Verdict.NOT_MEASURED)))
    assert (row.before, row.after, row.mark) == (4, None, "missing")


def test_a_goal_is_measured_against_its_aim() -> None:
    now = tuple(goal.amend(now=value) for goal, value in zip(GOALS, (7, 5, 3), strict=True))
    rows = rows_of(a_summary(goals=GOALS, goals_now=now))
    assert [row.verdict for row in rows] == [
        "You reached your aim",
        "Closer to your aim",
        "Further from your aim",
    ]


def test_the_honest_box_stands_whatever_the_result() -> None:
    for verdict in (Verdict.REACHED, Verdict.WORSE):
        assert "We do not know what did it." in text_of(a_summary(a_change(6, 3, verdict)))


def test_no_percent_and_no_forecast() -> None:
    text = text_of(a_summary(a_change(6, 3, Verdict.REACHED, percent=50.0, improvement=3.0)))
    assert "%" not in text
    assert "50" not in text.replace("5550", "")


def test_a_week_without_an_answer_is_named_and_not_counted_as_zero() -> None:
    diary = [DiaryWeek(week=1, planned=5, done=4), DiaryWeek(week=2, planned=5, done=None)]
    text = text_of(a_summary(diary=diary, next_step=NextStep.CARRY_ON))
    assert "You did about 4 of 5 planned days a week. We did not get an answer for 1 week." in text


def test_the_next_check_has_its_window() -> None:
    assert "1-year check: 13 January 2027. Best between 2 Dec and 24 Feb." in text_of(a_summary())


def test_the_safety_net_is_on_it() -> None:
    assert any(isinstance(block, SafetyNetBox) for block in a_summary().sheets[0].blocks)


def test_it_prints_in_both_sizes() -> None:
    for large in (False, True):
        summary = a_summary(
            a_change(6, 3, Verdict.REACHED), goals=GOALS, options=PrintOptions(large_print=large)
        )
        assert pdf_bytes(summary, FONTS).startswith(b"%PDF")
