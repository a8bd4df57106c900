"""A score: what the answers to an outcome measure come to."""

from enum import StrEnum

from physioplan.domain.value import Value

TOTAL = "total"


class ScoreStatus(StrEnum):
    """Whether a score may be used."""

    FINAL = "final"
    NOT_FINAL = "not_final"
    NOT_SCORED = "not_scored"


class Score(Value):
    """One number on one scale. ``subscale`` is "total" for the whole measure.

    ``value`` is ``None`` when too much is missing; ``band`` is the key of a severity band where the measure
    has one; ``unit`` is what is printed after the number ("%", "of 10", "").
    """

    measure: str
    version: str
    subscale: str = TOTAL
    value: float | None
    unit: str = ""
    status: ScoreStatus = ScoreStatus.FINAL
    answered: int = 0
    of: int = 0
    band: str | None = None

    @property
    def is_final(self) -> bool:
        """True when the score may be compared and used by a rule."""
        return self.status is ScoreStatus.FINAL and self.value is not None
