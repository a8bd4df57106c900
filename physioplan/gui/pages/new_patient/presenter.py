"""A new patient: who they are and how to reach them; half a form is kept as it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from physioplan.gui.dates import short_day
from physioplan.gui.navigator import Navigator
from physioplan.gui.words import _, ngettext
from physioplan.services.patient_register import PatientRegister
from physioplan.services.typed_form import FormReader

FORM = "new_patient"


@dataclass(frozen=True, slots=True)
class NewPatientView:
    """What the page shows; ``errors`` are by field and appear after the first try to save.

    ``age`` is what the date of birth comes to, so that a slip shows at once. ``alike`` is (patient id,
    words) of somebody already in the list with this name or birth date.
    """

    raw: Mapping[str, str]
    next_number: str
    errors: Mapping[str, str]
    restored: bool
    saved: str
    age: str = ""
    alike: tuple[str, str] | None = None


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
        self._looked_up = ""
        self._alike: tuple[str, str] | None = None
        self._display: Callable[[NewPatientView], None] = lambda view: None

    def attach(self, display: Callable[[NewPatientView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, typed_name: str = "") -> None:
        """Offer the draft again, or start with the name that was searched for."""
        self._raw = self._register.draft()
        self._restored = bool(self._raw)
        self._tried = False
        self._saved = ""
        self._looked_up = ""
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

    def open_alike(self) -> None:
        """Go to the patient who is already here; what was typed stays as a draft."""
        self.flush()
        if self._alike is not None:
            self._navigator.go("overview", self._alike[0])

    def leave(self) -> None:
        """Back to the list; what was typed stays as a draft."""
        self.flush()
        self._navigator.go("patients")

    def add(self) -> None:
        """Add the patient and go on to the baseline, or show what is missing."""
        self._tried = True
        self._saved = ""
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
        self._look_up()
        self._display(
            NewPatientView(
                dict(self._raw), self._register.next_number(), errors, self._restored, self._saved,
                self._age(), self._alike,
            )
        )  # fmt: skip

    def _age(self) -> str:
        born = self._born()
        if born is None:
            return ""
        years = self._register.today().year - born.year
        years -= (self._register.today().month, self._register.today().day) < (born.month, born.day)
        return ngettext("{n} year old", "{n} years old", years).format(n=years)

    def _born(self) -> date | None:
        typed = self._raw.get("birth_date", "")
        return (
            FormReader({"day": typed}).day("day", "Date", not_after=self._register.today()) if typed else None
        )

    def _look_up(self) -> None:
        """Is this person in the list already: the same two names, or one of them with the same birth date?"""
        given, family = (self._raw.get(key, "").strip() for key in ("given_name", "family_name"))
        born = self._born()
        asked = f"{given}|{family}|{born}"
        if asked == self._looked_up:
            return
        self._looked_up, self._alike = asked, None
        if not given or not family:
            return
        for line in self._register.find(f"{given} {family}", 5):
            patient = line.patient
            same_names = (patient.given_name.casefold(), patient.family_name.casefold()) == (
                given.casefold(),
                family.casefold(),
            )
            if patient.birth_date == born or (same_names and born is None):
                words = _("{name}, born {day}, ID {number}, is in the list already.").format(
                    name=f"{patient.given_name} {patient.family_name}",
                    day=short_day(patient.birth_date),
                    number=patient.record_number,
                )
                self._alike = (patient.id, words)
                return
