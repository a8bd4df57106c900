"""Up, hold or down: one variable at a time, inside the range, and never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from physioplan.domain.programme import Phase, ProgrammeItem
from physioplan.domain.visit import DiaryWeek
from physioplan.prescribing.adherence import latest_of_each_week, pain_is_rising, summary_of
from physioplan.prescribing.dose_steps import clamped, scaled, step_down, step_up, within_precautions
from physioplan.prescribing.progression import ProgressionProposals, SessionFeedback, Way, propose_steps
from tests.builders import a_library, an_exercise, repetitions

GOOD = SessionFeedback(all_repetitions=True, effort=5, pain=3, settled_by_morning=True, good_form=True)


def week(number: int, done: int | None, pain: int | None = 4, planned: int = 5) -> DiaryWeek:
    return DiaryWeek(week=number, planned=planned, done=done, pain=pain)


def asked(
    *sessions: SessionFeedback,
    exercise: str = "sit_to_stand",
    dose: object = None,
    diary: tuple[DiaryWeek, ...] = (),
    days_away: int = 0,
) -> ProgressionProposals:
    item = ProgrammeItem.model_validate({"exercise": exercise, "dose": dose or repetitions(count=8, sets=2)})
    phase = Phase(key="build", first_week=5, last_week=8, items=(item,))
    return propose_steps(phase, {exercise: sessions}, diary, a_library(), days_away=days_away)


def test_two_good_sessions_go_up_by_one_variable() -> None:
    step = asked(GOOD, GOOD).steps[0]
    assert (step.way, step.variable, step.change) == (Way.UP, "repetitions", "repetitions 8 to 10")
    assert step.dose == repetitions(count=10, sets=2)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"all_repetitions": False}, "not all repeats done"),
        ({"effort": 7}, "effort above 6"),
        ({"settled_by_morning": False}, "worse over 24 hours"),
        ({"good_form": False}, "form not yet steady"),
        ({"good_form": None}, "form not seen"),
        ({"pain": None}, "pain not told"),
    ],
)
def test_one_condition_that_is_not_met_holds(change: dict[str, object], why: str) -> None:
    step = asked(GOOD, GOOD.amend(**change)).steps[0]
    assert (step.way, step.why) == (Way.HOLD, why)
    assert step.dose == repetitions(count=8, sets=2)


def test_one_session_is_not_enough_to_go_up() -> None:
    assert asked(GOOD).steps[0].way is Way.HOLD
    assert asked().steps[0].way is Way.HOLD


def test_pain_over_5_once_cuts_the_load_by_30_to_50_per_cent() -> None:
    step = asked(GOOD, GOOD.amend(pain=6), dose=repetitions(count=10)).steps[0]
    assert step.way is Way.DOWN
    assert step.dose == repetitions(count=6)


def test_pain_of_5_is_still_amber() -> None:
    assert asked(GOOD, GOOD.amend(pain=5)).steps[0].way is Way.UP


def test_worse_over_24_hours_twice_goes_one_level_down() -> None:
    sore = GOOD.amend(settled_by_morning=False)
    step = asked(sore, sore, exercise="squat").steps[0]
    assert (step.way, step.to_exercise) == (Way.DOWN, "sit_to_stand")


def test_new_signs_in_the_leg_ask_for_the_safety_questions_and_stop_everything_from_going_up() -> None:
    proposals = asked(GOOD, GOOD.amend(new_leg_signs=True))
    assert "safety questions" in proposals.rescreen
    assert proposals.steps[0].way is Way.DOWN


def test_pain_that_rises_week_by_week_asks_for_the_safety_questions_too() -> None:
    rising = (week(1, 5, 3), week(2, 5, 4), week(3, 5, 6))
    proposals = asked(GOOD, GOOD, diary=rising)
    assert proposals.rescreen
    assert proposals.steps[0].way is Way.HOLD


def test_fewer_than_6_of_10_days_asks_for_a_talk_before_any_step_up() -> None:
    proposals = asked(GOOD, GOOD, diary=(week(1, 3), week(2, 2)))
    assert proposals.barrier_talk.startswith("5 of 10 planned days")
    assert proposals.steps[0].way is Way.HOLD


def test_exactly_6_of_10_days_needs_no_talk() -> None:
    assert not asked(GOOD, GOOD, diary=(week(1, 3), week(2, 3))).barrier_talk


def test_a_page_not_brought_is_missing_and_not_zero() -> None:
    summary = summary_of((week(1, 4), week(2, None), week(3, 5)))
    assert (summary.done, summary.planned, summary.percent) == (9, 10, 90)
    assert summary.weeks_missing == (2,)
    assert summary_of(()).percent is None


def test_what_was_told_last_about_a_week_stands() -> None:
    rows = latest_of_each_week((week(1, 2), week(2, 3)), (week(2, 5),))
    assert [row.done for row in rows] == [2, 5]


def test_two_rising_weeks_are_no_trend() -> None:
    assert not pain_is_rising((week(1, 5, 3), week(2, 5, 4)))
    assert not pain_is_rising((week(1, 5, 3), week(2, 5, 4), week(3, 5, 4)))


def test_after_15_days_away_everything_restarts_at_about_70_per_cent() -> None:
    step = asked(GOOD, GOOD, dose=repetitions(count=10), days_away=15).steps[0]
    assert (step.way, step.rules) == (Way.DOWN, (53,))
    assert step.dose == repetitions(count=7)
    assert asked(GOOD, GOOD, days_away=14).steps[0].way is Way.UP


def test_two_extra_repeats_twice_mean_more_load_in_strength_only() -> None:
    strong = GOOD.amend(extra_repetitions=2)
    assert asked(strong, strong).steps[0].variable == "load"
    assert asked(strong, strong, exercise="draw_in").steps[0].variable == "repetitions"
    assert asked(strong, GOOD).steps[0].variable == "repetitions"


def test_at_the_top_of_the_range_the_harder_exercise_follows() -> None:
    top = repetitions(count=15, sets=3, hold=10)
    step = asked(GOOD, GOOD, dose=top).steps[0]
    assert (step.way, step.to_exercise) == (Way.UP, "squat")


def test_at_the_top_with_nothing_harder_it_stays() -> None:
    step = asked(GOOD, GOOD, exercise="clamshell", dose=repetitions(count=15, sets=3, hold=10)).steps[0]
    assert (step.way, step.why) == (Way.HOLD, "top of the range; keep it")


def test_with_high_blood_pressure_holds_never_grow_past_10_seconds() -> None:
    plank = repetitions(count=15, hold=9)
    item = ProgrammeItem(exercise="clamshell", dose=plank)
    phase = Phase(key="build", first_week=5, last_week=8, items=(item,))
    pressure = frozenset({"hypertension"})
    bounded = propose_steps(phase, {"clamshell": (GOOD, GOOD)}, (), a_library(), precautions=pressure).steps[
        0
    ]
    assert bounded.dose.model_dump()["hold_seconds"] <= 10
    assert within_precautions(repetitions(hold=30), pressure) == repetitions(hold=10)
    assert within_precautions(repetitions(hold=30), frozenset()) == repetitions(hold=30)


DOSES = st.builds(
    repetitions,
    count=st.integers(6, 15),
    sets=st.integers(1, 3),
    hold=st.integers(0, 10),
    days=st.integers(2, 7),
)


@given(DOSES, st.floats(0.3, 1.5))
def test_steps_change_one_variable_and_stay_inside_the_range(dose: object, factor: float) -> None:
    bounds = an_exercise("something").dose
    for step in (step_up(dose, bounds), step_down(dose, bounds), scaled(dose, bounds, factor)):  # type: ignore[arg-type]
        if step is None:
            continue
        before, after = dose.model_dump(), step.dose.model_dump()  # type: ignore[attr-defined]
        assert [key for key in before if before[key] != after[key]] == [step.variable]
        assert clamped(step.dose, bounds) == step.dose


@given(DOSES)
def test_up_then_down_never_ends_above_where_it_began(dose: object) -> None:
    bounds = an_exercise("something").dose
    up = step_up(dose, bounds)  # type: ignore[arg-type]
    if up is not None:
        assert up.dose.minutes_a_day > dose.minutes_a_day  # type: ignore[attr-defined]
