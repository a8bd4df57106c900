"""Gathers the findings of one record on one day: the last step before the rules are asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode import LegPain
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.movement import ControlImpairmentPattern, Direction, MovementExamination
from physioplan.domain.safety import Urgency
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.observation import Observation
from physioplan.evidence.score_findings import psychosocial_obstacle, score_findings
from physioplan.measures.safety_verdict import SafetyVerdict
from physioplan.measures.spondyloarthritis import SpaOutcome

__all__ = ["ClinicalFindings", "findings_of", "review_findings"]

_HICKS_SIGNS = {
    Observation.ABERRANT_MOVEMENT,
    Observation.PRONE_INSTABILITY,
    Observation.STRAIGHT_LEG_RAISE_OVER_91,
}
_MOVEMENT_LIKES = {"strength", "aerobic", "motor_control", "mobility", "stretching"}
_PATTERN_DIRECTION = {
    ControlImpairmentPattern.FLEXION: Direction.FLEXION,
    ControlImpairmentPattern.ACTIVE_EXTENSION: Direction.EXTENSION,
    ControlImpairmentPattern.PASSIVE_EXTENSION: Direction.EXTENSION,
}


def findings_of(record: EpisodeRecord, verdict: SafetyVerdict | None, today: date) -> ClinicalFindings:
    """The findings of ``record`` on ``today``, scores from its standing baseline, safety from ``verdict``.

    ``verdict`` is that of the latest screen; ``None`` before any was asked.
    """
    facts: dict[str, object] = {}
    facts |= _person(record, today)
    facts |= _safety(record, verdict)
    if record.baseline is not None:
        facts |= score_findings(record.baseline)
        facts |= _movement(record.baseline.movement)
        facts |= _wishes(record.baseline, record.patient.age_on(today))
    facts["psychosocial_obstacle"] = psychosocial_obstacle(facts)
    return ClinicalFindings.model_validate(facts)


def _person(record: EpisodeRecord, today: date) -> dict[str, object]:
    episode, patient = record.episode, record.patient
    return {
        "age": patient.age_on(today),
        "age_at_onset": None if episode.onset is None else patient.age_on(episode.onset),
        "weeks_of_pain": episode.weeks_of_pain_on(today),
        "leg_pain_below_knee": episode.leg_pain is LegPain.BELOW_THE_KNEE,
        "radicular_signs": episode.radicular_signs,
        "specific_cause": bool(episode.specific_cause),
        "pregnant": episode.pregnant,
        "off_work": episode.off_work,
        "first_approach_failed": episode.first_approach_failed,
    }


def _safety(record: EpisodeRecord, verdict: SafetyVerdict | None) -> dict[str, object]:
    screen = record.latest_safety
    if verdict is None or screen is None:
        return {}
    locking = [flag for flag in verdict.flags if flag.locks_plan]
    return {
        "screen_complete": verdict.is_complete,
        "emergency_flags": frozenset(f.id for f in locking if f.urgency is Urgency.EMERGENCY),
        "urgent_flags": frozenset(f.id for f in locking if f.urgency is not Urgency.EMERGENCY)
        | frozenset(verdict.unknown),
        "routine_flags": frozenset(f.id for f in verdict.flags if f.urgency is Urgency.ROUTINE),
        "caution_flags": frozenset(f.id for f in verdict.flags if f.urgency is Urgency.CAUTION),
        "own_paths": frozenset(f.id for f in verdict.flags if f.hidden_from_patient and not f.locks_plan),
        "inflammatory_signs": None if verdict.spa is SpaOutcome.NOT_ASKED else len(screen.spa_signs),
        "contraindications": screen.contraindications,
        "exercise_stopped": verdict.stops_exercise,
        "resistance_stopped": verdict.no_resistance,
        "outside_scope": frozenset(verdict.outside_scope),
        "precautions": frozenset(verdict.precautions),
        "withholding": verdict.withheld_codes,
        "systolic": screen.blood_pressure.systolic if screen.blood_pressure else None,
        "diastolic": screen.blood_pressure.diastolic if screen.blood_pressure else None,
    }


def _movement(examination: MovementExamination | None) -> dict[str, object]:
    if examination is None:
        return {}
    direction, disagree = direction_of(examination)
    return {
        "control_tests_positive": examination.positive if examination.done else None,
        "control_tests_done": examination.done,
        "control_pattern": examination.pattern.value if examination.pattern else "none",
        "lsiq": examination.lsiq,
        "provoked_direction": direction,
        "history_and_pattern_disagree": disagree,
    }


def direction_of(examination: MovementExamination) -> tuple[str | None, bool]:
    """The one direction (flexion or extension) that provokes, and whether history and pattern disagree.

    Both directions, or neither, give none. When the therapist's pattern points the other way, none is named.
    """
    provoked = examination.provoked_by & {Direction.FLEXION, Direction.EXTENSION}
    told = next(iter(provoked)) if len(provoked) == 1 else None
    seen = _PATTERN_DIRECTION.get(examination.pattern) if examination.pattern else None
    if told and seen and told is not seen:
        return None, True
    direction = told or (seen if not provoked else None)
    return (direction.value if direction else None), False


def _wishes(baseline: Assessment, age: int) -> dict[str, object]:
    facts: dict[str, object] = {
        "goals": len(baseline.goals),
        "goal_words": tuple(goal.words for goal in baseline.goals),
        "noticed": baseline.noticed,
        "hicks_signs": _hicks(baseline.noticed, age),
    }
    if baseline.preferences is not None:
        wishes = baseline.preferences
        facts |= {
            "minutes_a_day": wishes.minutes_a_day,
            "equipment": wishes.equipment,
            "likes": wishes.likes,
            "dislikes": wishes.dislikes,
            "has_movement_preference": not wishes.likes.isdisjoint(_MOVEMENT_LIKES),
        }
    return facts


def _hicks(noticed: Iterable[str], age: int) -> int | None:
    """Signs present of four: three that are seen, and age under 40. ``None`` when none was noticed."""
    seen = len(_HICKS_SIGNS & set(noticed))
    return seen + (age < 40) if seen else None


def review_findings(
    findings: ClinicalFindings,
    *,
    review: Occasion | None = None,
    programme_week: int | None = None,
    adherence_percent: float | None = None,
    best_trend_percent: float | None = None,
    responder: bool | None = None,
    worsened: bool | None = None,
    later: Assessment | None = None,
) -> ClinicalFindings:
    """``findings`` of the baseline joined by what a look back shows.

    ``later`` brings the scores asked again.
    """
    again = score_findings(later) if later is not None else {}
    return findings.amend(
        review=review.value if review else None,
        programme_week=programme_week,
        adherence_percent=adherence_percent,
        best_trend_percent=best_trend_percent,
        responder=responder,
        worsened=worsened,
        sbst_risk_now=again.get("sbst_risk"),
        pcs_now=again.get("pcs"),
    )
