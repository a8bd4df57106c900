"""Invented patients and plans that papers are written for in tests."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from physioplan.domain.assessment import Occasion
from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.dose import Dose, Repetitions, Time
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.goal import Goal
from physioplan.domain.movement import Direction
from physioplan.domain.patient import Patient
from physioplan.domain.preferences import Place
from physioplan.domain.programme import CopingPart, Phase, Programme, ProgrammeItem
from physioplan.drawing.figure.figure import Figure
from physioplan.drawing.shape import Drawing
from physioplan.drawing.shape import Path as Outline
from physioplan.library.exercise import Category, DoseRange, Exercise, ExerciseWords, Position
from physioplan.reports.baseline_facts import BaselineFacts, PacingNumbers
from physioplan.reports.document import Document
from physioplan.reports.handout_words import HandoutWords, read_handout_words
from physioplan.reports.plan_handout import plan_handout
from physioplan.reports.print_options import PrintOptions

ASSETS = Path(__file__).parents[2] / "assets"
FONTS = ASSETS / "fonts"
START = date(2026, 1, 13)


@cache
def handout_words(language: str = "en") -> HandoutWords:
    """The shipped wording."""
    return read_handout_words((ASSETS / "handouts" / f"{language}.toml").read_text(encoding="utf-8"))


def _drawing(lying: bool, words: str) -> Drawing:
    """A stick figure good enough to see where a picture stands."""
    width, height = (500.0, 210.0) if lying else (230.0, 420.0)

    def bar(x: float, y: float, w: float, h: float, role: str) -> Outline:
        corners = (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))
        return Outline(corners, fill=role, stroke="line", width=4.4)

    if lying:
        shapes = (
            bar(10, 170, 480, 30, "mat"),
            bar(60, 120, 60, 50, "skin_near"),
            bar(120, 115, 150, 55, "top_near"),
            bar(270, 115, 200, 55, "trousers_near"),
        )
    else:
        shapes = (
            bar(85, 20, 60, 70, "skin_near"),
            bar(70, 90, 90, 140, "top_near"),
            bar(75, 230, 80, 170, "trousers_near"),
        )
    return Drawing(width, height, shapes, words)


EXERCISES: dict[str, tuple[str, Category, Position, int, tuple[str, ...]]] = {
    "cat_camel": ("Cat and cow", Category.MOBILITY, Position.HANDS_AND_KNEES, 1,
                  ("Kneel. Round your back and look down.", "Let your belly sink and look up.",
                   "Go slowly from one to the other.")),
    "two_leg_bridge": ("Bridge", Category.STRENGTH, Position.LYING_ON_BACK, 2,
                       ("Lie on your back with bent knees.", "Press down and lift your hips.",
                        "Hold, then lower slowly.")),
    "bird_dog": ("Bird dog", Category.MOTOR_CONTROL, Position.HANDS_AND_KNEES, 3,
                 ("Kneel on your hands and knees.", "Reach one arm and the other leg out.",
                  "Hold, then swap sides.")),
    "comfortable_walk": ("Walk", Category.AEROBIC, Position.WALKING, 1,
                         ("Pick a pace where you can still talk.", "Swing your arms.",
                          "Add 1 minute each week.")),
    "sit_to_stand": ("Sit to stand", Category.FUNCTION, Position.SITTING, 1,
                     ("Sit at the front of a firm chair.", "Lean forward and stand up.", "Sit down slowly.")),
    "step_up": ("Step up", Category.FUNCTION, Position.STANDING, 2,
                ("Stand in front of a step.", "Step up with one foot.", "Step down slowly.", "Swap legs.")),
    "hip_hinge": ("Hip hinge", Category.MOTOR_CONTROL, Position.STANDING, 2,
                  ("Stand with soft knees.", "Push your hips back.", "Come up tall.")),
    "pelvic_tilt": ("Pelvic tilt", Category.MOTOR_CONTROL, Position.LYING_ON_BACK, 1,
                    ("Lie on your back with bent knees.", "Flatten your back.", "Let go slowly.")),
}  # fmt: skip


def an_exercise(id: str) -> Exercise:
    """One exercise by its id, with words of our own."""
    name, category, position, level, steps = EXERCISES[id]
    dose = Repetitions(days_a_week=5, sets=2, repetitions=8)
    return Exercise(
        id=id, category=category, position=position, level=level,
        dose=DoseRange(default=dose, minimum=dose, maximum=dose),
        words={"en": ExerciseWords(name=name, steps=steps, feel="Easy work.", avoid="Sharp pain.")},
    )  # fmt: skip


@lru_cache(maxsize=64)
def a_figure(id: str) -> Figure:
    """Two plain pictures."""
    name, _, position, _, _ = EXERCISES[id]
    lying = position in (Position.HANDS_AND_KNEES, Position.LYING_ON_BACK)
    pictures = (_drawing(lying, f"{name}, start"), _drawing(lying, f"{name}, end"))
    return Figure(*pictures, layout="stacked" if lying else "side_by_side")


@lru_cache(maxsize=64)
def shipped_figure(id: str) -> Figure | None:
    """The figure of the shipped exercise, for looking at pages."""
    from physioplan.drawing.figure.figure import figure_of

    file = ASSETS / "exercises" / f"{id}.toml"
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return figure_of(data["figure"]) if "figure" in data else None


def an_item(id: str, note: str = "", **dose: Any) -> ProgrammeItem:
    """One exercise in a phase."""
    chosen: Dose
    if id == "comfortable_walk":
        chosen = Time(minutes=10, days_a_week=4)
    else:
        chosen = Repetitions(**{"days_a_week": 5, "sets": 2, "repetitions": 8, **dose})
    return ProgrammeItem(exercise=id, dose=chosen, note=note)


FOUR = (
    an_item("cat_camel"),
    an_item("two_leg_bridge", repetitions=10, hold_seconds=3),
    an_item("bird_dog", "Move slowly. Keep a cup of tea steady on your back.", sets=3, hold_seconds=5),
    an_item("comfortable_walk"),
)
EIGHT = (*FOUR, an_item("sit_to_stand"), an_item("step_up", per_side=True), an_item("hip_hinge"),
         an_item("pelvic_tilt"))  # fmt: skip
COPING = (
    CopingPart(component="pacing", first_week=1, last_week=12),
    CopingPart(component="thought_record", first_week=3, last_week=12),
)


def a_programme(items: tuple[ProgrammeItem, ...] = FOUR, **changes: Any) -> Programme:
    """Weeks 1 to 4 with ``items``, then the same for 5 to 8."""
    programme = Programme(
        id="p1", episode_id="e1", version=1, start=START,
        phases=(
            Phase(key="settle", first_week=1, last_week=4, items=items),
            Phase(key="build", first_week=5, last_week=8, items=items),
        ),
        coping=COPING, components=("individualized_exercise", "motor_control", "cbt"),
        evidence_edition="2026.1", agreed_on=START, agreed_by="c1",
        recorded_at=datetime(2026, 1, 13, 9, 0, tzinfo=UTC),
    )  # fmt: skip
    return programme.amend(**changes)


def a_patient(**changes: Any) -> Patient:
    """Marta, as in every picture."""
    patient = Patient(
        id="m1",
        record_number="0148",
        given_name="Marta",
        family_name="Demo",
        birth_date=date(1981, 5, 2),
    )
    return patient.amend(**changes)


GOALS = (
    Goal(id="g1", words="Lift my daughter into the car seat", now=3, aim=7),
    Goal(id="g2", words="Sit through a two-hour meeting", now=4, aim=7),
    Goal(id="g3", words="Walk 40 minutes by the harbour", now=5, aim=8),
)


def some_facts(**changes: Any) -> BaselineFacts:
    """A clear screen, usual pain 6, bending that hurts, and worry about it."""
    facts: dict[str, Any] = {
        "goals": GOALS,
        "usual_pain": 6,
        "usual_pain_day": START,
        "screen_clear": True,
        "provoked_by": frozenset({Direction.FLEXION}),
        "worry": True,
        "places": frozenset({Place.HOME}),
        "pacing": PacingNumbers("gardening", 15, 5, 3),
    }
    return BaselineFacts(**{**facts, **changes})


WINDOWS = tuple(
    FollowUpWindow(
        occasion=occasion, opens=due - timedelta(days=span), due=due, closes=due + timedelta(days=span)
    )
    for occasion, due, span in (
        (Occasion.WEEK_12, date(2026, 4, 7), 14),
        (Occasion.YEAR_1, date(2027, 1, 13), 42),
    )
)
CLINIC = Clinic(name="Harbour Demo Physiotherapy", phone="020 5550 0142")
CLINICIAN = Clinician(id="c1", name="Jona Demo")


def a_plan(
    options: PrintOptions | None = None,
    *,
    items: tuple[ProgrammeItem, ...] = FOUR,
    facts: BaselineFacts | None = None,
    patient: Patient | None = None,
    programme: Programme | None = None,
    clinic: Clinic = CLINIC,
    clinician: Clinician = CLINICIAN,
    figures: Callable[[str], Figure | None] = a_figure,
    library: dict[str, Exercise] | None = None,
) -> Document:
    """The coaching plan of the usual patient, with what a test changes."""
    return plan_handout(
        programme=programme or a_programme(items),
        patient=patient or a_patient(),
        clinic=clinic,
        clinician=clinician,
        facts=facts if facts is not None else some_facts(),
        library=library or {id: an_exercise(id) for id in EXERCISES},
        words=handout_words(),
        figures=figures,
        windows=WINDOWS,
        options=options,
    )
