"""Effects and studies as lines of text: the number never without comparator, time, certainty and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from physioplan.domain.citation import Verification
from physioplan.domain.effect import CertaintyOfEvidence, Comparator, Effect, EffectTime
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.evidence.study import Study

if TYPE_CHECKING:
    from physioplan.content.clinical_content import ClinicalContent

_AGAINST = {
    Comparator.ACTIVE: "other active care",
    Comparator.PASSIVE: "passive care",
    Comparator.NOT_STATED: "not stated",
}
_TIME = {EffectTime.WEEK_12: "12 weeks", EffectTime.YEAR_1: "1 year", EffectTime.NOT_STATED: "not stated"}
WIDTHS = (10, 10, 17, 22, 9)


@dataclass(frozen=True, slots=True)
class EffectRow:
    """The cells of one row and the notes below it."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()
    widths: tuple[int, ...] = WIDTHS


def effect_rows(effects: Iterable[Effect], book: EvidenceBook) -> Iterator[EffectRow]:
    """A head row, then one row for each effect, with oddities and remarks below, and the sources last."""
    yield EffectRow(("outcome", "time", "against", "SMD (95 % CI)", "certainty"))
    sources: dict[str, None] = {}
    for effect in effects:
        sources[effect.source] = None
        notes = [effect.as_published, book.remark_on(effect.id)]
        if effect.includes_no_effect:
            notes.insert(0, "The interval includes no effect.")
        yield EffectRow(
            (
                str(effect.outcome),
                _TIME[effect.time],
                _AGAINST[effect.comparator],
                number_of(effect),
                certainty_of(effect.certainty),
            ),
            tuple(note for note in notes if note),
        )
    for key in sources:
        citation = book.sources.get(key)
        if citation is not None:
            doi = f", doi {citation.doi}" if citation.doi else ""
            yield EffectRow(("source", f"{citation.short}{doi}"), (), (6, 60))


def number_of(effect: Effect) -> str:
    """``−0.28 (−0.42 to −0.14)``, or why there is no number."""
    if not effect.pooled:
        return "not pooled" if effect.as_published else "not reported"
    if effect.smd is None or effect.low is None or effect.high is None:
        return "not reported"
    return f"{signed(effect.smd)} ({signed(effect.low)} to {signed(effect.high)})"


def signed(number: float) -> str:
    """Two decimals with a true minus sign."""
    return f"{number:.2f}".replace("-", "−")


def certainty_of(certainty: CertaintyOfEvidence) -> str:
    """GRADE's word."""
    return str(certainty).replace("_", " ")


def study_line(study: Study, content: ClinicalContent) -> str:
    """What a study says, with its source and whether that was checked."""
    unchecked = "; UNVERIFIED" if study.verification is Verification.UNVERIFIED else ""
    return f"{study.says} [{content.source_line(study.source)}; {study.bearing}{unchecked}]"
