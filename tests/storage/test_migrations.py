"""Older vaults are brought along safely, and arrive at the same tables as a new one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from physioplan.storage import schema, upgrade
from physioplan.storage.backup import backups_in, verify_backup
from physioplan.storage.cipher import connect
from physioplan.storage.database import Database
from physioplan.storage.errors import UpgradeFailed
from physioplan.storage.patient_records import add_patient
from physioplan.storage.schema_version import HEAD, KNOWN, stored_revision
from physioplan.storage.tables import Row
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, a_patient

BREAKING_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE half_way (id INTEGER)")
    op.execute("DROP TABLE contact")
    {last}
"""


def _shape(connection: Any) -> dict[str, tuple[str, ...]]:
    """Every table, index and trigger by name; the parts of a definition in any order."""
    loose = re.compile(r"[\s\"()]+")
    rows = connection.execute("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master")
    return {
        name: tuple(sorted(loose.sub(" ", part).strip() for part in sql.split(","))) for name, sql in rows
    }


def _fresh(tmp_path: Path, name: str) -> Database:
    path, key = tmp_path / name, bytes(range(32))
    connect(path, key, create=True).close()
    return Database(path, key)


def test_migrating_from_nothing_and_making_afresh_give_the_same_schema(tmp_path: Path) -> None:
    migrated = _fresh(tmp_path, "migrated.db")
    schema.upgrade_schema(migrated.engine)
    made = _fresh(tmp_path, "made.db")
    with made.writing() as session:
        schema.make_schema(session.connection())
    with migrated.raw() as one, made.raw() as two:
        assert _shape(one) == _shape(two)
        assert stored_revision(one) == stored_revision(two) == HEAD
    migrated.dispose()
    made.dispose()


def test_the_head_constant_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", "physioplan.storage:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == HEAD
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == KNOWN


def test_the_tables_need_no_further_migration(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata

    engine = create_engine("sqlite://", poolclass=StaticPool)
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    with engine.begin() as connection:
        schema.make_schema(connection)
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def _scripts_with(tmp_path: Path, last: str) -> str:
    place = tmp_path / "migrations"
    source = Path(schema.__file__).parent / "migrations"
    (place / "versions").mkdir(parents=True)
    for name in ("env.py", "versions/0001_first.py"):
        (place / name).write_text((source / name).read_text())
    (place / "versions" / "9000_next.py").write_text(BREAKING_STEP.format(last=last))
    return str(place)


def test_a_migration_that_fails_half_way_leaves_everything_and_a_copy(
    vault: Vault, folder: Path, tmp_path: Path
) -> None:
    with vault.writing() as session:
        add_patient(session, a_patient(), at=NOW)
    vault.close()
    database = Database(folder / "vault.db", vault.data_key)
    with database.raw() as connection:
        before = _shape(connection)
    scripts = _scripts_with(tmp_path, "raise RuntimeError('a mistake of ours')")
    with pytest.raises(UpgradeFailed, match="left as it was") as fault:
        upgrade.upgrade(folder, vault.data_key, database, "0001", NOW, script_location=scripts)
    with database.raw() as connection:
        assert _shape(connection) == before
        assert stored_revision(connection) == "0001"
    database.dispose()
    copy = backups_in(folder / "backups")[0]
    assert str(copy.folder) in str(fault.value)
    assert dict(verify_backup(copy.folder, vault.data_key).counts)["patient"] == 1


def test_an_upgrade_is_made_after_a_verified_copy(vault: Vault, folder: Path, tmp_path: Path) -> None:
    vault.close()
    database = Database(folder / "vault.db", vault.data_key)
    upgrade.upgrade(
        folder, vault.data_key, database, "0001", NOW, script_location=_scripts_with(tmp_path, "pass")
    )
    with database.raw() as connection:
        assert stored_revision(connection) == "9000"
        assert "table half_way" in _shape(connection)
    database.dispose()
    assert backups_in(folder / "backups")[0].why == "before upgrade from 0001"


def test_opening_a_current_vault_does_not_import_alembic(vault: Vault, folder: Path) -> None:
    import subprocess
    import sys

    vault.close()
    script = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from physioplan.storage.vault import Vault\n"
        f"Vault.open(Path({str(folder)!r}), bytes.fromhex({vault.data_key.hex()!r}),"
        " who='A', at=datetime.now(UTC)).close()\n"
        "print('alembic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
