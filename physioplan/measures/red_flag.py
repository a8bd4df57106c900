"""One red flag of the safety screen: a single yes or no with one threshold, its urgency and its words."""

from enum import StrEnum

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.safety import Urgency
from physioplan.domain.value import Value


class FlagGroup(StrEnum):
    """The groups of the screen, in the order they are asked."""

    NERVE = "nerve"
    FRACTURE = "fracture"
    PERSON = "person"
    CANCER = "cancer"
    INFECTION = "infection"
    INFLAMMATORY = "inflammatory"
    VESSELS = "vessels"


class FlagWords(Value):
    """``name`` and ``explanation`` are ticked by; ``why`` and ``action`` are read when it is ticked."""

    name: str = Field(min_length=3, max_length=60)
    explanation: str
    why: str
    action: str


class RedFlag(Value):
    """``locks_plan``: an exercise plan stays shut while it is open. ``pathway``: the local text it opens.

    ``hidden_from_patient`` keeps it off a screen turned to the patient. ``opens_signs`` marks the flag that
    opens the nine signs of inflammatory back pain, whose count decides how urgent it is.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    code: str
    group: FlagGroup
    suspect: str
    urgency: Urgency
    locks_plan: bool
    hidden_from_patient: bool = False
    opens_signs: bool = False
    pathway: str
    source: str
    verification: Verification
    note: str = ""
    words: dict[str, FlagWords]

    def words_in(self, language: str) -> FlagWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]


class RiskModifier(Value):
    """Something that makes a flag weigh more but is none itself, such as diabetes."""

    id: str
    raises: tuple[str, ...]
    source: str
    verification: Verification
    words: dict[str, str]
