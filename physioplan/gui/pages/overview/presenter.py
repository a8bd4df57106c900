"""One patient at a glance: the journey to scale, scores, the programme now, and the one next action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.journey import JourneyState
from physioplan.domain.outcome import OutcomeChange
from physioplan.gui.dates import short_day
from physioplan.gui.navigator import Navigator
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.gui.words import _
from physioplan.measures.safety_verdict import SafetyVerdict
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock


@dataclass(frozen=True, slots=True)
class NextAction:
    """The one thing to do next: where it leads, what the button says, why now, and what it involves."""

    place: str
    detail: str
    button: str
    title: str
    sentence: str
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the page draws; the record itself is a frozen value the page may read."""

    header: PatientHeader
    record: EpisodeRecord
    state: JourneyState
    verdict: SafetyVerdict | None
    latest: tuple[OutcomeChange, ...]
    content: ClinicalContent
    next: NextAction
    today: date
    notes: tuple[tuple[str, str], ...]
    drafts: tuple[str, ...]


class OverviewPresenter:
    """Drives the page through ``display``."""

    def __init__(self, pathway: CarePathway, navigator: Navigator, clock: Clock) -> None:
        self._pathway = pathway
        self._navigator = navigator
        self._clock = clock
        self._view: OverviewView | None = None
        self._display: Callable[[OverviewView], None] = lambda view: None

    def attach(self, display: Callable[[OverviewView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, patient_id: str) -> None:
        """Load the episode and show it."""
        self._show(self._pathway.open(patient_id))

    def go_next(self) -> None:
        """The primary action."""
        if self._view is not None:
            self.go(self._view.next.place, self._view.next.detail)

    def go(self, place: str, detail: str = "") -> None:
        """Another place for the same patient: a stage of the journey, a visit, the handout."""
        if self._view is None:
            return
        patient = self._view.record.patient.id
        if place in (Occasion.WEEK_12, Occasion.YEAR_1):
            done = self._view.record.assessment(Occasion(place)) is not None
            self._navigator.go("outcome" if done else "review", patient, place)
        elif place == "programme" and self._view.record.programme is None:
            self._navigator.go("plan_together" if self._view.record.baseline else "baseline", patient, detail)
        else:
            self._navigator.go(place, patient, detail)

    def close_episode(self, reason: EndReason, words: str) -> None:
        """Discharge, stop or refer on."""
        if self._view is not None:
            self._show(self._pathway.close(self._view.record, reason, words))

    def _show(self, record: EpisodeRecord) -> None:
        today = self._clock.today()
        state = self._pathway.journey(record)
        latest = next((o for o in (Occasion.YEAR_1, Occasion.WEEK_12) if record.assessment(o)), Occasion.WEEK_12)
        unfinished = tuple(
            form
            for form in ("baseline", "visit", Occasion.WEEK_12.value, Occasion.YEAR_1.value)
            if self._pathway.draft(record.patient.id, form)
        )
        self._view = OverviewView(
            header=header_of(record, today, "overview"),
            record=record,
            state=state,
            verdict=self._pathway.verdict(record),
            latest=self._pathway.outcome(record, latest),
            content=self._pathway.content,
            next=next_action(record, state, today),
            today=today,
            notes=notes_of(record, today),
            drafts=unfinished,
        )
        self._display(self._view)


def next_action(record: EpisodeRecord, state: JourneyState, today: date) -> NextAction:
    """What comes next for this record in this state."""
    if record.baseline is None:
        return NextAction(
            "baseline", "", _("Finish baseline"), _("Baseline"),
            _("Ask about safety first, then pain, disability and what the patient wants to do again."),
            (_("Safety screen"), _("Pain, 3 scores"), _("Disability"), _("Goals and preferences")),
        )  # fmt: skip
    if record.programme is None:
        return NextAction(
            "plan_together", "", _("Plan together"), _("Plan together"),
            _("Look at the suggestions with the patient and decide together."),
        )  # fmt: skip
    for occasion, title, button in (
        (Occasion.WEEK_12, _("12-week review"), _("Record 12-week review")),
        (Occasion.YEAR_1, _("1-year review"), _("Record 1-year review")),
    ):
        window = record.window(occasion)
        if window is None or record.assessment(occasion) is not None:
            continue
        if today < window.opens:
            break
        closing = (window.closes - today).days
        sentence = (
            _("Window closes {day}, in {n} days.").format(day=short_day(window.closes, today), n=closing)
            if closing >= 0
            else _("The window closed {day}. A late answer still counts, marked with its real day.").format(
                day=short_day(window.closes, today)
            )
        )
        checklist = (_("Pain, 3 scores"), _("Disability"), _("Goals"), _("Unwanted effects"), _("Decide what next"))
        return NextAction("review", occasion.value, button, title, sentence, checklist)
    return NextAction(
        "visit", "", _("Record a visit"), _("Next visit"),
        _("Pain today, the safety questions again, and how it went."),
        (_("Safety questions"), _("Pain, 3 scores"), _("Unwanted effects and notes")),
    )  # fmt: skip


def notes_of(record: EpisodeRecord, today: date) -> tuple[tuple[str, str], ...]:
    """(day, words) of every note, newest first; who corrected what stays in the record itself."""
    entries: list[tuple[date, str]] = [(v.day, _joined(v.notes, v.unwanted_effects)) for v in record.visits]
    entries += [(a.day, _assessment_words(a)) for a in record.assessments]
    entries += [
        (p.agreed_on, p.change_reason or _("Plan agreed, version {n}.").format(n=p.version)) for p in record.programmes
    ]
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return tuple((short_day(day, today), words) for day, words in entries if words)


def _assessment_words(assessment: Assessment) -> str:
    return _joined(assessment.notes, assessment.unwanted_effects)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
