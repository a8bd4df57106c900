"""One invented patient with a history that fits together, ending in a wanted state of the journey."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Assessment, NextStep, Occasion
from physioplan.domain.clinic import Clinician
from physioplan.domain.episode import EndReason, EpisodeEnd, EpisodeOfCare, LegPain
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.goal import Goal
from physioplan.domain.journey import JourneyState
from physioplan.domain.movement import Direction, MovementExamination, MovementTestResult, TestResult
from physioplan.domain.preferences import Place, Preferences
from physioplan.domain.programme import Programme
from physioplan.domain.response import Responses
from physioplan.domain.safety import FlagAction, SafetyScreen
from physioplan.domain.signature import Signature
from physioplan.domain.visit import DiaryWeek, Visit
from physioplan.evidence.findings import findings_of
from physioplan.evidence.recommend import recommend
from physioplan.evidence.recommendation import Recommendation
from physioplan.measures.safety_verdict import verdict_of
from physioplan.measures.scoring import score
from physioplan.prescribing.choices import Choices
from physioplan.prescribing.follow_up import follow_up_windows
from physioplan.prescribing.prescribe import Authorship, prescribe
from physioplan.prescribing.propose import propose
from physioplan.services.demo_answers import answers_to
from physioplan.services.demo_people import a_person, an_identity

STATES = tuple(JourneyState)
# Days since the programme began, and which reviews are done, so that the state comes out as wanted.
_PROGRAMME_DAYS: dict[JourneyState, tuple[range, tuple[Occasion, ...]]] = {
    JourneyState.IN_PROGRAMME: (range(1, 68), ()),
    JourneyState.REVIEW_OPEN: (range(72, 97), ()),
    JourneyState.REVIEW_OVERDUE: (range(100, 190), ()),
    JourneyState.REVIEWED: (range(368, 401), (Occasion.WEEK_12, Occasion.YEAR_1)),
    JourneyState.IN_MAINTENANCE: (range(104, 310), (Occasion.WEEK_12,)),
    JourneyState.DISCHARGED: (range(380, 700), (Occasion.WEEK_12, Occasion.YEAR_1)),
    JourneyState.STOPPED: (range(20, 60), ()),
}
_REVIEW_DAY = {Occasion.WEEK_12: 84, Occasion.YEAR_1: 365}
_VISIT_WEEKS = (1, 2, 4, 6, 8, 10, 17, 43)
_GOALS = (
    "Carry the shopping home",
    "Sit through a film",
    "Play on the floor with a grandchild",
    "Walk round the lake",
    "Sleep through the night",
    "Work a full day standing",
    "Tie shoes without thinking about it",
    "Cycle to work",
    "Dig the garden again",
    "Drive for two hours",
)
_NOTICED = (
    "boom_bust",
    "feared_task",
    "muscle_guarding",
    "poor_sleep",
    "deconditioned",
    "barriers",
    "home_only",
)
_NOTES = (
    "",
    "",
    "Keen to start.",
    "Prefers mornings.",
    "Would like it in writing.",
    "Asks about lifting at work.",
)


@dataclass(frozen=True, slots=True)
class DemoPatient:
    """A record, and what somebody has begun to type into its baseline."""

    record: EpisodeRecord
    baseline_draft: dict[str, str] = field(default_factory=dict)


def a_demo_patient(
    number: int, seed: int, today: date, content: ClinicalContent, by: Clinician
) -> DemoPatient:
    """Patient ``number`` (from 0) of the demonstration with ``seed`` as it stands on ``today``.

    The states follow one another, so that eleven patients show all of them. The same arguments give the same
    patient, whatever other patients there are.
    """
    return _History(number, seed, today, content, by).patient()


class _History:
    """The steps of one life with back pain; each step draws on the same luck in the same order."""

    def __init__(self, number: int, seed: int, today: date, content: ClinicalContent, by: Clinician) -> None:
        self.who = f"physioplan demonstration {seed}, patient {number}"
        self.luck = Random(self.who)
        self.number, self.today, self.content, self.by = number, today, content, by
        self.state = STATES[number % len(STATES)]
        days, self.reviews = _PROGRAMME_DAYS.get(self.state, (range(12), ()))
        self.start = today - timedelta(days=self.luck.choice(days))
        self.badness = min(0.92, max(0.2, self.luck.gauss(0.5, 0.16)))
        self.course = self.luck.choice((0.35, 0.5, 0.6, 0.7, 0.85, 1.0, 1.15))  # what is left after 12 weeks

    def patient(self) -> DemoPatient:
        """The whole history."""
        person = a_person(self.luck, self.number, self.start, self.by.name)
        record = EpisodeRecord(patient=person, episode=self._episode(person.id))
        if self.state is JourneyState.NEW:
            return DemoPatient(record)
        if self.state is JourneyState.BASELINE_OPEN:
            return DemoPatient(record.amend(visits=(self._first_look(record),)), self._draft())
        record = record.amend(assessments=(self._assessment(record, Occasion.BASELINE, self.start),))
        if self.state is JourneyState.REFERRED_ON:
            return DemoPatient(record)
        if self.state is not JourneyState.BASELINE_DONE:
            record = self._in_programme(record)
        return DemoPatient(record)

    def _episode(self, patient_id: str) -> EpisodeOfCare:
        weeks = self.luck.choice((14, 20, 30, 52, 80, 150, 300, 600))
        return EpisodeOfCare(
            id=an_identity(self.luck),
            patient_id=patient_id,
            opened=self.start,
            onset=self.start - timedelta(weeks=weeks, days=self.luck.randrange(6)),
            leg_pain=self.luck.choice((LegPain.NONE, LegPain.NONE, LegPain.TO_THE_KNEE)),
            off_work=self.luck.random() < 0.15,
            first_approach_failed=self.luck.random() < 0.2,
            next_appointment=self.today + timedelta(days=self.luck.randrange(1, 15))
            if not self._end()
            else None,
            end=self._end(),
        )

    def _end(self) -> EpisodeEnd | None:
        ends = {
            JourneyState.DISCHARGED: (
                EndReason.DISCHARGED,
                self.start + timedelta(days=375),
                "Goals reached.",
            ),
            JourneyState.STOPPED: (EndReason.STOPPED, self.today - timedelta(days=2), "Moved away."),
            JourneyState.REFERRED_ON: (EndReason.REFERRED_ON, self.start, "Referred the same day."),
        }
        if self.state not in ends:
            return None
        reason, day, words = ends[self.state]
        return EpisodeEnd(day=min(day, self.today), reason=reason, words=words)

    # ------------------------------------------------------------------ measuring

    def _assessment(self, record: EpisodeRecord, occasion: Occasion, day: date) -> Assessment:
        badness = self._badness_on(day)
        wanted = ["nrs", "odi"] + [
            name for name in ("rmdq", "phq_4", "sbst", "pseq_2") if self._chance_of(name) > 0.45
        ]
        if occasion is not Occasion.BASELINE:
            wanted.append("gpe")
        responses = tuple(self._answers(name, badness) for name in wanted if name in self.content.measures)
        first = occasion is Occasion.BASELINE
        stamp = _at(day, 9 + self.luck.randrange(8))
        return Assessment(
            id=an_identity(self.luck),
            episode_id=record.episode.id,
            occasion=occasion,
            day=day,
            recorded_at=stamp,
            by=self.by.name,
            safety=self._screen(day, occasion),
            responses=responses,
            scores=tuple(
                one for given in responses for one in score(self.content.measures[given.measure], given)
            ),
            movement=self._movement() if first else None,
            goals=self._goals(badness, record),
            preferences=self._preferences() if first else None,
            noticed=frozenset(self.luck.sample(_NOTICED, self.luck.randrange(3))) if first else frozenset(),
            notes=self.luck.choice(_NOTES),
            next_step=None if first else NextStep.CARRY_ON,
            signature=Signature(by=self.by.name, at=stamp),
        )

    def _answers(self, measure: str, badness: float) -> Responses:
        if measure == "gpe":  # the patient's own rating of the change so far
            better = round((1 - badness / self.badness) * 7 + self.luck.gauss(0, 1))
            item = self.content.measures["gpe"].items[0]
            value = float(min(item.high, max(item.low, better)))
            return Responses.of("gpe", **{item.id if not item.id.isdigit() else f"_{item.id}": value})
        return answers_to(self.content.measures[measure], badness, self.luck, self.who)

    def _chance_of(self, name: str) -> float:
        """Which measures this patient fills in: the same ones every time."""
        return Random(f"{self.who} {name}").random()

    def _badness_on(self, day: date) -> float:
        """Falls (or not) towards its 12-week share, then stays."""
        gone = min(1.0, (day - self.start).days / 84)
        return self.badness * (1 + (self.course - 1) * gone)

    def _screen(self, day: date, occasion: Occasion | None) -> SafetyScreen:
        groups = frozenset(str(group) for group in self.content.safety.groups)
        if self.state is JourneyState.REFERRED_ON and occasion is Occasion.BASELINE:
            flag = self.luck.choice([one.id for one in self.content.safety.flags if one.locks_plan])
            action = FlagAction(
                flag=flag, what="Called and referred", to_whom="Example Hospital", day=day, by=self.by.name
            )
            return SafetyScreen(day=day, groups_asked=groups, present=frozenset({flag}), actions=(action,))
        held = Random(f"{self.who} precautions")
        known = ("wrist_shoulder", "kneeling", "hypertension", "osteoporosis", "vertigo", "balance")
        return SafetyScreen(
            day=day,
            groups_asked=groups,
            precautions=frozenset({held.choice(known)}) if held.random() < 0.3 else frozenset(),
        )

    def _movement(self) -> MovementExamination:
        worse = self.luck.choice((Direction.FLEXION, Direction.EXTENSION))
        better = Direction.EXTENSION if worse is Direction.FLEXION else Direction.FLEXION
        return MovementExamination(
            tests=tuple(
                MovementTestResult(
                    test=name, result=TestResult.FAIL if self.luck.random() < 0.35 else TestResult.PASS
                )
                for name in self.content.movement_tests
            ),
            provoked_by=frozenset({worse}),
            eased_by=frozenset({better}),
        )

    def _goals(self, badness: float, record: EpisodeRecord) -> tuple[Goal, ...]:
        rated = min(10, max(0, round((1 - badness) * 8)))
        if record.baseline is not None:
            return tuple(goal.amend(now=rated) for goal in record.baseline.goals)
        chosen = self.luck.sample(_GOALS, self.luck.choice((1, 2, 2, 3)))
        return tuple(
            Goal(id=str(place), words=words, now=rated, aim=min(10, rated + 4))
            for place, words in enumerate(chosen, 1)
        )

    def _preferences(self) -> Preferences:
        return Preferences(
            minutes_a_day=self.luck.choice((10, 15, 20, 20, 30)),
            days_a_week=self.luck.choice((3, 4, 5, 5, 7)),
            places=frozenset({Place.HOME, self.luck.choice(tuple(Place))}),
            confidence=self.luck.randrange(4, 11),
        )

    # ------------------------------------------------------------------ plan and visits

    def _in_programme(self, record: EpisodeRecord) -> EpisodeRecord:
        programme = self._programme(record)
        if programme is None:
            return record
        record = record.amend(
            programmes=(programme,),
            windows=follow_up_windows(programme.start),
            visits=tuple(self._visit(record, week) for week in _VISIT_WEEKS if self._was_there(week)),
        )
        for occasion in self.reviews:
            day = self.start + timedelta(days=_REVIEW_DAY[occasion] + self.luck.randrange(-4, 3))
            review = self._assessment(record, occasion, min(day, self.today))
            record = record.amend(assessments=(*record.assessments, review))
        return record

    def _programme(self, record: EpisodeRecord) -> Programme | None:
        screen = record.latest_safety
        verdict = None if screen is None else verdict_of(screen, self.content.safety)
        findings = findings_of(record, verdict, self.start)
        answer = recommend(findings, self.content.evidence, self.content.library, self.content.cbt)
        if not isinstance(answer, Recommendation):
            return None
        wishes = record.baseline.preferences if record.baseline else None
        proposed = propose(answer, findings, wishes or Preferences(), self.content.library, Choices())
        identity = Authorship(
            id=an_identity(self.luck),
            episode_id=record.episode.id,
            by=self.by.name,
            recorded_at=_at(self.start, 17),
        )
        return prescribe(answer, proposed, Choices(), self.start, identity=identity)

    def _was_there(self, week: int) -> bool:
        end = self._end()
        last = end.day if end else self.today
        return self.start + timedelta(weeks=week) <= last

    def _visit(self, record: EpisodeRecord, week: int) -> Visit:
        day = self.start + timedelta(weeks=week)
        done = self.luck.choices((5, 4, 3, 2, 0, None), (6, 6, 4, 2, 1, 2))[0]
        pain = answers_to(self.content.measures["nrs"], self._badness_on(day), self.luck)
        average = pain.value_of("average")
        return Visit(
            id=an_identity(self.luck),
            episode_id=record.episode.id,
            day=day,
            recorded_at=_at(day, 9 + self.luck.randrange(8)),
            by=self.by.name,
            safety=self._screen(day, None),
            pain=pain,
            unwanted_effects="Sore for a day after the first time."
            if week == 1 and self.luck.random() < 0.3
            else "",
            diary=(
                DiaryWeek(week=week, planned=5, done=done, pain=None if average is None else round(average)),
            ),
            notes=self.luck.choice(_NOTES),
        )

    def _first_look(self, record: EpisodeRecord) -> Visit:
        return Visit(
            id=an_identity(self.luck),
            episode_id=record.episode.id,
            day=self.start,
            recorded_at=_at(self.start, 10),
            by=self.by.name,
            safety=self._screen(self.start, None),
            notes="A first short look; the measurements follow.",
        )

    def _draft(self) -> dict[str, str]:
        return {
            "episode.pain_for": "3",
            "episode.pain_unit": "years",
            "measure.nrs.average": str(round(self.badness * 10)),
            "goal.1.words": self.luck.choice(_GOALS),
        }


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
