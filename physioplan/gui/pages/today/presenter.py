"""Who is due: overdue first, then open windows, then the four weeks to come; and what was left half done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.gui.dates import kept_when, long_day, short_day, weekday_and_day
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.today.beside import RecentRow, UnfinishedRow, recent_row
from physioplan.gui.words import _, ngettext
from physioplan.prescribing.journey import due_of
from physioplan.services.clock import Clock
from physioplan.services.patient_register import PatientRegister, RegisterLine

BACK = timedelta(days=400)
AHEAD = timedelta(days=380)


@dataclass(frozen=True, slots=True)
class DueRow:
    """One review that is due, with its window to draw to scale; ``days`` is due minus today.

    ``lead`` says how late or how long still ("16 days late"), ``second`` the day behind it ("Closed 24 Mar").
    """

    patient_id: str
    name: str
    record_number: str
    facts: str
    occasion: str
    title: str
    opens: date
    due: date
    closes: date
    days: int
    words: str
    lead: str
    second: str


@dataclass(frozen=True, slots=True)
class TodayView:
    """Three groups of rows, each by days left; ``sentence`` is for an empty day, ``next`` who comes then.

    ``mine`` is ``None`` while all patients are one clinician's, else whether only this clinician's are shown.
    """

    day: str
    title: str
    summary: str
    today: date
    overdue: tuple[DueRow, ...]
    due: tuple[DueRow, ...]
    coming: tuple[DueRow, ...]
    sentence: str
    next: DueRow | None
    patients: int
    mine: bool | None
    unfinished: tuple[UnfinishedRow, ...]
    recent: tuple[RecentRow, ...]


class TodayPresenter:
    """Drives the page through ``display``."""

    def __init__(self, register: PatientRegister, navigator: Navigator, clock: Clock) -> None:
        self._register = register
        self._navigator = navigator
        self._clock = clock
        self._private = False
        self._mine = True
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

    def show_mine(self, mine: bool) -> None:
        """Only the patients of who is working, or the whole clinic."""
        self._mine = mine
        self._show()

    def open(self, patient_id: str) -> None:
        """Open the overview of a patient."""
        self._navigator.go("overview", patient_id)

    def record(self, patient_id: str, occasion: str) -> None:
        """Open the review that is due."""
        self._navigator.go("review", patient_id, occasion)

    def carry_on(self, patient_id: str, form: str) -> None:
        """Open a form that was left half filled."""
        if form in (Occasion.WEEK_12, Occasion.YEAR_1):
            self._navigator.go("review", patient_id, form)
        elif form in ("baseline", "visit", "plan_together", "programme", "new_patient"):
            self._navigator.go(form, patient_id)
        else:
            self._navigator.go("overview", patient_id)

    def find(self, typed: str) -> None:
        """Search the patients for what was typed."""
        self._navigator.go("patients", detail=typed)

    def new_patient(self) -> None:
        """Start a new patient."""
        self._navigator.go("new_patient")

    def view(self) -> TodayView:
        """What is due as of today."""
        today = self._clock.today()
        lines = self._register.due_between(today - BACK, today + AHEAD)
        me = self._register.clinician
        shared = any(line.patient.responsible_clinician not in ("", me) for line in lines)
        if shared and self._mine:
            lines = tuple(line for line in lines if line.patient.responsible_clinician in ("", me))
        rows = [row for line in lines for row in due_rows(line, today, self._private)]
        rows.sort(key=lambda row: row.days)
        overdue = tuple(row for row in rows if today > row.closes)
        due = tuple(row for row in rows if row.opens <= today <= row.closes)
        later = tuple(row for row in rows if today < row.opens)
        coming = tuple(row for row in later if row.opens <= today + timedelta(days=28))
        count = self._register.count()
        sentence = ""
        if not count:
            sentence = _("Add the first patient. What is due will show here.")
        elif not overdue and not due:
            sentence = _("Nothing is due this week.")
        unfinished = tuple(
            UnfinishedRow(
                begun.patient.id if begun.patient else "",
                _name(begun.patient.given_name, begun.patient.family_name, self._private)
                if begun.patient
                else _("A new patient"),
                begun.form,
                _("Saved {when}").format(when=kept_when(begun.kept_at, self._clock.now())),
            )
            for begun in self._register.unfinished()
        )
        recent = tuple(recent_row(line, today, self._private) for line in self._register.recent())
        return TodayView(
            day=long_day(today),
            title=weekday_and_day(today),
            summary=_summary(len(overdue), len(due)) if count else "",
            today=today,
            overdue=overdue,
            due=due,
            coming=coming,
            sentence=sentence,
            next=later[0] if later and not coming else None,
            patients=count,
            mine=self._mine if shared else None,
            unfinished=unfinished,
            recent=recent,
        )

    def _show(self) -> None:
        self._display(self.view())


def _summary(overdue: int, due: int) -> str:
    return _("{overdue} overdue, {due} due now").format(overdue=overdue, due=due)


def _name(given: str, family: str, private: bool) -> str:
    return f"{given[:1]}. {family[:1]}." if private else f"{given} {family}"


def due_rows(line: RegisterLine, today: date, private: bool) -> tuple[DueRow, ...]:
    """The reviews of one patient still to be recorded; a missed 12-week review gives way to the year."""
    names = {Occasion.WEEK_12: _("12 weeks"), Occasion.YEAR_1: _("1 year")}
    patient, born = line.patient, line.patient.birth_date
    number = _("ID {number}").format(number=patient.record_number)
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    rows = []
    for waiting in due_of(line.journey, today):
        window = waiting.window
        lead, second = _left(window, today)
        rows.append(
            DueRow(
                patient_id=patient.id,
                name=_name(patient.given_name, patient.family_name, private),
                record_number=patient.record_number,
                facts=number if private else f"{age} · {number}",
                occasion=window.occasion.value,
                title=names[window.occasion],
                opens=window.opens,
                due=window.due,
                closes=window.closes,
                days=(window.due - today).days,
                words=_days_words(window, today),
                lead=lead,
                second=second,
            )
        )
    return tuple(rows)


def _days_words(window: FollowUpWindow, today: date) -> str:
    if today > window.closes:
        return _("closed {n} days ago").format(n=(today - window.closes).days)
    if window.is_open_on(today):
        return _("closes in {n} days").format(n=(window.closes - today).days)
    return _("opens in {n} days").format(n=(window.opens - today).days)


def _left(window: FollowUpWindow, today: date) -> tuple[str, str]:
    if today > window.closes:
        late = (today - window.closes).days
        lead = ngettext("{n} day late", "{n} days late", late).format(n=late)
        return lead, _("Closed {day}").format(day=short_day(window.closes, today))
    due = _("Due {day}").format(day=short_day(window.due, today))
    if window.is_open_on(today):
        left = (window.closes - today).days
        if left == 0:
            return _("Last day"), due
        return ngettext("{n} day left", "{n} days left", left).format(n=left), due
    wait = (window.due - today).days
    return ngettext("In {n} day", "In {n} days", wait).format(n=wait), due
