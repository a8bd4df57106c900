"""Brings an older vault to this program's record format, after a verified copy, or leaves it as it was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from physioplan.storage.backup import FOLDER_NAME, back_up
from physioplan.storage.database import Database
from physioplan.storage.errors import UpgradeFailed, VaultError, named_fault
from physioplan.storage.schema import upgrade_schema


def upgrade(
    folder: Path,
    data_key: bytes,
    database: Database,
    revision: str,
    at: datetime,
    *,
    script_location: str = "",
    target: str = "head",
) -> None:
    """Run every missing migration in one transaction.

    Raises UpgradeFailed, DiskFull, and what `back_up` raises.
    """
    copy = back_up(folder, data_key, folder / FOLDER_NAME, why=f"before upgrade from {revision}", at=at)
    try:
        upgrade_schema(database.engine, script_location=script_location, target=target)
    except VaultError:
        raise
    except Exception as fault:
        named = named_fault(fault, database.path)
        raise named or UpgradeFailed(folder=folder, copy=copy.folder) from None
