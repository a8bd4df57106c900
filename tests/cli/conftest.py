"""The command line run in this process, with what it printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from physioplan.cli import main

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "vignettes" / "cases"
TEMPLATE = ROOT / "assets" / "examples" / "case_template.toml"


@dataclass(frozen=True, slots=True)
class Ran:
    """Exit code, what was printed, and what was complained about."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``physioplan`` with these words; crash reports go nowhere near the user's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def runner(*words: object) -> Ran:
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return runner


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_text("four ordinary words here\n", encoding="utf-8")
    return file
