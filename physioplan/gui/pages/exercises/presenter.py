"""The exercise library: found by word and facet, read in full, with its easier and harder steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from physioplan.content.clinical_content import ClinicalContent
from physioplan.gui.navigator import Navigator
from physioplan.library.exercise import Category, Exercise, Position
from physioplan.library.exercise_library import Facets


@dataclass(frozen=True, slots=True)
class ExercisesView:
    """What the page shows. ``counts`` are exercises per category in the whole library."""

    found: tuple[Exercise, ...]
    total: int
    counts: Mapping[Category, int]
    typed: str
    facets: Facets
    chosen: Exercise | None
    easier: Exercise | None
    harder: Exercise | None
    content: ClinicalContent


@dataclass(slots=True)
class _Asked:
    typed: str = ""
    facets: Facets = field(default_factory=Facets)
    chosen: str = ""


class ExercisesPresenter:
    """Drives the page through ``display``."""

    def __init__(self, content: ClinicalContent, navigator: Navigator, language: Callable[[], str]) -> None:
        self._content = content
        self._navigator = navigator
        self._language = language
        self._asked = _Asked()
        self._display: Callable[[ExercisesView], None] = lambda view: None

    def attach(self, display: Callable[[ExercisesView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, exercise_id: str = "") -> None:
        """Show the library, with one exercise open when it is named."""
        if exercise_id:
            self._asked.chosen = exercise_id
        self._show()

    def search(self, typed: str) -> None:
        """Keep the exercises that hold every word."""
        self._asked.typed = typed
        self._show()

    def keep_category(self, category: Category, on: bool) -> None:
        """Switch a category facet."""
        held = self._asked.facets.categories
        kept = held | {category} if on else held - {category}
        self._asked.facets = replace(self._asked.facets, categories=kept)
        self._show()

    def keep_position(self, position: Position | None) -> None:
        """Keep one starting position, or any."""
        positions = frozenset() if position is None else frozenset({position})
        self._asked.facets = replace(self._asked.facets, positions=positions)
        self._show()

    def keep_level(self, level: int | None) -> None:
        """Keep one level, or any."""
        self._asked.facets = replace(
            self._asked.facets, levels=frozenset() if level is None else frozenset({level})
        )
        self._show()

    def without(self, precaution: str, on: bool) -> None:
        """Leave out what is unwise with this precaution."""
        held = self._asked.facets.without
        self._asked.facets = replace(
            self._asked.facets, without=held | {precaution} if on else held - {precaution}
        )
        self._show()

    def clear(self) -> None:
        """Everything again."""
        self._asked = _Asked(chosen=self._asked.chosen)
        self._show()

    def choose(self, exercise_id: str) -> None:
        """Read one exercise in full."""
        self._asked.chosen = exercise_id
        self._show()

    def _show(self) -> None:
        library = self._content.library
        found = library.search(self._asked.typed, self._asked.facets, self._language())
        chosen = library.get(self._asked.chosen) or (found[0] if found else None)
        counts = {category: sum(e.category is category for e in library) for category in Category}
        self._display(
            ExercisesView(
                found=found,
                total=len(library),
                counts=counts,
                typed=self._asked.typed,
                facets=self._asked.facets,
                chosen=chosen,
                easier=library.easier(chosen) if chosen else None,
                harder=library.harder(chosen) if chosen else None,
                content=self._content,
            )
        )
