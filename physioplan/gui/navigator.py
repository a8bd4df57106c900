"""Where a presenter may send the user, without knowing pages or any toolkit."""

from __future__ import annotations

from typing import Protocol


class Navigator(Protocol):
    """Opens places of the program by name."""

    def go(self, place: str, patient_id: str = "", detail: str = "") -> None:
        """Open a place.

        Places: "today", "patients", "new_patient", "overview", "baseline", "visit", "review" (detail = occasion),
        "plan_together", "programme", "handout", "outcome" (detail = occasion), "exercises", "evidence", "clinic",
        "settings". ``detail`` of "baseline" is the step to open.
        """
