"""The week table: which things are done on which days."""

from __future__ import annotations

from collections import defaultdict

from physioplan.domain.programme import Phase, ProgrammeItem
from physioplan.library.exercise import Category
from physioplan.reports.document import WeekRow, WeekTable
from physioplan.reports.handout_subject import HandoutSubject

DAYS_OF = {
    1: (2,),
    2: (1, 4),
    3: (0, 2, 4),
    4: (0, 2, 3, 5),
    5: (0, 1, 2, 4, 5),
    6: (0, 1, 2, 3, 4, 5),
    7: (0, 1, 2, 3, 4, 5, 6),
}
"""A first spread over the week, Monday = 0, with rest days between; consensus, and the patient may swap."""


def spread(days_a_week: int) -> tuple[bool, ...]:
    """Seven days, true on those proposed."""
    return tuple(day in DAYS_OF[days_a_week] for day in range(7))


def minutes_of(items: list[ProgrammeItem]) -> int:
    """Whole minutes on a day all ``items`` are done, at least 1."""
    return max(1, round(sum(item.dose.minutes_a_day for item in items)))


def _exercise_rows(subject: HandoutSubject, phase: Phase) -> list[WeekRow]:
    words = subject.words
    by_days: dict[int, list[ProgrammeItem]] = defaultdict(list)
    alone: list[ProgrammeItem] = []
    for item in phase.items:
        if subject.exercise(item).category is Category.AEROBIC:
            alone.append(item)
        else:
            by_days[item.dose.days_a_week].append(item)
    groups = sorted(by_days.items(), key=lambda entry: (-len(entry[1]), -entry[0]))
    rows = []
    for place, (days, items) in enumerate(groups):
        minutes = words.amount("minutes", minutes_of(items))
        if place == 0 and len(items) > 1:
            label = words.week_rows.exercises.format(minutes=minutes)
        else:
            names = ", ".join(subject.name_of(item) for item in items)
            label = words.week_rows.named.format(names=names, minutes=minutes)
        rows.append(WeekRow(label, spread(days)))
    for item in alone:
        minutes = words.amount("minutes", minutes_of([item]))
        label = words.week_rows.named.format(names=subject.name_of(item), minutes=minutes)
        rows.append(WeekRow(label, spread(item.dose.days_a_week)))
    return rows


def _coping_rows(subject: HandoutSubject, phase: Phase) -> list[WeekRow]:
    rows = []
    for part in subject.programme.coping:
        row = subject.words.coping.get(part.component)
        if row is None or part.first_week > phase.last_week or part.last_week < phase.first_week:
            continue
        label = row.label
        if part.first_week > phase.first_week:
            label = subject.words.week_rows.from_week.format(label=label, week=part.first_week)
        rows.append(WeekRow(label, spread(row.days)))
    return rows


def week_table(subject: HandoutSubject, phase: Phase) -> WeekTable | None:
    """The table of ``phase``, or ``None`` when there is nothing to do on set days."""
    rows = [*_exercise_rows(subject, phase), *_coping_rows(subject, phase)]
    if not rows:
        return None
    return WeekTable(subject.weeks_words(phase), subject.words.calendar.days_short, tuple(rows))
