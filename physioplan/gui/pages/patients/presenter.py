"""The list of patients: who, which stage, how pain went, what is due; searched at each key press."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.journey import JourneyFacts, JourneyState
from physioplan.gui.dates import short_day
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.patients.stage_groups import ALL, StageGroup, group_of, stage_groups
from physioplan.gui.patient_header import StageState
from physioplan.gui.words import _, ngettext
from physioplan.prescribing.journey import due_of
from physioplan.services.clock import Clock
from physioplan.services.patient_register import PatientRegister, RegisterLine

SHOWN = 60
FOUND = 30  # of a search: who is not among them is found sooner by one more letter than by scrolling
SORTABLE = 500  # patients read for a stage or for an order other than by name: about 50 ms


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One row. ``stages`` are the four journey states; ``pain`` 0 to 10 by measurement, ``None`` = gap.

    ``due`` is what the last column says; ``urgency`` is "", "due" or "overdue". ``same_name`` asks for the
    record number beside a name that stands in the list twice.
    """

    patient_id: str
    name: str
    record_number: str
    age: int
    stages: tuple[StageState, ...]
    stage_words: str
    pain: tuple[float | None, ...]
    pain_words: str
    worse: bool
    disability_words: str
    last_visit: str
    due: str
    urgency: str
    same_name: bool = False


@dataclass(frozen=True, slots=True)
class PatientsView:
    """What the page shows; ``empty`` is the sentence for an empty list and why it is empty."""

    rows: tuple[PatientRow, ...]
    typed: str
    count_words: str
    empty: str
    private: bool
    may_add: bool = False
    sorted_by: str = "name"
    descending: bool = False
    groups: tuple[StageGroup, ...] = ()
    group: str = ALL


class PatientsPresenter:
    """Drives the page through ``display``."""

    def __init__(self, register: PatientRegister, navigator: Navigator, clock: Clock) -> None:
        self._register = register
        self._navigator = navigator
        self._clock = clock
        self._typed = ""
        self._private = False
        self._sorted_by = "name"
        self._descending = False
        self._groups: tuple[StageGroup, ...] = ()
        self._group = ALL
        self._display: Callable[[PatientsView], None] = lambda view: None

    def attach(self, display: Callable[[PatientsView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def entered(self, typed: str | None = None) -> None:
        """The page comes on screen; what was saved elsewhere shows. ``typed`` searches at once."""
        if typed:
            self._typed = typed
            self._group = ALL
        few = self._register.count() <= SORTABLE
        self._groups = stage_groups(self._register.find("", SORTABLE) if few else None)
        self._show()

    def search(self, typed: str) -> None:
        """Show whose names, numbers or birth dates begin as typed."""
        self._typed = typed
        self._show()

    def narrow(self, group: str) -> None:
        """Only patients of one stage; "all" takes the limit away."""
        self._group = group
        self._show()

    def sort(self, column: str) -> None:
        """Order by ``column``; asked twice, the other way round. Who has no value comes last either way."""
        self._descending = column == self._sorted_by and not self._descending
        self._sorted_by = column
        self._show()

    def hide_names(self, private: bool) -> None:
        """Show initials and record numbers only."""
        self._private = private
        self._show()

    def open(self, patient_id: str) -> None:
        """Open a patient's overview."""
        self._navigator.go("overview", patient_id)

    def new_patient(self) -> None:
        """Start a new patient; typed words become the name."""
        self._navigator.go("new_patient", detail=self._typed)

    def _show(self) -> None:
        whole = self._sorted_by == "name" and not self._descending and self._group == ALL
        most = FOUND if self._typed.strip() else SHOWN
        found = self._register.find(self._typed, most if whole else SORTABLE)
        if not whole:
            found = tuple(line for line in found if self._group in (ALL, group_of(line)))
            found = in_order(found, self._sorted_by, self._descending, self._clock.today())[:SHOWN]
        count = self._register.count()
        total = ngettext("{n} patient", "{n} patients", count).format(n=count)
        shown = _("{total} · {n} shown").format(total=total, n=len(found)) if count else total
        if count > SORTABLE and not whole:
            shown = _("{shown}, looked for among the first {n} by name").format(shown=shown, n=SORTABLE)
        empty = ""
        if not count:
            empty = _("No patients yet. Add the first one with New patient.")
        elif not found and self._group != ALL:
            empty = (
                _("Nobody at this stage matches.") if self._typed.strip() else _("Nobody is at this stage.")
            )
        elif not found:
            empty = _("Nobody here is called “{typed}”.").format(typed=self._typed.strip())
        today = self._clock.today()
        rows = _told_apart(tuple(row_of(line, today, self._private) for line in found))
        may_add = (
            bool(count)
            and not found
            and self._group == ALL
            and any(letter.isalpha() for letter in self._typed)
        )
        self._display(
            PatientsView(
                rows,
                self._typed,
                shown,
                empty,
                self._private,
                may_add,
                self._sorted_by,
                self._descending,
                self._groups,
                self._group,
            )
        )


def in_order(
    lines: tuple[RegisterLine, ...], column: str, descending: bool, today: date
) -> tuple[RegisterLine, ...]:
    """``lines`` by one column; within equals the order by name stays, and no value comes last either way."""
    known = [line for line in lines if _sort_value(line, column, today) is not None]
    unknown = [line for line in lines if _sort_value(line, column, today) is None]
    if column == "name":
        return tuple(reversed(lines)) if descending else lines
    known.sort(key=lambda line: _sort_value(line, column, today) or 0, reverse=descending)
    return (*known, *unknown)


def _sort_value(line: RegisterLine, column: str, today: date) -> float | None:
    facts = line.journey
    if column == "age":
        return -line.patient.birth_date.toordinal()
    if column == "stage":
        return list(JourneyState).index(line.state)
    if column == "pain":
        return facts.pain[-1][1] if facts.pain else None
    if column == "disability":
        return facts.disability[-1][1] if facts.disability else None
    if column == "last":
        return facts.last_seen.toordinal() if facts.last_seen else None
    if column == "due":
        waiting = due_of(facts, today)
        return waiting[0].window.due.toordinal() if waiting else None
    return 0


def _told_apart(rows: tuple[PatientRow, ...]) -> tuple[PatientRow, ...]:
    """Mark names that stand in the list more than once."""
    often = Counter(row.name for row in rows)
    return tuple(replace(row, same_name=True) if often[row.name] > 1 else row for row in rows)


def row_of(line: RegisterLine, today: date, private: bool = False) -> PatientRow:
    """One patient of the register as the list shows them."""
    patient, facts = line.patient, line.journey
    initials = f"{patient.given_name[:1]}. {patient.family_name[:1]}."
    pain = pain_by_measure(facts)
    known = tuple(value for value in pain if value is not None)
    due, urgency = due_words(facts, line.state, today)
    return PatientRow(
        patient_id=patient.id,
        name=initials if private else f"{patient.family_name}, {patient.given_name}",
        record_number=patient.record_number,
        age=today.year
        - patient.birth_date.year
        - ((today.month, today.day) < (patient.birth_date.month, patient.birth_date.day)),
        stages=stages_of(facts, line.state, today),
        stage_words=state_words(line.state, facts, today),
        pain=pain,
        pain_words=_change(known),
        worse=len(known) > 1 and known[-1] > known[0],
        disability_words=_change(tuple(value for _day, value in facts.disability)),
        last_visit=short_day(facts.last_seen, today) if facts.last_seen else "",
        due=due,
        urgency=urgency,
    )


def pain_by_measure(facts: JourneyFacts) -> tuple[float | None, ...]:
    """Average pain at each measure; a 12-week review that was missed before the 1-year one is a gap."""
    values: list[float | None] = [value for _day, value in facts.pain]
    missed = Occasion.YEAR_1 in facts.measured and Occasion.WEEK_12 not in facts.measured
    if missed and len(values) == 2:
        values.insert(1, None)
    return tuple(values)


def _change(values: tuple[float, ...]) -> str:
    if not values:
        return ""
    first, last = round(values[0]), round(values[-1])
    return f"{first}" if len(values) == 1 else f"{first} → {last}"


def due_words(facts: JourneyFacts, state: JourneyState, today: date) -> tuple[str, str]:
    """What is next for this patient and how urgent it is: "", "due" or "overdue"."""
    if facts.ended is not None:
        return "—", ""
    if not facts.baseline_signed:
        return _("Finish baseline"), ""
    if facts.programme_start is None:
        return _("Plan together"), ""
    waiting = due_of(facts, today)
    if not waiting:
        return "—", ""
    window = waiting[0].window
    if waiting[0].is_overdue:
        return _("Closed {day}").format(day=short_day(window.closes, today)), "overdue"
    return short_day(window.due), "due" if waiting[0].is_open else ""


def stages_of(facts: JourneyFacts, state: JourneyState, today: date) -> tuple[StageState, ...]:
    """Baseline, programme, 12 weeks and 1 year as states."""
    baseline: StageState = "done" if facts.baseline_signed else "now" if facts.baseline_begun else "upcoming"
    programme: StageState = "upcoming"
    if facts.programme_start is not None:
        over = (today - facts.programme_start).days >= 84
        programme = "done" if over else "missed" if facts.ended else "now"
    reviews: list[StageState] = []
    waiting = {one.occasion for one in due_of(facts, today)}
    for occasion in (Occasion.WEEK_12, Occasion.YEAR_1):
        window = next((w for w in facts.windows if w.occasion is occasion), None)
        if occasion in facts.measured:
            reviews.append("done")
        elif window is None:
            reviews.append("upcoming")
        elif facts.ended is not None or occasion not in waiting:
            reviews.append("missed")
        elif today > window.closes:
            reviews.append("overdue")
        else:
            reviews.append("due" if window.is_open_on(today) else "upcoming")
    return baseline, programme, *reviews


def state_words(state: JourneyState, facts: JourneyFacts, today: date) -> str:
    """The journey state in words, with the week where there is one."""
    if state is JourneyState.IN_PROGRAMME and facts.programme_start is not None:
        return _("Programme, week {n}").format(n=(today - facts.programme_start).days // 7 + 1)
    year = Occasion.WEEK_12 in facts.measured
    words = {
        JourneyState.NEW: _("New"),
        JourneyState.BASELINE_OPEN: _("Baseline open"),
        JourneyState.BASELINE_DONE: _("Baseline done"),
        JourneyState.IN_PROGRAMME: _("Programme"),
        JourneyState.REVIEW_OPEN: _("1 year due") if year else _("12 weeks due"),
        JourneyState.REVIEW_OVERDUE: _("1 year overdue") if year else _("12 weeks overdue"),
        JourneyState.REVIEWED: _("Reviewed"),
        JourneyState.IN_MAINTENANCE: _("Waiting for 1 year"),
        JourneyState.DISCHARGED: _("Finished"),
        JourneyState.STOPPED: _("Stopped"),
        JourneyState.REFERRED_ON: _("Referred on"),
    }
    return words[state]
