"""A case file says what is wrong with it, everything at once, by key path."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from physioplan.exchange.case_file import CaseFile, case_schema
from physioplan.exchange.case_names import CaseNames
from physioplan.exchange.case_reading import read_case
from physioplan.exchange.case_record import record_of
from tests.exchange.conftest import ASSETS, TODAY

Read = Callable[..., CaseFile]
Faults = Callable[..., dict[str, str]]


def test_the_smallest_case_needs_a_person_and_three_dates(read: Read) -> None:
    assert read().patient.given_name == "Demo"


def test_the_template_is_valid_as_it_stands(names: CaseNames) -> None:
    text = (ASSETS / "examples" / "case_template.toml").read_text(encoding="utf-8")
    case = read_case(text, names, TODAY)
    assert case.measures["nrs"].answers == {"now": 5, "average": 6, "worst": 8}


def test_an_item_left_out_is_missing_and_not_zero(names: CaseNames) -> None:
    text = (ASSETS / "examples" / "case_template.toml").read_text(encoding="utf-8")
    record = record_of(read_case(text, names, TODAY), names.groups, names.measures)
    assert record.baseline is not None
    odi = record.baseline.score_of("odi")
    assert odi is not None and odi.answered == 9
    assert odi.value == pytest.approx(100 * 20 / 45)


@pytest.mark.parametrize(
    ("replaced", "key", "says"),
    [
        ({"birth_date": ""}, "patient.birth_date", "is missing. Write for example: birth_date = 1981-06-14"),
        ({"birth_date": "birth_date = 2199-01-01"}, "patient.birth_date", "lies in the future"),
        ({"birth_date": "birth_date = 2025-01-01"}, "patient.birth_date", "after the day the pain began"),
        ({"birth_date": "birth_date = 1620-01-01"}, "patient.birth_date", "too long ago"),
        ({"birth_date": "birth_date = 1900-01-01"}, "patient.birth_date", "over 120"),
        ({"birth_date": 'birth_date = "1981-06-14"'}, "patient.birth_date", "without quotes"),
        ({"birth_date": "birth_date = 1981-06-14T10:00:00"}, "patient.birth_date", "without a time"),
        ({"onset": ""}, "episode.onset", "is missing (the day the pain began)"),
        ({"onset": "onset = 2025-03-11"}, "episode.onset", "after the first measurement on 2025-03-10"),
        ({"baseline_date": "baseline_date = 2025-03-11"}, "episode.baseline_date", "after the plan date"),
        ({"plan_date": "plan_date = 2026-03-10"}, "plan_date", "lies in the future"),
        ({"plan_date": ""}, "plan_date", "is missing"),
        ({"format": "format = 2"}, "format", "must be 1, not 2"),
        ({"given_name": "given_name = 7"}, "patient.given_name", "must be words in quotes, not 7"),
        ({"given_name": 'given_name = " "'}, "patient.given_name", "is empty"),
        ({"given_name": 'given_name = "A\\u0007"'}, "patient.given_name", "cannot be printed (U+0007)"),
        ({"given_name": "givenname = 'x'"}, "patient.givenname", "Did you mean given_name?"),
        ({"format": "format = 1\nfromat = 1"}, "fromat", "Did you mean format?"),
    ],
)
def test_a_wrong_head_is_told_by_key(faults: Faults, replaced: dict[str, str], key: str, says: str) -> None:
    assert says in faults(**replaced)[key]


@pytest.mark.parametrize(
    ("more", "key", "says"),
    [
        (
            "[measures.nrs]\naverage = 6\nworst = 3",
            "measures.nrs.worst",
            "worst (3) is below the average (6)",
        ),
        ("[measures.nrs]\naverage = 11", "measures.nrs.average", "takes 0 to 10, not 11"),
        ("[measures.nrs]\naverge = 5", "measures.nrs.averge", "Did you mean average?"),
        ('[measures.nrs]\naverage = "5"', "measures.nrs.average", "Numbers stand without quotes"),
        ("[measures.nrs]\naverage = nan", "measures.nrs.average", "must be a number"),
        ("[measures.nrs]", "measures.nrs", "Has no answer"),
        ("[measures.odi]\ntotal = 101", "measures.odi.total", "between 0 and 100, not 101"),
        ('[measures.odi]\nitems = {"3" = 6}', "measures.odi.items.3", "takes 0 to 5, not 6"),
        ('[measures.odi]\nitems = {"3" = 2.5}', "measures.odi.items.3", "whole numbers"),
        (
            '[measures.odi]\nitems = {"11" = 2}',
            "measures.odi.items.11",
            "ODI has no item 11. Its items are 1 to 10.",
        ),
        ("[measures.odii]\ntotal = 5", "measures.odii", "Did you mean odi?"),
        (
            '[safety]\nasked = "all"\npresent = ["sadle_numbness"]',
            "safety.present[1]",
            "Did you mean saddle_numbness?",
        ),
        (
            '[safety]\nasked = ["cancer"]\npresent = ["saddle_numbness"]',
            "safety.present[1]",
            "“nerve” is not among",
        ),
        ('[safety]\nasked = "all"\npresent = "saddle_numbness"', "safety.present", '["saddle_numbness"]'),
        ('[safety]\nasked = "everything"', "safety.asked", "must be a list in square brackets"),
        ('[safety]\nasked = "all"\nspa_signs = ["buttock_pain"]', "safety.spa_signs", "count only with"),
        ("[safety.blood_pressure]\nsystolic = 80\ndiastolic = 120", "safety.blood_pressure", "not below"),
        ("[safety.blood_pressure]\nsystolic = 128", "safety.blood_pressure.diastolic", "is missing"),
        (
            '[[safety.clearances]]\nflag = "past_cancer"',
            "safety.clearances[1].by",
            "is missing (who cleared it)",
        ),
        (
            '[[safety.clearances]]\nflag = "past_cancer"\nby = "Dr"\ndate = 2025-03-01\nreason = "r"',
            "safety.clearances[1].flag",
            "is cleared, but not present",
        ),
        ('[[goals]]\nwords = "Walk"\nnow = 8\naim = 2', "goals[1].aim", "The aim 2 is below now, 8"),
        ('[[goals]]\nwords = "Walk"\n[[goals]]\nwords = "walk"', "goals[2].words", "stands here twice"),
        ("[[goals]]\nnow = 4", "goals[1].words", "is missing"),
        ('[movement.tests]\nwaiters_bow = "fial"', "movement.tests.waiters_bow.result", "Did you mean fail?"),
        ('[movement.tests]\nwaiter_bow = "fail"', "movement.tests.waiter_bow", "Did you mean waiters_bow?"),
        ("[movement]\nlsiq = 16", "movement.lsiq", "between 0 and 15, not 16"),
        ("[preferences]\nminutes_a_day = 200", "preferences.minutes_a_day", "between 5 and 90, not 200"),
        ('[preferences]\nequipment = ["wal"]', "preferences.equipment[1]", "Did you mean wall?"),
        (
            '[preferences]\nlikes = ["bird_dog"]\ndislikes = ["bird_dog"]',
            "preferences.dislikes[1]",
            "is liked and disliked",
        ),
        ("[choices.cbtt]\nincluded = true", "choices.cbtt", "Did you mean cbt?"),
        ('[choices.cbt]\nincluded = false\nreason = "dunno"', "choices.cbt.reason", "patient_preference"),
        ("[choices]\ncbt = false", "choices.cbt", "must be a table"),
    ],
)
def test_a_wrong_answer_is_told_by_key(faults: Faults, more: str, key: str, says: str) -> None:
    assert says in faults(more)[key]


def test_every_fault_is_told_at_once_and_one_does_not_hide_another(faults: Faults) -> None:
    found = faults(
        '[safety]\nprecautions = ["osteoporos", 3]\n[[safety.clearances]]\nflag = "past_cancer"\n'
        '[measures.odi]\nitems = {"1" = 9, "2" = "x"}\n[[goals]]\nnow = 4\n'
        '[[goals]]\nwords = "Walk"\nnow = 8\naim = 2\n',
        birth_date="birth_date = 2199-01-01",
    )
    assert set(found) == {
        "patient.birth_date",
        "safety.precautions[1]",
        "safety.precautions[2]",
        "safety.clearances[1].by",
        "safety.clearances[1].date",
        "safety.clearances[1].reason",
        "measures.odi.items.1",
        "measures.odi.items.2",
        "goals[1].words",
        "goals[2].aim",
    }


def test_a_group_list_that_cannot_be_read_blames_no_flag(faults: Faults) -> None:
    assert set(faults('[safety]\nasked = 3\npresent = ["past_cancer"]')) == {"safety.asked"}


def test_a_case_dated_tomorrow_in_another_time_zone_is_read(read: Read) -> None:
    assert read(plan_date="plan_date = 2025-06-03").plan_date == date(2025, 6, 3)


def test_the_schema_describes_every_table(read: Read) -> None:
    properties = case_schema()["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == set(CaseFile.model_fields)
