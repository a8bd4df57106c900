"""A clinic of its own for each test: a vault on disk, a clock that can be moved, one clinician."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from physioplan.domain.patient import Patient
from physioplan.services.care_pathway import CarePathway
from physioplan.services.patient_register import PatientRegister
from physioplan.services.vault_keeper import OpenVault, VaultKeeper
from tests.builders import TODAY, content

PASSPHRASE = "seven blue herons walk"


class MovableClock:
    """Stands on a day until a test moves it."""

    def __init__(self, day: date) -> None:
        self.day = day

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


@dataclass
class Practice:
    """Everything a test of the flow needs."""

    opened: OpenVault
    clock: MovableClock
    register: PatientRegister
    pathway: CarePathway
    folder: Path

    def a_patient(self, **changes: str) -> Patient:
        """A patient added through the form."""
        raw = {"given_name": "Demo", "family_name": "Patient", "birth_date": "3.5.1978", **changes}
        form = self.register.read_form(raw)
        assert form.patient is not None, form.faults
        return self.register.add(form.patient)


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    """A new vault with nobody in it."""
    folder = tmp_path / "vault"
    opened = VaultKeeper(folder).create("Demo Clinic", "Demo Clinician", PASSPHRASE)
    clock = MovableClock(TODAY)
    register = PatientRegister(opened.vault, clock, opened.by)
    pathway = CarePathway(opened.vault, content(), clock, opened.by)
    yield Practice(opened, clock, register, pathway, folder)
    opened.vault.close()


def a_full_baseline(**changes: str) -> dict[str, str]:
    """The raw words of a complete baseline: pain 6, ODI 38, no red flag, two goals."""
    raw = {f"safety.asked.{group.value}": "1" for group in content().safety.groups}
    raw |= {"measure.nrs.now": "5", "measure.nrs.average": "6", "measure.nrs.worst": "8"}
    odi = (3, 1, 3, 1, 3, 2, 2, 0, 2, 2)
    raw |= {f"measure.odi.{place}": str(answer) for place, answer in enumerate(odi, 1)}
    raw |= {"episode.pain_for": "4", "episode.pain_unit": "years", "episode.leg_pain": "none"}
    raw |= {"goal.1.words": "Lift my daughter", "goal.1.now": "3", "goal.1.aim": "7"}
    raw |= {"goal.2.words": "Walk 40 minutes", "goal.2.now": "5", "goal.2.aim": "8"}
    return raw | changes
