"""A fresh vault, made quickly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from physioplan.domain.clinic import Clinic
from physioplan.storage import key_slot
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, PASSPHRASE, a_clinician


@pytest.fixture(autouse=True)
def quick_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    """New slots in tests ask for the least work that is accepted; the tests of the real cost say so."""
    monkeypatch.setattr(key_slot, "TIME_COST", 1)
    monkeypatch.setattr(key_slot, "MEMORY_KIB", 8 * 1024)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    made, _ = Vault.create(
        folder, clinic=Clinic(name="Praxis am Park"), clinician=a_clinician(), passphrase=PASSPHRASE, at=NOW
    )
    with made:
        yield made
