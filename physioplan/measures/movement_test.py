"""One movement-control test: how it is asked, when it is passed, and what a fail says about direction."""

from typing import Any

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.movement import Direction
from physioplan.domain.value import Value


class MovementTestWords(Value):
    """``instruction`` is said to the patient; ``passed`` and ``failed`` are read by the therapist."""

    name: str = Field(min_length=3, max_length=60)
    instruction: str
    passed: str
    passed_short: str = Field(max_length=60)
    failed: str
    directions: str = Field(max_length=40)


class MovementTest(Value):
    """``place`` is its turn among the six; ``sides`` says whether left and right are asked apart.

    ``figure`` is pose data for ``drawing.figure``.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    place: int = Field(ge=1, le=12)
    sides: bool = False
    directions: tuple[Direction, ...] = Field(min_length=1)
    criteria_source: str
    criteria_verification: Verification
    words: dict[str, MovementTestWords]
    figure: dict[str, Any] | None = None

    def words_in(self, language: str) -> MovementTestWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]
