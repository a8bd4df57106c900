"""Which exercises may be proposed to this person, and which of them comes first for a slot.

What speaks against an exercise is asked in a fixed order: safety, precautions, equipment, dislikes,
direction. What remains is sorted by goal match, continuity, level, minutes and id, so that the same
findings give the same programme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from physioplan.domain.movement import Direction
from physioplan.domain.preferences import Preferences
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.library.exercise import Category, Exercise
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.library.suitability import obstacles
from physioplan.prescribing.goal_words import stems

# What a precaution asks for, not only what it forbids: words of an exercise's targets.
_FAVOURED = {"osteoporosis": ("extensor", "balance"), "balance": ("balance",)}
ANYWHERE = frozenset({"shoes", "timer", "rail"})  # what nearly everybody has; never a reason to leave one out


@dataclass(frozen=True)
class Wishes:
    """What shapes the choice for one person, worked out once."""

    precautions: frozenset[str]
    withholding: frozenset[str]
    no_resistance: bool
    equipment: frozenset[str]
    dislikes: frozenset[str]
    likes: frozenset[str]
    goal_words: tuple[tuple[str, frozenset[str]], ...]
    avoided: Direction | None
    start_low: bool
    favoured: frozenset[str]
    wants_support: bool
    highest_stage: int


def wishes_of(findings: ClinicalFindings, preferences: Preferences) -> Wishes:
    """Gather them.

    ``start_low`` = severe disability, very low confidence, poor condition or a risk of falls.
    """
    avoided = Direction(findings.provoked_direction) if findings.provoked_direction else None
    start_low = (
        (findings.odi or 0) > 40
        or (findings.pseq is not None and findings.pseq < 20)
        or "deconditioned" in findings.noticed
        or "balance" in findings.precautions
    )
    return Wishes(
        precautions=findings.precautions,
        withholding=findings.withholding,
        no_resistance=findings.resistance_stopped,
        equipment=preferences.equipment | ANYWHERE,
        dislikes=preferences.dislikes,
        likes=preferences.likes,
        goal_words=tuple((words, stems(words)) for words in findings.goal_words),
        avoided=avoided,
        start_low=start_low,
        favoured=frozenset(word for code in findings.precautions for word in _FAVOURED.get(code, ())),
        wants_support="balance" in findings.precautions,
        highest_stage=2 if "spondylolisthesis" in findings.precautions else 3,
    )


def fits(exercise: Exercise, wishes: Wishes) -> bool:
    """True when safety, precautions, equipment and dislikes leave it standing.

    Direction is asked by phase.
    """
    if wishes.no_resistance and exercise.category is Category.STRENGTH:
        return False
    return not obstacles(exercise, wishes.withholding, wishes.equipment, wishes.dislikes)


def loads(exercise: Exercise, direction: Direction | None) -> bool:
    """True when ``exercise`` goes into ``direction``."""
    return direction is not None and direction in exercise.direction


def _trains(exercise: Exercise, wanted: frozenset[str]) -> bool:
    """True when one of the ``wanted`` words begins a word of its targets."""
    targets = " ".join((*exercise.target, *exercise.words_in("en").search)).casefold().split()
    return any(word.startswith(one) for word in targets for one in wanted)


def goal_met(exercise: Exercise, wishes: Wishes) -> str | None:
    """The patient's goal whose words the exercise shares in any language, or ``None``.

    Its name and search words count, not its id: lifting the pelvic floor does not practise lifting a child.
    """
    if not wishes.goal_words:
        return None
    own = stems(" ".join(_words_of(exercise)))
    return next((goal for goal, tokens in wishes.goal_words if tokens & own), None)


def _words_of(exercise: Exercise) -> Iterator[str]:
    for words in exercise.words.values():
        yield words.name
        yield from words.search


@dataclass(frozen=True)
class Ranking:
    """What a slot looks for in one phase."""

    categories: tuple[Category, ...]
    level: int
    stage: int
    earlier: Exercise | None
    library: ExerciseLibrary
    wishes: Wishes

    def best_of(self, pool: Iterable[Exercise]) -> Exercise | None:
        """The first of ``pool`` in the fixed order, or ``None`` when it is empty."""
        return min((e for e in pool if self._is_in_reach(e)), key=self._key, default=None)

    def _is_in_reach(self, exercise: Exercise) -> bool:
        if exercise.category not in self.categories or exercise.level > self.level + 1:
            return False
        return (exercise.motor_control_stage or 0) <= self._stage

    @property
    def _stage(self) -> int:
        return min(self.stage, self.wishes.highest_stage)

    def _key(self, exercise: Exercise) -> tuple[object, ...]:
        wishes = self.wishes
        liked = exercise.id in wishes.likes or exercise.category.value in wishes.likes
        stage = exercise.motor_control_stage or 0
        return (
            self.categories.index(exercise.category),
            self._stage - stage if stage else 0,
            wishes.wants_support and not exercise.supported,
            bool(wishes.favoured) and not _trains(exercise, wishes.favoured),
            goal_met(exercise, wishes) is None,
            not liked,
            self._continuity(exercise),
            abs(exercise.level - self.level),
            exercise.dose.default.minutes_a_day,
            exercise.id,
        )

    def _continuity(self, exercise: Exercise) -> int:
        """0 for the harder step of what is already done, 1 for the same again, 2 for something new."""
        if self.earlier is None:
            return 2
        harder = self.library.harder(self.earlier)
        if harder is not None and harder.id == exercise.id and exercise.level <= self.level:
            return 0
        return 1 if exercise.id == self.earlier.id else 2
