"""Who is due: overdue first, then this week, then the four weeks to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.gui.dates import long_day
from physioplan.gui.navigator import Navigator
from physioplan.gui.words import _
from physioplan.services.clock import Clock
from physioplan.services.patient_register import PatientRegister, RegisterLine

BACK = timedelta(days=400)
AHEAD = timedelta(days=70)


@dataclass(frozen=True, slots=True)
class DueRow:
    """One review that is due, with its window to draw to scale; ``days`` is due minus today."""

    patient_id: str
    name: str
    record_number: str
    occasion: str
    title: str
    opens: date
    due: date
    closes: date
    days: int
    words: str


@dataclass(frozen=True, slots=True)
class TodayView:
    """Three groups of rows, each by days left; ``sentence`` is for an empty day."""

    day: str
    today: date
    overdue: tuple[DueRow, ...]
    due: tuple[DueRow, ...]
    coming: tuple[DueRow, ...]
    sentence: str
    patients: int


class TodayPresenter:
    """Drives the page through ``display``."""

    def __init__(self, register: PatientRegister, navigator: Navigator, clock: Clock) -> None:
        self._register = register
        self._navigator = navigator
        self._clock = clock
        self._private = False
        self._display: Callable[[TodayView], None] = lambda view: None

    def attach(self, display: Callable[[TodayView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def entered(self) -> None:
        """The page comes on screen."""
        self._show()

    def hide_names(self, private: bool) -> None:
        """Show initials and record numbers only."""
        self._private = private
        self._show()

    def open(self, patient_id: str) -> None:
        """Open the overview of a patient."""
        self._navigator.go("overview", patient_id)

    def record(self, patient_id: str, occasion: str) -> None:
        """Open the review that is due."""
        self._navigator.go("review", patient_id, occasion)

    def new_patient(self) -> None:
        """Start a new patient."""
        self._navigator.go("new_patient")

    def view(self) -> TodayView:
        """What is due as of today."""
        today = self._clock.today()
        lines = self._register.due_between(today - BACK, today + AHEAD)
        rows = [row for line in lines for row in due_rows(line, today, self._private)]
        rows.sort(key=lambda row: row.days)
        overdue = tuple(row for row in rows if today > row.closes)
        due = tuple(row for row in rows if row.opens <= today <= row.closes)
        coming = tuple(row for row in rows if today < row.opens and row.opens <= today + timedelta(days=28))
        count = self._register.count()
        sentence = ""
        if not rows:
            sentence = (
                _("Nothing is due this week.")
                if count
                else _("Add the first patient. What is due will show here.")
            )
        return TodayView(long_day(today), today, overdue, due, coming, sentence, count)

    def _show(self) -> None:
        self._display(self.view())


def due_rows(line: RegisterLine, today: date, private: bool) -> tuple[DueRow, ...]:
    """The reviews of one patient that are not recorded yet."""
    names = {Occasion.WEEK_12: _("12 weeks"), Occasion.YEAR_1: _("1 year")}
    patient = line.patient
    name = (
        f"{patient.given_name[:1]}. {patient.family_name[:1]}."
        if private
        else f"{patient.given_name} {patient.family_name}"
    )
    return tuple(
        DueRow(
            patient_id=patient.id,
            name=name,
            record_number=patient.record_number,
            occasion=window.occasion.value,
            title=names[window.occasion],
            opens=window.opens,
            due=window.due,
            closes=window.closes,
            days=(window.due - today).days,
            words=_days_words(window, today),
        )
        for window in line.journey.windows
        if window.occasion in names and window.occasion not in line.journey.measured
    )


def _days_words(window: FollowUpWindow, today: date) -> str:
    if today > window.closes:
        return _("closed {n} days ago").format(n=(today - window.closes).days)
    if window.is_open_on(today):
        return _("closes in {n} days").format(n=(window.closes - today).days)
    return _("opens in {n} days").format(n=(window.opens - today).days)
