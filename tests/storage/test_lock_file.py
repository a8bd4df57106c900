"""Two programs never write one vault; a crash locks nobody out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from physioplan.storage.errors import VaultInUse
from physioplan.storage.vault import Vault
from tests.storage.people import NOW

HOLD = """
import sys, time
from pathlib import Path
from physioplan.storage.vault import Vault
from tests.storage.people import NOW
vault = Vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), who="Ben Anders", at=NOW)
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def other_program(vault: Vault, folder: Path) -> subprocess.Popen[str]:
    vault.close()
    command = [sys.executable, "-c", HOLD, str(folder), vault.data_key.hex()]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    return program


def test_a_second_program_is_told_who_and_where_and_a_killed_one_locks_nobody_out(
    vault: Vault, folder: Path, other_program: subprocess.Popen[str]
) -> None:
    try:
        with pytest.raises(VaultInUse, match="Ben Anders on this computer since 2026-03-02") as refusal:
            Vault.open(folder, vault.data_key, who="Anna", at=NOW, take_over=True)
        assert not refusal.value.elsewhere
    finally:
        other_program.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        other_program.communicate()
    with Vault.open(folder, vault.data_key, who="Anna", at=NOW) as again:
        assert again.left_behind is not None
        assert again.left_behind.who == "Ben Anders"


def test_a_vault_that_was_closed_properly_leaves_nobody_behind(vault: Vault, folder: Path) -> None:
    assert vault.left_behind is None
    vault.close()
    with Vault.open(folder, vault.data_key, who="Anna", at=NOW) as again:
        assert again.left_behind is None


def test_a_holder_on_another_computer_is_believed_until_somebody_takes_over(
    vault: Vault, folder: Path
) -> None:
    vault.close()
    words = '{"who": "Ben", "where": "reception", "process": 7, "since": "2026-03-01T08:00:00.000000Z"}'
    (folder / "vault.lock").write_text(words)
    with pytest.raises(VaultInUse, match="Ben on reception") as refusal:
        Vault.open(folder, vault.data_key, who="Anna", at=NOW)
    assert refusal.value.elsewhere
    Vault.open(folder, vault.data_key, who="Anna", at=NOW, take_over=True).close()


@pytest.mark.parametrize("words", ["", "{", '{"who": 3}', "\x00" * 50, "[" * 3000])
def test_a_damaged_lock_file_locks_nobody_out(vault: Vault, folder: Path, words: str) -> None:
    vault.close()
    (folder / "vault.lock").write_text(words)
    Vault.open(folder, vault.data_key, who="Anna", at=NOW).close()
