"""The engine over the encrypted file: a few pooled connections, transactions that say whether they write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2
from sqlmodel import Session

from physioplan.storage import tables
from physioplan.storage.cipher import connect
from physioplan.storage.errors import ChangedMeanwhile, naming_faults


class Database:
    """Sessions on one encrypted file. The data key lives in a closure, never in a URL, a repr or a log."""

    def __init__(self, path: Path, data_key: bytes) -> None:
        self.path = path
        self._engine: Engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: connect(path, data_key),
            poolclass=QueuePool,
            pool_size=4,
            hide_parameters=True,  # an error text never quotes what was being saved
        )
        event.listen(self._engine, "begin", _begin)
        self._writing = self._engine.execution_options(writes=True)

    @property
    def engine(self) -> Engine:
        """For the schema; everything else uses `reading` and `writing`."""
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one unchanging picture of the record; nothing it changes is kept."""
        with naming_faults(self.path), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits at the end of the block, or keeps nothing when the block fails.

        Takes the write lock at once, so that it never fails half-way for another writer. When the block ends,
        what was saved survives a power cut. Raises ChangedMeanwhile, DiskFull, VaultDamaged and their kin.
        """
        with naming_faults(self.path), Session(self._writing, expire_on_commit=False) as session:
            try:
                yield session
                session.commit()
            except StaleDataError:
                raise ChangedMeanwhile(thing="record") from None

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """A raw connection in autocommit, for lists where each millisecond shows."""
        with naming_faults(self.path):
            pooled = self._engine.raw_connection()
            try:
                yield pooled.driver_connection
            finally:
                pooled.close()

    def dispose(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def warm_up() -> None:
    """Do the library's first-use work ahead, while the passphrase is being typed."""
    from sqlalchemy.orm import configure_mappers

    configure_mappers()
    assert tables.Row.metadata.tables
