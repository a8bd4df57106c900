"""A new patient: who they are and how to reach them; half a form is kept as it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from physioplan.gui.navigator import Navigator
from physioplan.gui.words import _
from physioplan.services.patient_register import PatientRegister

FORM = "new_patient"


@dataclass(frozen=True, slots=True)
class NewPatientView:
    """What the page shows; ``errors`` are by field and appear after the first try to save."""

    raw: Mapping[str, str]
    next_number: str
    errors: Mapping[str, str]
    restored: bool
    saved: str


class NewPatientPresenter:
    """Drives the page through ``display``; ``schedule`` asks for :meth:`flush` after a pause in typing."""

    def __init__(
        self,
        register: PatientRegister,
        navigator: Navigator,
        schedule: Callable[[], None] = lambda: None,
    ) -> None:
        self._register = register
        self._navigator = navigator
        self._schedule = schedule
        self._raw: dict[str, str] = {}
        self._tried = False
        self._dirty = False
        self._restored = False
        self._saved = ""
        self._display: Callable[[NewPatientView], None] = lambda view: None

    def attach(self, display: Callable[[NewPatientView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, typed_name: str = "") -> None:
        """Offer the draft again, or start with the name that was searched for."""
        self._raw = self._register.draft()
        self._restored = bool(self._raw)
        self._tried = False
        if not self._raw and typed_name.strip():
            given, _space, family = typed_name.strip().title().rpartition(" ")
            self._raw = {"given_name": given, "family_name": family}
        self._show()

    def typed(self, key: str, words: str) -> None:
        """One field says ``words`` now."""
        if self._raw.get(key, "") == words:
            return
        self._raw[key] = words
        self._dirty = True
        self._schedule()
        self._show()

    def flush(self) -> None:
        """Keep the half-filled form."""
        if self._dirty:
            try:
                self._register.keep_draft(self._raw)
            except Exception as fault:  # told on the page; the words stay in the fields
                self._saved = str(fault)
            else:
                self._dirty = False
                self._saved = _("Draft saved")
            self._show()

    def start_again(self) -> None:
        """Throw the draft away, on the clinician's word."""
        self._raw = {}
        self._dirty = False
        self._restored = False
        self._register.discard_draft()
        self._show()

    def add(self) -> None:
        """Add the patient and go on to the baseline, or show what is missing."""
        self._tried = True
        form = self._register.read_form(self._raw)
        if form.patient is None:
            self._show()
            return
        try:
            patient = self._register.add(form.patient)
        except Exception as fault:  # for example a record number that is taken; nothing typed is lost
            self._saved = str(fault)
            self._show()
            return
        self._dirty = False
        self._raw = {}
        self._navigator.go("baseline", patient.id)

    def _show(self) -> None:
        errors = {}
        if self._tried:
            errors = {fault.key: fault.sentence for fault in self._register.read_form(self._raw).faults}
        self._display(
            NewPatientView(dict(self._raw), self._register.next_number(), errors, self._restored, self._saved)
        )
