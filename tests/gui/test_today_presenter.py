"""Which reviews the day asks for, and how it says how late they are."""

from __future__ import annotations

from datetime import date, timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.journey import JourneyFacts, JourneyState
from physioplan.gui.pages.today.presenter import due_rows
from physioplan.prescribing.follow_up import follow_up_windows
from physioplan.prescribing.journey import state_of
from physioplan.services.patient_register import RegisterLine
from physioplan.storage.patient_list import PatientLine

START = date(2025, 6, 1)
WHO = PatientLine("p1", "0148", "Test", "Patient", date(1978, 5, 3), "Jona Demo")


def a_line(today: date, *measured: Occasion) -> RegisterLine:
    facts = JourneyFacts(
        baseline_signed=True,
        programme_start=START,
        windows=follow_up_windows(START),
        measured=frozenset((Occasion.BASELINE, *measured)),
    )
    return RegisterLine(WHO, facts, state_of(facts, today))


def on_day(days: int, *measured: Occasion) -> tuple[str, ...]:
    today = START + timedelta(days=days)
    return tuple(row.lead for row in due_rows(a_line(today, *measured), today, False) if row.days < 60)


def test_a_window_not_open_yet_says_in_how_many_days_it_is_due() -> None:
    assert on_day(64) == ("In 20 days",)


def test_an_open_window_says_how_many_days_are_left() -> None:
    assert on_day(84) == ("14 days left",)
    assert on_day(97) == ("1 day left",)
    assert on_day(98) == ("Last day",)


def test_a_closed_window_says_how_late_it_is() -> None:
    assert on_day(99) == ("1 day late",)


def test_a_missed_12_week_review_gives_way_when_the_year_opens() -> None:
    today = START + timedelta(days=330)
    rows = due_rows(a_line(today), today, False)
    assert [row.occasion for row in rows] == [Occasion.YEAR_1]


def test_what_was_measured_is_not_asked_again() -> None:
    today = START + timedelta(days=90)
    rows = due_rows(a_line(today, Occasion.WEEK_12), today, False)
    assert [row.occasion for row in rows] == [Occasion.YEAR_1]


def test_with_names_hidden_neither_name_nor_age_is_told() -> None:
    today = START + timedelta(days=84)
    row = due_rows(a_line(today), today, True)[0]
    assert (row.name, row.facts) == ("T. P.", "ID 0148")


def test_the_state_of_the_line_is_the_journeys() -> None:
    assert a_line(START + timedelta(days=84)).state is JourneyState.REVIEW_OPEN
