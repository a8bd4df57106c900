"""Diary and sessions propose, the clinician confirms, and only then the programme changes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from physioplan.domain.dose import Repetitions
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.prescribing.progression import Way
from tests.builders import TODAY
from tests.services.conftest import Practice
from tests.services.test_care_pathway import plan_agreed

GOOD = {"reps": "all", "effort": "4", "pain": "2", "settled": "1", "form": "1"}


@pytest.fixture
def record(practice: Practice) -> EpisodeRecord:
    record = plan_agreed(practice)
    practice.clock.day = TODAY + timedelta(days=14)
    return record


def exercise_of(record: EpisodeRecord) -> str:
    assert record.programme is not None
    return next(i.exercise for i in record.programme.phases[0].items if isinstance(i.dose, Repetitions))


def told(exercise: str, **session: str) -> dict[str, str]:
    raw = {"diary.1.done": "5", "diary.2.done": "4", "diary.1.pain": "5", "diary.2.pain": "5"}
    return raw | {f"session.{exercise}.{key}": words for key, words in {**GOOD, **session}.items()}


def way_of(practice: Practice, record: EpisodeRecord, raw: dict[str, str]) -> Way:
    progress = practice.pathway.progress(record, raw)
    assert progress is not None
    return next(p.way for p in progress.proposals.steps if p.exercise == exercise_of(record))


def test_two_good_sessions_propose_one_step_up(practice: Practice, record: EpisodeRecord) -> None:
    assert way_of(practice, record, told(exercise_of(record))) is Way.UP


def test_pain_over_five_proposes_a_step_down(practice: Practice, record: EpisodeRecord) -> None:
    assert way_of(practice, record, told(exercise_of(record), pain="7")) is Way.DOWN


def test_few_days_done_asks_for_a_talk_and_nothing_goes_up(practice: Practice, record: EpisodeRecord) -> None:
    raw = told(exercise_of(record)) | {"diary.1.done": "1", "diary.2.done": "1"}
    progress = practice.pathway.progress(record, raw)
    assert progress is not None and progress.proposals.barrier_talk
    assert way_of(practice, record, raw) is Way.HOLD


def test_a_page_not_brought_is_missing_and_not_zero(practice: Practice, record: EpisodeRecord) -> None:
    raw = told(exercise_of(record)) | {"diary.2.done": "x"}
    progress = practice.pathway.progress(record, raw)
    assert progress is not None
    assert progress.diary[1].done is None
    assert progress.proposals.diary.percent == 100


def test_nothing_changes_before_it_is_confirmed(practice: Practice, record: EpisodeRecord) -> None:
    after = practice.pathway.record_visit(record, told(exercise_of(record)))
    assert len(after.programmes) == 1
    assert len(after.visits[0].diary) == 2


def test_a_confirmed_step_makes_a_new_version_that_names_the_old(
    practice: Practice, record: EpisodeRecord
) -> None:
    exercise = exercise_of(record)
    raw = told(exercise) | {f"step.{exercise}.confirmed": "1"}
    after = practice.pathway.record_visit(record, raw)
    old, new = after.programmes
    assert (new.version, new.supersedes, new.start) == (2, old.id, old.start)
    before_dose = next(i.dose for i in old.phases[0].items if i.exercise == exercise)
    assert new.phases[0].items != old.phases[0].items and before_dose is not None
    assert after.visits[0].progression[0].step == "up"


def test_an_override_needs_its_reason(practice: Practice, record: EpisodeRecord) -> None:
    exercise = exercise_of(record)
    raw = told(exercise) | {f"step.{exercise}.confirmed": "1", f"step.{exercise}.way": "hold"}
    progress = practice.pathway.progress(record, raw)
    assert progress is not None and progress.open_reasons == (exercise,)
    progress = practice.pathway.progress(record, raw | {f"step.{exercise}.why": "busy week ahead"})
    assert progress is not None and progress.open_reasons == ()
