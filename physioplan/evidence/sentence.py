"""What may honestly be said about the effect, at two reading levels, and what may never be said."""

import re
from functools import cached_property

from pydantic import Field, field_validator

from physioplan.domain.citation import Verification
from physioplan.domain.value import Value


class HonestSentence(Value):
    """One fact: ``clinician`` with numbers and certainty, ``patient`` in plain words. Keyed by language."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,60}$")
    effects: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    verification: Verification
    clinician: dict[str, str]
    patient: dict[str, str]

    def for_patient(self, language: str) -> str:
        """The plain words in ``language``, or English where a translation is missing."""
        return self.patient.get(language) or self.patient["en"]

    def for_clinician(self, language: str) -> str:
        """The numbers and certainty in ``language``, or English where a translation is missing."""
        return self.clinician.get(language) or self.clinician["en"]


class ForbiddenPhrase(Value):
    """A claim that no shipped text may make, in any language.

    ``pattern`` is a regular expression, case ignored.
    """

    pattern: str
    language: str = Field(pattern="^([a-z]{2}|any)$")
    why: str

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as fault:
            raise ValueError(f"not a regular expression: {fault}") from fault
        return pattern

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, re.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """True when ``text`` makes the claim; runs of white space count as one space."""
        return self.expression.search(" ".join(text.split())) is not None
