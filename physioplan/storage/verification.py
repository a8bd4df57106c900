"""What an integrity check found: faults in words, and how many rows of each kind there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from physioplan.storage.cipher import faults_in
from physioplan.storage.schema_version import stored_revision

COUNTED = (
    "patient",
    "episode",
    "assessment",
    "score",
    "visit",
    "programme_version",
    "handout",
    "draft",
    "audit",
)


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything sound when `faults` is empty.

    `counts` are rows by table; `chain_head` ends the audit chain.
    """

    faults: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    revision: str
    chain_head: str = ""

    @property
    def is_sound(self) -> bool:
        return not self.faults

    def with_chain(self, broken_line: int | None, head: str) -> Verification:
        """This finding with the audit chain's; a broken line is a fault."""
        told = (
            () if broken_line is None else (f"audit line {broken_line} was changed, removed or put in later",)
        )
        return replace(self, faults=(*self.faults, *told), chain_head=head)


def verification_of(connection: Any) -> Verification:
    """Check an open raw connection; also used on a backup just written."""
    faults = faults_in(connection)
    if faults:
        return Verification(faults, (), "")
    counts = tuple(
        (table, connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in COUNTED
    )
    last = connection.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Verification((), counts, stored_revision(connection) or "", "" if last is None else str(last[0]))
