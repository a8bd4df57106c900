"""What the clinic writes comes back equal, in order, and is never changed behind its back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.dose import Dose, Repetitions
from physioplan.domain.episode import EndReason, EpisodeEnd
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.goal import Goal
from physioplan.domain.movement import (
    ControlImpairmentPattern,
    Direction,
    MovementExamination,
    MovementTestResult,
    TestResult,
)
from physioplan.domain.preferences import ActionPlan, CopingPlan, Place, Preferences
from physioplan.domain.programme import Contact, CopingPart, Phase, Programme, ProgrammeItem
from physioplan.domain.safety import BloodPressure, FlagAction, FlagClearance, SafetyScreen
from physioplan.domain.signature import Signature
from physioplan.domain.visit import DiaryWeek, ProgressionStep, Visit
from physioplan.storage.assessment_records import assessments_of, keep_assessment, sign_assessment
from physioplan.storage.episode_records import (
    amend_episode,
    episodes_of,
    keep_windows,
    open_episode,
    the_episode_record,
)
from physioplan.storage.errors import AlreadySaved, AppendOnly, ChangedMeanwhile, NotFound
from physioplan.storage.handout_records import handout_pdf, handouts_of, keep_handout
from physioplan.storage.patient_records import (
    add_patient,
    amend_patient,
    move_to_trash,
    next_record_number,
    patient_count,
    patients_in_trash,
    put_back,
    the_patient,
)
from physioplan.storage.programme_records import keep_programme, programmes_of, sign_programme
from physioplan.storage.stored_value import from_json, to_json
from physioplan.storage.vault import Vault
from physioplan.storage.visit_records import keep_visit
from tests.storage.people import NOW, a_patient, an_assessment, an_episode

DAY = date(2026, 3, 2)
DOSE = Repetitions(sets=3, repetitions=10, days_a_week=5)

A_SCREEN = SafetyScreen(
    day=DAY,
    groups_asked=frozenset({"cauda_equina", "infection"}),
    present=frozenset({"fever"}),
    actions=(FlagAction(flag="fever", what="called the practice", to_whom="GP", day=DAY, by="anna"),),
    clearances=(FlagClearance(flag="fever", by="anna", day=DAY, reason="a cold, seen by the GP"),),
    blood_pressure=BloodPressure(systolic=130, diastolic=80),
)


@pytest.fixture
def open_vault(vault: Vault) -> Vault:
    with vault.writing() as session:
        add_patient(session, a_patient(), at=NOW)
        open_episode(session, an_episode())
    return vault


def a_programme(dose: Dose, **changes: object) -> Programme:
    return Programme(
        id="g1",
        episode_id="e1",
        version=1,
        start=DAY,
        phases=(
            Phase(
                key="settle",
                first_week=1,
                last_week=4,
                items=(ProgrammeItem(exercise="bridge", dose=dose, note="slowly"),),
            ),
        ),
        coping=(CopingPart(component="pacing", first_week=1, last_week=4),),
        contacts=(Contact(week=2, kind="call", why="how it goes"),),
        components=("exercise",),
        evidence_edition="2026.1",
        agreed_on=DAY,
        agreed_by="anna",
        recorded_at=NOW,
    ).amend(**changes)


def test_a_whole_episode_comes_back_equal(open_vault: Vault) -> None:
    assessment = an_assessment(
        safety=A_SCREEN,
        movement=MovementExamination(
            tests=(MovementTestResult(test="waiters_bow", result=TestResult.FAIL),),
            provoked_by=frozenset({Direction.FLEXION, Direction.ROTATION}),
            pattern=ControlImpairmentPattern.FLEXION,
        ),
        goals=(Goal(id="1", words="lift my granddaughter", now=3, aim=8),),
        preferences=Preferences(
            places=frozenset({Place.GYM, Place.HOME}),
            action_plan=ActionPlan(after="breakfast", will="exercise", where="in the hall"),
            coping_plans=(CopingPlan(if_this="rain", then_that="walk indoors"),),
        ),
        next_step=NextStep.CARRY_ON,
        signature=Signature(by="anna", at=NOW),
    )
    visit = Visit(
        id="v1",
        episode_id="e1",
        day=DAY + timedelta(days=14),
        recorded_at=NOW,
        by="anna",
        safety=A_SCREEN,
        diary=(DiaryWeek(week=1, planned=5, done=4, pain=3),),
        progression=(ProgressionStep(exercise="bridge", step="up", rule="two easy weeks"),),
    )
    programme = a_programme(DOSE)
    windows = (
        FollowUpWindow(
            occasion=Occasion.WEEK_12, opens=date(2026, 5, 11), due=date(2026, 5, 25), closes=date(2026, 6, 8)
        ),
        FollowUpWindow(
            occasion=Occasion.YEAR_1, opens=date(2027, 1, 19), due=date(2027, 3, 2), closes=date(2027, 4, 13)
        ),
    )
    with open_vault.writing() as session:
        keep_assessment(session, assessment)
        keep_visit(session, visit)
        keep_programme(session, programme)
        keep_windows(session, "e1", windows)
        keep_windows(session, "e1", windows)
    with open_vault.reading() as session:
        record = the_episode_record(session, "e1")
    assert record.assessments == (assessment,)
    assert record.visits == (visit,)
    assert record.programmes == (programme,)
    assert record.windows == windows


def test_sets_are_written_in_order_so_that_equal_is_equal() -> None:
    one = SafetyScreen(day=DAY, present=frozenset(["fever", "trauma", "cancer", "steroids", "cough"]))
    other = SafetyScreen(day=DAY, present=frozenset(["cough", "steroids", "cancer", "trauma", "fever"]))
    assert to_json(one) == to_json(other)
    assert to_json(one).startswith('{"format":1,')
    assert from_json(SafetyScreen, to_json(one)) == one


def test_a_correction_is_a_new_assessment_and_the_old_one_stays(open_vault: Vault) -> None:
    first = an_assessment(1)
    second = an_assessment(2, supersedes="a1", correction_reason="the wrong leg")
    with open_vault.writing() as session:
        keep_assessment(session, first)
        keep_assessment(session, second)
    with open_vault.reading() as session:
        assert assessments_of(session, "e1") == (first, second)


def test_two_corrections_of_one_assessment_are_refused(open_vault: Vault) -> None:
    with open_vault.writing() as session:
        keep_assessment(session, an_assessment(1))
        keep_assessment(session, an_assessment(2, supersedes="a1"))
    with pytest.raises(Exception, match="UNIQUE"), open_vault.writing() as session:
        keep_assessment(session, an_assessment(3, supersedes="a1"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE assessment SET answers = '{}'",
        "UPDATE assessment SET day = '2020-01-01'",
        "DELETE FROM assessment",
        "UPDATE score SET value = 0",
        "DELETE FROM score",
        "INSERT OR REPLACE INTO score SELECT * FROM score",
        "UPDATE programme_version SET programme = '{}'",
        "DELETE FROM programme_version",
        "DELETE FROM visit",
        "UPDATE visit SET visit = '{}'",
        "UPDATE handout SET pdf = x'00'",
        "DELETE FROM handout",
        "UPDATE audit SET who = 'nobody'",
        "DELETE FROM audit",
    ],
)
def test_what_was_saved_cannot_be_changed_or_deleted(open_vault: Vault, change: str) -> None:
    with open_vault.writing() as session:
        keep_assessment(session, an_assessment())
        keep_programme(session, a_programme(DOSE))
        keep_visit(session, Visit(id="v1", episode_id="e1", day=DAY, recorded_at=NOW, by="anna"))
        keep_handout(
            session,
            b"%PDF",
            id="h1",
            episode_id="e1",
            programme_id="g1",
            kind="plan",
            language="en",
            at=NOW,
            by="anna",
        )
    with pytest.raises(AppendOnly, match="never changed"), open_vault.writing() as session:
        session.execute(text(change))


def test_signing_locks_once(open_vault: Vault) -> None:
    signature = Signature(by="anna", at=NOW)
    with open_vault.writing() as session:
        keep_assessment(session, an_assessment())
        sign_assessment(session, "a1", signature)
        keep_programme(session, a_programme(DOSE))
        sign_programme(session, "g1", signature)
        assert assessments_of(session, "e1")[0].signature == signature
        assert programmes_of(session, "e1")[0].signature == signature
    for again in (sign_assessment, sign_programme):
        with pytest.raises(AppendOnly), open_vault.writing() as session:
            again(session, "a1" if again is sign_assessment else "g1", signature)
    with pytest.raises(AppendOnly), open_vault.writing() as session:
        session.execute(text("UPDATE assessment SET signed_by = NULL, signed_at = NULL"))
    with pytest.raises(NotFound), open_vault.writing() as session:
        sign_assessment(session, "nobody", signature)


def test_a_programme_number_is_given_once(open_vault: Vault) -> None:
    with open_vault.writing() as session:
        keep_programme(session, a_programme(DOSE))
    with pytest.raises(AlreadySaved), open_vault.writing() as session:
        keep_programme(session, a_programme(DOSE, id="g2"))


def test_the_paper_handed_out_is_kept_byte_for_byte(open_vault: Vault) -> None:
    with open_vault.writing() as session:
        kept = keep_handout(
            session,
            b"%PDF-1.7",
            id="h1",
            episode_id="e1",
            programme_id=None,
            kind="plan",
            language="pl",
            at=NOW,
            by="anna",
        )
    with open_vault.reading() as session:
        assert handouts_of(session, "e1") == (kept,)
        assert handout_pdf(session, "h1") == b"%PDF-1.7"


def test_an_episode_is_amended_closed_and_listed(open_vault: Vault) -> None:
    before = an_episode()
    after = before.amend(
        next_appointment=None, end=EpisodeEnd(day=date(2026, 9, 1), reason=EndReason.DISCHARGED)
    )
    with open_vault.writing() as session:
        amend_episode(session, before, after)
        assert episodes_of(session, "p1") == (after,)
    with pytest.raises(ChangedMeanwhile), open_vault.writing() as session:
        amend_episode(session, before, before.amend(off_work=True))


def test_the_second_of_two_who_edit_one_patient_is_told(open_vault: Vault) -> None:
    seen = a_patient()
    with open_vault.writing() as session:
        amend_patient(session, seen, seen.amend(phone="1"))
    with pytest.raises(ChangedMeanwhile, match="Load it again"), open_vault.writing() as session:
        amend_patient(session, seen, seen.amend(phone="2"))
    with open_vault.reading() as session:
        assert the_patient(session, "p1").phone == "1"


def test_a_record_number_belongs_to_one_patient(open_vault: Vault) -> None:
    with pytest.raises(AlreadySaved, match="26-0001"), open_vault.writing() as session:
        add_patient(session, a_patient(id="p2"), at=NOW)


def test_record_numbers_count_up_within_the_year(open_vault: Vault) -> None:
    with open_vault.writing() as session:
        add_patient(session, a_patient(id="p2", record_number="26-old"), at=NOW)
        assert next_record_number(session, 2026) == "26-0002"
        assert next_record_number(session, 2027) == "27-0001"


def test_a_patient_goes_to_the_trash_and_comes_back(open_vault: Vault) -> None:
    with open_vault.writing() as session:
        move_to_trash(session, "p1", by="anna", at=NOW)
        assert patient_count(session) == 0
        assert patients_in_trash(session) == (a_patient(),)
        put_back(session, "p1")
        assert patient_count(session) == 1


def test_an_unknown_record_is_told_as_such(open_vault: Vault) -> None:
    with open_vault.reading() as session:
        for ask in (the_patient, the_episode_record, handout_pdf):
            with pytest.raises(NotFound):
                ask(session, "nobody")
