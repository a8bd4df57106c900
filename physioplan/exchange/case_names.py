"""The ids that a case file may name, and a fault with the nearest name for each one that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from physioplan.exchange.case_fault import CaseFault
from physioplan.exchange.case_file import (
    ALL_GROUPS,
    CaseChoice,
    CaseMeasure,
    CaseMovement,
    CasePreferences,
    CaseSafety,
)
from physioplan.exchange.case_sentences import key_path, nearest, shortened
from physioplan.measures.measure import Measure


@dataclass(frozen=True, slots=True)
class CaseNames:
    """What the content files define. ``flags`` maps each flag to the group it is asked in.

    ``opens_signs`` are the flags without which the signs of inflammatory back pain are not asked.
    """

    measures: Mapping[str, Measure]
    groups: frozenset[str]
    flags: Mapping[str, str]
    spa_signs: frozenset[str]
    precautions: frozenset[str]
    contraindications: frozenset[str]
    tests: frozenset[str]
    equipment: frozenset[str]
    exercises: frozenset[str]
    categories: frozenset[str]
    components: frozenset[str]
    opens_signs: frozenset[str] = frozenset()

    @property
    def likable(self) -> frozenset[str]:
        """What a like or dislike may name: an exercise or a whole category."""
        return self.exercises | self.categories


def unknown_in_safety(safety: CaseSafety, names: CaseNames) -> Iterator[CaseFault]:
    """Flags, groups, signs, precautions and contraindications that do not exist."""
    asked = [group for group in safety.asked if group != ALL_GROUPS]
    yield from _unknown(("safety", "asked"), asked, names.groups, "group of the safety screen")
    yield from _unknown(("safety", "present"), safety.present, frozenset(names.flags), "red flag")
    yield from _unknown(("safety", "spa_signs"), safety.spa_signs, names.spa_signs, "sign of inflammation")
    yield from _unknown(("safety", "precautions"), safety.precautions, names.precautions, "precaution")
    yield from _unknown(
        ("safety", "contraindications"), safety.contraindications, names.contraindications, "contraindication"
    )
    for place, clearance in enumerate(safety.clearances):
        if clearance.flag not in names.flags:
            yield _fault(
                ("safety", "clearances", place, "flag"), clearance.flag, frozenset(names.flags), "red flag"
            )


def unknown_measures(measures: Iterable[str], names: CaseNames) -> Iterator[CaseFault]:
    """Measures that do not exist; their items are the business of the measure itself."""
    for measure in measures:
        if measure not in names.measures:
            yield _fault(("measures", measure), measure, frozenset(names.measures), "measure")


def unknown_in_movement(movement: CaseMovement, names: CaseNames) -> Iterator[CaseFault]:
    """Movement tests that do not exist."""
    for test in movement.tests:
        if test not in names.tests:
            yield _fault(("movement", "tests", test), test, names.tests, "movement test")


def unknown_in_preferences(preferences: CasePreferences, names: CaseNames) -> Iterator[CaseFault]:
    """Equipment, likes and dislikes that do not exist."""
    yield from _unknown(
        ("preferences", "equipment"), preferences.equipment, names.equipment, "piece of equipment"
    )
    for key in ("likes", "dislikes"):
        yield from _unknown(
            ("preferences", key),
            getattr(preferences, key),
            names.likable,
            "exercise or category of exercises",
        )


def unknown_choices(choices: Mapping[str, CaseChoice], names: CaseNames) -> Iterator[CaseFault]:
    """Components and coping parts that do not exist."""
    for choice in choices:
        if choice not in names.components:
            yield _fault(("choices", choice), choice, names.components, "component or coping part")


def unknown_answers(key: str, given: CaseMeasure, measure: Measure) -> Iterator[CaseFault]:
    """Items and scales that ``measure`` does not have, in the place where they were written."""
    known = frozenset(item.id for item in measure.items) | frozenset(scale.key for scale in measure.scales)
    name, numbers = measure.words_in("en").short, [item.id for item in measure.items if item.id.isdigit()]
    for item in given.answers:
        if item in known:
            continue
        place = ("measures", key, "items", item) if item in given.items else ("measures", key, item)
        if item.isdigit() and numbers:
            sentence = f"{name} has no item {shortened(item)}. Its items are {numbers[0]} to {numbers[-1]}."
            yield CaseFault(key_path(place), sentence)
        else:
            yield _fault(place, item, known, f"item of {name}")


def _unknown(
    place: tuple[str | int, ...], given: Iterable[str], known: frozenset[str], what: str
) -> Iterator[CaseFault]:
    for number, name in enumerate(given):
        if name not in known:
            yield _fault((*place, number), name, known, what)


def _fault(place: tuple[str | int, ...], name: str, known: frozenset[str], what: str) -> CaseFault:
    return CaseFault(key_path(place), f"“{shortened(name)}” is not {_a(what)}. {nearest(name, known)}")


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
