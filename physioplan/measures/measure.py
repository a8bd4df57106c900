"""One outcome measure as its asset file tells it: items, scales, words and rights, never a form's text."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from physioplan.domain.citation import Verification
from physioplan.domain.score import TOTAL
from physioplan.domain.value import Value
from physioplan.measures.item import Item, ItemGroup
from physioplan.measures.scale import Scale


class EntryKind(StrEnum):
    """How answers get in."""

    OWN_WORDING = "own_wording"  # asked on screen in our own words
    NUMBERED_ITEMS = "numbered_items"  # item numbers, copied from the clinic's own form
    TOTAL_ONLY = "total_only"  # the score alone, copied from the clinic's own form


class Domain(StrEnum):
    """What a measure is about; pages and the profile group by it."""

    PAIN = "pain"
    DISABILITY = "disability"
    RISK = "risk"
    MIND = "mind"
    QUALITY_OF_LIFE = "quality_of_life"
    CHANGE = "change"
    ADHERENCE = "adherence"


class Licence(Value):
    """Whose it is, on what terms, and which form the clinic must hold."""

    owner: str
    terms: str
    form_to_use: str
    verification: Verification
    source: str = ""
    credit: str = ""


class MeasureWords(Value):
    """The words of one language: ours alone."""

    name: str = Field(min_length=2, max_length=80)
    short: str = Field(min_length=2, max_length=24)
    about: str = ""
    instruction: str = ""
    items: dict[str, str] = Field(default_factory=dict)
    low_anchor: str = ""
    high_anchor: str = ""
    answers: dict[str, str] = Field(default_factory=dict)
    scales: dict[str, str] = Field(default_factory=dict)
    bands: dict[str, str] = Field(default_factory=dict)


class Measure(Value):
    """An outcome measure of one version. The first scale is the one that is followed and compared.

    ``worst_and_average`` names two items of which the first should not be below the second.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{1,30}$")
    version: str = Field(min_length=1)
    domain: Domain
    entry: EntryKind
    minutes: float = Field(gt=0, le=30)
    minutes_verification: Verification = Verification.CONSENSUS
    item_groups: tuple[ItemGroup, ...] = ()
    worst_and_average: tuple[str, str] | None = None
    alert_items: tuple[str, ...] = ()
    scales: tuple[Scale, ...] = Field(min_length=1)
    licence: Licence
    notes: tuple[str, ...] = ()
    words: dict[str, MeasureWords]

    @model_validator(mode="after")
    def _names_resolve(self) -> Self:
        items = [name for group in self.item_groups for name in group.ids]
        if len(items) != len(set(items)):
            raise ValueError("an item is listed twice")
        scales = [scale.key for scale in self.scales]
        if len(scales) != len(set(scales)):
            raise ValueError("a scale is listed twice")
        if "en" not in self.words:
            raise ValueError("words.en is missing")
        for scale in self.scales:
            recoded = tuple(recode.item for recode in scale.recodes)
            unknown = {*scale.items, *scale.reversed, *recoded} - set(items)
            if unknown:
                raise ValueError(
                    f"scale {scale.key} names items that do not exist: {', '.join(sorted(unknown))}"
                )
            others = {band.when.scale for band in scale.bands if band.when} - set(scales)
            if others:
                raise ValueError(f"a band of scale {scale.key} names an unknown scale: {', '.join(others)}")
        stray = {*self.alert_items, *(self.worst_and_average or ())} - set(items)
        if stray:
            raise ValueError(f"unknown items: {', '.join(sorted(stray))}")
        return self

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in the order of the form."""
        return tuple(item for group in self.item_groups for item in group.each())

    def item(self, name: str) -> Item | None:
        """The item called ``name``, or ``None``."""
        return next((item for item in self.items if item.id == name), None)

    @property
    def main(self) -> Scale:
        """The scale that is followed and compared."""
        return self.scales[0]

    def scale(self, key: str = TOTAL) -> Scale | None:
        """The scale called ``key``, or ``None``."""
        return next((scale for scale in self.scales if scale.key == key), None)

    def items_of(self, scale: Scale) -> tuple[Item, ...]:
        """The items that ``scale`` is made of, in the order of the form."""
        if not scale.items:
            return self.items if scale.method.value != "entered" else ()
        return tuple(item for item in self.items if item.id in scale.items)

    def words_in(self, language: str) -> MeasureWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]

    @property
    def takes_entered_totals(self) -> bool:
        """True when a score copied from the clinic's form may be entered instead of items."""
        return self.entry is not EntryKind.OWN_WORDING or len(self.items) == 1
