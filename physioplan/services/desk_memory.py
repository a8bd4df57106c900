"""Where a clinician last was, kept in the vault so that lock, crash and restart lead back there."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.domain.clinic import Clinician
from physioplan.services.clock import Clock
from physioplan.storage import drafts
from physioplan.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the program: its name, the patient's id and a detail such as a step."""

    place: str
    patient_id: str = ""
    detail: str = ""


class DeskMemory:
    """One spot for each clinician; it lies in the encrypted record like every draft."""

    def __init__(self, vault: Vault, by: Clinician, clock: Clock) -> None:
        self._vault = vault
        self._by = by
        self._clock = clock

    @property
    def _form(self) -> str:
        return f"desk:{self._by.id}"

    def keep(self, spot: Spot) -> None:
        """Remember where the clinician is now."""
        raw = {"place": spot.place, "patient": spot.patient_id, "detail": spot.detail}
        with self._vault.writing() as session:
            drafts.keep(session, None, self._form, 1, raw, clinician=self._by.name, at=self._clock.now())

    def last(self) -> Spot:
        """Where the clinician was, or Today."""
        with self._vault.reading() as session:
            found = drafts.find(session, None, self._form)
        if found is None:
            return Spot("today")
        return Spot(
            found.raw.get("place") or "today", found.raw.get("patient", ""), found.raw.get("detail", "")
        )
