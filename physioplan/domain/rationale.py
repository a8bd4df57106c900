"""Why something was proposed, copied into the plan so that an old plan still explains itself."""

from enum import StrEnum

from physioplan.domain.citation import Verification
from physioplan.domain.effect import CertaintyOfEvidence
from physioplan.domain.value import Value


class StrengthOfRecommendation(StrEnum):
    """How firmly a rule speaks, weakest first; never firmer than its evidence allows."""

    CONSIDER = "consider"
    SUGGEST = "suggest"
    RECOMMEND = "recommend"


class RuleClass(StrEnum):
    """What a rule rests on."""

    F = "F"  # the meta-analysis
    O = "O"  # other cited evidence  # noqa: E741
    K = "K"  # clinical consensus only


class Reason(Value):
    """One rule that fired: its number, sentence, and the findings that made it fire."""

    rule: int
    sentence: str
    findings: tuple[str, ...] = ()
    classes: tuple[RuleClass, ...]
    certainty: CertaintyOfEvidence
    sources: tuple[str, ...] = ()
    verification: Verification = Verification.VERIFIED


class Rationale(Value):
    """Why one component is in the plan, how firmly, and what caps that firmness."""

    component: str
    strength: StrengthOfRecommendation
    strength_note: str
    reasons: tuple[Reason, ...]
    effects: tuple[str, ...] = ()
