"""A goal finds the exercises that practise it, in the patient's own words."""

from __future__ import annotations

import pytest

from physioplan.domain.preferences import Preferences
from physioplan.prescribing.candidates import goal_met, wishes_of
from physioplan.prescribing.goal_words import stems
from tests.builders import an_exercise, some_findings


@pytest.mark.parametrize(
    ("goal", "exercise"),
    [
        ("Lifting my daughter", "Lift a box"),
        ("Sit through a film", "Sitting time"),
        ("Walk to the shop", "Easy walking"),
        ("Climb the stairs again", "Stair climb"),
        ("Carry the shopping home", "Carrying bags"),
        ("Running with the dog", "Walk and run"),
        ("Meine Tochter heben", "Hebe eine Kiste"),
        ("Wieder Treppen steigen", "Treppe hinauf"),
        ("Im Garten arbeiten", "Gärten pflegen"),
    ],
)
def test_endings_and_accents_do_not_part_a_goal_from_its_exercise(goal: str, exercise: str) -> None:
    assert stems(goal) & stems(exercise)


@pytest.mark.parametrize(
    ("goal", "exercise"),
    [
        ("Go back to half days at work", "Stand with the back to the wall"),
        ("Lift my daughter", "Easy walk"),
        ("Stand without pain for long", "Sitting for a long time"),
        ("Ohne Schmerzen schlafen", "Rücken und Schmerz"),
    ],
)
def test_words_that_say_nothing_join_nothing(goal: str, exercise: str) -> None:
    assert not stems(goal) & stems(exercise)


def test_the_id_of_an_exercise_joins_it_to_no_goal() -> None:
    wishes = wishes_of(some_findings(goal_words=("Lift my daughter",)), Preferences())
    lifts = an_exercise("pelvic_floor_lift")
    english = lifts.words["en"].amend(name="Pelvic muscle draw-up")
    assert goal_met(lifts, wishes) == "Lift my daughter"  # its name says so
    assert goal_met(lifts.amend(words={"en": english}), wishes) is None
