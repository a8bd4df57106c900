"""Adding, finding and listing patients."""

from __future__ import annotations

from datetime import timedelta

import pytest

from physioplan.domain.assessment import Occasion
from physioplan.domain.journey import JourneyState
from physioplan.evidence.recommendation import Recommendation
from physioplan.prescribing.choices import Choices
from tests.builders import TODAY
from tests.services.conftest import Practice, a_full_baseline


def test_a_patient_is_found_by_the_beginning_of_a_name_without_accents(practice: Practice) -> None:
    practice.a_patient(given_name="Łucja", family_name="Demo-Strauß")
    practice.a_patient(given_name="Other", family_name="Person")
    assert [line.patient.given_name for line in practice.register.find("luc")] == ["Łucja"]
    assert [line.patient.given_name for line in practice.register.find("strauss")] == ["Łucja"]


def test_the_state_in_the_list_is_the_state_of_the_record(practice: Practice) -> None:
    patient = practice.a_patient()
    record = practice.pathway.open(patient.id)
    for day, expected in (
        (TODAY, JourneyState.IN_PROGRAMME),
        (TODAY + timedelta(days=80), JourneyState.REVIEW_OPEN),
        (TODAY + timedelta(days=120), JourneyState.REVIEW_OVERDUE),
    ):
        if record.programme is None:
            record = practice.pathway.sign_assessment(
                record, Occasion.BASELINE, a_full_baseline(), form="baseline"
            )
            answer = practice.pathway.recommendation(record)
            assert isinstance(answer, Recommendation)
            proposed = practice.pathway.proposal(record, answer)
            record = practice.pathway.agree(record, answer, proposed, Choices())
        practice.clock.day = day
        line = practice.register.find("")[0]
        assert line.state is expected is practice.pathway.journey(record)


def test_the_list_shows_pain_and_disability_of_the_baseline(practice: Practice) -> None:
    record = practice.pathway.open(practice.a_patient().id)
    practice.pathway.sign_assessment(record, Occasion.BASELINE, a_full_baseline(), form="baseline")
    journey = practice.register.find("")[0].journey
    assert journey.pain == ((TODAY, 6.0),)
    assert journey.disability == ((TODAY, 38.0),)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"given_name": " "}, "given_name"),
        ({"family_name": ""}, "family_name"),
        ({"birth_date": "31.2.1980"}, "birth_date"),
        ({"birth_date": "1.1.2030"}, "birth_date"),
        ({"birth_date": "1.1.1890"}, "birth_date"),
        ({"birth_date": ""}, "birth_date"),
    ],
)
def test_what_cannot_be_a_patient_is_told_by_field(
    practice: Practice, changes: dict[str, str], key: str
) -> None:
    raw = {"given_name": "Demo", "family_name": "Patient", "birth_date": "3.5.1978", **changes}
    form = practice.register.read_form(raw)
    assert form.patient is None
    assert key in {fault.key for fault in form.faults}


def test_half_a_form_comes_back_and_goes_with_the_save(practice: Practice) -> None:
    practice.register.keep_draft({"given_name": "Mar"})
    assert practice.register.draft() == {"given_name": "Mar"}
    practice.a_patient()
    assert practice.register.draft() == {}


def test_only_patients_with_an_open_window_are_due(practice: Practice) -> None:
    record = practice.pathway.open(practice.a_patient().id)
    practice.a_patient(family_name="Nobody")
    record = practice.pathway.sign_assessment(record, Occasion.BASELINE, a_full_baseline(), form="baseline")
    answer = practice.pathway.recommendation(record)
    assert isinstance(answer, Recommendation)
    practice.pathway.agree(record, answer, practice.pathway.proposal(record, answer), Choices())
    due = practice.register.due_between(TODAY, TODAY + timedelta(days=100))
    assert [line.patient.family_name for line in due] == ["Patient"]
