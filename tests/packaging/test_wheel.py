"""The built wheel works away from the checkout: it carries the content and the changes of the tables."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT_FROM = ("physioplan", "assets", "pyproject.toml", "setup.py", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy, as building leaves traces, and lay it out as an installation does."""
    copy, wheels, site = (tmp_path_factory.mktemp(name) for name in ("copy", "wheels", "site"))
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w")
    built = subprocess.run([*pip, wheels, copy], capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = wheels.glob("physioplan-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def test_the_installed_program_finds_its_own_content(installed: Path, tmp_path: Path) -> None:
    asking = "from physioplan.content.locate import assets_folder; print(assets_folder())"
    ran = subprocess.run(
        [sys.executable, "-c", asking],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(ran.stdout.strip()) == (installed / "physioplan" / "assets").resolve()


def test_the_wheel_carries_every_asset(installed: Path) -> None:
    assert _files(ROOT / "assets") - _files(installed / "physioplan" / "assets") == set()


def test_the_wheel_carries_every_module_and_every_change_of_the_tables(installed: Path) -> None:
    assert _files(ROOT / "physioplan", "*.py") - _files(installed / "physioplan") == set()


def _files(folder: Path, pattern: str = "*") -> set[str]:
    found = (path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}
