"""All exercises at hand: the shipped ones joined by the clinic's own, found by id, by step, by word and facet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from physioplan.domain.movement import Direction

if TYPE_CHECKING:
    from physioplan.library.exercise import Category, Exercise, Position, Step


@dataclass(frozen=True, slots=True)
class Facets:
    """What to keep: empty means "any". ``equipment`` is what is at hand; ``without`` precautions leave out."""

    categories: frozenset[Category] = frozenset()
    positions: frozenset[Position] = frozenset()
    levels: frozenset[int] = frozenset()
    directions: frozenset[Direction] = frozenset()
    equipment: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    def keep(self, exercise: Exercise) -> bool:
        """True when ``exercise`` passes every facet that is set."""
        return (
            (not self.categories or exercise.category in self.categories)
            and (not self.positions or exercise.position in self.positions)
            and (not self.levels or exercise.level in self.levels)
            and (not self.directions or not self.directions.isdisjoint(exercise.direction))
            and (self.equipment is None or exercise.equipment <= self.equipment)
            and self.without.isdisjoint(exercise.precautions)
        )


@dataclass(frozen=True)
class ExerciseLibrary:
    """Exercises by id, in a fixed order: category, level, id."""

    exercises: Mapping[str, Exercise]
    _haystacks: dict[str, dict[str, str]] = field(default_factory=dict, compare=False, repr=False)
    _names: dict[str, dict[str, str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, exercises: Iterable[Exercise]) -> ExerciseLibrary:
        """A library of ``exercises``; the last one of an id wins, so that the clinic's own may not hide another id."""
        from physioplan.library.exercise import Category

        place = {category: number for number, category in enumerate(Category)}
        ordered = sorted(exercises, key=lambda e: (place[e.category], e.level, e.id))
        return cls({exercise.id: exercise for exercise in ordered})

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises.values())

    def __len__(self) -> int:
        return len(self.exercises)

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self.exercises

    def get(self, exercise_id: str) -> Exercise | None:
        """The exercise with this id, or ``None``."""
        return self.exercises.get(exercise_id)

    def easier(self, exercise: Exercise) -> Exercise | None:
        """The exercise one step down, or ``None`` where the step is a worded variation or missing."""
        return self._towards(exercise.easier)

    def harder(self, exercise: Exercise) -> Exercise | None:
        """The exercise one step up, or ``None`` where the step is a worded variation or missing."""
        return self._towards(exercise.harder)

    def _towards(self, step: Step | None) -> Exercise | None:
        return self.get(step.exercise) if step is not None and step.exercise is not None else None

    def search(
        self, words: str = "", facets: Facets | None = None, language: str = "en"
    ) -> tuple[Exercise, ...]:
        """Exercises that hold every word (accents and case ignored) and pass the facets.

        A hit in the name comes before a hit elsewhere; otherwise the library's own order stays.
        """
        wanted = [fold(word) for word in words.split()]
        kept = [e for e in self if facets is None or facets.keep(e)]
        if not wanted:
            return tuple(kept)
        haystack = self._haystack(language)
        hits = [e for e in kept if all(word in haystack[e.id] for word in wanted)]
        names = self._names_in(language)
        return tuple(sorted(hits, key=lambda e: not all(word in names[e.id] for word in wanted)))

    def _names_in(self, language: str) -> dict[str, str]:
        if language not in self._names:
            self._names[language] = {e.id: fold(e.words_in(language).name) for e in self}
        return self._names[language]

    def _haystack(self, language: str) -> dict[str, str]:
        if language not in self._haystacks:
            self._haystacks[language] = {e.id: fold(" ".join(_searchable(e, language))) for e in self}
        return self._haystacks[language]

    @cached_property
    def equipment(self) -> tuple[str, ...]:
        """Every piece of equipment any exercise needs, sorted."""
        return tuple(sorted({item for exercise in self for item in exercise.equipment}))


def _searchable(exercise: Exercise, language: str) -> Iterator[str]:
    words = exercise.words_in(language)
    yield words.name
    yield exercise.code
    yield exercise.category.replace("_", " ")
    yield exercise.position.replace("_", " ")
    yield from (item.replace("_", " ") for item in exercise.equipment)
    yield from (direction.value for direction in exercise.direction)
    yield from exercise.target
    yield from words.search
    yield from words.steps


def fold(text: str) -> str:
    """Lower case without accents, for comparing what was typed with what is written."""
    apart = unicodedata.normalize(
        "NFKD", text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    )
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
