"""Conditions of rules: unknown is neither true nor false, and a misspelt finding does not load."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.criteria import Condition

READ: TypeAdapter[Any] = TypeAdapter(Condition)


def judge(condition: dict[str, Any], **findings: object) -> bool | None:
    verdict: bool | None = READ.validate_python(condition).judge(ClinicalFindings.model_validate(findings))
    return verdict


def test_at_least_includes_the_limit_and_above_does_not() -> None:
    assert judge({"finding": "pcs", "at_least": 30}, pcs=30) is True
    assert judge({"finding": "tsk_17", "above": 37}, tsk_17=37) is False
    assert judge({"finding": "pseq", "below": 20}, pseq=20) is False
    assert judge({"finding": "weeks_of_pain", "at_most": 12}, weeks_of_pain=12) is True


def test_a_score_that_was_not_measured_fires_nothing_and_neither_does_its_opposite() -> None:
    high = {"finding": "pcs", "at_least": 30}
    assert judge(high) is None
    assert judge({"not": high}) is None


def test_any_needs_one_truth_and_all_is_spoilt_by_one_falsehood() -> None:
    high, low = {"finding": "pcs", "at_least": 30}, {"finding": "pseq", "below": 20}
    assert judge({"any": [high, low]}, pcs=40) is True
    assert judge({"any": [high, low]}, pcs=10) is None
    assert judge({"all": [high, low]}, pcs=10) is False
    assert judge({"all": [high, low]}, pcs=40) is None


def test_sets_are_asked_for_members() -> None:
    assert judge({"finding": "noticed", "has": "boom_bust"}, noticed={"boom_bust"}) is True
    assert judge({"finding": "emergency_flags", "has_any": True}) is False
    only = {"finding": "programme_categories", "only": ["stretching"]}
    assert judge(only, programme_categories={"stretching"}) is True
    assert judge(only, programme_categories={"stretching", "strength"}) is False
    assert judge(only) is False


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"finding": "odii", "at_least": 41}, "did you mean odi"),
        ({"finding": "odi"}, "exactly one way"),
        ({"finding": "odi", "at_least": 41, "below": 60}, "exactly one way"),
        ({"finding": "odi", "atleast": 41}, "atleast"),
        ({"findings": "odi", "at_least": 41}, "a condition is one of"),
        ({"finding": "noticed", "at_least": 2}, "holds several"),
        ({"finding": "odi", "has": "x"}, "is no collection"),
        ({"finding": "sbst_risk", "at_least": 2}, "is no number"),
        ({"finding": "noticed", "has": "boombust"}, "boom_bust"),
    ],
)
def test_a_faulty_condition_does_not_load(condition: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        READ.validate_python(condition)


def test_the_findings_that_made_it_true_are_named() -> None:
    condition = READ.validate_python(
        {"any": [{"finding": "pcs", "at_least": 30}, {"finding": "tsk_17", "above": 37}]}
    )
    assert condition.told_by(ClinicalFindings(pcs=31, tsk_17=20)) == ("pcs",)
