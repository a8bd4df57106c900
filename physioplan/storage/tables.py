"""The tables of the record: what is searched and counted has a column.

What is only read whole is JSON with a format.
"""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its tables as they stand.

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, MetaData, UniqueConstraint
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

# Named before the first table, or a later batch migration could not name what it must drop.
NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """What every table shares: one catalogue with named constraints.

    Stamps are text, UTC, ISO 8601, microseconds.
    """

    metadata = MetaData(naming_convention=NAMING)


class Versioned(Row):
    """A row that may be changed: the second of two writers who read the same version is refused."""

    version: int | None = Field(default=None, nullable=False, sa_type=Integer)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        table = getattr(cls, "__table__", None)
        return {} if table is None else {"version_id_col": table.c.version}


class ClinicRow(Versioned, table=True):
    """The practice: exactly one row, with the key to its settings as JSON."""

    __tablename__ = "clinic"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    id: int = Field(default=1, primary_key=True)
    name: str
    phone: str = ""
    address: str = ""
    emergency_number: str = ""
    settings: str = '{"format": 1}'


class ClinicianRow(Versioned, table=True):
    """Somebody who works here; `slot_id` is their place in the key file.

    Empty when their way in was taken away.
    """

    __tablename__ = "clinician"
    id: str = Field(primary_key=True)
    name: str
    profession: str
    role: str
    slot_id: str | None = Field(default=None, unique=True)


class PatientRow(Versioned, table=True):
    """The person. `sort_name` is folded for order; `removed_at` set means in the trash."""

    __tablename__ = "patient"
    id: str = Field(primary_key=True)
    record_number: str = Field(unique=True)
    given_name: str
    family_name: str
    birth_date: date
    sex: str
    phone: str
    language: str
    interpreter_needed: bool
    responsible_clinician: str
    consent_date: date | None
    sort_name: str = Field(index=True)
    created_at: str
    removed_at: str | None = None
    removed_by: str | None = None


class PatientWordRow(Row, table=True):
    """One folded word a patient is found by; its prefix is searched at each key press."""

    __tablename__ = "patient_word"
    __table_args__ = {"sqlite_with_rowid": False}
    word: str = Field(primary_key=True)
    patient_id: str = Field(primary_key=True, foreign_key="patient.id", ondelete="CASCADE", index=True)
    sort_name: str


class EpisodeRow(Versioned, table=True):
    """One episode of care; the whole value is in `episode`.

    The columns are for lists and the clinic's own audit.
    """

    __tablename__ = "episode"
    id: str = Field(primary_key=True)
    patient_id: str = Field(foreign_key="patient.id", index=True)
    opened: date
    onset: date | None
    next_appointment: date | None
    ended: date | None
    end_reason: str | None
    episode: str


class AssessmentRow(Row, table=True):
    """One occasion of asking and testing. Append-only; a correction names what it supersedes."""

    __tablename__ = "assessment"
    __table_args__ = (Index("ix_assessment_episode_id_recorded_at", "episode_id", "recorded_at"),)
    id: str = Field(primary_key=True)
    episode_id: str = Field(foreign_key="episode.id")
    occasion: str
    day: date
    recorded_at: str
    clinician: str
    supersedes_id: str | None = Field(default=None, foreign_key="assessment.id", unique=True)
    correction_reason: str
    signed_by: str | None
    signed_at: str | None
    answers: str


class ScoreRow(Row, table=True):
    """One number on one scale. Append-only, with what the clinic's own audit asks for beside it."""

    __tablename__ = "score"
    __table_args__ = (
        Index("ix_score_episode_id_measure_day", "episode_id", "measure", "day"),
        {"sqlite_with_rowid": False},
    )
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id")
    measure: str = Field(primary_key=True)
    subscale: str = Field(primary_key=True)
    place: int
    episode_id: str
    occasion: str
    day: date
    measure_version: str
    value: float | None
    unit: str
    status: str
    answered: int
    of: int
    band: str | None


class VisitRow(Row, table=True):
    """One contact at any time. Append-only like an assessment."""

    __tablename__ = "visit"
    id: str = Field(primary_key=True)
    episode_id: str = Field(foreign_key="episode.id", index=True)
    day: date
    recorded_at: str
    clinician: str
    supersedes_id: str | None = Field(default=None, foreign_key="visit.id", unique=True)
    correction_reason: str
    visit: str


class ProgrammeVersionRow(Row, table=True):
    """One version of the plan with its reasons copied in. Append-only."""

    __tablename__ = "programme_version"
    __table_args__ = (UniqueConstraint("episode_id", "number"),)
    id: str = Field(primary_key=True)
    episode_id: str = Field(foreign_key="episode.id")
    number: int
    start_date: date
    evidence_edition: str
    agreed_on: date
    agreed_by: str
    recorded_at: str
    supersedes_id: str | None = Field(default=None, foreign_key="programme_version.id")
    change_reason: str
    signed_by: str | None
    signed_at: str | None
    programme: str


class HandoutRow(Row, table=True):
    """The exact PDF that was handed out. Append-only."""

    __tablename__ = "handout"
    id: str = Field(primary_key=True)
    episode_id: str = Field(foreign_key="episode.id", index=True)
    programme_version_id: str | None = Field(default=None, foreign_key="programme_version.id")
    kind: str
    language: str
    printed_at: str
    printed_by: str
    sha256: str
    pdf: bytes


class FollowUpWindowRow(Row, table=True):
    """When a measurement opens, is due and closes."""

    __tablename__ = "follow_up_window"
    episode_id: str = Field(primary_key=True, foreign_key="episode.id")
    occasion: str = Field(primary_key=True)
    opens: date
    due: date = Field(index=True)
    closes: date


class ContactRow(Versioned, table=True):
    """A planned or made contact: an appointment, a call, a booster, a review."""

    __tablename__ = "contact"
    id: str = Field(primary_key=True)
    episode_id: str = Field(foreign_key="episode.id", index=True)
    day: date = Field(index=True)
    kind: str
    why: str = ""
    done: bool = False


class DraftRow(Row, table=True):
    """What was typed and not yet saved.

    Raw strings by field, one draft per patient and form ('' = no patient yet).
    """

    __tablename__ = "draft"
    patient_id: str = Field(default="", primary_key=True)
    form: str = Field(primary_key=True)
    format: int
    raw: str
    clinician: str
    updated_at: str


class AuditRow(Row, table=True):
    """Who read, printed, exported or changed what. Append-only, each line vouching for the one before."""

    __tablename__ = "audit"
    seq: int = Field(primary_key=True)
    at: str
    who: str
    verb: str
    subject_kind: str
    subject_id: str = Field(index=True)
    detail: str
    previous: str
    hash: str


class ErasureRow(Row, table=True):
    """A tombstone: this patient was erased. Kept so that restoring an old backup erases them again."""

    __tablename__ = "erasure"
    patient_id: str = Field(primary_key=True)
    at: str
    who: str
    reason: str


class ErasingRow(Row, table=True):
    """The one key to append-only rows.

    While a patient stands here, inside one transaction, theirs may be deleted.
    """

    __tablename__ = "erasing"
    patient_id: str = Field(primary_key=True)
