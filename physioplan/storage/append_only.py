"""The triggers that refuse to change a saved clinical fact.

And the one narrow door for erasure and signing.
"""

from __future__ import annotations

# table -> how a row of it names its patient, for the erasure door; the audit log has no door at all.
_PATIENT_OF = {
    "assessment": "(SELECT patient_id FROM episode WHERE id = OLD.episode_id)",
    "score": "(SELECT patient_id FROM episode WHERE id = OLD.episode_id)",
    "visit": "(SELECT patient_id FROM episode WHERE id = OLD.episode_id)",
    "programme_version": "(SELECT patient_id FROM episode WHERE id = OLD.episode_id)",
    "handout": "(SELECT patient_id FROM episode WHERE id = OLD.episode_id)",
    "audit": None,
    "erasure": None,
}

# Signing comes after saving: these two may be filled once, everything else never changes.
_SIGNED_ONCE = {
    "assessment": (
        "id, episode_id, occasion, day, recorded_at, clinician, supersedes_id, correction_reason, answers"
    ),
    "programme_version": (
        "id, episode_id, number, start_date, evidence_edition, agreed_on, agreed_by, recorded_at, "
        "supersedes_id, change_reason, programme"
    ),
}


def append_only_triggers() -> tuple[str, ...]:
    """The statements that make them, in a fixed order.

    To be run again after a migration copies such a table.
    """
    statements: list[str] = []
    for table, patient in _PATIENT_OF.items():
        refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
        columns = _SIGNED_ONCE.get(table)
        changing = f"UPDATE OF {columns}" if columns else "UPDATE"
        statements.append(f"CREATE TRIGGER {table}_kept BEFORE {changing} ON {table} BEGIN {refuse}; END")
        if columns:
            statements.append(
                f"CREATE TRIGGER {table}_signed_once BEFORE UPDATE OF signed_by, signed_at ON {table} "
                f"WHEN OLD.signed_at IS NOT NULL BEGIN {refuse}; END"
            )
        door = f"WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = {patient}) " if patient else ""
        statements.append(
            f"CREATE TRIGGER {table}_never_lost BEFORE DELETE ON {table} {door}BEGIN {refuse}; END"
        )
    return tuple(statements)
