"""What changed between two measurements, said honestly."""

from enum import StrEnum

from physioplan.domain.score import TOTAL, Score
from physioplan.domain.value import Value


class Verdict(StrEnum):
    """One person's change on one measure."""

    REACHED = "reached"  # at least the change that matters
    BELOW = "below"  # better or worse, but less than the change that matters
    MAY_BE_ERROR = "may_be_error"  # matters, but within measurement error
    UNCHANGED = "unchanged"
    WORSE = "worse"  # at least the change that matters, the wrong way
    NOT_MEASURED = "not_measured"
    NOT_COMPARABLE = "not_comparable"
    NO_CUT_OFF = "no_cut_off"


class ChangeThreshold(Value):
    """The change that matters which was used, with its source; kept with every comparison."""

    points: float
    percent: float | None
    detectable: float | None
    source: str
    verification: str
    low_baseline: float | None = None


class OutcomeChange(Value):
    """``improvement`` is in points, above zero = better, whichever way the scale runs."""

    measure: str
    subscale: str = TOTAL
    baseline: Score | None
    follow_up: Score | None
    improvement: float | None
    percent: float | None
    verdict: Verdict
    threshold: ChangeThreshold | None
    note: str = ""

    @property
    def is_responder(self) -> bool:
        """True when the change reached both the points and the percentage that matter."""
        return self.verdict is Verdict.REACHED
