"""What comes before and after an exercise: an easier or harder one, or the same one done another way."""

from __future__ import annotations

from physioplan.domain.programme import ProgrammeItem
from physioplan.gui.pages.programme.dose_fields import dose_fields
from physioplan.gui.words import _
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.prescribing.dose_steps import step_up


def next_step_words(item: ProgrammeItem, library: ExerciseLibrary, language: str) -> tuple[str, str, str]:
    """(easier, harder, step up): the first two empty where there is no such step."""
    exercise = library.get(item.exercise)
    if exercise is None:
        return "", "", ""
    words = exercise.words_in(language)
    easier, harder = library.easier(exercise), library.harder(exercise)
    easier_words = easier.words_in(language).name if easier else words.easier if exercise.easier else ""
    harder_words = harder.words_in(language).name if harder else words.harder if exercise.harder else ""
    step = step_up(item.dose, exercise.dose)
    if step is not None:
        before = {field.key: field for field in dose_fields(item.dose, exercise.dose)}[step.variable]
        after = {field.key: field for field in dose_fields(step.dose, exercise.dose)}[step.variable]
        said = _("{name} {before} to {after}").format(
            name=before.name, before=before.value, after=after.value
        )
        if before.unit:
            said = f"{said} {before.unit}"
    elif harder_words:
        said = harder_words
    else:
        return easier_words, harder_words, ""
    up = _("Step up after two good sessions in a row: {what}").format(what=said)
    return easier_words, harder_words, up
