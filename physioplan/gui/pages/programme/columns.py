"""The phases as columns of cards: what each one says, worked out from the view without any widget."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.gui.dose_line import dose_line
from physioplan.gui.pages.programme.exercise_names import phase_name
from physioplan.gui.pages.programme.guard_words import in_a_sentence, weeks_of
from physioplan.gui.pages.programme.presenter import ProgrammeView
from physioplan.gui.words import _, language, ngettext
from physioplan.prescribing.guards import AT_MOST_A_PHASE, GuardKind


@dataclass(frozen=True, slots=True)
class CardView:
    """One exercise of a phase."""

    exercise: str
    name: str
    dose: str
    has_note: bool
    selected: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One phase. ``limit`` is what the patient said is possible; ``warning`` is short, for a tag."""

    phase: int
    weeks: str
    name: str
    minutes: int
    limit: int
    over: bool
    minutes_words: str
    count_words: str
    warning: str
    cards: tuple[CardView, ...]
    shown: bool
    copy_words: str


def column_views(view: ProgrammeView) -> tuple[ColumnView, ...]:
    """One column for each phase, in order."""
    return tuple(_column(view, number) for number in range(len(view.phases)))


def _column(view: ProgrammeView, number: int) -> ColumnView:
    phase = view.phases[number]
    mine = [guard for guard in view.guards if guard.phase == phase.key]
    kinds = {guard.kind for guard in mine}
    minutes = round(phase.minutes_a_day)
    count = len(phase.items)
    warning = ""
    if GuardKind.TOO_MANY in kinds:
        warning = _("{n}, aim for {most}").format(n=count, most=AT_MOST_A_PHASE)
    elif GuardKind.TWICE in kinds:
        warning = _("one stands twice")
    counted = ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    source = view.phases[number - 1] if number else None
    copy = (
        _("Copy from {weeks}").format(weeks=in_a_sentence(weeks_of(source)))
        if source and source.items
        else ""
    )
    usual = _usual_days([item.dose.days_a_week for item in phase.items])
    return ColumnView(
        phase=number,
        weeks=weeks_of(phase),
        name=phase_name(phase.key),
        minutes=minutes,
        limit=view.preferences.minutes_a_day,
        over=GuardKind.OVER_TIME in kinds,
        minutes_words=_("{n} min a day").format(n=minutes),
        count_words=counted,
        warning=warning,
        cards=tuple(_card(view, number, place, usual) for place in range(count)),
        shown=number == view.shown_phase,
        copy_words=copy,
    )


def _usual_days(days: list[int]) -> int | None:
    """The most common number of days, the larger one of two; only what differs from it needs telling."""
    return max(set(days), key=lambda one: (days.count(one), one), default=None)


def _card(view: ProgrammeView, number: int, place: int, usual_days: int | None) -> CardView:
    phase = view.phases[number]
    item = phase.items[place]
    exercise = view.content.library.get(item.exercise)
    name = exercise.words_in(language()).name if exercise else item.exercise
    dose = dose_line(item.dose, usual_days)
    spoken = _("Move {name}, weeks {first} to {last}, {n} of {count}. {dose}").format(
        name=name,
        first=phase.first_week,
        last=phase.last_week,
        n=place + 1,
        count=len(phase.items),
        dose=dose,
    )
    return CardView(item.exercise, name, dose, bool(item.note), view.selected == (number, place), spoken)
