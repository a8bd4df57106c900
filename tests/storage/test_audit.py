"""The log of who did what shows any tampering."""

from __future__ import annotations

from datetime import datetime

import pytest

from physioplan.storage import audit
from physioplan.storage.plain_sql import run
from physioplan.storage.vault import Vault
from tests.storage.people import NOW

_NO_GUARD = ("DROP TRIGGER audit_kept", "DROP TRIGGER audit_never_lost")


@pytest.fixture
def logged(vault: Vault) -> Vault:
    with vault.writing() as session:
        for verb in ("opened", "printed", "exported"):
            audit.record(session, at=NOW, who="anna", verb=verb, subject_kind="patient", subject_id="p1")
    return vault


def test_every_line_is_there_in_order(logged: Vault) -> None:
    with logged.reading() as session:
        lines = audit.lines_about(session, "p1")
        assert [(line.seq, line.verb, line.at) for line in lines] == [
            (2, "opened", NOW),
            (3, "printed", NOW),
            (4, "exported", NOW),
        ]
        assert audit.chain_head(session) == lines[-1].hash
        assert audit.first_broken_line(session) is None


@pytest.mark.parametrize(
    ("tampering", "line"),
    [
        ("UPDATE audit SET who = 'ben' WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("UPDATE audit SET seq = 9 WHERE seq = 3", 3),
        ("INSERT INTO audit SELECT 5, at, 'ben', verb, '', '', '', hash, hash FROM audit WHERE seq = 4", 5),
    ],
)
def test_tampering_shows_at_the_line(logged: Vault, tampering: str, line: int) -> None:
    with logged.writing() as session:
        for statement in (*_NO_GUARD, tampering):
            run(session, statement)
    with logged.reading() as session:
        assert audit.first_broken_line(session) == line
    assert f"audit line {line}" in logged.verify().faults[0]


def test_a_line_without_a_time_zone_is_our_own_mistake(vault: Vault) -> None:
    with pytest.raises(ValueError, match="time zone"), vault.writing() as session:
        audit.record(session, at=datetime(2026, 3, 2), who="anna", verb="opened")
