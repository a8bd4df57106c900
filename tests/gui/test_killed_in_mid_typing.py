"""The program is killed while somebody types: what is older than two seconds is in the vault."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from physioplan.services.vault_keeper import VaultKeeper
from physioplan.storage import drafts

PASSPHRASE = "seven blue herons walk"
TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from physioplan.content.load import load_content
from physioplan.content.locate import assets_folder
from physioplan.gui.assembly import Desk
from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.theme.theme import Theme
from physioplan.services.clock import SystemClock
from physioplan.services.vault_keeper import VaultKeeper

application = QApplication([])
theme = Theme(application, assets_folder(), "light")
opened = VaultKeeper(Path(sys.argv[1])).create("Demo Clinic", "Demo Clinician", sys.argv[2])
window = MainWindow()
desk = Desk(window, opened, load_content(), SystemClock(), AtOnce(), theme=theme)
form = desk.register.read_form({"given_name": "Demo", "family_name": "Patient", "birth_date": "3.5.1978"})
patient = desk.register.add(form.patient)
window.show()
desk.go("baseline", patient.id, "goals")
application.processEvents()
field = desk._built["encounter"].page._steps["goals"].goals[0].words
field.setFocus()
QTest.keyClicks(field, "Lift my daughter into the c")
typed_at = time.monotonic()
print(patient.id, flush=True)
while True:
    application.processEvents()
    time.sleep(0.01)
    if time.monotonic() - typed_at > 2:
        print("two seconds", flush=True)
        typed_at = float("inf")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_was_typed_two_seconds_before_a_kill_is_offered_again(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    typing = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert typing.stdout is not None
        patient = typing.stdout.readline().strip()
        assert typing.stdout.readline().strip() == "two seconds"
    finally:
        typing.send_signal(signal.SIGKILL)
        typing.wait(20)
    keeper = VaultKeeper(folder)
    again = keeper.unlock(keeper.clinicians()[0][0], PASSPHRASE)
    try:
        assert again.vault.left_behind is not None
        with again.vault.reading() as session:
            draft = drafts.find(session, patient, "baseline")
        assert draft is not None
        assert draft.raw["goal.1.words"] == "Lift my daughter into the c"
        assert draft.raw["at.step"] == "goals"
        assert again.vault.verify().is_sound
    finally:
        again.vault.close()
