"""Vaults from the command line: made, filled with invented patients, checked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from physioplan.content.load import load_content
from physioplan.domain.clinic import Clinician
from physioplan.prescribing.journey import journey_state
from physioplan.services.demo_history import STATES, a_demo_patient
from tests.cli.conftest import Run

DAY = date(2026, 3, 2)
BY = Clinician(id="chris", name="Chris Example")


def test_a_new_vault_is_sound_and_shows_its_recovery_key_once(
    run: Run, tmp_path: Path, passphrase: Path
) -> None:
    made = run("vault", "create", tmp_path / "v", "--passphrase-file", passphrase)
    assert made.code == 0 and made.out.count("Recovery key:") == 1
    checked = run("vault", "verify", tmp_path / "v", "--passphrase-file", passphrase)
    assert checked.code == 0 and "The vault is sound." in checked.out


def test_a_demonstration_vault_holds_whom_it_says(run: Run, tmp_path: Path, passphrase: Path) -> None:
    words = ("--patients", 22, "--seed", 7, "--today", DAY, "--passphrase-file", passphrase)
    assert run("vault", "demo", tmp_path / "v", *words).code == 0
    checked = run("vault", "verify", tmp_path / "v", "--passphrase-file", passphrase)
    assert checked.out.splitlines()[0].split() == ["patient", "22"]


def test_eleven_invented_patients_show_every_stage_of_the_journey() -> None:
    content = load_content()
    found = Counter(
        journey_state(a_demo_patient(number, 3, DAY, content, BY).record, DAY) for number in range(44)
    )
    assert found == dict.fromkeys(STATES, 4)


def test_the_same_seed_and_day_give_the_same_patient() -> None:
    content = load_content()
    first, again = (a_demo_patient(8, 3, DAY, content, BY) for _ in range(2))
    assert first == again
    assert first != a_demo_patient(8, 4, DAY, content, BY)


def test_a_vault_is_never_made_over_something(run: Run, tmp_path: Path, passphrase: Path) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = run("vault", "create", tmp_path / "v", "--passphrase-file", passphrase)
    assert ran.code == 2 and "already holds files" in ran.err
    assert [path.name for path in (tmp_path / "v").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "first line"), (b"\n", "first line"), (b"\xff\xfe\x00", "not UTF-8"), (b"short\n", "too short")],
)
def test_a_passphrase_file_that_holds_none_is_told(
    run: Run, tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "p.txt"
    file.write_bytes(content)
    ran = run("vault", "create", tmp_path / "v", "--passphrase-file", file)
    assert ran.code == 2 and says in ran.err
    assert not (tmp_path / "v").exists()


def test_a_wrong_passphrase_and_a_missing_vault_are_told(run: Run, tmp_path: Path, passphrase: Path) -> None:
    assert run("vault", "create", tmp_path / "v", "--passphrase-file", passphrase).code == 0
    passphrase.write_text("four other words here\n", encoding="utf-8")
    wrong = run("vault", "verify", tmp_path / "v", "--passphrase-file", passphrase)
    assert wrong.code == 2 and "does not open the vault" in wrong.err
    missing = run("vault", "verify", tmp_path / "w", "--passphrase-file", passphrase)
    assert missing.code == 2 and "There is no vault" in missing.err


def test_a_truncated_vault_is_told(run: Run, tmp_path: Path, passphrase: Path) -> None:
    assert run("vault", "create", tmp_path / "v", "--passphrase-file", passphrase).code == 0
    with (tmp_path / "v" / "vault.db").open("r+b") as file:
        file.truncate(5000)
    ran = run("vault", "verify", tmp_path / "v", "--passphrase-file", passphrase)
    assert ran.code == 2 and ran.err.strip()


def test_nobody_to_ask_for_a_passphrase_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", (tmp_path / "empty").open("w+"))
    ran = run("vault", "create", tmp_path / "v")
    assert ran.code == 2 and "--passphrase-file" in ran.err
