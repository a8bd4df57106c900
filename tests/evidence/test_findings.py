"""Named findings that need arithmetic: risk group, obstacles, direction, age at onset."""

from __future__ import annotations

from datetime import date

import pytest

from physioplan.evidence.clinical_findings import FINDINGS, ClinicalFindings
from physioplan.evidence.findings_in_words import in_words
from physioplan.evidence.score_findings import psychosocial_obstacle, sbst_risk
from tests.builders import a_baseline, a_record, an_episode, an_examination, some_findings, the_findings


@pytest.mark.parametrize(
    ("total", "psychosocial", "group"),
    [(0, 0, "low"), (3, 3, "low"), (4, 3, "medium"), (4, 4, "high"), (9, 5, "high"), (9, 3, "medium")],
)
def test_start_back_groups_follow_total_and_psychosocial_part(
    total: int, psychosocial: int, group: str
) -> None:
    assert sbst_risk(total, psychosocial) == group


def test_without_its_parts_the_risk_group_is_unknown_unless_the_total_is_low() -> None:
    assert sbst_risk(None, 5) is None
    assert sbst_risk(7, None) is None
    assert sbst_risk(2, None) == "low"


def test_one_score_beyond_its_cut_off_is_an_obstacle_and_no_score_is_no_answer() -> None:
    assert psychosocial_obstacle({"pcs": 30}) is True
    assert psychosocial_obstacle({"pcs": 29, "pseq": 20}) is False
    assert psychosocial_obstacle({}) is None
    assert psychosocial_obstacle({"sbst_risk": "low"}) is False


def test_age_at_onset_is_counted_on_the_day_the_pain_began() -> None:
    episode = an_episode().amend(onset=date(2012, 1, 12))
    assert the_findings(a_record(episode=episode)).age_at_onset == 32


def test_a_score_that_is_not_final_is_no_finding() -> None:
    baseline = a_baseline()
    scores = tuple(s.amend(status="not_final") if s.measure == "odi" else s for s in baseline.scores)
    assert the_findings(a_record(baseline.amend(scores=scores))).odi is None


def test_tests_that_were_not_done_are_no_negative_tests() -> None:
    record = a_record(a_baseline(movement=an_examination(done=0, lsiq=5)))
    findings = the_findings(record)
    assert findings.control_tests_positive is None
    assert findings.lsiq == 5


def test_every_finding_can_be_said_in_words() -> None:
    findings = ClinicalFindings.model_validate(
        {
            name: value
            for name in FINDINGS
            if (value := _SOMETHING.get(str(ClinicalFindings.model_fields[name].annotation))) is not None
        }
    )
    for name in sorted(FINDINGS):
        line = in_words(name, findings)
        assert line and "None" not in line, name


_SOMETHING: dict[str, object] = {
    "int | None": 5,
    "<class 'int'>": 2,
    "float | None": 5.0,
    "bool | None": True,
    "<class 'bool'>": True,
    "str | None": "high",
    "frozenset[str]": frozenset({"boom_bust"}),
}


def test_findings_are_said_as_a_clinician_would() -> None:
    findings = some_findings(odi=37.8, odi_band="moderate", control_tests_positive=3, control_tests_done=6)
    assert in_words("odi", findings) == "ODI 38 %, moderate disability"
    assert in_words("control_tests_positive", findings) == "3 of 6 control tests positive"
    assert in_words("weeks_of_pain", findings) == "Back pain for 4 years"
    assert in_words("weeks_of_pain", some_findings(weeks_of_pain=20)) == "Back pain for 20 weeks"
