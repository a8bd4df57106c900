"""What was typed is offered again until it is saved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from physioplan.storage import drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.episode_records import open_episode
from physioplan.storage.patient_records import add_patient
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, a_patient, an_assessment, an_episode

RAW = {"pain_now": "7", "notes": "“Schläft” — 3×\n\u2028", "onset": "31.02.2026"}


def test_a_draft_comes_back_as_it_was_typed(vault: Vault) -> None:
    with vault.writing() as session:
        drafts.keep(session, "p1", "pain", 2, RAW, clinician="anna", at=NOW)
    with vault.reading() as session:
        found = drafts.find(session, "p1", "pain")
        assert found == drafts.Draft("p1", "pain", 2, RAW, "anna", NOW)
        assert drafts.find(session, "p1", "goals") is None
        assert drafts.find(session, None, "pain") is None


def test_a_draft_of_somebody_not_yet_in_the_vault_is_kept_too(vault: Vault) -> None:
    with vault.writing() as session:
        drafts.keep(session, None, "new patient", 1, {"given_name": "Lu"}, clinician="anna", at=NOW)
    with vault.reading() as session:
        found = drafts.find(session, None, "new patient")
        assert found is not None
        assert found.patient_id is None


def test_there_is_one_draft_for_each_patient_and_form_latest_first(vault: Vault) -> None:
    with vault.writing() as session:
        for minute, (patient, form) in enumerate([("p1", "pain"), ("p2", "pain"), ("p1", "pain")]):
            at = NOW + timedelta(minutes=minute)
            drafts.keep(session, patient, form, 1, {"n": str(minute)}, clinician="anna", at=at)
        assert [(d.patient_id, d.raw["n"]) for d in drafts.all_open(session)] == [("p1", "2"), ("p2", "1")]


def test_the_save_and_the_end_of_its_draft_happen_together_or_not_at_all(vault: Vault) -> None:
    with vault.writing() as session:
        add_patient(session, a_patient(), at=NOW)
        open_episode(session, an_episode())
        drafts.keep(session, "p1", "baseline", 1, RAW, clinician="anna", at=NOW)
    with pytest.raises(Exception, match="FOREIGN KEY"), vault.writing() as session:
        drafts.discard(session, "p1", "baseline")
        keep_assessment(session, an_assessment(episode_id="nowhere"))
    with vault.reading() as session:
        assert drafts.find(session, "p1", "baseline") is not None
    with vault.writing() as session:
        keep_assessment(session, an_assessment())
        drafts.discard(session, "p1", "baseline")
    with vault.reading() as session:
        assert drafts.all_open(session) == ()
