"""A copy of the shipped content that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from physioplan.content.reading import FOLDERS

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """All content files in a folder of their own."""
    for name in FOLDERS:
        shutil.copytree(ASSETS / name, tmp_path / "assets" / name)
    return tmp_path / "assets"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty folder for the compiled content."""
    return tmp_path / "cache"
