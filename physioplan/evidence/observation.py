"""What a clinician may notice that no questionnaire asks; each name may be used by a rule."""

from __future__ import annotations

from enum import StrEnum


class Observation(StrEnum):
    """Things seen or heard at an examination, kept as names in ``Assessment.noticed``."""

    BOOM_BUST = "boom_bust"
    FLARES_AFTER_ACTIVITY = "flares_after_activity"
    FEARED_TASK = "feared_task"
    MUSCLE_GUARDING = "muscle_guarding"
    POOR_SLEEP = "poor_sleep"
    DECONDITIONED = "deconditioned"
    RUMINATION = "rumination"
    HELPLESSNESS = "helplessness"
    BARRIERS = "barriers"
    PREFERS_MINDFULNESS = "prefers_mindfulness"
    HEAVY_IMPAIRMENT_BY_WORRY = "heavy_impairment_by_worry"
    OTHER_MENTAL_ILLNESS = "other_mental_illness"
    HOME_ONLY = "home_only"
    ASKS_FOR_THE_BEST_EXERCISE = "asks_for_the_best_exercise"
    ABERRANT_MOVEMENT = "aberrant_movement"
    PRONE_INSTABILITY = "prone_instability"
    STRAIGHT_LEG_RAISE_OVER_91 = "straight_leg_raise_over_91"


IN_WORDS: dict[Observation, str] = {
    Observation.BOOM_BUST: "Good days overdone, bad days in bed",
    Observation.FLARES_AFTER_ACTIVITY: "Flares after activity",
    Observation.FEARED_TASK: "One task is feared most",
    Observation.MUSCLE_GUARDING: "Guards with tense muscles",
    Observation.POOR_SLEEP: "Sleeps badly",
    Observation.DECONDITIONED: "Out of condition",
    Observation.RUMINATION: "Thoughts about pain go round and round",
    Observation.HELPLESSNESS: "Feels helpless about the pain",
    Observation.BARRIERS: "Named something that gets in the way",
    Observation.PREFERS_MINDFULNESS: "Would like to try mindfulness",
    Observation.HEAVY_IMPAIRMENT_BY_WORRY: "Worry gets in the way of daily life",
    Observation.OTHER_MENTAL_ILLNESS: "Signs of a mental illness that needs its own care",
    Observation.HOME_ONLY: "Exercises at home only",
    Observation.ASKS_FOR_THE_BEST_EXERCISE: "Asks which exercise is best",
    Observation.ABERRANT_MOVEMENT: "Aberrant movement on bending",
    Observation.PRONE_INSTABILITY: "Prone instability test positive",
    Observation.STRAIGHT_LEG_RAISE_OVER_91: "Straight leg raise over 91°",
}

# Those that speak for a coping part even before any questionnaire was filled in.
ABOUT_COPING = frozenset(
    {
        Observation.BOOM_BUST,
        Observation.FLARES_AFTER_ACTIVITY,
        Observation.FEARED_TASK,
        Observation.MUSCLE_GUARDING,
        Observation.POOR_SLEEP,
        Observation.RUMINATION,
        Observation.HELPLESSNESS,
        Observation.BARRIERS,
        Observation.PREFERS_MINDFULNESS,
        Observation.HEAVY_IMPAIRMENT_BY_WORRY,
        Observation.OTHER_MENTAL_ILLNESS,
    }
)
