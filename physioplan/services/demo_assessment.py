"""What is asked and found when an invented patient is measured: answers, safety, movement, goals, wishes."""

from __future__ import annotations

from datetime import date
from random import Random

from physioplan.domain.assessment import Assessment, NextStep, Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.goal import Goal
from physioplan.domain.journey import JourneyState
from physioplan.domain.movement import Direction, MovementExamination, MovementTestResult, TestResult
from physioplan.domain.preferences import Place, Preferences
from physioplan.domain.response import Responses
from physioplan.domain.safety import FlagAction, SafetyScreen
from physioplan.domain.signature import Signature
from physioplan.measures.scoring import score
from physioplan.services.demo_answers import answers_to
from physioplan.services.demo_life import DemoLife, moment
from physioplan.services.demo_people import an_identity

GOALS = (
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
NOTES = (
    "",
    "",
    "Keen to start.",
    "Prefers mornings.",
    "Would like it in writing.",
    "Asks about lifting at work.",
)


def an_assessment(life: DemoLife, record: EpisodeRecord, occasion: Occasion, day: date) -> Assessment:
    """A signed measurement on ``day``; the first one also looks at movement and asks for wishes."""
    badness = life.badness_on(day)
    wanted = ["nrs", "odi"] + [
        name for name in ("rmdq", "phq_4", "sbst", "pseq_2") if _chance_of(life, name) > 0.45
    ]
    if occasion is not Occasion.BASELINE:
        wanted.append("gpe")
    responses = tuple(_answers(life, name, badness) for name in wanted if name in life.content.measures)
    first = occasion is Occasion.BASELINE
    stamp = moment(day, 9 + life.luck.randrange(8))
    return Assessment(
        id=an_identity(life.luck),
        episode_id=record.episode.id,
        occasion=occasion,
        day=day,
        recorded_at=stamp,
        by=life.by.name,
        safety=a_screen(life, day, occasion),
        responses=responses,
        scores=tuple(
            one for given in responses for one in score(life.content.measures[given.measure], given)
        ),
        movement=_movement(life) if first else None,
        goals=_goals(life, badness, record),
        preferences=_preferences(life) if first else None,
        noticed=frozenset(life.luck.sample(_NOTICED, life.luck.randrange(3))) if first else frozenset(),
        notes=life.luck.choice(NOTES),
        next_step=None if first else NextStep.CARRY_ON,
        signature=Signature(by=life.by.name, at=stamp),
    )


def _answers(life: DemoLife, measure: str, badness: float) -> Responses:
    if measure == "gpe":  # the patient's own rating of the change so far
        better = round((1 - badness / life.badness) * 7 + life.luck.gauss(0, 1))
        item = life.content.measures["gpe"].items[0]
        value = float(min(item.high, max(item.low, better)))
        return Responses.of("gpe", **{item.id if not item.id.isdigit() else f"_{item.id}": value})
    return answers_to(life.content.measures[measure], badness, life.luck, life.who)


def _chance_of(life: DemoLife, name: str) -> float:
    """Which measures this patient fills in: the same ones every time."""
    return Random(f"{life.who} {name}").random()


def a_screen(life: DemoLife, day: date, occasion: Occasion | None) -> SafetyScreen:
    """The safety screen of ``day``, complete; ``None`` for the occasion means a visit."""
    groups = frozenset(str(group) for group in life.content.safety.groups)
    if life.state is JourneyState.REFERRED_ON and occasion is Occasion.BASELINE:
        flag = life.luck.choice([one.id for one in life.content.safety.flags if one.locks_plan])
        action = FlagAction(
            flag=flag, what="Called and referred", to_whom="Example Hospital", day=day, by=life.by.name
        )
        return SafetyScreen(day=day, groups_asked=groups, present=frozenset({flag}), actions=(action,))
    held = Random(f"{life.who} precautions")
    known = ("wrist_shoulder", "kneeling", "hypertension", "osteoporosis", "vertigo", "balance")
    return SafetyScreen(
        day=day,
        groups_asked=groups,
        precautions=frozenset({held.choice(known)}) if held.random() < 0.3 else frozenset(),
    )


def _movement(life: DemoLife) -> MovementExamination:
    worse = life.luck.choice((Direction.FLEXION, Direction.EXTENSION))
    better = Direction.EXTENSION if worse is Direction.FLEXION else Direction.FLEXION
    return MovementExamination(
        tests=tuple(
            MovementTestResult(
                test=name, result=TestResult.FAIL if life.luck.random() < 0.35 else TestResult.PASS
            )
            for name in life.content.movement_tests
        ),
        provoked_by=frozenset({worse}),
        eased_by=frozenset({better}),
    )


def _goals(life: DemoLife, badness: float, record: EpisodeRecord) -> tuple[Goal, ...]:
    rated = min(10, max(0, round((1 - badness) * 8)))
    if record.baseline is not None:
        return tuple(goal.amend(now=rated) for goal in record.baseline.goals)
    chosen = life.luck.sample(GOALS, life.luck.choice((1, 2, 2, 3)))
    return tuple(
        Goal(id=str(place), words=words, now=rated, aim=min(10, rated + 4))
        for place, words in enumerate(chosen, 1)
    )


def _preferences(life: DemoLife) -> Preferences:
    return Preferences(
        minutes_a_day=life.luck.choice((10, 15, 20, 20, 30)),
        days_a_week=life.luck.choice((3, 4, 5, 5, 7)),
        places=frozenset({Place.HOME, life.luck.choice(tuple(Place))}),
        confidence=life.luck.randrange(4, 11),
    )
