"""From choices to an agreed version: reasons are asked, versions are chained, the edition is copied."""

from __future__ import annotations

from datetime import timedelta

import pytest

from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Departure, DepartureKind, DepartureReason
from physioplan.prescribing.choices import Choices, ComponentChoice, open_reasons
from physioplan.prescribing.prescribe import Authorship, OpenReasons, prescribe
from physioplan.prescribing.propose import propose
from tests.builders import CLINICIAN, TODAY, a_library, at_noon, recommended, some_findings

FOUND = some_findings(psychosocial_obstacle=True, sbst_risk="high", sbst_total=7, gad_7=6)
RECOMMENDED = recommended(FOUND)
WISHES = Preferences(minutes_a_day=30)


def identity(name: str = "one") -> Authorship:
    return Authorship(id=name, episode_id="episode", by=CLINICIAN, recorded_at=at_noon())


def chosen(component: str, included: bool, reason: DepartureReason | None = None, words: str = "") -> Choices:
    return Choices(
        components=(ComponentChoice(component=component, included=included, reason=reason, words=words),)
    )


def agree(choices: Choices, **more: object):  # type: ignore[no-untyped-def]
    proposal = propose(RECOMMENDED, FOUND, WISHES, a_library(), choices)
    return prescribe(RECOMMENDED, proposal, choices, TODAY, identity=identity(), **more)  # type: ignore[arg-type]


def test_as_proposed_needs_no_reason_and_carries_its_own() -> None:
    programme = agree(Choices())
    assert programme.version == 1 and programme.start == TODAY
    assert programme.evidence_edition == "2026-11"
    assert programme.components == ("individualized_exercise", "cbt")
    assert [r.component for r in programme.rationale] == ["individualized_exercise", "cbt"]
    assert programme.departures == ()


def test_leaving_a_part_out_without_a_reason_cannot_be_agreed() -> None:
    choices = chosen("relaxation", False)
    assert open_reasons(RECOMMENDED, choices) == ("relaxation",)
    with pytest.raises(OpenReasons, match="relaxation"):
        agree(choices)


def test_with_a_reason_it_is_kept_as_a_departure_in_the_patients_words() -> None:
    choices = chosen("relaxation", False, DepartureReason.PATIENT_PREFERENCE, "I already do yoga on Sundays.")
    programme = agree(choices)
    assert programme.departures == (
        Departure(
            what="relaxation",
            kind=DepartureKind.LEFT_OUT,
            reason=DepartureReason.PATIENT_PREFERENCE,
            words="I already do yoga on Sundays.",
        ),
    )
    assert "relaxation" not in {part.component for part in programme.coping}


def test_taking_something_that_was_not_suggested_is_a_departure_too() -> None:
    programme = agree(chosen("motor_control", True, DepartureReason.CLINICAL_JUDGEMENT))
    assert [(d.what, d.kind) for d in programme.departures] == [("motor_control", DepartureKind.ADDED)]


def test_switching_off_and_on_again_needs_no_reason() -> None:
    off = chosen("cbt", False)
    on = off.with_choice(ComponentChoice(component="cbt", included=True))
    assert open_reasons(RECOMMENDED, off) == ("cbt",)
    assert open_reasons(RECOMMENDED, on) == ()


def test_the_parts_of_a_card_that_was_left_out_need_no_reasons_of_their_own() -> None:
    choices = chosen("cbt", False, DepartureReason.PATIENT_PREFERENCE).with_choice(
        ComponentChoice(component="relaxation", included=False)
    )
    assert open_reasons(RECOMMENDED, choices) == ()
    assert agree(choices).coping == ()


def test_a_later_version_keeps_the_start_and_names_the_one_before() -> None:
    first = agree(Choices())
    later = prescribe(
        RECOMMENDED,
        propose(RECOMMENDED, FOUND, WISHES, a_library()),
        Choices(),
        TODAY + timedelta(days=56),
        identity=identity("two"),
        earlier=first,
        change_reason="Two good sessions",
    )
    assert (later.version, later.start, later.supersedes) == (2, TODAY, "one")
    assert later.agreed_on == TODAY + timedelta(days=56)
    assert first.version == 1


def test_what_the_builder_changed_is_what_is_agreed() -> None:
    proposal = propose(RECOMMENDED, FOUND, WISHES, a_library())
    changed = proposal.phases[:1]
    assert agree(Choices(phases=changed, contacts=())).phases == changed
