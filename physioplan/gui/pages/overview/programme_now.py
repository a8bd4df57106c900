"""What the patient works on this week: the phase, its exercises, the coping skills and the diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.visit import DiaryWeek
from physioplan.gui.dose_line import dose_line
from physioplan.gui.phase_words import phase_name
from physioplan.gui.words import _, language, ngettext

WEEKS = 12


@dataclass(frozen=True, slots=True)
class ExerciseEntry:
    """One exercise with its dose in a line and the therapist's note."""

    exercise: str
    name: str
    dose: str
    note: str


@dataclass(frozen=True, slots=True)
class ProgrammeNow:
    """``diary`` holds one entry a week from 1 to 12, ``None`` where no page was due or seen."""

    head: str
    phase: str
    minutes: str
    exercises: tuple[ExerciseEntry, ...]
    coping: str
    ended: bool
    diary: tuple[DiaryWeek | None, ...]
    diary_words: str


def programme_now(record: EpisodeRecord, content: ClinicalContent, today: date) -> ProgrammeNow | None:
    """The current phase of the programme; ``None`` before a plan is agreed."""
    programme = record.programme
    if programme is None or not programme.phases:
        return None
    end = record.episode.end
    week = max(1, programme.week_on(end.day if end is not None else today))
    phase = programme.phase_in_week(week)
    number = programme.phases.index(phase) + 1
    head = _("Phase {n} of {count}").format(n=number, count=len(programme.phases))
    weeks = _("weeks {first}–{last}").format(first=phase.first_week, last=phase.last_week)
    name = phase_name(phase.key)
    minutes = round(phase.minutes_a_day)
    exercises = []
    for item in phase.items:
        known = content.library.get(item.exercise)
        title = known.words_in(language()).name if known is not None else item.exercise.replace("_", " ")
        exercises.append(ExerciseEntry(item.exercise, title, dose_line(item.dose, 0), item.note))
    coping = [
        content.cbt[part.component].words_in(language()).name
        for part in programme.coping
        if part.first_week <= week <= part.last_week and part.component in content.cbt
    ]
    diary = diary_weeks(record)
    return ProgrammeNow(
        head=head,
        phase=f"{name}, {weeks}" if name else weeks,
        minutes=ngettext("{n} min a day", "{n} min a day", minutes).format(n=minutes) if minutes else "",
        exercises=tuple(exercises),
        coping=", ".join(name[:1].lower() + name[1:] for name in coping),
        ended=end is not None,
        diary=diary,
        diary_words=_diary_words(diary),
    )


def diary_weeks(record: EpisodeRecord) -> tuple[DiaryWeek | None, ...]:
    """The diary of weeks 1 to 12 as brought to the visits; the later visit wins. Empty when there is none."""
    by_week = {row.week: row for visit in record.visits for row in visit.diary if row.week <= WEEKS}
    return tuple(by_week.get(week) for week in range(1, WEEKS + 1)) if by_week else ()


def _diary_words(diary: tuple[DiaryWeek | None, ...]) -> str:
    known = [row for row in diary if row is not None and row.done is not None]
    blank = [row.week for row in diary if row is not None and row.done is None]
    words = ""
    if known:
        done = sum(row.done or 0 for row in known) / len(known)
        planned = sum(row.planned for row in known) / len(known)
        words = _("{done} of {planned} planned days a week").format(
            done=f"{done:.1f}", planned=f"{planned:g}"
        )
    if blank:
        weeks = ", ".join(str(week) for week in blank)
        missing = ngettext("week {weeks} not filled in", "weeks {weeks} not filled in", len(blank))
        words = ", ".join(part for part in (words, missing.format(weeks=weeks)) if part)
    return words
