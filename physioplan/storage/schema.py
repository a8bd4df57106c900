"""Makes the tables of a new vault, and brings an older vault to this program's record format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from physioplan.storage.append_only import append_only_triggers
from physioplan.storage.schema_version import HEAD
from physioplan.storage.tables import Row

VERSION_TABLE = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"  # noqa: E501


def make_schema(connection: Connection) -> None:
    """All tables and triggers in the running transaction, stamped as HEAD.

    What the migrations would arrive at.
    """
    Row.metadata.create_all(connection, checkfirst=False)
    for trigger in append_only_triggers():
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def upgrade_schema(engine: Engine, *, script_location: str | Path = "", target: str = "head") -> None:
    """Run the missing migrations in one transaction: all of them, or none. Imports Alembic only here.

    Foreign keys are off meanwhile (a table copy would trip over them) and checked before the end.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(script_location or "physioplan.storage:migrations"))
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")  # on the raw connection: inside a transaction it is ignored
        try:
            with connection.execution_options(writes=True).begin():
                config.attributes["connection"] = connection
                command.upgrade(config, target)
                dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if dangling:
                    raise RuntimeError("the migration left references that lead nowhere")
        finally:
            raw.execute("PRAGMA foreign_keys = ON")
