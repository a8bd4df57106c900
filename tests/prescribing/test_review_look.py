"""Looking back at week 6, 12 weeks and 1 year with what the record holds."""

from __future__ import annotations

from datetime import timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.outcome import OutcomeChange, Verdict
from physioplan.domain.visit import DiaryWeek, Visit
from physioplan.prescribing.review_look import look_back, review_prompts
from tests.builders import CLINICIAN, TODAY, a_baseline, a_programme, a_record, at_noon, content, the_findings


def a_visit(week: int, *done: int | None) -> Visit:
    rows = tuple(DiaryWeek(week=number, planned=5, done=days) for number, days in enumerate(done, start=1))
    day = TODAY + timedelta(weeks=week - 1)
    return Visit(
        id=f"visit-{week}", episode_id="episode", day=day, recorded_at=at_noon(day), by=CLINICIAN, diary=rows
    )


def a_change(percent: float, verdict: Verdict) -> OutcomeChange:
    return OutcomeChange(
        measure="odi",
        baseline=None,
        follow_up=None,
        improvement=None,
        percent=percent,
        verdict=verdict,
        threshold=None,
    )


def rules_at_week_6(*done: int | None, percent: float = 4) -> list[int]:
    record = a_record(programmes=[a_programme()], visits=[a_visit(6, *done)])
    changes = [a_change(percent, Verdict.BELOW)]
    found = look_back(the_findings(record), record, changes, TODAY + timedelta(weeks=5))
    return [prompt.rule for prompt in review_prompts(found, content().evidence)]


def test_well_practised_without_a_trend_asks_for_a_change_at_week_6() -> None:
    assert rules_at_week_6(5, 4, 4, 5, 5) == [36]


def test_little_practised_asks_for_a_talk_instead() -> None:
    assert rules_at_week_6(2, 1, 3, 2, 2) == [37]


def test_pages_that_were_not_brought_are_no_reason_for_either() -> None:
    assert rules_at_week_6(None, None) == []


def test_a_trend_carries_on() -> None:
    assert rules_at_week_6(5, 5, 5, 5, 5, percent=12) == []


def test_the_12_week_review_reads_the_scores_that_were_asked_again() -> None:
    again = a_baseline(occasion=Occasion.WEEK_12, day=TODAY + timedelta(days=84), sbst=(7, 4), pcs=31)
    record = a_record(a_baseline(sbst=(8, 5)), programmes=[a_programme()], assessments=[again])
    changes = [a_change(5, Verdict.BELOW)]
    found = look_back(the_findings(record), record, changes, TODAY + timedelta(days=84), Occasion.WEEK_12)
    assert {prompt.rule for prompt in review_prompts(found, content().evidence)} == {41, 50, 51}
