"""What the overview calls next, where a change that matters begins, and what it says of the safety screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from physioplan.domain.episode import EndReason, EpisodeEnd
from physioplan.domain.journey import JourneyState
from physioplan.domain.outcome import ChangeThreshold
from physioplan.domain.safety import SafetyScreen
from physioplan.gui.pages.overview.next_action import next_action
from physioplan.gui.pages.overview.programme_now import diary_weeks, programme_now
from physioplan.gui.pages.overview.safety_line import safety_line
from physioplan.gui.pages.overview.scores import goal_entries, score_entries, threshold_value
from physioplan.measures.safety_verdict import verdict_of
from tests.gui.a_clinic import TODAY, AClinic, a_clinic

POINTS_AND_PERCENT = ChangeThreshold(
    points=2, percent=30, detectable=None, source="test", verification="consensus", low_baseline=3
)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"), 22)
    yield made
    made.opened.vault.close()


@pytest.mark.parametrize(
    ("baseline", "better", "edge"),
    [(8, False, 5.6), (6, False, 4), (2.5, False, 0.5), (1, False, None), (4, True, 6), (None, False, None)],
)
def test_the_zone_begins_where_points_and_percent_are_both_met(
    baseline: float | None, better: bool, edge: float | None
) -> None:
    assert threshold_value(baseline, POINTS_AND_PERCENT, better) == (
        None if edge is None else pytest.approx(edge)
    )


def test_without_a_threshold_there_is_no_zone() -> None:
    assert threshold_value(6, None, False) is None


def test_an_open_warning_sign_comes_before_planning(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.BASELINE_DONE))
    free = next_action(record, JourneyState.BASELINE_DONE, TODAY)
    locked = next_action(record, JourneyState.BASELINE_DONE, TODAY, locked=True)
    assert free.title == "Plan together" and locked.title == "Safety first"


def test_a_kept_draft_is_continued_not_begun(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.NEW))
    assert next_action(record, JourneyState.NEW, TODAY).button == "Begin baseline"
    assert next_action(record, JourneyState.NEW, TODAY, ("baseline",)).button == "Continue baseline"


def test_a_closed_episode_says_when_and_why(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.IN_PROGRAMME))
    end = EpisodeEnd(day=TODAY, reason=EndReason.STOPPED, words="Moved away")
    closed = record.amend(episode=record.episode.amend(end=end))
    action = next_action(closed, JourneyState.STOPPED, TODAY)
    assert (action.title, action.sentence, action.state) == ("Stopped 9 Apr", "Moved away", "missed")


def test_the_latest_pain_may_come_from_a_visit(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.REVIEW_OPEN))
    from physioplan.domain.assessment import Occasion

    changes = clinic.pathway.outcome(record, Occasion.WEEK_12)
    pain = next(
        entry for entry in score_entries(record, changes, clinic.content, TODAY) if entry.key == "nrs"
    )
    assert "→" in pain.value and pain.line is not None and pain.line.latest is not None
    assert not pain.verdict  # a visit is no review: nothing is concluded from it


def test_goals_keep_the_words_of_the_patient(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.REVIEWED))
    assert record.baseline is not None
    assert [goal.words for goal in goal_entries(record)] == [goal.words for goal in record.baseline.goals]


def test_the_phase_shown_is_the_one_of_this_week(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.IN_PROGRAMME))
    now = programme_now(record, clinic.content, TODAY)
    assert record.programme is not None and now is not None
    phase = record.programme.phase_in_week(record.programme.week_on(TODAY))
    assert [entry.exercise for entry in now.exercises] == [item.exercise for item in phase.items]


def test_a_diary_page_not_brought_is_neither_zero_nor_gone(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.IN_PROGRAMME))
    weeks = diary_weeks(record)
    assert len(weeks) == 12
    assert any(row is not None and row.done is None for row in weeks)


def test_a_complete_clear_screen_says_no_red_flags(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.REVIEW_OPEN))
    line = safety_line(record, clinic.pathway.verdict(record), TODAY)
    assert line is not None and line.kind == "ok"


def test_flags_hidden_from_the_patient_are_neither_told_nor_denied(clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.REVIEW_OPEN))
    hidden = next(flag.id for flag in clinic.content.safety.flags if flag.hidden_from_patient)
    groups = frozenset(group.value for group in clinic.content.safety.groups)
    screen = SafetyScreen(day=date(2026, 4, 8), groups_asked=groups, present=frozenset({hidden}))
    assert record.baseline is not None
    told = record.amend(assessments=(record.baseline.amend(safety=screen),), visits=())
    line = safety_line(told, verdict_of(screen, clinic.content.safety), TODAY)
    assert line is not None and line.words == "Safety screen 8 Apr" and line.kind == "neutral"
