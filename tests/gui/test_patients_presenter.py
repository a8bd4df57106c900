"""How a row of the list tells the journey, the gaps in it, and its order."""

from __future__ import annotations

from datetime import date, timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.journey import JourneyFacts
from physioplan.gui.pages.patients.presenter import due_words, in_order, pain_by_measure, row_of, stages_of
from physioplan.prescribing.follow_up import follow_up_windows
from physioplan.prescribing.journey import state_of
from physioplan.services.patient_register import RegisterLine
from physioplan.storage.patient_list import PatientLine

START = date(2025, 1, 6)


def some_facts(
    *measured: Occasion, ended: EndReason | None = None, pain: tuple[float, ...] = ()
) -> JourneyFacts:
    return JourneyFacts(
        baseline_signed=True,
        programme_start=START,
        windows=follow_up_windows(START),
        measured=frozenset((Occasion.BASELINE, *measured)),
        ended=ended,
        pain=tuple((START + timedelta(days=90 * n), value) for n, value in enumerate(pain)),
    )


def a_line(name: str, facts: JourneyFacts, today: date) -> RegisterLine:
    who = PatientLine(name, f"N-{name}", "Test", name, date(1978, 5, 3), "")
    return RegisterLine(who, facts, state_of(facts, today))


def test_a_12_week_review_missed_before_the_year_is_a_gap_in_the_line() -> None:
    assert pain_by_measure(some_facts(Occasion.YEAR_1, pain=(6, 2))) == (6, None, 2)
    assert pain_by_measure(some_facts(Occasion.WEEK_12, pain=(6, 4))) == (6, 4)


def test_a_missed_12_week_review_is_drawn_as_missed_once_the_year_is_open() -> None:
    today = START + timedelta(days=350)
    facts = some_facts()
    assert stages_of(facts, state_of(facts, today), today) == ("done", "done", "missed", "due")
    words, urgency = due_words(facts, state_of(facts, today), today)
    assert (words, urgency) == ("6 Jan 2026", "due")


def test_a_closed_window_says_the_day_it_closed() -> None:
    today = START + timedelta(days=120)
    facts = some_facts()
    assert due_words(facts, state_of(facts, today), today) == ("Closed 14 Apr", "overdue")


def test_nothing_is_due_once_the_episode_is_closed() -> None:
    facts = some_facts(ended=EndReason.STOPPED)
    today = START + timedelta(days=120)
    assert due_words(facts, state_of(facts, today), today) == ("—", "")
    assert stages_of(facts, state_of(facts, today), today)[2:] == ("missed", "missed")


def test_more_pain_than_at_baseline_is_called_worse() -> None:
    today = START + timedelta(days=120)
    row = row_of(a_line("A", some_facts(Occasion.WEEK_12, pain=(6, 7)), today), today)
    assert row.worse and row.pain_words == "6 → 7"


def test_who_has_no_score_comes_last_whichever_way_the_list_is_sorted() -> None:
    today = START + timedelta(days=120)
    lines = tuple(
        a_line(name, some_facts(pain=pain), today) for name, pain in (("A", (3,)), ("B", ()), ("C", (7,)))
    )
    up = [line.patient.id for line in in_order(lines, "pain", False, today)]
    down = [line.patient.id for line in in_order(lines, "pain", True, today)]
    assert (up, down) == (["A", "C", "B"], ["C", "A", "B"])
