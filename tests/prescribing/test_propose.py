"""The proposed programme: four exercises a phase, within the time there is, without what speaks against."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from physioplan.domain.movement import Direction
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import DepartureReason
from physioplan.library.exercise import Category
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.prescribing.choices import Choices, ComponentChoice
from physioplan.prescribing.propose import ProposedProgramme, propose
from tests.builders import a_library, an_exercise, content, recommended, some_findings

KIT = frozenset({"mat", "chair", "wall", "box", "bike", "dumbbell"})


def proposed(
    wishes: Preferences | None = None,
    choices: Choices | None = None,
    library: ExerciseLibrary | None = None,
    **findings: object,
) -> ProposedProgramme:
    found = some_findings(**findings)
    library = library or a_library()
    wishes = wishes or Preferences(minutes_a_day=30, equipment=KIT)
    return propose(recommended(found, library), found, wishes, library, choices)


CONTROL = {"control_tests_positive": 3, "control_tests_done": 6}


def test_three_phases_and_maintenance_with_four_exercises_each() -> None:
    programme = proposed()
    assert [(p.key, p.first_week, p.last_week) for p in programme.phases] == [
        ("settle", 1, 4),
        ("build", 5, 8),
        ("goals", 9, 12),
        ("maintain", 13, 52),
    ]
    assert [len(phase.items) for phase in programme.phases] == [4, 4, 4, 4]


def test_every_exercise_has_a_dose_inside_its_range_and_a_reason() -> None:
    for phase in proposed(**CONTROL).phases:
        for item in phase.items:
            exercise = a_library().get(item.exercise)
            assert exercise is not None and item.reason
            assert item.dose.kind == exercise.dose.default.kind
            assert item.dose.days_a_week <= 5


def test_motor_control_climbs_one_stage_a_phase() -> None:
    stages = []
    for phase in proposed(**CONTROL).phases[:3]:
        found = [e for i in phase.items if (e := a_library().get(i.exercise)) and e.motor_control_stage]
        stages.append([e.motor_control_stage for e in found])
    assert stages == [[1], [2], [3]]


def test_without_the_module_mobility_takes_its_place() -> None:
    for phase in proposed().phases:
        kinds = {e.category for i in phase.items if (e := a_library().get(i.exercise))}
        assert Category.MOTOR_CONTROL not in kinds
        assert Category.MOBILITY in kinds


def test_declining_motor_control_changes_the_exercises() -> None:
    declined = Choices(
        components=(
            ComponentChoice(
                component="motor_control", included=False, reason=DepartureReason.PATIENT_PREFERENCE
            ),
        )
    )
    assert proposed(choices=declined, **CONTROL).components == ("individualized_exercise",)


def test_worse_with_flexion_keeps_bending_out_of_weeks_1_to_4_and_brings_one_back_gently() -> None:
    programme = proposed(provoked_direction="flexion")
    bends = [
        [e for i in phase.items if (e := a_library().get(i.exercise)) and Direction.FLEXION in e.direction]
        for phase in programme.phases[:2]
    ]
    assert bends[0] == []
    assert len(bends[1]) == 1 and bends[1][0].level <= 2


def test_low_risk_gets_few_contacts_and_high_risk_more_than_usual() -> None:
    low = proposed(sbst_risk="low").contacts
    usual = proposed(sbst_risk="medium").contacts
    high = proposed(sbst_risk="high").contacts
    assert len(low) < len(usual) < len(high)


@pytest.mark.parametrize("risk", ["low", "medium", "high"])
def test_somebody_is_in_touch_when_care_moves_home_and_at_week_6(risk: str) -> None:
    contacts = proposed(sbst_risk=risk).contacts
    assert any(c.week in (4, 5) and c.kind == "call" for c in contacts)
    assert any(c.week == 6 and "Week-6" in c.why for c in contacts)
    assert [c.week for c in contacts if c.kind == "review"] == [12, 52]
    assert [c.week for c in contacts if c.kind == "booster"] == [17, 43]
    assert [c.week for c in contacts] == sorted(c.week for c in contacts)


def test_coping_parts_are_planned_in_weeks_and_only_when_their_card_is_on() -> None:
    programme = proposed(sbst_risk="high", psychosocial_obstacle=True, pcs=34)
    planned = {part.component for part in programme.coping}
    assert {"pain_education", "thought_record", "flare_up_plan", "relapse_prevention"} <= planned
    assert "confidence_communication" not in planned
    assert all(1 <= part.first_week <= part.last_week <= 12 for part in programme.coping)
    assert proposed(psychosocial_obstacle=False).coping == ()


def test_a_part_left_out_is_left_out_and_one_added_is_added() -> None:
    choices = Choices(
        components=(
            ComponentChoice(component="thought_record", included=False),
            ComponentChoice(component="mindfulness", included=True),
        )
    )
    planned = {c.component for c in proposed(choices=choices, psychosocial_obstacle=True, pcs=34).coping}
    assert "thought_record" not in planned
    assert "mindfulness" in planned


def test_outside_the_trials_nothing_is_proposed() -> None:
    programme = proposed(weeks_of_pain=6)
    assert programme.components == () and programme.contacts == () and programme.coping == ()
    assert not any(phase.items for phase in programme.phases)


def test_very_low_confidence_starts_at_the_smallest_dose() -> None:
    settle = proposed(pseq=10).phase("settle")
    for item in settle.items:
        exercise = a_library().get(item.exercise)
        assert exercise is not None
        assert item.dose.amend(days_a_week=1) == exercise.dose.minimum.amend(days_a_week=1)


def test_with_five_minutes_a_day_something_still_remains_and_the_note_says_what_went() -> None:
    programme = proposed(Preferences(minutes_a_day=5, equipment=KIT))
    for phase in programme.phases:
        assert phase.items and phase.minutes_a_day <= 5
    assert any("left out" in note for note in programme.notes)


def test_a_slot_that_nothing_fits_is_named() -> None:
    only_walk = ExerciseLibrary.of([an_exercise("easy_walk", "aerobic", minutes=5)])
    programme = proposed(library=only_walk)
    assert [i.exercise for i in programme.phase("settle").items] == ["easy_walk"]
    assert sum("Nothing fits" in note for note in programme.notes) == 3
    assert "weeks 1–4, 5–8, 9–12" in programme.notes[0]


def test_the_dose_grows_when_an_exercise_comes_back_in_the_next_phase() -> None:
    only_walk = ExerciseLibrary.of([an_exercise("easy_walk", "aerobic", minutes=5)])
    minutes = [phase.minutes_a_day for phase in proposed(library=only_walk).phases[:3]]
    assert minutes == sorted(minutes) and minutes[0] < minutes[2]


FINDINGS = st.fixed_dictionaries(
    {},
    optional={
        "odi": st.integers(0, 100),
        "pseq": st.integers(0, 60),
        "sbst_risk": st.sampled_from(["low", "medium", "high"]),
        "control_tests_positive": st.integers(0, 6),
        "provoked_direction": st.sampled_from(["flexion", "extension"]),
        "withholding": st.frozensets(
            st.sampled_from(["kneeling", "osteoporosis", "stenosis", "balance", "hernia"])
        ),
        "resistance_stopped": st.booleans(),
        "goal_words": st.tuples(
            st.sampled_from(["Walk to the shop", "Lift my daughter", "Sit through a film"])
        ),
    },
)


@settings(max_examples=40)
@given(FINDINGS, st.integers(5, 60), st.integers(1, 7), st.frozensets(st.sampled_from(sorted(KIT))))
def test_whatever_is_found_the_proposal_is_safe_short_and_always_the_same(
    found: dict[str, object], minutes: int, days: int, kit: frozenset[str]
) -> None:
    wishes = Preferences(minutes_a_day=minutes, days_a_week=days, equipment=kit)
    programme = proposed(wishes, **found)
    assert programme == proposed(wishes, **found)
    withholding = found.get("withholding", frozenset())
    for phase in programme.phases:
        ids = [item.exercise for item in phase.items]
        assert len(ids) == len(set(ids)) <= 4
        assert phase.minutes_a_day <= minutes or len(ids) == 1
        for item in phase.items:
            exercise = a_library().get(item.exercise)
            assert exercise is not None
            assert exercise.precautions.isdisjoint(withholding)  # type: ignore[arg-type]
            assert exercise.equipment <= kit
            assert item.dose.days_a_week <= max(days, 1)
            assert not (found.get("resistance_stopped") and exercise.category is Category.STRENGTH)


def test_the_shipped_library_fills_every_slot_for_an_ordinary_patient() -> None:
    library = content().library
    found = some_findings(**CONTROL)
    programme = propose(recommended(found, library), found, Preferences(), library)
    filled = {library.exercises[i.exercise].category for i in programme.phase("settle").items}
    assert {Category.MOTOR_CONTROL, Category.STRENGTH, Category.AEROBIC} <= filled
