"""Page "Your exercises": one block an exercise, with pictures, dose, steps and boxes to tick."""

from __future__ import annotations

from collections import Counter

from physioplan.domain.programme import Phase, ProgrammeItem
from physioplan.reports.document import Block, ExerciseBlock, Paragraph, Run, Sheet, TickWeek, TipBox
from physioplan.reports.dose_words import dose_parts
from physioplan.reports.handout_subject import HandoutSubject
from physioplan.reports.handout_words import rich
from physioplan.reports.print_options import Section

MOST_TICK_WEEKS = 6
"""A longer phase has no boxes here: the diary holds them."""


def _usual_days(phase: Phase) -> int:
    """How many days a week most of the exercises are done; the more days when it is a tie."""
    counted = Counter(item.dose.days_a_week for item in phase.items)
    return max(counted, key=lambda days: (counted[days], days))


def _ticks(subject: HandoutSubject, phase: Phase, days: int) -> tuple[TickWeek, ...]:
    weeks = range(phase.first_week, phase.last_week + 1)
    if len(weeks) > MOST_TICK_WEEKS:
        return ()
    return tuple(TickWeek(subject.words.exercises.week.format(week=week), days) for week in weeks)


def exercise_block(subject: HandoutSubject, phase: Phase, item: ProgrammeItem) -> ExerciseBlock:
    """One exercise as the patient does it at home."""
    exercise = subject.exercise(item)
    words = exercise.words_in(subject.words.language)
    note_from = subject.words.exercises.note_from.format(name=subject.therapist)
    return ExerciseBlock(
        name=words.name,
        dose=dose_parts(subject.words, item.dose, _usual_days(phase)),
        steps=words.steps,
        figure=subject.figures(item.exercise),
        alts=(words.start, words.end),
        note_from=note_from if item.note else "",
        note=item.note,
        ticks=_ticks(subject, phase, item.dose.days_a_week),
    )


def exercises_sheet(subject: HandoutSubject, phase: Phase) -> Sheet:
    """The sheet of one phase; runs on to more pages when it holds more than fits."""
    words = subject.words.exercises
    blocks: list[Block] = [exercise_block(subject, phase, item) for item in phase.items]
    aside = [(Run(subject.weeks_words(phase), bold=True),)]
    if phase.items:
        days = subject.words.amount("days_a_week", _usual_days(phase))
        minutes = subject.words.amount("minutes", max(1, round(phase.minutes_a_day)))
        aside.append((Run(words.days_and_minutes.format(days=days, minutes=minutes)),))
        blocks.append(TipBox((rich(words.tip),)))
    else:
        blocks.append(Paragraph(rich(words.none)))
    footer = rich(words.footer)
    if Section.HURTS_MORE in subject.options.sections:
        footer = (*footer, Run(f" {words.footer_page}", page_of=Section.HURTS_MORE))
    return Sheet(
        key=f"{Section.EXERCISES}:{phase.key}",
        title=words.title,
        aside=tuple(aside),
        blocks=tuple(blocks),
        footer=footer,
        continued=words.title,
    )
