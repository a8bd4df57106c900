"""The evidence of one edition.

Sources, effects, other studies, rules and honest sentences, checked against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from physioplan.domain.citation import Citation
from physioplan.domain.effect import Effect
from physioplan.domain.value import Value
from physioplan.evidence.motor_control import ControlStage, PatternProfile
from physioplan.evidence.rule import DecisionRule, Moment
from physioplan.evidence.sentence import ForbiddenPhrase, HonestSentence
from physioplan.evidence.study import PressNumber, Remark, Study

FILES = ("sources", "effects", "studies", "rules", "sentences", "motor_control")
# TOML has no null: a key left out of an effect means "not reported".
_NOT_REPORTED: dict[type[Value], dict[str, None]] = {Effect: {"smd": None, "low": None, "high": None}}
_Kind = TypeVar("_Kind", bound=Value)


@dataclass(frozen=True, slots=True)
class EvidenceFault:
    """One fault of one file: ``file`` without folder, the dotted key, and what to mend."""

    file: str
    key: str
    sentence: str


class EvidenceFaults(Exception):
    """All faults of all evidence files at once."""

    def __init__(self, faults: tuple[EvidenceFault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(f"{f.file}: {f.key}: {f.sentence}" for f in faults))


@dataclass(frozen=True)
class EvidenceBook:
    """Everything the rules know. ``edition`` is copied into each plan."""

    edition: str
    rules: tuple[DecisionRule, ...]
    effects: tuple[Effect, ...]
    sources: Mapping[str, Citation]
    studies: tuple[Study, ...]
    sentences: tuple[HonestSentence, ...]
    forbidden: tuple[ForbiddenPhrase, ...]
    press_numbers: tuple[PressNumber, ...]
    remarks: tuple[Remark, ...] = ()
    stages: tuple[ControlStage, ...] = ()
    patterns: tuple[PatternProfile, ...] = ()

    def rule(self, number: int) -> DecisionRule:
        """The rule with this number. Raises KeyError."""
        for rule in self.rules:
            if rule.number == number:
                return rule
        raise KeyError(number)

    def rules_at(self, moment: Moment) -> tuple[DecisionRule, ...]:
        """The rules asked at ``moment``, by number."""
        return tuple(rule for rule in self.rules if rule.moment is moment)

    def effect(self, effect_id: str) -> Effect | None:
        """The effect with this id, or ``None``."""
        return next((effect for effect in self.effects if effect.id == effect_id), None)

    def remark_on(self, effect_id: str) -> str:
        """What is printed beside a row, or nothing."""
        return next((remark.words for remark in self.remarks if remark.effect == effect_id), "")

    def effects_of(self, component: str) -> tuple[Effect, ...]:
        """The rows of one card, in the order they are drawn."""
        return tuple(effect for effect in self.effects if effect.treatment == component)

    def studies_of(self, component: str) -> tuple[Study, ...]:
        """The other studies of one card."""
        return tuple(study for study in self.studies if component in study.components)

    def sentence(self, sentence_id: str) -> HonestSentence:
        """The honest sentence with this id. Raises KeyError."""
        for sentence in self.sentences:
            if sentence.id == sentence_id:
                return sentence
        raise KeyError(sentence_id)


def parse_evidence(tables: Mapping[str, Mapping[str, Any]]) -> EvidenceBook:
    """Make the book from parsed TOML, one table for each of ``FILES``.

    Raises EvidenceFaults with every fault.
    """
    faults: list[EvidenceFault] = []
    for file in FILES:
        if file not in tables:
            faults.append(EvidenceFault(f"{file}.toml", "", "the file is missing"))
    rows = _Rows(tables, faults)
    sources = rows.read("sources", "source", Citation, "key")
    effects = rows.read("effects", "effect", Effect, "id")
    remarks = rows.read("effects", "remark", Remark, "effect")
    press = rows.read("effects", "press_number", PressNumber, "percent")
    studies = rows.read("studies", "study", Study, "id")
    rules = rows.read("rules", "rule", DecisionRule, "id")
    sentences = rows.read("sentences", "sentence", HonestSentence, "id")
    forbidden = rows.read("sentences", "forbidden", ForbiddenPhrase, "pattern")
    edition = str(tables.get("rules", {}).get("edition", ""))
    if not edition:
        faults.append(
            EvidenceFault("rules.toml", "edition", 'the edition is missing; write edition = "2026-11"')
        )
    book = EvidenceBook(
        edition=edition,
        rules=tuple(sorted(rules, key=lambda rule: (rule.number, rule.id))),
        effects=effects,
        sources={source.key: source for source in sources},
        studies=studies,
        sentences=sentences,
        forbidden=forbidden,
        press_numbers=press,
        remarks=remarks,
        stages=rows.read("motor_control", "stage", ControlStage, "number"),
        patterns=rows.read("motor_control", "pattern", PatternProfile, "id"),
    )
    faults += _loose_ends(book)
    if faults:
        raise EvidenceFaults(tuple(faults))
    return book


class _Rows:
    """Reads arrays of tables, gathering faults instead of stopping."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], faults: list[EvidenceFault]) -> None:
        self._tables, self._faults = tables, faults

    def read(self, file: str, array: str, kind: type[_Kind], name: str) -> tuple[_Kind, ...]:
        """Every ``[[array]]`` of ``file`` as ``kind``; ``name`` is the key people know a row by."""
        good: list[_Kind] = []
        seen: set[str] = set()
        for place, raw in enumerate(self._tables.get(file, {}).get(array, ()), start=1):
            called = f"{array}[{raw.get(name, place)}]"
            if str(raw.get(name)) in seen:
                self._faults.append(EvidenceFault(f"{file}.toml", called, "this name is used twice"))
            seen.add(str(raw.get(name)))
            try:
                good.append(kind.model_validate({**_NOT_REPORTED.get(kind, {}), **raw}))
            except ValidationError as wrong:
                self._faults += (
                    EvidenceFault(
                        f"{file}.toml", ".".join([called, *map(str, fault["loc"])]), _plain(fault["msg"])
                    )
                    for fault in wrong.errors()
                )
        return tuple(good)


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


def _loose_ends(book: EvidenceBook) -> Iterator[EvidenceFault]:
    """Names that lead nowhere."""
    effects = {effect.id for effect in book.effects}
    studies = {study.id for study in book.studies}
    for effect in book.effects:
        yield from _unknown("effects.toml", f"effect[{effect.id}].source", (effect.source,), book.sources)
        numbers = (effect.smd, effect.low, effect.high)
        if effect.pooled and None in numbers:
            yield EvidenceFault(
                "effects.toml", f"effect[{effect.id}]", "a pooled row needs smd, low and high"
            )
        if not effect.pooled and any(number is not None for number in numbers):
            yield EvidenceFault(
                "effects.toml", f"effect[{effect.id}]", "a row that is not pooled carries no number"
            )
    for remark in book.remarks:
        yield from _unknown("effects.toml", f"remark[{remark.effect}].effect", (remark.effect,), effects)
    for number in book.press_numbers:
        yield from _unknown(
            "effects.toml", f"press_number[{number.percent}].sources", number.sources, book.sources
        )
    for study in book.studies:
        yield from _unknown("studies.toml", f"study[{study.id}].source", (study.source,), book.sources)
    for rule in book.rules:
        called = f"rule[{rule.id}]"
        yield from _unknown("rules.toml", f"{called}.sources", rule.sources, book.sources)
        yield from _unknown("rules.toml", f"{called}.effects", rule.effects, effects)
        yield from _unknown("rules.toml", f"{called}.studies", rule.studies, studies)
    for sentence in book.sentences:
        called = f"sentence[{sentence.id}]"
        yield from _unknown("sentences.toml", f"{called}.sources", sentence.sources, book.sources)
        yield from _unknown("sentences.toml", f"{called}.effects", sentence.effects, effects)
    for stage in book.stages:
        yield from _unknown("motor_control.toml", f"stage[{stage.number}]", stage.sources, book.sources)
    for pattern in book.patterns:
        yield from _unknown("motor_control.toml", f"pattern[{pattern.id}]", pattern.sources, book.sources)
    used = [rule.number for rule in book.rules]
    for twice in sorted({n for n in used if used.count(n) > 1}):
        yield EvidenceFault("rules.toml", f"rule {twice}", "two rules have this number")


def _unknown(file: str, key: str, names: tuple[str, ...], known: object) -> Iterator[EvidenceFault]:
    for name in names:
        if name not in known:  # type: ignore[operator]
            yield EvidenceFault(file, key, f'nothing is called "{name}"')
