"""Statements run straight on the cipher's connection inside a session's transaction.

Saving happens while somebody waits: the library's own path costs five times what these statements cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session


def run(session: Session, sql: str, values: Mapping[str, object] | None = None) -> Any:
    """Run one statement with `:named` values; returns a cursor of plain tuples."""
    return _connection_of(session).execute(sql, values or {})


def run_for_each(session: Session, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Run one statement once for each row of values."""
    _connection_of(session).executemany(sql, rows)


def rows_of(session: Session, sql: str, values: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
    """Every row that a statement finds, by column name."""
    cursor = run(session, sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _connection_of(session: Session) -> Any:
    return session.connection().connection.driver_connection
