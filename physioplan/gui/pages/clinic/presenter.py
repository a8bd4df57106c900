"""The clinic's own outcomes: completion first, then change in groups large enough to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from physioplan.gui.background_port import AtOnce, Background
from physioplan.gui.navigator import Navigator
from physioplan.services.clinic_audit import ClinicAudit, ClinicSummary, as_csv


@dataclass(frozen=True, slots=True)
class ClinicView:
    """What the page draws; ``told`` and ``problem`` are what came of the last export."""

    summary: ClinicSummary
    told: str = ""
    problem: str = ""


class ClinicPresenter:
    """Drives the page through ``display``."""

    def __init__(
        self, audit: ClinicAudit, navigator: Navigator, background: Background | None = None
    ) -> None:
        self._audit = audit
        self._background = background or AtOnce()
        self._navigator = navigator
        self._view: ClinicView | None = None
        self._display: Callable[[ClinicView], None] = lambda view: None

    def attach(self, display: Callable[[ClinicView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def entered(self) -> None:
        """Count anew, off the window's thread; what was counted before stays until then."""
        self._background.run(self._audit.summary, lambda found: self._show(ClinicView(found)), self._failed)

    def _failed(self, fault: Exception) -> None:
        if self._view is not None:
            self._show(ClinicView(self._view.summary, problem=str(fault)))
        else:
            raise fault

    def export(self, place: Path) -> None:
        """Write the counts into ``place``, without a name."""
        if self._view is None:
            return
        try:
            place.write_text(as_csv(self._view.summary), encoding="utf-8")
        except OSError as fault:
            self._show(ClinicView(self._view.summary, problem=fault.strerror or str(fault)))
        else:
            self._show(ClinicView(self._view.summary, told=place.name))

    def go(self, place: str) -> None:
        """Another place."""
        self._navigator.go(place)

    def _show(self, view: ClinicView) -> None:
        self._view = view
        self._display(view)
