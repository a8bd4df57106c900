"""The unlock page must be on screen before anything heavy is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SHOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.pages.{module}
from physioplan.gui.theme.theme import Theme
application = QApplication([])
theme = Theme(application, Path("assets"))
window = MainWindow()
window.show_front(page())
window.show()
application.processEvents()
names = {{"pydantic", "sqlalchemy", "sqlmodel", "reportlab", "alembic", "physioplan.domain"}}
heavy = names & set(sys.modules)
print(sorted(heavy))
"""

UNLOCK = """unlock.page import UnlockPage
from physioplan.gui.pages.unlock.presenter import UnlockPresenter
def page():
    return UnlockPage(UnlockPresenter(clinic="c", list_clinicians=lambda: (("a", "A"),), unlock=print,
                      recover=print, opened=print, background=AtOnce()))"""

FIRST_RUN = """first_run.page import FirstRunPage
from physioplan.gui.pages.first_run.presenter import FirstRunPresenter
def page():
    return FirstRunPage(FirstRunPresenter(place="p", create_vault=print, create_demonstration=print,
                        opened=print, background=AtOnce()))"""


def shown(module: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(module=module)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_showing_the_unlock_page_reads_nothing_heavy() -> None:
    assert shown(UNLOCK) == "[]"


def test_showing_the_first_run_page_reads_nothing_heavy() -> None:
    assert shown(FIRST_RUN) == "[]"
