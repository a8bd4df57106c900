"""Invented patients, plans and a small library for tests: sensible as they come, changed by one keyword.

    a_record(a_baseline(odi=51), weeks_of_pain=20)

Clinical content is the shipped one, read once. Where single exercises matter, use :func:`a_library`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.load import load_content
from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.dose import Dose, Repetitions, Time
from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.goal import Goal
from physioplan.domain.movement import Direction, MovementExamination, MovementTestResult, TestResult
from physioplan.domain.patient import Patient
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Phase, Programme, ProgrammeItem
from physioplan.domain.response import ItemAnswer, Responses
from physioplan.domain.safety import SafetyScreen
from physioplan.domain.score import Score
from physioplan.domain.signature import Signature
from physioplan.domain.visit import Visit
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.findings import findings_of
from physioplan.evidence.recommend import recommend
from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.library.exercise import Category, DoseRange, Exercise, ExerciseWords, Position, Step
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.measures.red_flag import FlagGroup
from physioplan.measures.safety_verdict import verdict_of

ASSETS = Path(__file__).parents[1] / "assets"
TODAY = date(2026, 1, 13)
CLINICIAN = "Jona Demo"
TESTS = (
    "waiters_bow",
    "dorsal_pelvic_tilt",
    "one_leg_stance",
    "sitting_knee_extension",
    "quadruped_rocking",
    "prone_knee_bend",
)


def at_noon(day: date = TODAY) -> datetime:
    """Noon of ``day`` in UTC."""
    return datetime.combine(day, time(12), tzinfo=UTC)


@cache
def content() -> ClinicalContent:
    """The shipped clinical content."""
    return load_content(ASSETS, cache=Path("/nonexistent"))


# ---------------------------------------------------------------- people


def a_patient(*, age: int = 47, **changes: object) -> Patient:
    """Marta Demo, who has her birthday on the day she comes."""
    facts: dict[str, object] = {
        "id": "marta",
        "record_number": "0148",
        "given_name": "Marta",
        "family_name": "Demo",
        "birth_date": date(TODAY.year - age, TODAY.month, TODAY.day),
    }
    return Patient.model_validate(facts | changes)


def an_episode(*, weeks_of_pain: int | None = 208, **changes: object) -> EpisodeOfCare:
    """Back pain for four years, unless told otherwise."""
    onset = None if weeks_of_pain is None else TODAY - timedelta(weeks=weeks_of_pain)
    facts: dict[str, object] = {"id": "episode", "patient_id": "marta", "opened": TODAY, "onset": onset}
    return EpisodeOfCare.model_validate(facts | changes)


def a_screen(*, flags: Iterable[str] = (), day: date = TODAY, **changes: object) -> SafetyScreen:
    """A screen with every group asked."""
    asked = frozenset(group.value for group in FlagGroup)
    facts: dict[str, object] = {"day": day, "groups_asked": asked, "present": frozenset(flags)}
    return SafetyScreen.model_validate(facts | changes)


# ---------------------------------------------------------------- measurements


def a_score(measure: str, value: float, subscale: str = "total", band: str | None = None) -> Score:
    """A final score."""
    return Score(measure=measure, version="1", subscale=subscale, value=value, band=band)


_SUBSCALES = {"sbst": ("total", "psychosocial"), "fabq": ("pa", "w"), "phq_4": ("depression", "anxiety")}


def scores_of(given: Mapping[str, object]) -> tuple[Score, ...]:
    """``{"odi": 38, "sbst": (7, 4)}`` as scores; pairs are the two subscales, ``None`` leaves one out."""
    scores = []
    for measure, value in given.items():
        if measure == "nrs":
            scores.append(a_score("nrs", float(str(value)), "average"))
        elif isinstance(value, int | float):
            scores.append(a_score(measure, float(value)))
        elif isinstance(value, list | tuple):
            pairs = zip(_SUBSCALES[measure], value, strict=True)
            scores += [a_score(measure, float(v), name) for name, v in pairs if v is not None and v != ""]
    return tuple(scores)


def a_baseline(
    *,
    screen: SafetyScreen | None = None,
    movement: MovementExamination | None = None,
    goals: Iterable[str] = ("Lift my daughter",),
    preferences: Preferences | None = None,
    noticed: Iterable[str] = (),
    items: Mapping[str, Mapping[str, float]] | None = None,
    day: date = TODAY,
    occasion: Occasion = Occasion.BASELINE,
    **scores: object,
) -> Assessment:
    """A signed baseline: pain 6, ODI 38, a complete and empty safety screen, one goal; scores by keyword.

    ``items`` gives single answers, such as ``{"phq_9": {"9": 1}}``.
    """
    given: dict[str, object] = {"nrs": 6, "odi": 38} | scores
    responses = tuple(
        Responses(measure=name, items=tuple(ItemAnswer(item=i, value=v) for i, v in answers.items()))
        for name, answers in (items or {}).items()
    )
    return Assessment(
        id=occasion.value,
        episode_id="episode",
        occasion=occasion,
        day=day,
        recorded_at=at_noon(day),
        by=CLINICIAN,
        safety=screen or a_screen(),
        responses=responses,
        scores=scores_of({k: v for k, v in given.items() if v is not None}),
        movement=movement,
        goals=tuple(Goal(id=str(n), words=words, now=3, aim=7) for n, words in enumerate(goals, start=1)),
        preferences=preferences or Preferences(),
        noticed=frozenset(noticed),
        signature=Signature(by=CLINICIAN, at=at_noon(day)),
    )


def an_examination(
    *,
    positive: int = 0,
    done: int = 6,
    provoked: Iterable[str] = (),
    pattern: str | None = None,
    lsiq: int | None = None,
) -> MovementExamination:
    """The six tests with the first ``positive`` of them failed."""
    results = (
        MovementTestResult(test=test, result=TestResult.FAIL if place < positive else TestResult.PASS)
        for place, test in enumerate(TESTS[:done])
    )
    return MovementExamination.model_validate(
        {
            "tests": tuple(results),
            "provoked_by": frozenset(Direction(name) for name in provoked),
            "pattern": pattern,
            "lsiq": lsiq,
        }
    )


def a_record(
    baseline: Assessment | None = None,
    *,
    patient: Patient | None = None,
    episode: EpisodeOfCare | None = None,
    weeks_of_pain: int | None = 208,
    assessments: Iterable[Assessment] = (),
    visits: Iterable[Visit] = (),
    programmes: Iterable[Programme] = (),
) -> EpisodeRecord:
    """Marta's record with a baseline; pass ``assessments`` for later measurements."""
    return EpisodeRecord(
        patient=patient or a_patient(),
        episode=episode or an_episode(weeks_of_pain=weeks_of_pain),
        assessments=(baseline or a_baseline(), *assessments),
        visits=tuple(visits),
        programmes=tuple(programmes),
    )


def the_findings(record: EpisodeRecord | None = None, today: date = TODAY) -> ClinicalFindings:
    """The findings of ``record``, safety weighed by the shipped content."""
    record = record or a_record()
    screen = record.latest_safety
    answers = record.baseline.responses_to("phq_9") if record.baseline else None
    item_9 = answers.value_of("9") if answers else None
    verdict = verdict_of(screen, content().safety, item_9) if screen else None
    return findings_of(record, verdict, today)


def some_findings(**changes: object) -> ClinicalFindings:
    """Findings of an ordinary patient: 4 years of pain 6 of 10, nothing else known."""
    facts: dict[str, object] = {
        "age": 47,
        "age_at_onset": 43,
        "weeks_of_pain": 208,
        "screen_complete": True,
        "pain_average": 6,
    }
    return ClinicalFindings.model_validate(facts | changes)


def recommended(
    findings: ClinicalFindings | None = None, library: ExerciseLibrary | None = None
) -> Recommendation:
    """The recommendation for ``findings``; fails when they give a referral."""
    answer = answered(findings, library)
    assert isinstance(answer, Recommendation), answer
    return answer


def answered(
    findings: ClinicalFindings | None = None, library: ExerciseLibrary | None = None
) -> Recommendation | ReferOn:
    """What the shipped evidence says about ``findings``."""
    shipped = content()
    return recommend(findings or some_findings(), shipped.evidence, library or a_library(), shipped.cbt)


# ---------------------------------------------------------------- exercises and plans


def repetitions(
    count: int = 10, sets: int = 2, hold: int = 0, days: int = 5, per_side: bool = False
) -> Repetitions:
    """A dose of repetitions."""
    return Repetitions(sets=sets, repetitions=count, hold_seconds=hold, days_a_week=days, per_side=per_side)


def an_exercise(
    name: str,
    category: str = "strength",
    *,
    level: int = 1,
    stage: int | None = None,
    direction: Iterable[str] = ("neutral",),
    precautions: Iterable[str] = (),
    equipment: Iterable[str] = (),
    easier: str | None = None,
    harder: str | None = None,
    minutes: float | None = None,
    search: Iterable[str] = (),
    dose: Dose | None = None,
    position: str = "standing",
    target: Iterable[str] = (),
    supported: bool = False,
) -> Exercise:
    """An exercise with the id ``name``; ``minutes`` makes it a dose of time."""
    if minutes is not None:
        usual: Dose = Time(minutes=minutes, days_a_week=5)
        bounds = DoseRange(
            default=usual,
            minimum=Time(minutes=max(0.5, minutes / 2), days_a_week=3),
            maximum=Time(minutes=minutes * 3, days_a_week=7),
        )
    else:
        bounds = DoseRange(
            default=dose or repetitions(),
            minimum=repetitions(count=6, sets=1, days=2),
            maximum=repetitions(count=15, sets=3, hold=10, days=7),
        )
    words = ExerciseWords(
        name=name.replace("_", " ").capitalize(),
        steps=("Get ready.", "Move slowly.", "Come back."),
        feel="Easy work.",
        avoid="Holding your breath.",
        easier="Do it with support.",
        harder="Do it more slowly.",
        search=tuple(search),
    )
    return Exercise(
        id=name,
        category=Category(category),
        motor_control_stage=stage,
        position=Position(position),
        equipment=frozenset(equipment),
        level=level,
        target=tuple(target),
        supported=supported,
        direction=tuple(Direction(one) for one in direction),
        precautions=frozenset(precautions),
        dose=bounds,
        easier=Step(exercise=easier) if easier else None,
        harder=Step(exercise=harder) if harder else None,
        words={"en": words},
    )


@cache
def a_library() -> ExerciseLibrary:
    """Exercises to fill every slot for everybody, and one at least for each precaution."""
    one = an_exercise
    return ExerciseLibrary.of(
        (
            one("draw_in", "motor_control", stage=1, harder="supine_march", precautions=["pregnancy"]),
            one("pelvic_clock", "motor_control", stage=1, direction=["flexion", "extension"]),
            one("supine_march", "motor_control", stage=2, level=2, easier="draw_in", precautions=["hernia"]),
            one("bird_dog", "motor_control", stage=2, level=3, precautions=["kneeling", "wrist_shoulder"]),
            one("dead_bug", "motor_control", stage=2, level=3, precautions=["hypertension", "hernia"]),
            one("hip_hinge", "motor_control", stage=3, level=2, precautions=["balance"]),
            one("loaded_hinge", "motor_control", stage=3, level=3, precautions=["neural_irritability"]),
            one(
                "knee_to_chest",
                "mobility",
                direction=["flexion"],
                precautions=["flexion_sensitive", "osteoporosis"],
            ),
            one(
                "press_up",
                "mobility",
                level=2,
                direction=["extension"],
                precautions=["stenosis", "spondylolisthesis"],
            ),
            one("back_bend", "mobility", direction=["extension"], precautions=["stenosis", "vertigo"]),
            one(
                "trunk_rotation",
                "mobility",
                direction=["rotation"],
                precautions=["pregnancy", "osteoporosis"],
            ),
            one("side_bend", "mobility", direction=["lateral"]),
            one(
                "sit_to_stand",
                "strength",
                harder="squat",
                equipment=["chair"],
                precautions=["hip_knee_joint"],
            ),
            one("squat", "strength", level=2, easier="sit_to_stand", harder="goblet_squat"),
            one(
                "goblet_squat",
                "strength",
                level=3,
                easier="squat",
                equipment=["dumbbell"],
                precautions=["pelvic_floor"],
            ),
            one("clamshell", "strength"),
            one("prone_lift", "strength", level=2, target=["back extensors"], precautions=["pregnancy"]),
            one("wall_stand", "strength", target=["balance", "legs"], supported=True, equipment=["wall"]),
            one("calf_raise", "strength", precautions=["balance"]),
            one(
                "easy_walk",
                "aerobic",
                minutes=8,
                harder="brisk_walk",
                precautions=["cardiac"],
                search=["walking"],
            ),
            one("brisk_walk", "aerobic", level=2, minutes=12, easier="easy_walk", precautions=["cardiac"]),
            one("cycling", "aerobic", minutes=10, equipment=["bike"], direction=["flexion"]),
            one("sitting_time", "function", minutes=3, direction=["flexion"]),
            one("lift_a_box", "function", level=3, search=["lifting", "lift"], equipment=["box"]),
            one("table_lift", "function", level=2, search=["lifting", "lift"], direction=["flexion"]),
            one("standing_time", "function", minutes=3, direction=["extension"]),
            one("calm_breathing", "relaxation", minutes=5),
            one(
                "hamstring_stretch", "stretching", direction=["flexion"], precautions=["neural_irritability"]
            ),
        )
    )


def a_programme(
    *, start: date = TODAY, version: int = 1, phases: Iterable[Phase] | None = None, **changes: object
) -> Programme:
    """An agreed programme with one exercise in each phase."""
    items = (ProgrammeItem(exercise="sit_to_stand", dose=repetitions()),)
    usual = (("settle", 1, 4), ("build", 5, 8), ("goals", 9, 12), ("maintain", 13, 52))
    filled = tuple(
        Phase(key=key, first_week=first, last_week=last, items=items) for key, first, last in usual
    )
    facts: dict[str, object] = {
        "id": f"programme-{version}",
        "episode_id": "episode",
        "version": version,
        "start": start,
        "phases": filled if phases is None else tuple(phases),
        "evidence_edition": "2026-11",
        "agreed_on": start,
        "agreed_by": CLINICIAN,
        "recorded_at": at_noon(start),
    }
    return Programme.model_validate(facts | changes)
