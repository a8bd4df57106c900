"""Says a finding in a clinician's plain words, short enough for the "Why" list of a card."""

from __future__ import annotations

from collections.abc import Callable

from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.evidence.observation import IN_WORDS, Observation

_NUMBERS: dict[str, str] = {
    "age": "Age {}",
    "age_at_onset": "Back pain began at age {}",
    "pain_average": "Average pain {} of 10",
    "pain_worst": "Worst pain {} of 10",
    "rmdq": "Roland-Morris {} of 24",
    "qbpds": "Quebec scale {} of 100",
    "psfs": "Own activities {} of 10",
    "ompsq_sf": "Örebro short form {} of 100",
    "fabq_pa": "Beliefs about activity (FABQ-PA) {} of 24",
    "fabq_w": "Beliefs about work (FABQ-W) {} of 42",
    "tsk_17": "Fear of movement (TSK-17) {} of 68",
    "tsk_11": "Fear of movement (TSK-11) {} of 44",
    "pcs": "Worry about pain (PCS) {} of 52",
    "pseq": "Confidence despite pain (PSEQ) {} of 60",
    "pseq_2": "Confidence despite pain (PSEQ-2) {} of 12",
    "phq_2": "Mood, short screen {} of 6",
    "gad_2": "Anxiety, short screen {} of 6",
    "phq_9": "Mood (PHQ-9) {} of 27",
    "phq_9_item_3": "PHQ-9 item 3: {}",
    "phq_9_item_9": "PHQ-9 item 9: {}",
    "gad_7": "Anxiety (GAD-7) {} of 21",
    "sleep_trouble": "Trouble sleeping {} of 10",
    "lsiq": "LSIQ {} of 15",
    "hicks_signs": "{} of 4 stabilisation signs",
    "inflammatory_signs": "{} of 9 signs of inflammatory back pain",
    "systolic": "Upper blood pressure {} mmHg",
    "diastolic": "Lower blood pressure {} mmHg",
    "sbst_total": "STarT Back total {} of 9",
    "sbst_psychosocial": "STarT Back psychosocial part {} of 5",
    "session_minutes": "{} minutes a session",
    "sessions_a_week": "{} sessions a week",
    "supervised_contacts": "{} supervised contacts",
    "pain_in_exercise": "Pain {} of 10 during exercise",
    "days_away": "{} days without exercise",
    "programme_week": "Week {} of the programme",
    "adherence_percent": "{} % of planned days done",
    "best_trend_percent": "Best change so far {} %",
    "pcs_now": "Worry about pain (PCS) now {} of 52",
}
_YES: dict[str, str] = {
    "radicular_signs": "Signs of a nerve root",
    "specific_cause": "A specific cause is recorded",
    "pregnant": "Pregnant",
    "off_work": "Off work because of the back",
    "first_approach_failed": "A first approach did not work",
    "exercise_stopped": "A reason to stop exercise",
    "history_and_pattern_disagree": "History and chosen pattern disagree",
    "two_for_two": "Two extra repeats, twice in a row",
    "shows_press_number": "A percentage from the news is shown",
}
_BANDS = {
    "minimal": "minimal",
    "moderate": "moderate",
    "severe": "severe",
    "very_severe": "very severe",
    "extreme": "extreme",
}


def in_words(name: str, findings: ClinicalFindings) -> str:
    """One finding as a line, such as "ODI 38, moderate disability"."""
    value = getattr(findings, name)
    if name in _SPECIAL:
        return _SPECIAL[name](findings)
    if name in _NUMBERS and value is not None:
        return _NUMBERS[name].format(f"{value:g}")
    if name in _YES and value:
        return _YES[name]
    if isinstance(value, frozenset):
        return (
            f"{name.replace('_', ' ').capitalize()}: {', '.join(sorted(v.replace('_', ' ') for v in value))}"
        )
    return f"{name.replace('_', ' ').capitalize()}: {value}"


def _odi(findings: ClinicalFindings) -> str:
    band = _BANDS.get(findings.odi_band or "")
    return f"ODI {findings.odi:.0f} %" + (f", {band} disability" if band else "")


def _duration(findings: ClinicalFindings) -> str:
    weeks = findings.weeks_of_pain or 0
    if weeks >= 104:
        return f"Back pain for {weeks // 52} years"
    if weeks >= 26:
        return f"Back pain for {round(weeks / 4.345)} months"
    return f"Back pain for {weeks} weeks"


def _obstacle(findings: ClinicalFindings) -> str:
    return (
        "An obstacle in mood, worry, work or confidence"
        if findings.psychosocial_obstacle
        else "No psychosocial obstacle found"
    )


def _noticed(findings: ClinicalFindings) -> str:
    known = [IN_WORDS[o] for o in Observation if o.value in findings.noticed]
    return "; ".join(known)


_SPECIAL: dict[str, Callable[[ClinicalFindings], str]] = {
    "odi": _odi,
    "weeks_of_pain": _duration,
    "sbst_risk": lambda f: (
        f"STarT Back {f.sbst_risk} risk" + (f", {f.sbst_total:g} of 9" if f.sbst_total is not None else "")
    ),
    "sbst_risk_now": lambda f: f"STarT Back now {f.sbst_risk_now} risk",
    "psychosocial_obstacle": _obstacle,
    "control_tests_positive": lambda f: (
        f"{f.control_tests_positive} of {f.control_tests_done} control tests positive"
    ),
    "control_pattern": lambda f: (
        "No control pattern chosen"
        if f.control_pattern == "none"
        else f"Control pattern: {(f.control_pattern or '').replace('_', ' ')}"
    ),
    "provoked_direction": lambda f: (
        "Worse with bending" if f.provoked_direction == "flexion" else "Worse with arching"
    ),
    "noticed": _noticed,
    "has_movement_preference": lambda f: "No kind of exercise preferred",
    "settled_in_a_day": lambda f: (
        "Settled within a day" if f.settled_in_a_day else "Worse for more than a day"
    ),
    "responder": lambda f: (
        "Change that matters reached" if f.responder else "Change that matters not reached"
    ),
    "worsened": lambda f: "Worse by the change that matters",
    "review": lambda f: {"week_12": "12-week review", "year_1": "1-year review"}.get(
        f.review or "", "Review"
    ),
    "contact_at_handover": lambda f: "No contact planned in weeks 4 to 5",
    "goals": lambda f: f"{f.goals} goal{'s' if f.goals != 1 else ''}: {'; '.join(f.goal_words)}",
    "minutes_a_day": lambda f: f"Has {f.minutes_a_day} minutes a day",
}
