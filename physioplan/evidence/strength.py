"""How firmly a rule may speak: one table from certainty to strength, and what a high risk may raise."""

from __future__ import annotations

from collections.abc import Iterable

from physioplan.domain.effect import CertaintyOfEvidence
from physioplan.domain.rationale import RuleClass, StrengthOfRecommendation
from physioplan.evidence.rule import DecisionRule

LADDER = tuple(StrengthOfRecommendation)

CAPS: dict[CertaintyOfEvidence, StrengthOfRecommendation] = {
    CertaintyOfEvidence.NOT_RATED: StrengthOfRecommendation.CONSIDER,
    CertaintyOfEvidence.VERY_LOW: StrengthOfRecommendation.CONSIDER,
    CertaintyOfEvidence.LOW: StrengthOfRecommendation.SUGGEST,
    CertaintyOfEvidence.MODERATE: StrengthOfRecommendation.RECOMMEND,
    CertaintyOfEvidence.HIGH: StrengthOfRecommendation.RECOMMEND,
}

CERTAINTY_IN_WORDS: dict[CertaintyOfEvidence, str] = {
    CertaintyOfEvidence.NOT_RATED: "evidence nobody rated",
    CertaintyOfEvidence.VERY_LOW: "very low certainty",
    CertaintyOfEvidence.LOW: "low certainty",
    CertaintyOfEvidence.MODERATE: "moderate certainty",
    CertaintyOfEvidence.HIGH: "high certainty",
}


def cap_of(rule: DecisionRule) -> StrengthOfRecommendation:
    """The firmest word ``rule`` allows: consensus and indirect evidence never go beyond "Consider"."""
    if rule.indirect or set(rule.classes) == {RuleClass.K}:
        return StrengthOfRecommendation.CONSIDER
    return CAPS[rule.certainty]


def one_step_up(strength: StrengthOfRecommendation) -> StrengthOfRecommendation:
    """The next firmer word; the firmest stays."""
    return LADDER[min(LADDER.index(strength) + 1, len(LADDER) - 1)]


def raised(
    start: StrengthOfRecommendation, raising: Iterable[DecisionRule]
) -> tuple[StrengthOfRecommendation, DecisionRule | None]:
    """Raise ``start`` by one step at most, never past the cap of the rule that raises it."""
    aim = one_step_up(start)
    for rule in raising:
        allowed = min(aim, cap_of(rule), key=LADDER.index)
        if LADDER.index(allowed) > LADDER.index(start):
            return allowed, rule
    return start, None
