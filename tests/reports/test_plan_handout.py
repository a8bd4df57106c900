"""What the coaching plan says, and what it must never say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from physioplan.domain.clinic import Clinician
from physioplan.domain.dose import Quota, Time
from physioplan.domain.preferences import ActionPlan, CopingPlan
from physioplan.domain.programme import Phase, ProgrammeItem
from physioplan.reports.document import (
    CheckDates,
    DiaryGrid,
    ExerciseBlock,
    GoalRows,
    IfThenRows,
    PacingBox,
    PainGuide,
    SafetyNetBox,
    SurenessScale,
    ThoughtBox,
    WeekTable,
    WhyRows,
    WritingTable,
)
from physioplan.reports.document_text import text_of
from physioplan.reports.errors import MissingExercise
from physioplan.reports.print_options import DIARY_ONLY, EXERCISES_ONLY, PrintOptions, Section
from tests.reports.sample_plans import (
    CLINIC,
    EIGHT,
    EXERCISES,
    a_patient,
    a_plan,
    a_programme,
    an_exercise,
    an_item,
    handout_words,
    some_facts,
)


def blocks_of(document, kind):  # type: ignore[no-untyped-def]
    found = []
    for sheet in document.sheets:
        for block in sheet.blocks:
            inner = (*getattr(block, "first", ()), *getattr(block, "second", ()))
            found += [part for part in (block, *inner) if isinstance(part, kind)]
    return found


def test_it_is_safe_to_move_is_said_after_a_complete_and_clear_screen() -> None:
    assert "It is safe for you to move." in text_of(a_plan())


def test_it_is_safe_to_move_is_not_said_without_one() -> None:
    assert "It is safe" not in text_of(a_plan(facts=some_facts(screen_clear=False)))


@pytest.mark.parametrize(
    "sections", [DIARY_ONLY, EXERCISES_ONLY, frozenset({Section.PLAN}), frozenset(Section), frozenset()]
)
def test_the_safety_net_is_on_every_print(sections: frozenset[Section]) -> None:
    boxes = blocks_of(a_plan(PrintOptions(sections=sections)), SafetyNetBox)
    assert boxes
    assert all(len(box.signs) == 5 for box in boxes)


def test_the_safety_net_names_the_emergency_number_where_the_clinic_set_one() -> None:
    plan = a_plan(clinic=CLINIC.amend(emergency_number="112"))
    assert blocks_of(plan, SafetyNetBox)[0].title.startswith("Call 112 or go to the emergency department now")


def test_what_to_expect_names_soreness_and_that_some_get_worse() -> None:
    text = text_of(a_plan())
    assert "some get worse" in text
    assert "sore in the first weeks" in text


def test_the_pain_guide_counts_from_the_usual_pain() -> None:
    guide = blocks_of(a_plan(), PainGuide)[0]
    green, amber, red = (" ".join(run.text for line in row.lines for run in line) for row in guide.rows)
    assert "(to 8)" in green
    assert "(to 9)" in amber
    assert "newly spreads down a leg" in red


def test_the_pain_guide_names_no_number_above_ten() -> None:
    assert "(to 1" not in text_of(a_plan(facts=some_facts(usual_pain=9)))


def test_the_pain_guide_is_marked_as_consensus() -> None:
    assert "They do not come from a trial." in text_of(a_plan())


def test_an_unknown_usual_pain_is_a_line_to_fill_in() -> None:
    assert "____ out of 10" in text_of(a_plan(facts=some_facts(usual_pain=None, usual_pain_day=None)))


def test_a_coping_part_that_was_left_out_is_nowhere() -> None:
    plan = a_plan(programme=a_programme(coping=()))
    assert not blocks_of(plan, (PacingBox, ThoughtBox))
    text = text_of(plan).lower()
    assert "pacing" not in text
    assert "thought record" not in text
    assert "worry" not in text.replace("busy days and worry", "")


def test_without_coping_parts_page_three_keeps_guide_and_safety_net() -> None:
    plan = a_plan(programme=a_programme(coping=()))
    assert blocks_of(plan, PainGuide)
    assert blocks_of(plan, SafetyNetBox)


def test_no_goal_is_a_line_to_write_one() -> None:
    (goals,) = blocks_of(a_plan(facts=some_facts(goals=())), GoalRows)
    assert [row.words for row in goals.rows] == ["Write one thing you want to do again:"]


def test_only_the_running_phase_is_printed_and_the_next_one_comes_at_the_next_visit() -> None:
    plan = a_plan()
    assert [sheet.key for sheet in plan.sheets] == ["plan", "exercises:settle", "hurts_more", "diary"]
    assert "Your steps from week 5 on come at your next visit." in text_of(plan)


def test_all_phases_are_printed_when_asked() -> None:
    plan = a_plan(PrintOptions(phases=("settle", "build")))
    assert [sheet.key for sheet in plan.sheets][1:3] == ["exercises:settle", "exercises:build"]
    assert "next visit." not in text_of(plan)


def test_initials_replace_the_name_on_the_page_and_in_the_title() -> None:
    plan = a_plan(PrintOptions(initials_only=True))
    assert plan.title == "Your plan, M. D."
    assert "Marta Demo" not in text_of(plan)


def test_the_footer_carries_record_number_and_plan_version() -> None:
    assert a_plan().page_label.format(page=2, pages=4) == "0148-1 · 2 of 4"


def test_the_note_is_from_the_therapist_by_first_name_without_a_title() -> None:
    plan = a_plan(clinician=Clinician(id="c", name="Dr. Anna Demo"))
    assert [block.note_from for block in blocks_of(plan, ExerciseBlock) if block.note] == ["From Anna:"]


def test_asterisks_and_braces_in_a_note_stay_as_they_were_typed() -> None:
    plan = a_plan(items=(an_item("bird_dog", "**Slowly** {please}"),))
    assert blocks_of(plan, ExerciseBlock)[0].note == "**Slowly** {please}"


def test_braces_in_a_name_do_no_harm() -> None:
    plan = a_plan(clinician=Clinician(id="c", name="{Jo} **Demo**"))
    assert "Made together with {Jo} **Demo**," in text_of(plan)


def test_a_dose_tells_days_only_where_they_differ_from_the_page() -> None:
    blocks = blocks_of(a_plan(), ExerciseBlock)
    doses = [" ".join(f"{p.number} {p.word}" for p in block.dose) for block in blocks]
    assert doses == [
        "8 times 2 rounds",
        "10 times 2 rounds 3 second hold",
        "8 times 3 rounds 5 second hold",
        "10 minutes 4 days a week",
    ]


def test_half_a_minute_is_told_in_seconds() -> None:
    item = ProgrammeItem(exercise="comfortable_walk", dose=Time(minutes=0.5, days_a_week=4))
    (block,) = blocks_of(a_plan(items=(item,)), ExerciseBlock)
    assert (block.dose[0].number, block.dose[0].word) == ("30", "seconds")


def test_a_quota_tells_the_next_step_as_a_whole_number() -> None:
    item = ProgrammeItem(
        exercise="comfortable_walk", dose=Quota(amount=15, unit="minutes", grow_percent=20, days_a_week=7)
    )
    (block,) = blocks_of(a_plan(items=(item,)), ExerciseBlock)
    assert [(p.number, p.word) for p in block.dose] == [("15", "minutes"), ("3", "more each week")]


def test_as_many_boxes_as_days_in_each_week_of_the_phase() -> None:
    walk = blocks_of(a_plan(), ExerciseBlock)[3]
    assert [(tick.label, tick.boxes) for tick in walk.ticks] == [(f"Week {week}", 4) for week in range(1, 5)]


def test_a_long_phase_has_no_boxes_because_the_diary_holds_them() -> None:
    phase = Phase(key="maintain", first_week=13, last_week=52, items=(an_item("bird_dog"),))
    plan = a_plan(PrintOptions(week=20), programme=a_programme(phases=(phase,)))
    assert blocks_of(plan, ExerciseBlock)[0].ticks == ()
    assert blocks_of(plan, DiaryGrid)[0].weeks[0].week == "13"


def test_the_week_marks_as_many_days_as_were_agreed() -> None:
    (table,) = blocks_of(a_plan(), WeekTable)
    assert [(row.label, sum(row.days)) for row in table.rows] == [
        ("Exercises, 8 minutes", 5),
        ("Walk, 10 minutes", 4),
        ("Pacing, one busy task", 7),
        ("Thought record, from week 3", 2),
    ]


def test_the_diary_starts_on_the_monday_of_the_first_week() -> None:
    (grid,) = blocks_of(a_plan(), DiaryGrid)
    assert (len(grid.weeks), grid.weeks[0].starts, grid.weeks[11].starts) == (12, "12 Jan", "30 Mar")


def test_the_checks_name_their_windows() -> None:
    (checks,) = blocks_of(a_plan(), CheckDates)
    assert [(date.day, date.window) for date in checks.dates] == [
        ("7 April 2026", "Best between 24 March and 21 April."),
        ("13 January 2027", "Best between 2 Dec and 24 Feb."),
    ]


def test_page_one_gives_at_most_four_reasons() -> None:
    (why,) = blocks_of(a_plan(), WhyRows)
    assert len(why.rows) == 4


def test_one_minute_is_not_minutes() -> None:
    plan = a_plan(items=(an_item("bird_dog", repetitions=1, sets=1),))
    assert "about 1 minute, at home" in text_of(plan)


def test_the_five_minute_version_is_five_minutes_of_the_plans_own_exercises() -> None:
    plan = a_plan(PrintOptions(sections=frozenset({Section.BAD_DAY})), items=EIGHT)
    intro, *items = plan.sheets[0].blocks[:4]
    assert sum(intro.minutes) == 5
    assert [item.name for item in items] == ["Cat and cow", "Sit to stand", "Walk"]


def test_one_exercise_gets_two_of_the_five_minutes() -> None:
    plan = a_plan(PrintOptions(sections=frozenset({Section.BAD_DAY})), items=(an_item("bird_dog"),))
    assert plan.sheets[0].blocks[0].minutes == (2, 3)


def test_the_action_plan_holds_the_patients_own_words() -> None:
    own = ActionPlan(after="I have put the kettle on", will="Exercises", where="living room")
    plan = a_plan(
        PrintOptions(sections=frozenset({Section.ACTION})), facts=some_facts(action_plan=own, confidence=8)
    )
    (table,) = blocks_of(plan, WritingTable)
    assert table.rows[0] == ("Exercises", "Mon Tue Wed Fri Sat", "living room", "I have put the kettle on")
    assert blocks_of(plan, SurenessScale)[0].answer == 8


def test_ready_lines_stand_in_until_the_patient_has_some_and_the_last_row_is_blank() -> None:
    only_action = PrintOptions(sections=frozenset({Section.ACTION}))
    (ready,) = blocks_of(a_plan(only_action), IfThenRows)
    assert [row.label for row in ready.rows] == ["Pain day", "Busy day", "Travel", "My own"]
    own = (CopingPlan(if_this="I get home late", then_that="I do one."),)
    (rows,) = blocks_of(a_plan(only_action, facts=some_facts(coping_plans=own)), IfThenRows)
    assert [row.blank for row in rows.rows] == [False, True]
    assert "".join(run.text for run in rows.rows[0].then_words) == "then I do one."


def test_an_exercise_that_is_not_in_the_library_is_named() -> None:
    item = an_item("bird_dog").amend(exercise="flying")
    with pytest.raises(MissingExercise, match="“flying” is not in the library"):
        a_plan(items=(item,))


def test_wording_nobody_signed_says_so_on_every_page() -> None:
    assert a_plan().notice == "No clinician has checked these words yet."


def test_the_same_facts_make_the_same_document() -> None:
    assert a_plan() == a_plan()


def test_the_sample_exercises_are_whole() -> None:
    assert [an_exercise(id).id for id in EXERCISES] == list(EXERCISES)


GOLDEN = Path(__file__).parents[1] / "golden"
CASES = {
    "plan_usual": lambda: a_plan(PrintOptions(sections=frozenset(Section))),
    "plan_without_coping_or_goals": lambda: a_plan(
        items=(an_item("bird_dog"),),
        facts=some_facts(goals=(), screen_clear=False, usual_pain=None, provoked_by=frozenset(), pacing=None),
        programme=a_programme((an_item("bird_dog"),), coping=(), components=("individualized_exercise",)),
    ),
    "plan_eight_exercises_initials": lambda: a_plan(PrintOptions(initials_only=True), items=EIGHT),
    "plan_diary_only": lambda: a_plan(PrintOptions(sections=DIARY_ONLY)),
    "plan_coping_only": lambda: a_plan(programme=a_programme(())),
    "plan_long_names": lambda: a_plan(
        patient=a_patient(given_name="Hubert Blaine", family_name="Wolfeschlegelsteinhausen-Bergerdorff"),
        clinic=CLINIC.amend(phone="", emergency_number="999"),
    ),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_document_is_the_golden_one(name: str, request: pytest.FixtureRequest) -> None:
    """Write the files anew with ``GOLDEN_RENEW=1`` in the environment, then read the difference."""
    import os

    file = GOLDEN / f"{name}.txt"
    text = text_of(CASES[name]())
    if os.environ.get("GOLDEN_RENEW"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_a_language_signed_by_a_clinician_carries_no_notice() -> None:
    signed = handout_words().amend(checked_by="A. Reader", checked_on="2026-01-01")
    assert signed.is_checked
    assert replace(a_plan(), notice="").notice == ""
