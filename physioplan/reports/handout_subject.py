"""Everything one coaching plan is written from, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.patient import Patient
from physioplan.domain.programme import Phase, Programme, ProgrammeItem
from physioplan.drawing.figure.figure import Figure
from physioplan.library.exercise import Exercise
from physioplan.reports.baseline_facts import BaselineFacts
from physioplan.reports.document import Words
from physioplan.reports.errors import MissingExercise
from physioplan.reports.handout_words import HandoutWords
from physioplan.reports.print_options import PrintOptions
from physioplan.reports.safety_net import phone_of, questions


class ExerciseShelf(Protocol):
    """Anything that gives an exercise for its id: the library, or a plain mapping."""

    def get(self, exercise: str, /) -> Exercise | None:
        """The exercise with this id, or ``None``."""


FigureSource = Callable[[str], Figure | None]


@dataclass(frozen=True, slots=True)
class HandoutSubject:
    """Who the plan is for, who wrote it, what it holds, and how it is to be printed."""

    programme: Programme
    patient: Patient
    clinic: Clinic
    clinician: Clinician
    facts: BaselineFacts
    library: ExerciseShelf
    words: HandoutWords
    figures: FigureSource
    windows: Sequence[FollowUpWindow]
    options: PrintOptions

    def exercise(self, item: ProgrammeItem) -> Exercise:
        """The exercise of ``item``; raises :class:`MissingExercise`."""
        found = self.library.get(item.exercise)
        if found is None:
            raise MissingExercise(item.exercise)
        return found

    def name_of(self, item: ProgrammeItem) -> str:
        """The exercise's name in the language of the paper."""
        return self.exercise(item).words_in(self.words.language).name

    @property
    def current_phase(self) -> Phase:
        """The phase the print is for: the first one asked for, or the one the week falls in."""
        asked = [phase for phase in self.programme.phases if phase.key in self.options.phases]
        return asked[0] if asked else self.programme.phase_in_week(self.options.week)

    @property
    def printed_phases(self) -> tuple[Phase, ...]:
        """The phases whose exercises are printed, in order."""
        asked = tuple(phase for phase in self.programme.phases if phase.key in self.options.phases)
        return asked or (self.current_phase,)

    @property
    def patient_name(self) -> str:
        """As it stands on the paper."""
        return self.patient.initials if self.options.initials_only else self.patient.full_name

    @property
    def therapist(self) -> str:
        """The clinician's first name, without a title before it."""
        names = self.clinician.name.split()
        return next((name for name in names if not name.endswith(".")), self.clinician.name)

    @property
    def phone(self) -> str:
        """The clinic's number, kept on one line."""
        return phone_of(self.clinic)

    @property
    def questions(self) -> Words:
        """The footer that says whom to call."""
        return questions(self.words, self.clinic)

    def weeks_words(self, phase: Phase) -> str:
        """Weeks 1 to 4."""
        pattern = self.words.plan.weeks if phase.last_week > phase.first_week else self.words.plan.one_week
        return pattern.format(first=phase.first_week, last=phase.last_week)
