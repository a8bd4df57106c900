"""An open vault with invented patients at every stage, and a navigator that remembers where it was sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.load import load_content
from physioplan.domain.journey import JourneyState
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import FixedClock
from physioplan.services.demo_vault import fill_with_demo_patients
from physioplan.services.patient_register import PatientRegister
from physioplan.services.vault_keeper import OpenVault, VaultKeeper

TODAY = date(2026, 4, 9)


@dataclass(slots=True)
class Sent:
    """Remembers every place asked for."""

    places: list[tuple[str, str, str]] = field(default_factory=list)

    def go(self, place: str, patient_id: str = "", detail: str = "") -> None:
        self.places.append((place, patient_id, detail))

    @property
    def last(self) -> tuple[str, str, str]:
        return self.places[-1]


@dataclass(slots=True)
class AClinic:
    """The services of one open vault on one day."""

    opened: OpenVault
    content: ClinicalContent
    clock: FixedClock
    register: PatientRegister
    pathway: CarePathway

    def somebody(self, state: JourneyState) -> str:
        """The id of a patient in ``state``."""
        return next(line.patient.id for line in self.register.find("", 200) if line.state is state)


def a_clinic(folder: Path, patients: int = 40) -> AClinic:
    """A new vault in ``folder``; with no patients it is as on the first day."""
    content = load_content()
    clock = FixedClock(TODAY)
    opened = VaultKeeper(folder).create("Harbour Demo", "Jona Demo", "four plain words here")
    if patients:
        fill_with_demo_patients(opened.vault, content, opened.by, TODAY, patients=patients)
    return AClinic(
        opened,
        content,
        clock,
        PatientRegister(opened.vault, clock, opened.by),
        CarePathway(opened.vault, content, clock, opened.by),
    )
