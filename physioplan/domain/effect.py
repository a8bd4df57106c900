"""What trials found for groups: an effect with its comparator, time and certainty, never without them."""

from enum import StrEnum

from physioplan.domain.value import Value


class Outcome(StrEnum):
    """What was measured."""

    PAIN = "pain"
    DISABILITY = "disability"


class Comparator(StrEnum):
    """Against what the extra gain was seen."""

    ACTIVE = "active"  # other exercise or active care
    PASSIVE = "passive"  # usual care, waiting list, passive treatment
    NOT_STATED = "not_stated"


class EffectTime(StrEnum):
    """When it was measured."""

    WEEK_12 = "week_12"
    YEAR_1 = "year_1"
    NOT_STATED = "not_stated"


class CertaintyOfEvidence(StrEnum):
    """GRADE's word for how sure one can be, or that nobody rated it."""

    VERY_LOW = "very_low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    NOT_RATED = "not_rated"


class Effect(Value):
    """A pooled standardized mean difference with its 95 % interval; below zero favours the treatment.

    Everything the source does not report is ``None``, never 0. ``pooled`` is false where no usable number
    exists: then nothing is drawn. ``as_published`` carries the source's printed oddities.
    """

    id: str
    treatment: str
    outcome: Outcome
    time: EffectTime
    comparator: Comparator
    smd: float | None
    low: float | None
    high: float | None
    certainty: CertaintyOfEvidence
    source: str
    pooled: bool = True
    trials: int | None = None
    participants: int | None = None
    heterogeneity: float | None = None
    as_published: str = ""

    @property
    def includes_no_effect(self) -> bool:
        """True when the interval touches or crosses zero."""
        return self.low is not None and self.high is not None and self.low <= 0 <= self.high
