"""The motor control module: its stages with criteria for moving on, and the patterns a therapist may name."""

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.movement import ControlImpairmentPattern
from physioplan.domain.value import Value


class StageCriterion(Value):
    """One thing the therapist sees before the next stage begins."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    words: str


class ControlStage(Value):
    """One stage: what is done, how much, and every criterion for leaving it."""

    number: int = Field(ge=0, le=3)
    name: str
    content: tuple[str, ...] = Field(min_length=1)
    dose: str
    criterion: tuple[StageCriterion, ...] = Field(min_length=1)
    sources: tuple[str, ...]
    verification: Verification
    dose_verification: Verification

    def still_open(self, met: frozenset[str]) -> tuple[StageCriterion, ...]:
        """The criteria not yet met; empty when the patient may move on. Deciding stays with the therapist."""
        return tuple(one for one in self.criterion if one.id not in met)


class PatternProfile(Value):
    """What goes with a control-impairment pattern. Describes; the program never classifies."""

    id: ControlImpairmentPattern
    provoked_by: tuple[str, ...]
    eased_by: tuple[str, ...]
    emphasis: tuple[str, ...]
    sources: tuple[str, ...]
    verification: Verification
