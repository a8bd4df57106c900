"""What changed by 12 weeks or a year: charts, the table with its thresholds, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Assessment, NextStep, Occasion
from physioplan.domain.effect import Comparator, Effect, EffectTime, Outcome
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.goal import Goal
from physioplan.domain.outcome import OutcomeChange
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.outcome.own_activities import goal_pairs, goals_change
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock

REPEATED = frozenset({("nrs", "average")})  # the total of the pain scale is its average


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What the page draws. ``pain`` and ``disability`` are (day, value) points, oldest first.

    ``changes`` belong to ``occasion``, ``other`` to the other review. ``effect`` is the group effect of the plan's
    core at that time, ``None`` where nothing was pooled. ``goals`` pair each goal of the baseline with its new
    rating. ``out_of_window_days`` counts from the due day, 0 inside the window. ``missed`` is true where the window
    closed without a review.
    """

    header: PatientHeader
    first_name: str
    record: EpisodeRecord
    occasion: Occasion
    review: Assessment | None
    changes: tuple[OutcomeChange, ...]
    other: tuple[OutcomeChange, ...]
    pain: tuple[tuple[date, float], ...]
    disability: tuple[tuple[date, float], ...]
    disability_measure: str
    windows: tuple[FollowUpWindow, ...]
    content: ClinicalContent
    today: date
    out_of_window_days: int
    spread: float
    effect: Effect | None
    goals: tuple[tuple[Goal, Goal | None], ...]
    missed: bool
    problem: str = ""

    @property
    def goals_again(self) -> int:
        """How many goals were rated again."""
        return sum(later is not None for _first, later in self.goals)

    def change_of(self, measure: str) -> OutcomeChange | None:
        """The change on the main scale of ``measure``."""
        return next((c for c in self.changes if c.measure == measure and c.subscale == "total"), None)


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
        self._show(self._pathway.open(patient_id), occasion)

    def decide(self, step: NextStep) -> None:
        """Keep what was decided, once; changing the plan leads back to planning, stopping to the overview."""
        view = self._view
        if view is None or view.review is None or view.review.next_step is not None:
            return
        try:
            record = self._pathway.decide_next(view.record, view.occasion, step)
        except Exception as fault:  # the world's faults carry a sentence; the choice stays on screen
            self._show(view.record, view.occasion, str(fault))
            return
        self._show(record, view.occasion)
        if step is NextStep.CHANGE_PLAN:
            self.go("plan_together")
        elif step is NextStep.REFER_OR_STOP:
            self.go("overview")

    def go(self, place: str, detail: str = "") -> None:
        """Another place for the same patient."""
        if self._view is not None:
            self._navigator.go(place, self._view.record.patient.id, detail)

    def go_to_stage(self, stage: str) -> None:
        """A stage of the journey was asked for in the header."""
        view = self._view
        if view is None or stage == view.occasion.value:
            return
        if stage in (Occasion.WEEK_12.value, Occasion.YEAR_1.value):
            done = view.record.assessment(Occasion(stage)) is not None
            self.go("outcome" if done else "review", stage)
        elif stage == "programme" and view.record.programme is None:
            self.go("plan_together" if view.record.baseline else "baseline")
        else:
            self.go(stage)

    def _show(self, record: EpisodeRecord, occasion: Occasion, problem: str = "") -> None:
        today = self._clock.today()
        review = record.assessment(occasion)
        window = record.window(occasion)
        disability = "rmdq" if _has(record, "rmdq") and not _has(record, "odi") else "odi"
        outside = 0
        if review is not None and window is not None and not window.is_open_on(review.day):
            outside = (review.day - window.due).days
        other = Occasion.WEEK_12 if occasion is Occasion.YEAR_1 else Occasion.YEAR_1
        self._view = OutcomeView(
            header=header_of(record, today, occasion.value),
            first_name=record.patient.given_name,
            record=record,
            occasion=occasion,
            review=review,
            changes=self._changes(record, occasion),
            other=self._changes(record, other),
            pain=_pain_points(record),
            disability=_points(record, disability),
            disability_measure=disability,
            windows=record.windows,
            content=self._pathway.content,
            today=today,
            out_of_window_days=outside,
            spread=self._pathway.settings.spread("nrs"),
            effect=self._effect(occasion),
            goals=goal_pairs(record, occasion),
            missed=review is None and window is not None and today > window.closes,
            problem=problem,
        )
        self._display(self._view)

    def _changes(self, record: EpisodeRecord, occasion: Occasion) -> tuple[OutcomeChange, ...]:
        """Every change in the order of the table: pain, disability, goals, risk, the rest."""
        found = [
            change
            for change in self._pathway.outcome(record, occasion)
            if (change.measure, change.subscale) not in REPEATED
        ]
        if not any(change.measure == "psfs" for change in found):
            goals = goals_change(record, occasion, self._pathway.content.measures["psfs"])
            found += [goals] if goals is not None else []
        first = [("nrs", "total"), ("nrs", "worst"), ("nrs", "now")]
        places = ("nrs", "odi", "rmdq", "psfs", "sbst")

        def place(change: OutcomeChange) -> tuple[int, int]:
            key = (change.measure, change.subscale)
            by_measure = places.index(change.measure) if change.measure in places else len(places)
            return by_measure, first.index(key) if key in first else len(first)

        return tuple(sorted(found, key=place))

    def _effect(self, occasion: Occasion) -> Effect | None:
        time = EffectTime.YEAR_1 if occasion is Occasion.YEAR_1 else EffectTime.WEEK_12
        rows = self._pathway.content.evidence.effects_of("individualized_exercise")
        return next(
            (
                row
                for row in rows
                if row.pooled
                and row.outcome is Outcome.PAIN
                and row.time is time
                and row.comparator is Comparator.ACTIVE
            ),
            None,
        )


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
        if (score := a.score_of(measure)) is not None and score.is_final and score.value is not None
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
