"""How firmly a rule may speak."""

from __future__ import annotations

import pytest

from physioplan.domain.effect import CertaintyOfEvidence
from physioplan.domain.rationale import StrengthOfRecommendation as S
from physioplan.evidence.rule import DecisionRule
from physioplan.evidence.strength import cap_of, raised
from tests.builders import content


def a_rule(certainty: str = "low", classes: tuple[str, ...] = ("O",), indirect: bool = False) -> DecisionRule:
    return DecisionRule.model_validate(
        {
            "number": 1,
            "id": "some_rule",
            "moment": "baseline",
            "classes": classes,
            "always": True,
            "advice": "offer",
            "certainty": certainty,
            "indirect": indirect,
            "sources": ("hill_2011",),
            "verification": "verified",
            "sentence": "A sentence that is long enough to be read.",
        }
    )


@pytest.mark.parametrize(
    ("certainty", "cap"),
    [
        ("very_low", S.CONSIDER),
        ("low", S.SUGGEST),
        ("moderate", S.RECOMMEND),
        ("high", S.RECOMMEND),
        ("not_rated", S.CONSIDER),
    ],
)
def test_certainty_caps_strength_by_one_table(certainty: str, cap: S) -> None:
    assert cap_of(a_rule(certainty)) is cap


def test_indirect_evidence_and_mere_consensus_stop_at_consider() -> None:
    assert cap_of(a_rule("high", indirect=True)) is S.CONSIDER
    assert cap_of(a_rule("high", classes=("K",))) is S.CONSIDER


def test_high_risk_raises_one_step_and_never_past_the_cap_of_what_raises_it() -> None:
    assert raised(S.CONSIDER, [a_rule("low")])[0] is S.SUGGEST
    assert raised(S.CONSIDER, [a_rule("high")])[0] is S.SUGGEST
    assert raised(S.SUGGEST, [a_rule("low")])[0] is S.SUGGEST
    assert raised(S.CONSIDER, [a_rule("very_low")]) == (S.CONSIDER, None)
    assert raised(S.CONSIDER, []) == (S.CONSIDER, None)


def test_no_shipped_rule_can_recommend() -> None:
    spoken = [
        r for r in content().evidence.rules if r.component and r.advice.value in {"offer", "raise", "lean_to"}
    ]
    assert max(S(cap_of(rule)) for rule in spoken) != S.RECOMMEND
    assert CertaintyOfEvidence.MODERATE not in {rule.certainty for rule in spoken}
