"""No byte the vault writes tells a patient's name, in any of its files, while open and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from physioplan.storage import audit, drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.backup import back_up
from physioplan.storage.episode_records import open_episode
from physioplan.storage.handout_records import keep_handout
from physioplan.storage.patient_records import add_patient
from physioplan.storage.restore import restore
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, a_patient, an_assessment, an_episode

SENTINEL = "Qxsentinelzz"


def _telling(folder: Path) -> dict[str, list[str]]:
    """Every file under `folder` with what it should not hold."""
    words = [word for base in (SENTINEL, "assessment", "record_number") for word in (base, base.lower())]
    forms = [(word, code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found: dict[str, list[str]] = {}
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            hits = [word for word, code in forms if word.encode(code) in content]
            if content.startswith(b"SQLite format 3"):
                hits.append("a database without encryption")
            if file.name == "manifest.json":  # names the kinds of rows that it counts
                hits = [hit for hit in hits if SENTINEL.lower() in hit.lower()]
            found[str(file.relative_to(folder))] = hits
    return found


def test_nothing_of_a_patient_is_readable_in_any_file(vault: Vault, folder: Path) -> None:
    with vault.writing() as session:
        add_patient(session, a_patient(given_name=SENTINEL, family_name=SENTINEL, phone=SENTINEL), at=NOW)
        open_episode(session, an_episode(specific_cause=SENTINEL))
        keep_assessment(session, an_assessment(notes=SENTINEL * 500))
        drafts.keep(session, "p1", "baseline", 1, {"notes": SENTINEL * 2000}, clinician="anna", at=NOW)
        keep_handout(
            session,
            SENTINEL.encode() * 5000,
            id="h1",
            episode_id="e1",
            programme_id=None,
            kind="plan",
            language="en",
            at=NOW,
            by="anna",
        )
        audit.record(session, at=NOW, who="anna", verb="assessed", subject_kind="patient", subject_id="p1")
    with pytest.raises(RuntimeError), vault.writing() as session:  # spilled and rolled back
        keep_assessment(session, an_assessment(2, notes=SENTINEL * 400_000))
        raise RuntimeError
    made = back_up(folder, vault.data_key, folder / "backups", why="on close", at=NOW)
    while_open = _telling(folder)
    assert {"vault.db", "vault.db-wal", "vault.db-shm", "vault.json", "vault.lock"} <= set(while_open)
    vault.close()
    restore(folder, made.folder, vault.data_key, who="Anna", at=NOW)
    after = _telling(folder)
    assert any(name.startswith("kept/") for name in after)
    assert {name: hits for name, hits in (while_open | after).items() if hits} == {}
