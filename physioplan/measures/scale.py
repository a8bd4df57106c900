"""One scale of an outcome measure: how answers become a number, and what the number may mean."""

import math
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from physioplan.domain.citation import Verification
from physioplan.domain.outcome import ChangeThreshold
from physioplan.domain.value import Value


class Method(StrEnum):
    """How answers become a number. This list is closed; a new word needs code in ``scoring``."""

    SINGLE = "single"  # the one answer itself
    SUM = "sum"
    MEAN = "mean"  # of the answered items
    COUNT = "count"  # of items answered with more than zero
    PERCENT_OF_ANSWERED = "percent_of_answered"  # of what the answered items could reach
    PROFILE = "profile"  # digits side by side: a label, not an amount
    ENTERED = "entered"  # worked out elsewhere and copied


class MissingRule(StrEnum):
    """What happens when items are left out, up to ``max_missing`` of them."""

    NOT_ALLOWED = "not_allowed"
    OF_ANSWERED = "of_answered"  # the method already counts answered items only
    PRORATE = "prorate"  # sum × items / answered
    UNTICKED_IS_ZERO = "unticked_is_zero"  # not given = 0; explicitly left out = prorated


class HigherIs(StrEnum):
    """What more points mean for the patient."""

    WORSE = "worse"
    BETTER = "better"


class Sourced(Value):
    """A fact with the key of its source and how well it was checked."""

    source: str
    verification: Verification
    note: str = ""


class OtherScaleIs(Value):
    """A second condition of a band: another scale of the same measure lies between two numbers."""

    scale: str
    low: float
    high: float


class Band(Sourced):
    """A named stretch of a scale, both ends included, read from the number rounded half up."""

    key: str
    low: float
    high: float
    when: OtherScaleIs | None = None


class CutOff(Sourced):
    """From this number on (or down to it, with ``below``), with what is said to begin there."""

    value: float
    below: bool = False
    meaning: str
    setting: str = ""


class Threshold(Sourced):
    """The change that matters to one person, in points and, where sourced, in percent of the baseline.

    ``detectable`` is the smallest change beyond measurement error, with its own source. Below the baseline
    ``low_baseline`` percentages mislead and only points count.
    """

    key: str
    points: float = Field(gt=0)
    percent: float | None = Field(default=None, gt=0, le=100)
    percent_source: str = ""
    percent_verification: Verification | None = None
    detectable: float | None = Field(default=None, gt=0)
    detectable_source: str = ""
    detectable_verification: Verification | None = None
    low_baseline: float | None = None
    population: str = ""

    @model_validator(mode="after")
    def _each_number_has_a_source(self) -> Self:
        if self.percent is not None and (not self.percent_source or self.percent_verification is None):
            raise ValueError("percent needs percent_source and percent_verification")
        if self.detectable is not None and (
            not self.detectable_source or self.detectable_verification is None
        ):
            raise ValueError("detectable needs detectable_source and detectable_verification")
        return self

    def as_used(self) -> ChangeThreshold:
        """The threshold as it is kept with a comparison."""
        return ChangeThreshold(
            points=self.points,
            percent=self.percent,
            detectable=self.detectable,
            source=self.source,
            verification=self.verification.value,
            low_baseline=self.low_baseline,
        )


class LowSymptoms(Sourced):
    """The score at which symptoms count as low: ``reach`` or beyond it on the good side."""

    reach: float


class Spread(Sourced):
    """The spread (standard deviation) between patients before treatment, and how far it may be moved."""

    default: float = Field(gt=0)
    low: float | None = None
    high: float | None = None


class Recode(Value):
    """Answers of ``at_least`` count as ``gives``, all others as ``otherwise``."""

    item: str
    at_least: float
    gives: float = 1
    otherwise: float = 0


class Scale(Value):
    """One number a measure gives. ``items`` empty means all items of the measure."""

    key: str
    items: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    recodes: tuple[Recode, ...] = ()
    method: Method
    missing: MissingRule = MissingRule.NOT_ALLOWED
    max_missing: int = Field(default=0, ge=0)
    missing_verification: Verification = Verification.CONSENSUS
    scoring_source: str
    scoring_verification: Verification
    scoring_note: str = ""
    low: float
    high: float
    unit: str = ""
    decimals: int = Field(default=0, ge=0, le=3)
    higher_is: HigherIs
    is_change: bool = False
    bands: tuple[Band, ...] = ()
    cut_offs: tuple[CutOff, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    low_symptoms: LowSymptoms | None = None
    spread: Spread | None = None

    @model_validator(mode="after")
    def _missing_rule_fits(self) -> Self:
        if self.missing is MissingRule.NOT_ALLOWED and self.max_missing:
            raise ValueError("max_missing needs a missing rule other than not_allowed")
        if self.missing is not MissingRule.NOT_ALLOWED and not self.max_missing:
            raise ValueError("this missing rule needs max_missing above 0")
        if self.low >= self.high:
            raise ValueError("low must be below high")
        return self

    def rounded(self, value: float) -> float:
        """``value`` as printed: rounded half up to the scale's decimals."""
        factor: float = pow(10.0, self.decimals)
        return math.floor(value * factor + 0.5 + 1e-9) / factor

    @property
    def threshold(self) -> Threshold | None:
        """The change that matters unless the clinic chose another: the first of the list."""
        return self.thresholds[0] if self.thresholds else None

    def threshold_named(self, key: str) -> Threshold | None:
        """The sourced threshold the clinic chose by ``key``, or ``None``."""
        return next((threshold for threshold in self.thresholds if threshold.key == key), None)
