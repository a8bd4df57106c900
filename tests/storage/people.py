"""Invented people and what is written about them, each with one override at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.clinic import Clinician, Role
from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.patient import Patient
from physioplan.domain.response import Responses
from physioplan.domain.score import Score

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CLINICIAN = "Anna Beispiel"
PASSPHRASE = "four ordinary words here"


def a_clinician(**changes: object) -> Clinician:
    return Clinician(id="anna", name=CLINICIAN, role=Role.OWNER).amend(**changes)


def a_patient(**changes: object) -> Patient:
    return Patient(
        id="p1",
        record_number="26-0001",
        given_name="Łucja",
        family_name="Strauß-Ørsted",
        birth_date=date(1981, 5, 17),
        phone="030 123",
        consent_date=date(2026, 3, 2),
        responsible_clinician="anna",
    ).amend(**changes)


def an_episode(**changes: object) -> EpisodeOfCare:
    return EpisodeOfCare(
        id="e1",
        patient_id="p1",
        opened=date(2026, 3, 2),
        onset=date(2025, 10, 1),
        next_appointment=date(2026, 3, 9),
    ).amend(**changes)


def an_assessment(number: int = 1, **changes: object) -> Assessment:
    return Assessment(
        id=f"a{number}",
        episode_id="e1",
        occasion=Occasion.BASELINE,
        day=date(2026, 3, 2),
        recorded_at=NOW + timedelta(minutes=number),
        by="anna",
        responses=(Responses.of("nrs", now=4, average=5, worst=8),),
        scores=(
            Score(measure="nrs", version="1", subscale="average", value=5, unit="of 10", answered=3, of=3),
            Score(measure="oswestry", version="2.1a", value=38, unit="%", answered=9, of=10, band="moderate"),
        ),
        notes="Sleeps badly on the left side.",
    ).amend(**changes)
