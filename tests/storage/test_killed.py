"""The program is killed in the middle of saving: whatever it acknowledged is there, and the vault is sound.

A small sample; `PHYSIOPLAN_KILLS=500 pytest tests/storage/test_killed.py` runs a long one.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from physioplan.storage import drafts
from physioplan.storage.assessment_records import assessments_of
from physioplan.storage.episode_records import open_episode
from physioplan.storage.patient_records import add_patient
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, a_patient, an_episode

KILLS = int(os.environ.get("PHYSIOPLAN_KILLS", "8"))

SAVE_ON = """
import sys
from pathlib import Path
from physioplan.storage import audit, drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, an_assessment
vault = Vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), who="Anna", at=NOW)
first = int(sys.argv[3])
print("open", flush=True)
for number in range(first, first + 100000):
    with vault.writing() as session:
        drafts.keep(session, "p1", "baseline", 1, {"n": str(number)}, clinician="anna", at=NOW)
    with vault.writing() as session:
        keep_assessment(session, an_assessment(number))
        audit.record(session, at=NOW, who="anna", verb="assessed", subject_id=str(number))
        drafts.discard(session, "p1", "baseline")
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
def test_every_acknowledged_save_outlives_a_kill(vault: Vault, folder: Path) -> None:
    with vault.writing() as session:
        add_patient(session, a_patient(), at=NOW)
        open_episode(session, an_episode())
    vault.close()
    dice, acknowledged = random.Random(20260302), 0
    for _ in range(KILLS):
        command = [sys.executable, "-c", SAVE_ON, str(folder), vault.data_key.hex(), str(acknowledged + 1)]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(dice.uniform(0.0, 0.15))
        program.kill()
        told = [int(line) for line in program.communicate()[0].split("\n")[:-1] if line]
        acknowledged = max(told, default=acknowledged)
        with Vault.open(folder, vault.data_key, who="Anna", at=NOW) as again:
            assert again.verify().faults == ()
            with again.reading() as session:
                kept = {assessment.id for assessment in assessments_of(session, "e1")}
                draft = drafts.find(session, "p1", "baseline")
            assert {f"a{number}" for number in range(1, acknowledged + 1)} <= kept
            # At most the one save that was under way is there unacknowledged, whole.
            assert len(kept) - acknowledged in (0, 1)
            acknowledged = len(kept)
            assert draft is None or draft.raw["n"] == str(acknowledged + 1)
    assert acknowledged > 0
