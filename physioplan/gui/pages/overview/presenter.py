"""One patient at a glance: the journey to scale, scores, the programme now, and the one next action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from physioplan.gui.pages.overview.next_action import NextAction, next_action
from physioplan.gui.pages.overview.programme_now import ProgrammeNow, programme_now
from physioplan.gui.pages.overview.safety_line import SafetyLine, safety_line
from physioplan.gui.pages.overview.scores import GoalEntry, ScoreEntry, goal_entries, score_entries
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.gui.words import _
from physioplan.measures.safety_verdict import SafetyVerdict
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock
from physioplan.services.patient_register import PatientRegister
from physioplan.services.world_faults import sentences_of


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
    scores: tuple[ScoreEntry, ...] = ()
    goals: tuple[GoalEntry, ...] = ()
    programme: ProgrammeNow | None = None
    safety: SafetyLine | None = None


class OverviewPresenter:
    """Drives the page through ``display``."""

    def __init__(
        self, pathway: CarePathway, register: PatientRegister, navigator: Navigator, clock: Clock
    ) -> None:
        self._pathway = pathway
        self._register = register
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

    def change_details(self, raw: Mapping[str, str]) -> dict[str, str]:
        """Keep changed details; answers what is wrong by field, under "" what concerns the whole."""
        if self._view is None:
            return {}
        record = self._view.record
        form = self._register.read_details(record.patient, raw)
        if form.patient is None:
            return {fault.key: fault.sentence for fault in form.faults}
        try:
            self._register.amend(record.patient, form.patient)
        except Exception as fault:  # a number that is taken, or a change by somebody else: nothing is lost
            told = sentences_of(fault)
            if told is None:
                raise
            return {"": " ".join(told)}
        self._show(self._pathway.reload(record))
        return {}

    def _show(self, record: EpisodeRecord) -> None:
        today = self._clock.today()
        state = self._pathway.journey(record)
        latest = next(
            (o for o in (Occasion.YEAR_1, Occasion.WEEK_12) if record.assessment(o)), Occasion.WEEK_12
        )
        unfinished = tuple(
            form
            for form in ("baseline", "visit", Occasion.WEEK_12.value, Occasion.YEAR_1.value)
            if self._pathway.draft(record.patient.id, form)
        )
        verdict = self._pathway.verdict(record)
        outcome = self._pathway.outcome(record, latest)
        content = self._pathway.content
        self._view = OverviewView(
            header=header_of(record, today, "overview"),
            record=record,
            state=state,
            verdict=verdict,
            latest=outcome,
            content=content,
            next=next_action(record, state, today, unfinished, locked=_is_locked(verdict)),
            today=today,
            notes=notes_of(record, today),
            drafts=unfinished,
            scores=score_entries(record, outcome, content, today),
            goals=goal_entries(record),
            programme=programme_now(record, content, today),
            safety=safety_line(record, verdict, today),
        )
        self._display(self._view)


def _is_locked(verdict: SafetyVerdict | None) -> bool:
    return verdict is not None and (verdict.locks_plan or verdict.stops_exercise)


def notes_of(record: EpisodeRecord, today: date) -> tuple[tuple[str, str], ...]:
    """(day, words) of every note, newest first; who corrected what stays in the record itself."""
    entries: list[tuple[date, str]] = [(v.day, _joined(v.notes, v.unwanted_effects)) for v in record.visits]
    superseded = {a.supersedes for a in record.assessments}  # told once, by the entry that stands
    entries += [(a.day, _assessment_words(a)) for a in record.assessments if a.id not in superseded]
    entries += [
        (p.agreed_on, p.change_reason or _("Plan agreed, version {n}.").format(n=p.version))
        for p in record.programmes
    ]
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return tuple((short_day(day, today), words) for day, words in entries if words)


def _assessment_words(assessment: Assessment) -> str:
    return _joined(assessment.notes, assessment.unwanted_effects)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
