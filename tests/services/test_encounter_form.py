"""What a form of raw words comes to."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from physioplan.domain.episode import LegPain
from physioplan.domain.movement import TestResult
from physioplan.domain.score import ScoreStatus
from physioplan.services.encounter_form import Encounter, read_encounter
from physioplan.services.typed_form import Raw
from tests.builders import TODAY, content
from tests.services.conftest import a_full_baseline


def read(raw: Raw) -> Encounter:
    return read_encounter(raw, content().measures, TODAY, "Demo Clinician")


def test_an_empty_form_is_no_fault_and_scores_nothing() -> None:
    encounter = read({})
    assert encounter.faults == () and encounter.scores == () and encounter.movement is None


def test_a_full_baseline_gives_pain_and_disability() -> None:
    scores = {(s.measure, s.subscale): s.value for s in read(a_full_baseline()).scores}
    assert scores["nrs", "total"] == 6
    assert scores["odi", "total"] == 38


def test_a_section_left_out_lowers_the_denominator() -> None:
    encounter = read(a_full_baseline(**{"measure.odi.8": "x"}))
    odi = next(s for s in encounter.scores if s.measure == "odi")
    assert (odi.answered, odi.value) == (9, 19 / 45 * 100)


def test_three_sections_short_is_not_final() -> None:
    raw = a_full_baseline(**{"measure.odi.1": "", "measure.odi.2": "", "measure.odi.3": ""})
    odi = next(s for s in read(raw).scores if s.measure == "odi")
    assert odi.status is not ScoreStatus.FINAL


def test_time_of_pain_becomes_an_onset() -> None:
    raw = {"episode.pain_for": "20", "episode.pain_unit": "weeks", "episode.leg_pain": "to_the_knee"}
    encounter = read(raw)
    assert encounter.episode.onset == TODAY - timedelta(weeks=20)
    assert encounter.episode.leg_pain is LegPain.TO_THE_KNEE


def test_clearing_a_flag_keeps_who_when_and_why() -> None:
    flag = content().safety.flags[0].id
    raw = {f"safety.flag.{flag}": "1", f"safety.clear.{flag}.reason": "Seen by the hospital, scan normal"}
    clearance = read(raw).safety.clearances[0]
    assert (clearance.flag, clearance.by, clearance.day) == (flag, "Demo Clinician", TODAY)
    assert read(raw).safety.open_flags == frozenset()


def test_a_swapped_blood_pressure_is_told() -> None:
    encounter = read({"safety.systolic": "80", "safety.diastolic": "120"})
    assert encounter.safety.blood_pressure is None
    assert encounter.faults[0].key == "safety.diastolic"


def test_a_word_where_a_number_belongs_is_told_and_not_scored() -> None:
    encounter = read({"measure.pcs.total": "many"})
    assert [fault.key for fault in encounter.faults] == ["measure.pcs.total"]
    assert encounter.scores == ()


def test_an_unknown_measure_is_told() -> None:
    assert read({"measure.mood.total": "3"}).faults[0].sentence.startswith("“mood” is not a measure")


def test_the_usual_kit_stays_until_another_is_ticked() -> None:
    assert "mat" in read({}).preferences.equipment
    assert read({"wish.kit.band": "1", "wish.kit.mat": ""}).preferences.equipment == {"band"}


def test_a_failed_test_with_its_side_is_a_finding() -> None:
    found = read({"test.one_leg_stance.result": "fail", "test.one_leg_stance.side": "left"}).movement
    assert found is not None
    assert (found.tests[0].result, found.tests[0].side, found.positive) == (TestResult.FAIL, "left", 1)


KEYS = st.sampled_from(
    [*a_full_baseline(), "measure.pcs.total", "safety.systolic", "lsiq", "confidence", "wish.days"]
)


@given(st.dictionaries(KEYS, st.text(max_size=12), max_size=12))
def test_whatever_is_typed_into_numbers_and_words_never_fails(raw: dict[str, str]) -> None:
    raw.pop("episode.leg_pain", None)  # chosen from three buttons, never typed
    for fault in read(raw).faults:
        assert fault.key in raw and fault.sentence.endswith((".", "?"))
