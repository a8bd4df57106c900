"""Erasing a patient leaves nothing but a tombstone without a name."""

from __future__ import annotations

import pytest

from physioplan.domain.visit import Visit
from physioplan.storage import drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.episode_records import open_episode
from physioplan.storage.erasure import erase_patient
from physioplan.storage.errors import AppendOnly
from physioplan.storage.handout_records import keep_handout
from physioplan.storage.patient_list import find_patients
from physioplan.storage.patient_records import add_patient
from physioplan.storage.plain_sql import run
from physioplan.storage.vault import Vault
from physioplan.storage.visit_records import keep_visit
from tests.storage.people import NOW, a_patient, an_assessment, an_episode


@pytest.fixture
def filled(vault: Vault) -> Vault:
    with vault.writing() as session:
        for person, episode in (("p1", "e1"), ("p2", "e2")):
            add_patient(session, a_patient(id=person, record_number=person), at=NOW)
            open_episode(session, an_episode(id=episode, patient_id=person))
            keep_assessment(session, an_assessment(id=f"a{person}", episode_id=episode))
            keep_assessment(
                session, an_assessment(id=f"b{person}", episode_id=episode, supersedes=f"a{person}")
            )
            keep_visit(
                session,
                Visit(
                    id=f"v{person}", episode_id=episode, day=NOW.date(), recorded_at=NOW, by="anna", notes="x"
                ),
            )
            keep_handout(
                session,
                b"%PDF",
                id=f"h{person}",
                episode_id=episode,
                programme_id=None,
                kind="plan",
                language="en",
                at=NOW,
                by="anna",
            )
            drafts.keep(session, person, "visit", 1, {"pain": "3"}, clinician="anna", at=NOW)
    return vault


def test_everything_of_one_patient_goes_and_nothing_of_another(filled: Vault) -> None:
    with filled.writing() as session:
        assert erase_patient(session, "p1", who="anna", reason="retention over", at=NOW) > 8
    verified = filled.verify()
    assert verified.is_sound
    counts = dict(verified.counts)
    assert [counts[table] for table in ("patient", "episode", "assessment", "visit", "handout", "draft")] == [
        1, 1, 2, 1, 1, 1,
    ]  # fmt: skip
    with filled.raw() as connection:
        assert [line.id for line in find_patients(connection, "lucja")] == ["p2"]
        assert connection.execute("SELECT patient_id, reason FROM erasure").fetchall() == [
            ("p1", "retention over")
        ]


def test_the_door_closes_after_an_erasure(filled: Vault) -> None:
    with filled.writing() as session:
        erase_patient(session, "p1", who="anna", reason="retention over", at=NOW)
    with pytest.raises(AppendOnly), filled.writing() as session:
        run(session, "DELETE FROM assessment")
    with pytest.raises(AppendOnly), filled.writing() as session:
        run(session, "DELETE FROM erasure")


def test_an_erasure_that_fails_erases_nothing(filled: Vault) -> None:
    with pytest.raises(RuntimeError), filled.writing() as session:
        erase_patient(session, "p1", who="anna", reason="retention over", at=NOW)
        raise RuntimeError
    assert dict(filled.verify().counts)["patient"] == 2
