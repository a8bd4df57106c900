"""From a checked case file to the clinic's nouns, as if the patient had been seen on the baseline day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time

from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.goal import Goal
from physioplan.domain.movement import MovementExamination, MovementTestResult
from physioplan.domain.patient import Patient
from physioplan.domain.preferences import ActionPlan, CopingPlan, Preferences
from physioplan.domain.safety import BloodPressure, FlagClearance, SafetyScreen
from physioplan.exchange.case_checks import responses_of
from physioplan.exchange.case_file import ALL_GROUPS, CaseFile, CaseMovement, CasePreferences, CaseSafety
from physioplan.measures.measure import Measure
from physioplan.measures.scoring import score


def record_of(case: CaseFile, groups: frozenset[str], measures: Mapping[str, Measure]) -> EpisodeRecord:
    """One episode with its baseline. ``groups`` are all groups of the safety screen, for ``asked = "all"``.

    Ids and stamps are fixed (noon UTC of the day), so that the same case gives the same record.
    """
    responses = tuple(responses_of(measure, given) for measure, given in case.measures.items())
    baseline = Assessment(
        id="baseline",
        episode_id="episode",
        occasion=Occasion.BASELINE,
        day=case.episode.baseline_date,
        recorded_at=noon(case),
        by=case.clinic.clinician,
        safety=_safety(case.safety, case, groups),
        responses=responses,
        scores=tuple(one for given in responses for one in score(measures[given.measure], given)),
        movement=_movement(case.movement) if case.movement else None,
        goals=tuple(
            Goal(id=str(number), words=goal.words, now=goal.now, aim=goal.aim)
            for number, goal in enumerate(case.goals, 1)
        ),
        preferences=preferences_of(case.preferences),
        noticed=frozenset(case.noticed),
    )
    return EpisodeRecord(patient=_patient(case), episode=_episode(case), assessments=(baseline,))


def noon(case: CaseFile) -> datetime:
    """Noon UTC of the plan date: the stamp of everything made from the file."""
    return datetime.combine(case.plan_date, time(12), UTC)


def clinic_of(case: CaseFile) -> Clinic:
    """The practice on the letterhead."""
    clinic = case.clinic
    return Clinic(
        name=clinic.name, phone=clinic.phone, address=clinic.address, emergency_number=clinic.emergency_number
    )


def clinician_of(case: CaseFile) -> Clinician:
    """Who signs the paper."""
    return Clinician(id="clinician", name=case.clinic.clinician)


def preferences_of(given: CasePreferences) -> Preferences:
    """Wishes as the domain keeps them."""
    plan = given.action_plan
    return Preferences(
        minutes_a_day=given.minutes_a_day,
        days_a_week=given.days_a_week,
        places=frozenset(given.places),
        equipment=frozenset(given.equipment),
        likes=frozenset(given.likes),
        dislikes=frozenset(given.dislikes),
        action_plan=ActionPlan(after=plan.after, will=plan.will, where=plan.where),
        coping_plans=tuple(
            CopingPlan(if_this=each.if_this, then_that=each.then_that) for each in given.coping_plans
        ),
        confidence=given.confidence,
    )


def _patient(case: CaseFile) -> Patient:
    given = case.patient
    return Patient(
        id="patient",
        record_number=given.record_number,
        given_name=given.given_name,
        family_name=given.family_name,
        birth_date=given.birth_date,
        sex=given.sex,
        phone=given.phone,
        language=given.language,
        interpreter_needed=given.interpreter_needed,
        consent_date=given.consent_date,
        responsible_clinician=case.clinic.clinician,
    )


def _episode(case: CaseFile) -> EpisodeOfCare:
    given = case.episode
    return EpisodeOfCare(
        id="episode",
        patient_id="patient",
        opened=given.baseline_date,
        onset=given.onset,
        leg_pain=given.leg_pain,
        radicular_signs=given.radicular_signs,
        specific_cause=given.specific_cause,
        pregnant=given.pregnant,
        off_work=given.off_work,
        first_approach_failed=given.first_approach_failed,
        next_appointment=given.next_appointment,
    )


def _safety(given: CaseSafety, case: CaseFile, groups: frozenset[str]) -> SafetyScreen:
    pressure = given.blood_pressure
    return SafetyScreen(
        day=case.episode.baseline_date,
        groups_asked=groups if ALL_GROUPS in given.asked else frozenset(given.asked),
        present=frozenset(given.present),
        spa_signs=frozenset(given.spa_signs),
        clearances=tuple(
            FlagClearance(flag=each.flag, by=each.by, day=each.date, reason=each.reason)
            for each in given.clearances
        ),
        precautions=frozenset(given.precautions),
        contraindications=frozenset(given.contraindications),
        blood_pressure=None
        if pressure is None
        else BloodPressure(systolic=pressure.systolic, diastolic=pressure.diastolic),
    )


def _movement(given: CaseMovement) -> MovementExamination:
    return MovementExamination(
        tests=tuple(
            MovementTestResult(test=test, result=each.result, side=each.side, reason=each.reason)
            for test, each in given.tests.items()
        ),
        provoked_by=frozenset(given.provoked_by),
        eased_by=frozenset(given.eased_by),
        pattern=given.pattern,
        lsiq=given.lsiq,
    )
