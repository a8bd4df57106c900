"""One coping skill a physiotherapist can teach.

For whom, how much, on what evidence, and in which patient words.
"""

from typing import Self

from pydantic import Field, model_validator

from physioplan.domain.citation import Verification
from physioplan.domain.effect import CertaintyOfEvidence
from physioplan.domain.value import Value
from physioplan.evidence.criteria import Condition


class CbtWords(Value):
    """Patient words of one language: ``practice`` is the line of the weekly table."""

    name: str = Field(min_length=3, max_length=40)
    why: str = Field(min_length=10, max_length=120)
    practice: str = Field(min_length=5, max_length=90)


class CbtComponent(Value):
    """A component of the coping card. ``core`` ones belong to every coping plan; others need a finding.

    ``triggers`` are alternatives: any one of them suggests it. ``first_week`` and ``last_week`` propose
    when it is worked on (1 to 12), ``minutes`` how long one practice takes, ``sessions`` how many
    contacts it takes.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    order: int = Field(ge=1, le=99)
    core: bool = False
    triggers: tuple[Condition, ...] = ()
    content: tuple[str, ...] = Field(min_length=2)
    dose: str
    sessions: tuple[int, int]
    minutes: int = Field(ge=0, le=60)
    practice_days: int = Field(ge=0, le=7)
    first_week: int = Field(ge=1, le=12)
    last_week: int = Field(ge=1, le=12)
    worksheet: str = ""
    evidence: str
    certainty: CertaintyOfEvidence = CertaintyOfEvidence.NOT_RATED
    sources: tuple[str, ...] = ()
    verification: Verification
    dose_verification: Verification = Verification.CONSENSUS
    words: dict[str, CbtWords]

    @model_validator(mode="after")
    def _is_reachable(self) -> Self:
        if not self.core and not self.triggers:
            raise ValueError(
                "a component that is not core needs at least one trigger, or nobody is ever offered it"
            )
        if self.last_week < self.first_week:
            raise ValueError("last_week is before first_week")
        if "en" not in self.words:
            raise ValueError("words.en is missing")
        return self

    def words_in(self, language: str) -> CbtWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]
