"""What changed by 12 weeks or a year: charts, the table with its thresholds, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.outcome import OutcomeChange
from physioplan.gui.navigator import Navigator
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What the page draws. ``series`` are (day, value) points by "measure" for the two charts, oldest first."""

    header: PatientHeader
    first_name: str
    record: EpisodeRecord
    occasion: Occasion
    review: Assessment | None
    changes: tuple[OutcomeChange, ...]
    year: tuple[OutcomeChange, ...]
    pain: tuple[tuple[date, float], ...]
    disability: tuple[tuple[date, float], ...]
    disability_measure: str
    windows: tuple[FollowUpWindow, ...]
    content: ClinicalContent
    today: date
    out_of_window_days: int


class OutcomePresenter:
    """Drives the page through ``display``."""

    def __init__(self, pathway: CarePathway, navigator: Navigator, clock: Clock) -> None:
        self._pathway = pathway
        self._navigator = navigator
        self._clock = clock
        self._view: OutcomeView | None = None
        self._display: Callable[[OutcomeView], None] = lambda view: None

    def attach(self, display: Callable[[OutcomeView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, patient_id: str, occasion: Occasion = Occasion.WEEK_12) -> None:
        """Load the episode and show what changed."""
        record = self._pathway.open(patient_id)
        review = record.assessment(occasion)
        window = record.window(occasion)
        disability = "rmdq" if _has(record, "rmdq") and not _has(record, "odi") else "odi"
        outside = 0
        if review is not None and window is not None and not window.is_open_on(review.day):
            outside = (review.day - window.due).days
        self._view = OutcomeView(
            header=header_of(record, self._clock.today(), occasion.value),
            first_name=record.patient.given_name,
            record=record,
            occasion=occasion,
            review=review,
            changes=self._pathway.outcome(record, occasion),
            year=self._pathway.outcome(record, Occasion.YEAR_1),
            pain=_pain_points(record),
            disability=_points(record, disability),
            disability_measure=disability,
            windows=record.windows,
            content=self._pathway.content,
            today=self._clock.today(),
            out_of_window_days=outside,
        )
        self._display(self._view)

    def go(self, place: str, detail: str = "") -> None:
        """Another place for the same patient."""
        if self._view is not None:
            self._navigator.go(place, self._view.record.patient.id, detail)


def _has(record: EpisodeRecord, measure: str) -> bool:
    return any(a.score_of(measure) is not None for a in record.assessments)


def _standing(record: EpisodeRecord) -> tuple[Assessment, ...]:
    """Every assessment that no later one supersedes."""
    superseded = {a.supersedes for a in record.assessments}
    return tuple(a for a in record.assessments if a.id not in superseded)


def _points(record: EpisodeRecord, measure: str) -> tuple[tuple[date, float], ...]:
    points = [
        (a.day, score.value)
        for a in _standing(record)
        if (score := a.score_of(measure)) is not None and score.value is not None
    ]
    return tuple(sorted(points))


def _pain_points(record: EpisodeRecord) -> tuple[tuple[date, float], ...]:
    """Average pain at assessments and visits."""
    points = list(_points(record, "nrs"))
    for visit in record.visits:
        average = visit.pain.value_of("average") if visit.pain else None
        if average is not None:
            points.append((visit.day, average))
    return tuple(sorted(points))
