"""Other trials and reviews, each with its own measures: shown beside an effect, never pooled with it."""

from enum import StrEnum

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.value import Value


class Bearing(StrEnum):
    """How a study bears on the claim it stands beside."""

    SUPPORTS = "supports"
    MIXED = "mixed"
    AGAINST = "against"
    CONTEXT = "context"


class Result(Value):
    """One number of a study in that study's own unit. What could not be read is ``None``."""

    what: str
    against: str = ""
    time: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    words: str = ""
    verification: Verification


class Study(Value):
    """A trial, review or guideline.

    ``components`` names the cards it is shown on, in the order of the file.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,60}$")
    source: str
    kind: str = Field(pattern="^(trial|review|meta_regression|guideline|cohort|secondary_analysis|template)$")
    participants: int | None = None
    trials: int | None = None
    components: tuple[str, ...] = ()
    bearing: Bearing
    says: str = Field(min_length=20, max_length=320)
    results: tuple[Result, ...] = ()
    verification: Verification


class Remark(Value):
    """What a sensitivity analysis or the authors said of one row; printed beside it."""

    effect: str
    words: str
    verification: Verification


class PressNumber(Value):
    """A percentage from the news: where it was seen, what it compares, and what it is not. Never charted."""

    percent: int
    compares: str
    against: str
    seen_in: str = Field(pattern="^(paper_to_check|press_only)$")
    sources: tuple[str, ...]
    is_not: str
    verification: Verification
