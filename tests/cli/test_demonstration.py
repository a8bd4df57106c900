"""The demonstration vault of the first run opens without a passphrase being asked, the second time too."""

from __future__ import annotations

from pathlib import Path

from physioplan.services.demo_vault import PATIENTS, open_demonstration
from physioplan.storage.patient_records import patient_count


def test_a_demonstration_is_made_once_and_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        opened = open_demonstration(tmp_path / "demonstration")
        with opened.vault, opened.vault.reading() as session:
            assert patient_count(session) == PATIENTS
    assert [path.name for path in tmp_path.iterdir()] == ["demonstration"]
