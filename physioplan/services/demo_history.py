"""One invented patient with a history that fits together, ending in a wanted state of the journey."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Occasion
from physioplan.domain.clinic import Clinician
from physioplan.domain.episode import EndReason, EpisodeEnd, EpisodeOfCare, LegPain
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.journey import JourneyState
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Programme
from physioplan.domain.visit import DiaryWeek, Visit
from physioplan.evidence.findings import findings_of
from physioplan.evidence.recommend import recommend
from physioplan.evidence.recommendation import Recommendation
from physioplan.measures.safety_verdict import verdict_of
from physioplan.prescribing.choices import Choices
from physioplan.prescribing.follow_up import follow_up_windows
from physioplan.prescribing.prescribe import Authorship, prescribe
from physioplan.prescribing.propose import propose
from physioplan.services.demo_answers import answers_to
from physioplan.services.demo_assessment import GOALS, NOTES, a_screen, an_assessment
from physioplan.services.demo_life import DemoLife, moment
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
    who = f"physioplan demonstration {seed}, patient {number}"
    luck, state = Random(who), STATES[number % len(STATES)]
    days, reviews = _PROGRAMME_DAYS.get(state, (range(12), ()))
    life = DemoLife(
        who=who,
        number=number,
        state=state,
        start=today - timedelta(days=luck.choice(days)),
        today=today,
        badness=min(0.92, max(0.2, luck.gauss(0.5, 0.16))),
        course=luck.choice((0.35, 0.5, 0.6, 0.7, 0.85, 1.0, 1.15)),
        luck=luck,
        content=content,
        by=by,
    )
    return _History(life, reviews).patient()


class _History:
    """The steps of one life with back pain; each step draws on the same luck in the same order."""

    def __init__(self, life: DemoLife, reviews: tuple[Occasion, ...]) -> None:
        self.life, self.reviews = life, reviews
        self.luck, self.start, self.today, self.by = life.luck, life.start, life.today, life.by
        self.state, self.content = life.state, life.content

    def patient(self) -> DemoPatient:
        """The whole history."""
        person = a_person(self.luck, self.life.number, self.start, self.by.name)
        record = EpisodeRecord(patient=person, episode=self._episode(person.id))
        if self.state is JourneyState.NEW:
            return DemoPatient(record)
        if self.state is JourneyState.BASELINE_OPEN:
            return DemoPatient(record.amend(visits=(self._first_look(record),)), self._draft())
        record = record.amend(assessments=(an_assessment(self.life, record, Occasion.BASELINE, self.start),))
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
            review = an_assessment(self.life, record, occasion, min(day, self.today))
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
            recorded_at=moment(self.start, 17),
        )
        return prescribe(answer, proposed, Choices(), self.start, identity=identity)

    def _was_there(self, week: int) -> bool:
        end = self._end()
        last = end.day if end else self.today
        return self.start + timedelta(weeks=week) <= last

    def _visit(self, record: EpisodeRecord, week: int) -> Visit:
        day = self.start + timedelta(weeks=week)
        done = self.luck.choices((5, 4, 3, 2, 0, None), (6, 6, 4, 2, 1, 2))[0]
        pain = answers_to(self.content.measures["nrs"], self.life.badness_on(day), self.luck)
        average = pain.value_of("average")
        return Visit(
            id=an_identity(self.luck),
            episode_id=record.episode.id,
            day=day,
            recorded_at=moment(day, 9 + self.luck.randrange(8)),
            by=self.by.name,
            safety=a_screen(self.life, day, None),
            pain=pain,
            unwanted_effects="Sore for a day after the first time."
            if week == 1 and self.luck.random() < 0.3
            else "",
            diary=(
                DiaryWeek(week=week, planned=5, done=done, pain=None if average is None else round(average)),
            ),
            notes=self.luck.choice(NOTES),
        )

    def _first_look(self, record: EpisodeRecord) -> Visit:
        return Visit(
            id=an_identity(self.luck),
            episode_id=record.episode.id,
            day=self.start,
            recorded_at=moment(self.start, 10),
            by=self.by.name,
            safety=a_screen(self.life, self.start, None),
            notes="A first short look; the measurements follow.",
        )

    def _draft(self) -> dict[str, str]:
        return {
            "episode.pain_for": "3",
            "episode.pain_unit": "years",
            "measure.nrs.average": str(round(self.life.badness * 10)),
            "goal.1.words": self.luck.choice(GOALS),
        }
