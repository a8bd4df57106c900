"""Which record format the vault has, read without Alembic, and which one this program writes."""

from __future__ import annotations

from typing import Any

HEAD = "0001"
KNOWN = ("0001",)  # oldest first; a test holds this equal to the migration scripts


def stored_revision(connection: Any) -> str | None:
    """The revision written in the vault, or None when it has none (raw connection; under a millisecond)."""
    there = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()
    if not there[0]:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])
