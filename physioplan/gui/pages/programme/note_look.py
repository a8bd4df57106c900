"""How hard a note to the patient is to read, and which sentence makes it so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from physioplan.domain.reading_grade import LIMIT_NOTE, reading_grade


@dataclass(frozen=True, slots=True)
class NoteLook:
    """``grade`` is in school years or ``None``; ``longest`` is set only when it is too hard."""

    grade: float | None
    is_hard: bool = False
    longest: str = ""


def note_look(note: str, language: str) -> NoteLook:
    """Look at a whole note."""
    grade = reading_grade(note, language) if note.strip() else None
    if grade is None or grade <= LIMIT_NOTE:
        return NoteLook(grade)
    sentences = [part.strip() for part in re.split(r"(?<=[.!?])\s+", note) if part.strip()]
    return NoteLook(grade, True, max(sentences, key=lambda one: len(one.split()), default=""))
