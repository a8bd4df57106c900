"""The shipped measures, read once for all tests of this floor."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from physioplan.measures.measure import Measure

FOLDER = Path(__file__).parents[2] / "assets" / "measures"
SHIPPED = {
    path.stem: Measure.model_validate(tomllib.loads(path.read_text("utf-8")))
    for path in FOLDER.glob("*.toml")
}


@pytest.fixture(scope="session")
def measure() -> Callable[[str], Measure]:
    """A shipped measure by its id."""
    return SHIPPED.__getitem__


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``each_measure`` runs once for every shipped measure."""
    if "each_measure" in metafunc.fixturenames:
        metafunc.parametrize("each_measure", SHIPPED.values(), ids=SHIPPED.keys())
