"""The first record format."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# ruff: noqa: E501
TRIGGERS = (
    "CREATE TRIGGER assessment_kept BEFORE UPDATE OF id, episode_id, occasion, day, recorded_at, clinician, supersedes_id, correction_reason, answers ON assessment BEGIN SELECT RAISE(ABORT, 'assessment is append-only'); END",
    "CREATE TRIGGER assessment_signed_once BEFORE UPDATE OF signed_by, signed_at ON assessment WHEN OLD.signed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'assessment is append-only'); END",
    "CREATE TRIGGER assessment_never_lost BEFORE DELETE ON assessment WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = (SELECT patient_id FROM episode WHERE id = OLD.episode_id)) BEGIN SELECT RAISE(ABORT, 'assessment is append-only'); END",
    "CREATE TRIGGER score_kept BEFORE UPDATE ON score BEGIN SELECT RAISE(ABORT, 'score is append-only'); END",
    "CREATE TRIGGER score_never_lost BEFORE DELETE ON score WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = (SELECT patient_id FROM episode WHERE id = OLD.episode_id)) BEGIN SELECT RAISE(ABORT, 'score is append-only'); END",
    "CREATE TRIGGER visit_kept BEFORE UPDATE ON visit BEGIN SELECT RAISE(ABORT, 'visit is append-only'); END",
    "CREATE TRIGGER visit_never_lost BEFORE DELETE ON visit WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = (SELECT patient_id FROM episode WHERE id = OLD.episode_id)) BEGIN SELECT RAISE(ABORT, 'visit is append-only'); END",
    "CREATE TRIGGER programme_version_kept BEFORE UPDATE OF id, episode_id, number, start_date, evidence_edition, agreed_on, agreed_by, recorded_at, supersedes_id, change_reason, programme ON programme_version BEGIN SELECT RAISE(ABORT, 'programme_version is append-only'); END",
    "CREATE TRIGGER programme_version_signed_once BEFORE UPDATE OF signed_by, signed_at ON programme_version WHEN OLD.signed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'programme_version is append-only'); END",
    "CREATE TRIGGER programme_version_never_lost BEFORE DELETE ON programme_version WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = (SELECT patient_id FROM episode WHERE id = OLD.episode_id)) BEGIN SELECT RAISE(ABORT, 'programme_version is append-only'); END",
    "CREATE TRIGGER handout_kept BEFORE UPDATE ON handout BEGIN SELECT RAISE(ABORT, 'handout is append-only'); END",
    "CREATE TRIGGER handout_never_lost BEFORE DELETE ON handout WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = (SELECT patient_id FROM episode WHERE id = OLD.episode_id)) BEGIN SELECT RAISE(ABORT, 'handout is append-only'); END",
    "CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_never_lost BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER erasure_kept BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure is append-only'); END",
    "CREATE TRIGGER erasure_never_lost BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure is append-only'); END",
)


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_subject_id"), "audit", ["subject_id"], unique=False)
    op.create_table(
        "clinic",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("emergency_number", sa.String(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_clinic_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinic")),
    )
    op.create_table(
        "clinician",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("profession", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("slot_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinician")),
        sa.UniqueConstraint("slot_id", name=op.f("uq_clinician_slot_id")),
    )
    op.create_table(
        "draft",
        sa.Column("patient_id", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("clinician", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("patient_id", "form", name=op.f("pk_draft")),
    )
    op.create_table(
        "erasing",
        sa.Column("patient_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("patient_id", name=op.f("pk_erasing")),
    )
    op.create_table(
        "erasure",
        sa.Column("patient_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("patient_id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "patient",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("record_number", sa.String(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("interpreter_needed", sa.Boolean(), nullable=False),
        sa.Column("responsible_clinician", sa.String(), nullable=False),
        sa.Column("consent_date", sa.Date(), nullable=True),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("removed_at", sa.String(), nullable=True),
        sa.Column("removed_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patient")),
        sa.UniqueConstraint("record_number", name=op.f("uq_patient_record_number")),
    )
    op.create_index(op.f("ix_patient_sort_name"), "patient", ["sort_name"], unique=False)
    op.create_table(
        "episode",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.String(), nullable=False),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("onset", sa.Date(), nullable=True),
        sa.Column("next_appointment", sa.Date(), nullable=True),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("episode", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_episode_patient_id_patient")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_episode")),
    )
    op.create_index(op.f("ix_episode_patient_id"), "episode", ["patient_id"], unique=False)
    op.create_table(
        "patient_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("patient_id", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["patient.id"],
            name=op.f("fk_patient_word_patient_id_patient"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("word", "patient_id", name=op.f("pk_patient_word")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_patient_word_patient_id"), "patient_word", ["patient_id"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("clinician", sa.String(), nullable=False),
        sa.Column("supersedes_id", sa.String(), nullable=True),
        sa.Column("correction_reason", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=True),
        sa.Column("signed_at", sa.String(), nullable=True),
        sa.Column("answers", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episode.id"], name=op.f("fk_assessment_episode_id_episode")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["assessment.id"], name=op.f("fk_assessment_supersedes_id_assessment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_assessment_supersedes_id")),
    )
    op.create_index(
        "ix_assessment_episode_id_recorded_at", "assessment", ["episode_id", "recorded_at"], unique=False
    )
    op.create_table(
        "contact",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name=op.f("fk_contact_episode_id_episode")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_day"), "contact", ["day"], unique=False)
    op.create_index(op.f("ix_contact_episode_id"), "contact", ["episode_id"], unique=False)
    op.create_table(
        "follow_up_window",
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episode.id"], name=op.f("fk_follow_up_window_episode_id_episode")
        ),
        sa.PrimaryKeyConstraint("episode_id", "occasion", name=op.f("pk_follow_up_window")),
    )
    op.create_index(op.f("ix_follow_up_window_due"), "follow_up_window", ["due"], unique=False)
    op.create_table(
        "programme_version",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("evidence_edition", sa.String(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("supersedes_id", sa.String(), nullable=True),
        sa.Column("change_reason", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=True),
        sa.Column("signed_at", sa.String(), nullable=True),
        sa.Column("programme", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episode.id"], name=op.f("fk_programme_version_episode_id_episode")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["programme_version.id"],
            name=op.f("fk_programme_version_supersedes_id_programme_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_version")),
        sa.UniqueConstraint("episode_id", "number", name=op.f("uq_programme_version_episode_id_number")),
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("clinician", sa.String(), nullable=False),
        sa.Column("supersedes_id", sa.String(), nullable=True),
        sa.Column("correction_reason", sa.String(), nullable=False),
        sa.Column("visit", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name=op.f("fk_visit_episode_id_episode")),
        sa.ForeignKeyConstraint(["supersedes_id"], ["visit.id"], name=op.f("fk_visit_supersedes_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_visit_supersedes_id")),
    )
    op.create_index(op.f("ix_visit_episode_id"), "visit", ["episode_id"], unique=False)
    op.create_table(
        "handout",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("programme_version_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("printed_at", sa.String(), nullable=False),
        sa.Column("printed_by", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name=op.f("fk_handout_episode_id_episode")),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_handout_programme_version_id_programme_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handout")),
    )
    op.create_index(op.f("ix_handout_episode_id"), "handout", ["episode_id"], unique=False)
    op.create_table(
        "score",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("subscale", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("measure_version", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("band", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_score_assessment_id_assessment")
        ),
        sa.PrimaryKeyConstraint("assessment_id", "measure", "subscale", name=op.f("pk_score")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_score_episode_id_measure_day", "score", ["episode_id", "measure", "day"], unique=False
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
