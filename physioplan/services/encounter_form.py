"""Turns what was typed during a baseline, a visit or a review into clinical values.

Keys of the form, all raw words::

    safety.asked.<group> safety.flag.<flag> safety.spa.<sign>   "1" when ticked
    safety.action.<flag>.what|to_whom                           words
    safety.clear.<flag>.reason                                  words; clearing needs them
    safety.precaution.<code> safety.stop.<contraindication>     "1" when ticked
    safety.systolic safety.diastolic                            mmHg
    measure.<id>.<item>                                         a number, "x" = left out by the patient
    measure.<id>.total                                          a number from the clinic's own form
    episode.pain_for episode.pain_unit episode.leg_pain episode.specific_cause
    episode.off_work|radicular_signs|pregnant|first_approach_failed  noticed.<observation>   "1" when ticked
    test.<id>.result|side|reason  provoked.<direction>  eased.<direction>  pattern  lsiq
    goal.<n>.words|now|aim
    wish.minutes wish.days wish.place.<place> wish.kit.<equipment> wish.like.<id> wish.dislike.<id>
    plan.after plan.will plan.where  cope.<n>.if|then  confidence
    skip.<step>  unwanted_effects  notes
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from physioplan.domain.assessment import MissingReason
from physioplan.domain.episode import LegPain
from physioplan.domain.goal import Goal
from physioplan.domain.movement import (
    ControlImpairmentPattern,
    Direction,
    MovementExamination,
    MovementTestResult,
    TestResult,
)
from physioplan.domain.preferences import ActionPlan, CopingPlan, Place, Preferences
from physioplan.domain.response import ItemAnswer, Responses
from physioplan.domain.safety import BloodPressure, FlagAction, FlagClearance, SafetyScreen
from physioplan.domain.score import Score
from physioplan.measures.measure import Measure
from physioplan.measures.scoring import score
from physioplan.services.typed_form import FieldFault, FormReader, Raw

LEFT_OUT = "x"
USUAL_KIT = frozenset({"mat", "chair", "wall"})
DAYS_IN = {"days": 1, "weeks": 7, "months": 30.44, "years": 365.25}


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """What the pain step says about the episode itself."""

    onset: date | None = None
    leg_pain: LegPain | None = None
    off_work: bool = False
    radicular_signs: bool = False
    pregnant: bool = False
    first_approach_failed: bool = False
    specific_cause: str = ""


@dataclass(frozen=True, slots=True)
class Encounter:
    """Everything one form says, as clinical values, with every field that cannot be read."""

    episode: EpisodeFacts
    safety: SafetyScreen
    responses: tuple[Responses, ...]
    scores: tuple[Score, ...]
    movement: MovementExamination | None
    goals: tuple[Goal, ...]
    preferences: Preferences
    noticed: frozenset[str]
    missing: tuple[MissingReason, ...]
    unwanted_effects: str
    notes: str
    faults: tuple[FieldFault, ...] = field(default=())


def read_encounter(raw: Raw, measures: Mapping[str, Measure], day: date, by: str) -> Encounter:
    """Read the whole form ``raw`` as typed on ``day`` by clinician ``by``; faults are gathered, never raised."""
    form = FormReader(raw)
    responses = _responses(form, measures)
    return Encounter(
        episode=_episode(form, day),
        safety=_safety(form, day, by),
        responses=responses,
        scores=tuple(s for given in responses for s in score(measures[given.measure], given)),
        movement=_movement(form),
        goals=_goals(form),
        preferences=_preferences(form),
        noticed=form.ticked("noticed"),
        missing=tuple(
            MissingReason(what=step, why=form.text(f"skip.{step}") or "not asked")
            for step in form.names("skip")
        ),
        unwanted_effects=form.text("unwanted_effects"),
        notes=form.text("notes"),
        faults=tuple(form.faults),
    )


def self_harm_answer(responses: tuple[Responses, ...]) -> float | None:
    """The answer to item 9 of the PHQ-9, or ``None`` when it was not asked."""
    return next((given.value_of("9") for given in responses if given.measure == "phq_9"), None)


def _episode(form: FormReader, day: date) -> EpisodeFacts:
    amount = form.whole_number("episode.pain_for", "Back pain for", 0, 3650)
    days = (
        None
        if amount is None
        else round(amount * DAYS_IN.get(form.text("episode.pain_unit") or "years", 365.25))
    )
    leg = form.text("episode.leg_pain")
    return EpisodeFacts(
        onset=None if days is None else day - timedelta(days=min(days, 36500)),
        leg_pain=LegPain(leg) if leg else None,
        off_work=form.is_on("episode.off_work"),
        radicular_signs=form.is_on("episode.radicular_signs"),
        pregnant=form.is_on("episode.pregnant"),
        first_approach_failed=form.is_on("episode.first_approach_failed"),
        specific_cause=form.text("episode.specific_cause"),
    )


def _safety(form: FormReader, day: date, by: str) -> SafetyScreen:
    systolic = form.whole_number("safety.systolic", "Blood pressure, upper value", 40, 300)
    diastolic = form.whole_number("safety.diastolic", "Blood pressure, lower value", 20, 200)
    pressure = None
    if systolic is not None and diastolic is not None:
        if diastolic >= systolic:
            form.faults.append(
                FieldFault(
                    "safety.diastolic",
                    "Blood pressure: the lower value is not below the upper one. Swap them?",
                )
            )
        else:
            pressure = BloodPressure(systolic=systolic, diastolic=diastolic)
    actions = tuple(
        FlagAction(
            flag=flag,
            what=form.text(f"safety.action.{flag}.what"),
            to_whom=form.text(f"safety.action.{flag}.to_whom"),
            day=day,
            by=by,
        )
        for flag in form.names("safety.action")
        if form.text(f"safety.action.{flag}.what")
    )
    clearances = tuple(
        FlagClearance(flag=flag, by=by, day=day, reason=form.text(f"safety.clear.{flag}.reason"))
        for flag in form.names("safety.clear")
        if form.text(f"safety.clear.{flag}.reason")
    )
    return SafetyScreen(
        day=day,
        groups_asked=form.ticked("safety.asked"),
        present=form.ticked("safety.flag"),
        spa_signs=form.ticked("safety.spa"),
        actions=actions,
        clearances=clearances,
        precautions=form.ticked("safety.precaution"),
        contraindications=form.ticked("safety.stop"),
        blood_pressure=pressure,
    )


def _responses(form: FormReader, measures: Mapping[str, Measure]) -> tuple[Responses, ...]:
    given = []
    for measure in form.names("measure"):
        if measure not in measures:
            form.faults.append(
                FieldFault(f"measure.{measure}", f"“{measure}” is not a measure of this program.")
            )
            continue
        items: list[ItemAnswer] = []
        total: float | None = None
        for item in form.names(f"measure.{measure}"):
            words = form.text(f"measure.{measure}.{item}").replace(",", ".")
            if not words:
                continue
            value = None if words == LEFT_OUT else _number(form, f"measure.{measure}.{item}", words)
            if item == "total":
                total = value
            else:
                items.append(ItemAnswer(item=item, value=value))
        responses = Responses(measure=measure, items=tuple(items), total=total)
        if not responses.is_empty:
            given.append(responses)
    return tuple(given)


def _number(form: FormReader, key: str, words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        form.faults.append(FieldFault(key, f"“{words}” is not a number. Type the number from the form."))
        return None


def _movement(form: FormReader) -> MovementExamination | None:
    tests = tuple(
        MovementTestResult(
            test=test,
            result=TestResult(form.text(f"test.{test}.result")),
            side=form.text(f"test.{test}.side"),
            reason=form.text(f"test.{test}.reason"),
        )
        for test in form.names("test")
        if form.text(f"test.{test}.result")
    )
    provoked, eased = form.ticked("provoked"), form.ticked("eased")
    pattern = form.text("pattern")
    lsiq = form.whole_number("lsiq", "Lumbar spine instability questionnaire", 0, 15)
    if not (tests or provoked or eased or pattern or lsiq is not None):
        return None
    return MovementExamination(
        tests=tests,
        provoked_by=frozenset(Direction(name) for name in provoked),
        eased_by=frozenset(Direction(name) for name in eased),
        pattern=ControlImpairmentPattern(pattern) if pattern else None,
        lsiq=lsiq,
    )


def _goals(form: FormReader) -> tuple[Goal, ...]:
    return tuple(
        Goal(
            id=number,
            words=form.text(f"goal.{number}.words")[:60],
            now=form.whole_number(f"goal.{number}.now", "Goal now", 0, 10),
            aim=form.whole_number(f"goal.{number}.aim", "Goal aim", 0, 10),
        )
        for number in form.names("goal")
        if form.text(f"goal.{number}.words")
    )


def _preferences(form: FormReader) -> Preferences:
    places = form.ticked("wish.place")
    coping = tuple(
        CopingPlan(if_this=form.text(f"cope.{n}.if")[:100], then_that=form.text(f"cope.{n}.then")[:100])
        for n in form.names("cope")
        if form.text(f"cope.{n}.if") and form.text(f"cope.{n}.then")
    )
    return Preferences(
        minutes_a_day=form.whole_number("wish.minutes", "Minutes a day", 5, 90) or 20,
        days_a_week=form.whole_number("wish.days", "Days a week", 1, 7) or 5,
        places=frozenset(Place(place) for place in places) or frozenset({Place.HOME}),
        equipment=form.ticked("wish.kit") if any(form.names("wish.kit")) else USUAL_KIT,
        likes=form.ticked("wish.like"),
        dislikes=form.ticked("wish.dislike"),
        action_plan=ActionPlan(
            after=form.text("plan.after")[:80],
            will=form.text("plan.will")[:80],
            where=form.text("plan.where")[:80],
        ),
        coping_plans=coping,
        confidence=form.whole_number("confidence", "How sure", 0, 10),
    )
