"""How a paper is printed: size, type, ink, whose name, which pages and which weeks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """Sheet sizes a clinic's printer holds."""

    A4 = "a4"
    LETTER = "letter"


class InkMode(StrEnum):
    """Colour, or one black ink for a laser printer and its photocopies."""

    COLOUR = "colour"
    BLACK = "black"


class Section(StrEnum):
    """The pages a coaching plan can have, in the order they are printed."""

    PLAN = "plan"
    EXERCISES = "exercises"
    BAD_DAY = "bad_day"
    HURTS_MORE = "hurts_more"
    ACTION = "action"
    DIARY = "diary"


DEFAULT_SECTIONS = frozenset({Section.PLAN, Section.EXERCISES, Section.HURTS_MORE, Section.DIARY})
EXERCISES_ONLY = frozenset({Section.EXERCISES})
DIARY_ONLY = frozenset({Section.DIARY})


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What the print dialog asks. No ``phases`` means: the phase that ``week`` falls in."""

    paper: Paper = Paper.A4
    large_print: bool = False
    ink: InkMode = InkMode.COLOUR
    initials_only: bool = False
    sections: frozenset[Section] = DEFAULT_SECTIONS
    phases: tuple[str, ...] = ()
    week: int = 1
    language: str = "en"
