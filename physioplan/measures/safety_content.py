"""All safety content in one value: flags, signs, precautions, contraindications, limits and pathways."""

from collections.abc import Mapping
from typing import Self

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.value import Value
from physioplan.measures.precaution import Contraindication, Effect, Precaution, PressureLimits
from physioplan.measures.red_flag import FlagGroup, RedFlag, RiskModifier
from physioplan.measures.spondyloarthritis import SpondyloarthritisRule


class PathwayWords(Value):
    """What the clinician reads: a heading, and steps in order."""

    title: str
    steps: tuple[str, ...] = Field(min_length=1)


class Pathway(Value):
    """What happens next in this place. A clinic may put its own text in front of ours."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    hidden_from_patient: bool = False
    source: str
    verification: Verification
    words: dict[str, PathwayWords]
    local_text: str = ""

    def words_in(self, language: str) -> PathwayWords:
        """The clinic's own text where there is one, else the words of ``language`` or English."""
        shipped = self.words.get(language) or self.words["en"]
        if not self.local_text.strip():
            return shipped
        steps = tuple(line.strip() for line in self.local_text.splitlines() if line.strip())
        return shipped.amend(steps=steps)


class SafetyContent(Value):
    """Everything ``assets/safety`` holds. ``group_words`` maps a language to the headings of the groups."""

    flags: tuple[RedFlag, ...]
    modifiers: tuple[RiskModifier, ...] = ()
    group_words: dict[str, dict[str, str]]
    spondyloarthritis: SpondyloarthritisRule
    precautions: tuple[Precaution, ...]
    contraindications: tuple[Contraindication, ...]
    blood_pressure: PressureLimits
    pathways: tuple[Pathway, ...]

    def flag(self, name: str) -> RedFlag | None:
        """The flag with this id, or ``None``."""
        return next((flag for flag in self.flags if flag.id == name), None)

    def flags_of(self, group: FlagGroup) -> tuple[RedFlag, ...]:
        """The flags of one group, in the order they are asked."""
        return tuple(flag for flag in self.flags if flag.group is group)

    def precaution(self, name: str) -> Precaution | None:
        """The precaution with this id, or ``None``."""
        return next((one for one in self.precautions if one.id == name), None)

    def contraindication(self, name: str) -> Contraindication | None:
        """The contraindication with this id, or ``None``."""
        return next((one for one in self.contraindications if one.id == name), None)

    def pathway(self, name: str) -> Pathway | None:
        """The pathway with this id, or ``None``."""
        return next((one for one in self.pathways if one.id == name), None)

    @property
    def groups(self) -> tuple[FlagGroup, ...]:
        """The groups that hold a flag, in the order they are asked."""
        present = {flag.group for flag in self.flags}
        return tuple(group for group in FlagGroup if group in present)

    @property
    def effects(self) -> dict[str, Effect]:
        """Precaution id → what it does to exercises with its code."""
        return {one.id: one.effect for one in self.precautions}

    def with_local_pathways(self, texts: Mapping[str, str]) -> Self:
        """The same content with the clinic's own texts in front; unknown ids are ignored."""
        replaced = tuple(
            one.amend(local_text=texts[one.id]) if texts.get(one.id) else one for one in self.pathways
        )
        return self.amend(pathways=replaced)
