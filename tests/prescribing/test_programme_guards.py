"""Warnings on a programme, what the rules say about it, and what changed between two versions."""

from __future__ import annotations

from physioplan.domain.dose import Time
from physioplan.domain.outcome import OutcomeChange, Verdict
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import (
    Contact,
    CopingPart,
    Departure,
    DepartureKind,
    DepartureReason,
    Phase,
    ProgrammeItem,
)
from physioplan.prescribing.difference import ChangeKind, changes_only, coping_difference, difference
from physioplan.prescribing.guards import GuardKind, guards
from physioplan.prescribing.programme_look import programme_findings, programme_prompts
from physioplan.prescribing.review_look import best_trend, has_worsened, is_responder
from tests.builders import a_library, content, repetitions, some_findings


def item(exercise: str = "squat", minutes: float = 2.0, days: int = 5) -> ProgrammeItem:
    return ProgrammeItem(exercise=exercise, dose=Time(minutes=minutes, days_a_week=days))


def phase(*items: ProgrammeItem, key: str = "settle") -> Phase:
    return Phase(key=key, first_week=1, last_week=4, items=items)


def kinds(*items: ProgrammeItem, minutes: int = 20) -> list[GuardKind]:
    return [guard.kind for guard in guards((phase(*items),), Preferences(minutes_a_day=minutes))]


def test_five_exercises_are_fine_and_six_warn() -> None:
    five = [item(f"exercise_{n}") for n in range(5)]
    assert kinds(*five) == []
    assert kinds(*five, item("exercise_6")) == [GuardKind.TOO_MANY]


def test_minutes_over_the_limit_warn_with_how_many() -> None:
    warning = guards((phase(item(minutes=25)),), Preferences(minutes_a_day=20))[0]
    assert warning.sentence == "Weeks 1–4 are 5 minutes over the patient's limit"
    assert kinds(item(minutes=20)) == []


def test_the_same_exercise_twice_and_an_empty_phase_warn() -> None:
    assert kinds(item(), item()) == [GuardKind.TWICE]
    assert kinds() == [GuardKind.EMPTY]


def looked_at(*items: ProgrammeItem, contacts: tuple[Contact, ...] = ()) -> set[int]:
    found = programme_findings(some_findings(), (phase(*items),), contacts, a_library())
    return {prompt.rule for prompt in programme_prompts(found, content().evidence)}


CALL = Contact(week=4, kind="call")
VISIT = Contact(week=1, kind="visit")


def test_a_programme_is_looked_at_with_the_rules() -> None:
    stretching = item("hamstring_stretch", minutes=25)
    assert looked_at(stretching, contacts=(CALL, VISIT)) == {15}
    assert looked_at(stretching, item("squat"), contacts=(CALL, VISIT)) == set()
    assert looked_at(item("press_up", minutes=30), contacts=(CALL, VISIT)) == {15}
    assert looked_at(item(minutes=10), contacts=(CALL, VISIT)) == {16}
    assert looked_at(item(minutes=30, days=1), contacts=(CALL, VISIT)) == {17}
    assert looked_at(item(minutes=30)) == {18, 38}
    assert looked_at() == set()


def rows(before: tuple[ProgrammeItem, ...], after: tuple[ProgrammeItem, ...]) -> dict[str, ChangeKind]:
    return {row.what: row.kind for row in difference((phase(*before),), (phase(*after),))}


def test_two_versions_are_laid_side_by_side() -> None:
    before = (item("squat"), item("bird_dog"), item("press_up"), item("easy_walk", 10))
    after = (item("bird_dog"), item("squat", 3), item("easy_walk", 8), item("clamshell"))
    assert rows(before, after) == {
        "bird_dog": ChangeKind.SAME,
        "squat": ChangeKind.MORE,
        "easy_walk": ChangeKind.LESS,
        "clamshell": ChangeKind.ADDED,
        "press_up": ChangeKind.LEFT_OUT,
    }


def test_another_kind_of_dose_or_another_note_is_a_change_without_direction() -> None:
    was = item("squat")
    assert rows((was,), (was.amend(dose=repetitions()),)) == {"squat": ChangeKind.CHANGED}
    assert rows((was,), (was.amend(note="Slowly"),)) == {"squat": ChangeKind.CHANGED}


def test_the_reason_stands_beside_the_change() -> None:
    departure = Departure(
        what="press_up", kind=DepartureKind.LEFT_OUT, reason=DepartureReason.PATIENT_PREFERENCE
    )
    row = difference((phase(item("press_up")),), (phase(),), [departure])[0]
    assert (row.kind, row.departure) == (ChangeKind.LEFT_OUT, departure)


def test_nothing_changed_leaves_nothing_to_show() -> None:
    same = (phase(item(), item("bird_dog")),)
    assert changes_only(difference(same, same)) == ()


def test_coping_parts_are_compared_too() -> None:
    pacing = CopingPart(component="pacing", first_week=1, last_week=12)
    sleep = CopingPart(component="sleep", first_week=3, last_week=8)
    found = coping_difference((pacing, sleep), (pacing.amend(last_week=8),))
    assert [(row.what, row.kind) for row in found] == [
        ("pacing", ChangeKind.CHANGED),
        ("sleep", ChangeKind.LEFT_OUT),
    ]


def change(verdict: Verdict, percent: float | None = None) -> OutcomeChange:
    return OutcomeChange(
        measure="odi",
        baseline=None,
        follow_up=None,
        improvement=None,
        percent=percent,
        verdict=verdict,
        threshold=None,
    )


def test_one_measure_reached_makes_a_responder_and_none_measured_makes_neither() -> None:
    assert is_responder([change(Verdict.REACHED), change(Verdict.UNCHANGED)]) is True
    assert is_responder([change(Verdict.MAY_BE_ERROR)]) is False
    assert is_responder([change(Verdict.NOT_MEASURED), change(Verdict.NOT_COMPARABLE)]) is None
    assert has_worsened([change(Verdict.REACHED), change(Verdict.WORSE)]) is True
    assert has_worsened([change(Verdict.UNCHANGED)]) is False
    assert has_worsened([]) is None
    assert best_trend([change(Verdict.BELOW, 8), change(Verdict.BELOW, 12)]) == 12
