"""The demonstration vault of the first run: opened without asking, with patients at every stage."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from physioplan.domain.journey import JourneyState
from physioplan.services.clock import SystemClock
from physioplan.services.demo_vault import PATIENTS, open_demonstration
from physioplan.services.patient_register import PatientRegister
from physioplan.storage.patient_records import patient_count


def test_a_demonstration_is_made_once_and_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        opened = open_demonstration(tmp_path / "demonstration")
        with opened.vault, opened.vault.reading() as session:
            assert patient_count(session) == PATIENTS
    assert [path.name for path in tmp_path.iterdir()] == ["demonstration"]


def test_the_patient_list_shows_every_stage_of_the_journey(tmp_path: Path) -> None:
    opened = open_demonstration(tmp_path / "demonstration")
    with opened.vault:
        lines = PatientRegister(opened.vault, SystemClock(), opened.by).find(limit=100)
    assert Counter(line.state for line in lines) == dict.fromkeys(JourneyState, 4)
