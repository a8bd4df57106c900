"""The safety screen locks, stops and warns exactly where it should."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from physioplan.domain.safety import BloodPressure, FlagAction, FlagClearance, SafetyScreen, Urgency
from physioplan.measures.precaution import Effect, PressureLevel
from physioplan.measures.red_flag import FlagGroup
from physioplan.measures.safety_content import SafetyContent
from physioplan.measures.safety_verdict import SafetyVerdict, verdict_of
from physioplan.measures.spondyloarthritis import SpaOutcome

FOLDER = Path(__file__).parents[2] / "assets" / "safety"
DAY = date(2026, 1, 13)


def _table(name: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


CONTENT = SafetyContent.model_validate(
    {
        **_table("red_flags"),
        "spondyloarthritis": _table("axial_spondyloarthritis"),
        **_table("precautions"),
        **_table("pathways"),
    }
)
ALL_GROUPS = frozenset(group.value for group in FlagGroup)


def verdict(item_9: float | None = None, **found: object) -> SafetyVerdict:
    screen = SafetyScreen.model_validate({"day": DAY, "groups_asked": ALL_GROUPS} | found)
    return verdict_of(screen, CONTENT, item_9)


EMERGENCIES = (
    *(
        "bladder_change",
        "saddle_numbness",
        "bowel_change",
        "sexual_change",
        "both_legs_pain",
        "both_legs_weak",
    ),
    *("one_leg_weaker", "spinal_cord_signs", "major_injury", "fever", "aorta", "calf_swelling"),
)
URGENT = (
    *(
        "fragile_bone_injury",
        "sudden_central_pain",
        "past_cancer",
        "weight_loss_night_pain",
        "infection_risk",
    ),
    *("organ_pain", "cold_leg_walking"),
)


@pytest.mark.parametrize("flag", EMERGENCIES)
def test_an_emergency_flag_locks_the_plan(flag: str) -> None:
    found = verdict(present={flag})
    assert (found.highest_urgency, found.locks_plan, found.allows_plan) == (Urgency.EMERGENCY, True, False)


@pytest.mark.parametrize("flag", URGENT)
def test_an_urgent_flag_locks_the_plan(flag: str) -> None:
    found = verdict(present={flag})
    assert (found.highest_urgency, found.locks_plan) == (Urgency.URGENT, True)


@pytest.mark.parametrize("flag", ["first_onset_age", "eye_bowel_skin"])
def test_a_caution_never_locks_and_asks_for_no_action(flag: str) -> None:
    found = verdict(present={flag})
    assert (found.highest_urgency, found.allows_plan, found.needs_action) == (Urgency.CAUTION, True, ())


@pytest.mark.parametrize("flag", ["self_harm", "abuse"])
def test_self_harm_and_abuse_are_hidden_open_their_own_path_and_lock_nothing(flag: str) -> None:
    found = verdict(present={flag})
    assert found.flags[0].hidden_from_patient
    assert (found.flags[0].pathway, found.locks_plan, found.highest_urgency) == (flag, False, Urgency.URGENT)


def test_every_flag_of_the_screen_is_tried_by_these_tests() -> None:
    tried = {
        *EMERGENCIES,
        *URGENT,
        "first_onset_age",
        "eye_bowel_skin",
        "self_harm",
        "abuse",
        "inflammatory_onset",
    }
    assert tried == {flag.id for flag in CONTENT.flags}


def test_item_9_of_the_mood_measure_opens_the_self_harm_path_from_1_on() -> None:
    assert verdict(item_9=0).flags == ()
    assert [flag.id for flag in verdict(item_9=1).flags] == ["self_harm"]
    talked = FlagClearance(flag="self_harm", by="J. Baum", day=DAY, reason="Talked today, no intent, GP told")
    assert verdict(item_9=1, clearances=(talked,)).flags == ()


def test_recording_an_action_does_not_clear_the_flag() -> None:
    called = FlagAction(flag="past_cancer", what="Urgent referral", to_whom="GP", day=DAY, by="J. Baum")
    found = verdict(present={"past_cancer"}, actions=(called,))
    assert (found.locks_plan, found.needs_action) == (True, ())


def test_a_cleared_flag_no_longer_locks() -> None:
    cleared = FlagClearance(
        flag="past_cancer", by="J. Baum", day=DAY, reason="Scan clear, letter of 10 January"
    )
    assert verdict(present={"past_cancer"}, clearances=(cleared,)).allows_plan


def test_a_group_that_was_not_asked_keeps_the_screen_incomplete() -> None:
    found = verdict(groups_asked=ALL_GROUPS - {"vessels"})
    assert (found.groups_left, found.is_complete, found.allows_plan) == ((FlagGroup.VESSELS,), False, False)


def test_the_gravest_flag_comes_first() -> None:
    found = verdict(present={"first_onset_age", "past_cancer", "fever"})
    assert [flag.id for flag in found.flags] == ["fever", "past_cancer", "first_onset_age"]


SIGNS = [sign.id for sign in CONTENT.spondyloarthritis.signs]


@pytest.mark.parametrize(
    ("count", "outcome", "urgency"),
    [
        (0, SpaOutcome.WEIGH_AGAIN, Urgency.CAUTION),
        (2, SpaOutcome.WEIGH_AGAIN, Urgency.CAUTION),
        (3, SpaOutcome.TEST, Urgency.ROUTINE),
        (4, SpaOutcome.REFER, Urgency.ROUTINE),
        (9, SpaOutcome.REFER, Urgency.ROUTINE),
    ],
)
def test_nine_signs_lead_to_rheumatology_at_four_and_to_a_test_at_exactly_three(
    count: int, outcome: SpaOutcome, urgency: Urgency
) -> None:
    found = verdict(present={"inflammatory_onset"}, spa_signs=frozenset(SIGNS[:count]))
    assert (len(SIGNS), found.spa, found.highest_urgency, found.locks_plan) == (9, outcome, urgency, False)


def test_signs_are_not_counted_when_the_pain_began_late_or_lately() -> None:
    assert verdict(spa_signs=frozenset(SIGNS)).spa is SpaOutcome.NOT_ASKED


@pytest.mark.parametrize(
    ("systolic", "diastolic", "level"),
    [
        (160, 100, PressureLevel.FINE),
        (161, 80, PressureLevel.CAUTION),
        (120, 101, PressureLevel.CAUTION),
        (180, 110, PressureLevel.CAUTION),
        (181, 80, PressureLevel.STOP),
        (120, 111, PressureLevel.STOP),
    ],
)
def test_blood_pressure_warns_above_160_100_and_stops_above_180_110(
    systolic: int, diastolic: int, level: PressureLevel
) -> None:
    found = verdict(blood_pressure=BloodPressure(systolic=systolic, diastolic=diastolic))
    assert found.pressure is level
    assert found.stops_exercise == (level is PressureLevel.STOP)
    assert ("hypertension" in found.precautions) == (level is not PressureLevel.FINE)


@pytest.mark.parametrize("name", ["unstable_heart", "acute_illness", "recent_spinal_surgery"])
def test_these_stop_all_exercise(name: str) -> None:
    found = verdict(contraindications={name})
    assert (found.stops, found.allows_plan, found.locks_plan) == ((name,), False, False)


@pytest.mark.parametrize(
    "name",
    ["large_aneurysm", "acute_clot", "recent_brain_bleed", "acute_eye", "unstable_fracture", "large_hernia"],
)
def test_these_stop_strength_training_only(name: str) -> None:
    found = verdict(contraindications={name})
    assert (found.no_resistance, found.stops_exercise) == (True, False)


def test_every_contraindication_is_tried_by_these_tests() -> None:
    assert len(CONTENT.contraindications) == 9


def test_a_vertebral_fracture_brings_osteoporosis_and_falls_with_it() -> None:
    found = verdict(precautions={"vertebral_fracture"})
    assert found.withheld_codes == {"osteoporosis", "balance"}


def test_pregnancy_is_outside_the_evidence_rules() -> None:
    assert verdict(precautions={"pregnancy"}).outside_scope == ("pregnancy",)


def test_the_fifteen_codes_of_the_exercise_list_each_have_an_effect() -> None:
    letters = {one.letter for one in CONTENT.precautions if one.letter}
    assert letters == {"O", "P", "H", "K", "W", "S", "Fx", "X", "B", "V", "C", "A", "Sp", "PF", "J"}
    assert CONTENT.effects["wrist_shoulder"] is Effect.WITHHOLD


def test_an_answer_this_edition_does_not_know_keeps_the_plan_locked() -> None:
    found = verdict(present={"a_flag_of_tomorrow"})
    assert (found.unknown, found.locks_plan) == (("a_flag_of_tomorrow",), True)


def test_a_clinic_can_put_its_own_text_in_front_of_a_pathway() -> None:
    own = CONTENT.with_local_pathways({"emergency": "Ring 112.\nAsk for the spinal team."})
    pathway = own.pathway("emergency")
    assert pathway is not None
    assert pathway.words_in("de").steps == ("Ring 112.", "Ask for the spinal team.")


def test_every_flag_is_worded_in_english_and_german() -> None:
    assert all(set(flag.words) >= {"en", "de"} for flag in CONTENT.flags)
