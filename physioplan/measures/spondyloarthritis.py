"""The nine signs of inflammatory back pain, and what their number leads to."""

from enum import StrEnum

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.value import Value


class SpaOutcome(StrEnum):
    """What the signs lead to."""

    NOT_ASKED = "not_asked"  # pain did not begin early and last long enough to count signs
    REFER = "refer"  # rheumatology
    TEST = "test"  # HLA-B27; refer when positive
    WEIGH_AGAIN = "weigh_again"  # too few signs; look again at later visits


class SpaSign(Value):
    """One sign. ``words`` maps a language to its sentence."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    words: dict[str, str]


class SpondyloarthritisRule(Value):
    """Counted only in pain that began before ``onset_before`` and lasted over ``longer_than_months``."""

    onset_before: int
    longer_than_months: int
    refer_from: int
    test_at: int
    source: str
    verification: Verification
    signs: tuple[SpaSign, ...]

    def outcome(self, signs: frozenset[str]) -> SpaOutcome:
        """What ``signs`` (ids) lead to; signs nobody listed do not count."""
        found = sum(sign.id in signs for sign in self.signs)
        if found >= self.refer_from:
            return SpaOutcome.REFER
        return SpaOutcome.TEST if found == self.test_at else SpaOutcome.WEIGH_AGAIN
