"""Where a patient stands is worked out from the record on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode import EndReason, EpisodeEnd
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.journey import JourneyState as J
from physioplan.prescribing.journey import due, journey_state
from tests.builders import TODAY, a_baseline, a_patient, a_programme, a_record, an_episode

START = TODAY


def day(number: int) -> date:
    return START + timedelta(days=number)


def review(occasion: Occasion, on: int) -> Assessment:
    return a_baseline(occasion=occasion, day=day(on))


def in_programme(*reviews: Assessment) -> EpisodeRecord:
    return a_record(programmes=[a_programme()], assessments=reviews)


def test_a_new_patient_has_nothing_yet() -> None:
    record = EpisodeRecord(patient=a_patient(), episode=an_episode())
    assert journey_state(record, TODAY) is J.NEW
    assert due(record, TODAY) == ()


def test_a_baseline_is_open_until_it_is_signed() -> None:
    unsigned = a_baseline().amend(signature=None)
    assert journey_state(a_record(unsigned), TODAY) is J.BASELINE_OPEN
    assert journey_state(a_record(), TODAY) is J.BASELINE_DONE


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (0, J.IN_PROGRAMME),
        (69, J.IN_PROGRAMME),
        (70, J.REVIEW_OPEN),
        (84, J.REVIEW_OPEN),
        (98, J.REVIEW_OPEN),
        (99, J.REVIEW_OVERDUE),
        (322, J.REVIEW_OVERDUE),
        (323, J.REVIEW_OPEN),
        (407, J.REVIEW_OPEN),
        (408, J.REVIEW_OVERDUE),
    ],
)
def test_without_a_review_the_windows_open_and_become_overdue(on: int, state: J) -> None:
    assert journey_state(in_programme(), day(on)) is state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (80, J.REVIEWED),
        (84, J.IN_MAINTENANCE),
        (300, J.IN_MAINTENANCE),
        (330, J.REVIEW_OPEN),
        (500, J.REVIEW_OVERDUE),
    ],
)
def test_after_the_12_week_review_comes_maintenance_until_the_year_is_round(on: int, state: J) -> None:
    assert journey_state(in_programme(review(Occasion.WEEK_12, 80)), day(on)) is state


def test_after_the_1_year_review_nothing_is_due() -> None:
    record = in_programme(review(Occasion.WEEK_12, 84), review(Occasion.YEAR_1, 365))
    assert journey_state(record, day(370)) is J.REVIEWED
    assert due(record, day(370)) == ()


def test_a_measure_at_week_26_changes_nothing_that_is_due() -> None:
    record = in_programme(review(Occasion.WEEK_12, 84), review(Occasion.WEEK_26, 182))
    assert journey_state(record, day(200)) is J.IN_MAINTENANCE
    assert [one.occasion for one in due(record, day(200))] == [Occasion.YEAR_1]


def test_an_open_window_shows_as_due_and_not_as_coming_up() -> None:
    first = due(in_programme(), day(71))[0]
    assert (first.occasion, first.is_open, first.is_overdue, first.days_left) == (
        Occasion.WEEK_12,
        True,
        False,
        13,
    )


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (EndReason.DISCHARGED, J.DISCHARGED),
        (EndReason.STOPPED, J.STOPPED),
        (EndReason.REFERRED_ON, J.REFERRED_ON),
    ],
)
def test_a_closed_episode_says_why_it_was_closed(reason: EndReason, state: J) -> None:
    record = in_programme().amend(episode=an_episode(end=EpisodeEnd(day=day(30), reason=reason)))
    assert journey_state(record, day(200)) is state
    assert due(record, day(200)) == ()


def test_every_state_can_be_reached() -> None:
    reached = {
        journey_state(record, on)
        for record, on in (
            (EpisodeRecord(patient=a_patient(), episode=an_episode()), TODAY),
            (a_record(a_baseline().amend(signature=None)), TODAY),
            (a_record(), TODAY),
            (in_programme(), day(1)),
            (in_programme(), day(84)),
            (in_programme(), day(100)),
            (in_programme(review(Occasion.WEEK_12, 80)), day(81)),
            (in_programme(review(Occasion.WEEK_12, 80)), day(120)),
            *(
                (in_programme().amend(episode=an_episode(end=EpisodeEnd(day=day(9), reason=reason))), day(9))
                for reason in EndReason
            ),
        )
    }
    assert reached == set(J)
