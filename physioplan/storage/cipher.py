"""One raw connection to the encrypted database file; knows SQLCipher, knows no tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from physioplan.storage.errors import VaultDamaged, VaultMissing, naming_faults

DATABASE_NAME = "vault.db"
BUSY_TIMEOUT = 10.0  # seconds

# WAL + FULL: an acknowledged save survives a power cut; measured 0.25 ms per commit. secure_delete overwrites
# what an erasure removed. temp_store keeps sorting spill files out of the folder of temporary files. 16 MB of
# pages stay decrypted in memory, so that a key press in the search does not decrypt the index again. Without
# recursive_triggers an INSERT OR REPLACE would slip past the triggers that refuse deletion.
_HABITS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -16000",
)


def connect(path: Path, data_key: bytes, *, create: bool = False, at_rest: bool = False) -> Any:
    """A connection in autocommit (transactions are begun by hand), usable from any one thread at a time.

    `at_rest` only reads and leaves no file beside `path`: for checking a backup.

    Raises VaultMissing, VaultDamaged (also for a key that does not fit: the key file vouches for keys),
    VaultReadOnly, DiskFull.
    """
    from sqlcipher3 import dbapi2

    _check_there(path, create)
    with naming_faults(path):
        connection = dbapi2.connect(
            str(path), timeout=BUSY_TIMEOUT, check_same_thread=False, isolation_level=None
        )
        try:
            _set_key(connection, data_key)
            # A key is tested only by the first read.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            for habit in ("query_only = ON",) if at_rest else _HABITS:
                connection.execute(f"PRAGMA {habit}")
        except BaseException:
            connection.close()
            raise
    return connection


def _set_key(connection: Any, data_key: bytes) -> None:
    # cipher_memory_security stays off, as SQLCipher itself sets it: it locks and wipes every allocation. That
    # made statements eight times and searches three times slower, while Python holds what is on the screen in
    # the same memory unlocked. SQLCipher guards its key material either way.
    connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key prints lines to stderr
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")


def _check_there(path: Path, create: bool) -> None:
    """SQLCipher would make a missing file and accept any key for an empty one."""
    if create:
        return
    with naming_faults(path):
        if not path.exists():
            raise VaultMissing(folder=path.parent)
        if path.stat().st_size == 0:
            raise VaultDamaged(path=path, why="it is empty")


def faults_in(connection: Any) -> tuple[str, ...]:
    """What the three integrity checks find.

    Pages that fail authentication, broken trees, dangling references.
    """
    pages = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchmany(20)]
    trees = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    links = [
        f"{row[0]} row {row[1]} names a missing {row[2]}"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return tuple(pages + trees + links)


def fold_log(connection: Any) -> None:
    """Move everything from the write-ahead log into the database file."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
