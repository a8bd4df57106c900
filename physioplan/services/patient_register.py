"""Who is in the clinic: adding a patient, the list, its search, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from physioplan.domain.clinic import Clinician
from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.journey import JourneyFacts, JourneyState
from physioplan.domain.patient import Patient, Sex
from physioplan.prescribing.journey import state_of
from physioplan.services.clock import Clock
from physioplan.services.typed_form import FieldFault, FormReader, Raw
from physioplan.storage import audit, drafts
from physioplan.storage.desk_list import BegunForm, begun_forms, opened_last
from physioplan.storage.episode_records import open_episode
from physioplan.storage.journey_list import journeys_of, patients_with_windows
from physioplan.storage.patient_list import PatientLine, find_patients
from physioplan.storage.patient_records import add_patient, amend_patient, next_record_number, patient_count
from physioplan.storage.vault import Vault

OLDEST = 120  # years
FORM = "new_patient"


@dataclass(frozen=True, slots=True)
class NewPatient:
    """What the form of a new patient says, with every field that cannot be used."""

    patient: Patient | None
    faults: tuple[FieldFault, ...]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One patient of the list: who, and where on the journey."""

    patient: PatientLine
    journey: JourneyFacts
    state: JourneyState


class PatientRegister:
    """The list of patients in one open vault, for one signed-in clinician."""

    def __init__(self, vault: Vault, clock: Clock, by: Clinician) -> None:
        self._vault = vault
        self._clock = clock
        self._by = by

    @property
    def clinician(self) -> str:
        """The name of who is working."""
        return self._by.name

    def today(self) -> date:
        """The clinic's local day."""
        return self._clock.today()

    def count(self) -> int:
        """How many patients there are, the trash left out."""
        with self._vault.reading() as session:
            return patient_count(session)

    def find(self, typed: str = "", limit: int = 50) -> tuple[RegisterLine, ...]:
        """Patients whose name, number or birth date begin as typed; nothing typed gives the first ones."""
        today = self._clock.today()
        with self._vault.raw() as connection:
            lines = find_patients(connection, typed, limit=limit)
            journeys = journeys_of(connection, [line.id for line in lines])
        return tuple(
            RegisterLine(line, journeys[line.id], state_of(journeys[line.id], today)) for line in lines
        )

    def read_form(self, raw: Raw) -> NewPatient:
        """The patient a form describes, or what is missing in it."""
        form = FormReader(raw)
        today = self._clock.today()
        for key, name in (("given_name", "Given name"), ("family_name", "Family name")):
            if not form.text(key):
                form.faults.append(FieldFault(key, f"{name} is empty. Type the name."))
        born = form.day("birth_date", "Date of birth", not_after=today)
        if not form.text("birth_date"):
            form.faults.append(FieldFault("birth_date", "Date of birth is empty. Write it like 13.1.1980."))
        elif born is not None and today.year - born.year > OLDEST:
            form.faults.append(
                FieldFault(
                    "birth_date",
                    f"Date of birth: {born.year} is more than {OLDEST} years ago. Check the year.",
                )
            )
        if form.faults or born is None:
            return NewPatient(None, tuple(form.faults))
        return NewPatient(
            Patient(
                id=str(uuid4()),
                record_number=form.text("record_number") or self.next_number(),
                given_name=form.text("given_name"),
                family_name=form.text("family_name"),
                birth_date=born,
                sex=Sex(form.text("sex") or Sex.NOT_RECORDED),
                phone=form.text("phone"),
                language=form.text("language") or "en",
                interpreter_needed=form.is_on("interpreter"),
                consent_date=today if form.is_on("consent") else None,
                responsible_clinician=self._by.name,
            ),
            (),
        )

    def read_details(self, before: Patient, raw: Raw) -> NewPatient:
        """``before`` with the details a form now holds; who it is and the day of a consent given stay."""
        form = self.read_form(raw)
        if form.patient is None:
            return form
        asked = form.patient
        consent = before.consent_date if before.consent_date and asked.consent_date else asked.consent_date
        after = before.amend(
            record_number=asked.record_number
            if FormReader(raw).text("record_number")
            else before.record_number,
            given_name=asked.given_name,
            family_name=asked.family_name,
            birth_date=asked.birth_date,
            sex=asked.sex,
            phone=asked.phone,
            language=asked.language,
            interpreter_needed=asked.interpreter_needed,
            consent_date=consent,
        )
        return NewPatient(after, ())

    def next_number(self) -> str:
        """The record number the next patient gets unless another is typed."""
        with self._vault.reading() as session:
            return next_record_number(session, self._clock.today().year)

    def keep_draft(self, raw: Raw) -> None:
        """Keep a half-filled form of a new patient."""
        with self._vault.writing() as session:
            drafts.keep(session, None, FORM, 1, raw, clinician=self._by.name, at=self._clock.now())

    def draft(self) -> dict[str, str]:
        """The half-filled form of a new patient, as it was typed."""
        with self._vault.reading() as session:
            found = drafts.find(session, None, FORM)
        return dict(found.raw) if found else {}

    def discard_draft(self) -> None:
        """Throw the half-filled form away."""
        with self._vault.writing() as session:
            drafts.discard(session, None, FORM)

    def add(self, patient: Patient) -> Patient:
        """Keep a new patient with a first episode; the draft of the form goes with the same save."""
        episode = EpisodeOfCare(id=str(uuid4()), patient_id=patient.id, opened=self._clock.today())
        with self._vault.writing() as session:
            add_patient(session, patient, at=self._clock.now())
            open_episode(session, episode)
            drafts.discard(session, None, FORM)
            audit.record(
                session, at=self._clock.now(), who=self._by.name, verb="added", subject_kind="patient",
                subject_id=patient.id,
            )  # fmt: skip
        return patient

    def amend(self, before: Patient, after: Patient) -> Patient:
        """Change details of a patient if nobody else changed them meanwhile."""
        with self._vault.writing() as session:
            amend_patient(session, before, after)
            audit.record(
                session, at=self._clock.now(), who=self._by.name, verb="changed", subject_kind="patient",
                subject_id=after.id,
            )  # fmt: skip
        return after

    def due_between(self, first: date, last: date) -> tuple[RegisterLine, ...]:
        """Patients with an open review whose window touches ``first`` to ``last``, most urgent first."""
        today = self._clock.today()
        with self._vault.raw() as connection:
            lines = patients_with_windows(connection, first, last)
            journeys = journeys_of(connection, [line.id for line in lines])
        return tuple(
            RegisterLine(line, journeys[line.id], state_of(journeys[line.id], today)) for line in lines
        )

    def recent(self, limit: int = 6) -> tuple[RegisterLine, ...]:
        """The patients this clinician opened last, latest first."""
        today = self._clock.today()
        with self._vault.raw() as connection:
            lines = opened_last(connection, self._by.name, limit)
            journeys = journeys_of(connection, [line.id for line in lines])
        return tuple(
            RegisterLine(line, journeys[line.id], state_of(journeys[line.id], today)) for line in lines
        )

    def unfinished(self, limit: int = 5) -> tuple[BegunForm, ...]:
        """The forms this clinician began and has not saved, latest first."""
        with self._vault.raw() as connection:
            return begun_forms(connection, self._by.name, limit)
