"""Passphrase accepted to a usable list over 10,000 patients, with the libraries already there."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from physioplan.app import _load_the_rest
from physioplan.content.locate import assets_folder
from physioplan.gui.assembly import Desk
from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.theme.theme import Theme
from tests.benchmarks.big_vault import a_clock, big_vault
from tests.benchmarks.result import Result
from tests.benchmarks.timing import milliseconds

TIMES = 7


def measure() -> Result:
    """From the data key to the painted list: open the record, build the desk, go to the patients."""
    vault = big_vault()
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    content = _load_the_rest()
    theme = Theme(application, assets_folder(), "light")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        for _ in range(TIMES):
            window = MainWindow(settings)
            window.show()
            application.processEvents()
            desks: list[Desk] = []

            def unlocked(window: MainWindow = window, desks: list[Desk] = desks) -> None:
                opened = vault.open()
                desk = Desk(window, opened, content, a_clock(), AtOnce(), theme=theme)
                desks.append(desk)
                desk.go("patients")
                application.processEvents()

            found.append(milliseconds(unlocked))
            desks[0].close()
            desks[0].opened.vault.close()
            window.close()
            window.deleteLater()
            application.processEvents()
    note = f"first time in the process {found[0]:.0f} ms"
    return Result(
        "passphrase accepted to the list of 10,000", statistics.median(found), None, goal=150, note=note
    )
