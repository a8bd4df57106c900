"""The house stands: floors hold, slow wings wait, and nothing in the repository belongs to one machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter import cli as import_linter

ROOT = Path(__file__).resolve().parents[1]

WAITS_UNTIL_UNLOCK = ("pydantic", "sqlalchemy", "sqlmodel", "reportlab", "alembic")

WORDS_OF_A_MACHINE = re.compile(
    r"https?://[^\s\"')>]*/(?:simple|packages)/"  # package registries
    r"|\b(?:files\.pythonhosted|pypi|registry\.npmjs|registry\.yarnpkg|test\.pypi)\.(?:org|com)\b"
    r"|index[-]url|find[-]links|trusted[-]host"
    r"|(?<![\w.])/(?:home|Users|root|work|opt)/\w"  # somebody's folders
    r"|(?<![\w.])/tmp/\w"
    r"|[A-Z]:\\\\?Users\\",
    re.IGNORECASE,
)
WORDS_OF_A_WORKSHOP = re.compile(
    r"\b(?:decisions|evidence|house|tech|field|anchors|DESIGN|CONVENTIONS)\.md\b"  # notes that stayed outside
    r"|\bissue #?\d"
    r"|\.\./shared\b",
    re.IGNORECASE,
)
MAY_SPEAK_OF_THEM = {
    "tests/test_architecture.py",
    "packaging/fresh_machine/screen.py",  # the folder of X sockets is the same everywhere
}


def test_every_floor_leans_only_on_the_floors_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # where pyproject.toml names the contracts
    assert import_linter.lint_imports(no_cache=True) == import_linter.EXIT_STATUS_SUCCESS


def test_every_folder_of_code_is_a_package_the_wheel_carries() -> None:
    folders = {path.parent for path in (ROOT / "physioplan").rglob("*.py") if path.parent.name != "versions"}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_the_command_line_loads_no_qt() -> None:
    assert _loaded_after("import physioplan.cli", ("PySide6", "shiboken6")) == ""


def test_the_unlock_page_shows_before_the_slow_wings_are_loaded() -> None:
    showing = "import physioplan.app; physioplan.app.start(['physioplan'], until_unlock_shown=True)"
    assert _loaded_after(showing, WAITS_UNTIL_UNLOCK) == ""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_gives_back_every_reference_to_none() -> None:
    counting = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application, label = QApplication([]), QLabel()
before = sys.getrefcount(None)
for _ in range(1000):
    label.setText("a")
    label.update()
    label.parent()
print(before - sys.getrefcount(None))
"""
    lost = int(_printed_by(counting))
    assert lost < 100, f"PySide6 lost {lost} references to None in 3000 calls: the window would end by itself"


def test_no_tracked_file_names_a_machine_a_registry_or_notes_kept_elsewhere() -> None:
    found = []
    for name in _tracked_files():
        if name in MAY_SPEAK_OF_THEM:
            continue
        try:
            text = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a font or a picture; or removed but not yet committed
        for number, line in enumerate(text.splitlines(), 1):
            if WORDS_OF_A_MACHINE.search(line) or WORDS_OF_A_WORKSHOP.search(line):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    assert found == []


def test_no_tracked_file_is_a_record_or_a_print() -> None:
    suffixes = (".db", ".db-wal", ".db-shm", ".sqlite", ".pdf.tmp", ".log")
    assert [
        name for name in _tracked_files() if name.endswith(suffixes) and "tests/vaults/" not in name
    ] == []


def _tracked_files() -> list[str]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listing.returncode:
        pytest.skip("this copy is not a git checkout")
    return [name for name in listing.stdout.split("\0") if name]


def _loaded_after(code: str, packages: tuple[str, ...]) -> str:
    """Run the code in a fresh Python and return the packages among these that it loaded, in words."""
    asking = f"\nimport sys; print('loaded:', *[name for name in {packages!r} if name in sys.modules])"
    return _printed_by(code + asking).split("loaded:")[-1].strip()


def _printed_by(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
