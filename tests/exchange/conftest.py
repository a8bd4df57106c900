"""A valid case file and the names it may use: the shipped measures and a short hand-made list."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from physioplan.exchange.case_fault import CaseFaults
from physioplan.exchange.case_file import CaseFile
from physioplan.exchange.case_names import CaseNames
from physioplan.exchange.case_reading import read_case
from physioplan.measures.measure import Measure

ASSETS = Path(__file__).parents[2] / "assets"
TODAY = date(2025, 6, 2)

SMALL_CASE = """
format = 1
plan_date = 2025-03-10

[patient]
given_name = "Demo"
family_name = "Anna"
birth_date = 1981-06-14

[episode]
onset = 2024-09-02
baseline_date = 2025-03-10
"""


@pytest.fixture(scope="session")
def names() -> CaseNames:
    measures = {
        path.stem: Measure.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted((ASSETS / "measures").glob("*.toml"))
    }
    return CaseNames(
        measures=measures,
        groups=frozenset({"nerve", "fracture", "cancer"}),
        flags={"saddle_numbness": "nerve", "past_cancer": "cancer", "inflammatory_onset": "cancer"},
        spa_signs=frozenset({"buttock_pain"}),
        precautions=frozenset({"wrist_shoulder", "osteoporosis"}),
        contraindications=frozenset({"unstable_heart"}),
        tests=frozenset(
            (
                "waiters_bow",
                "dorsal_pelvic_tilt",
                "one_leg_stance",
                "sitting_knee_extension",
                "quadruped_rocking",
                "prone_knee_bend",
            )
        ),
        equipment=frozenset({"mat", "chair", "wall", "shoes"}),
        exercises=frozenset({"comfortable_walk", "bird_dog"}),
        categories=frozenset({"aerobic", "strength"}),
        components=frozenset({"individualized_exercise", "motor_control", "cbt", "pacing"}),
        opens_signs=frozenset({"inflammatory_onset"}),
    )


@pytest.fixture
def read(names: CaseNames) -> Callable[..., CaseFile]:
    """Read the small case with more text, and with some of its words replaced."""

    def reader(more: str = "", **replaced: str) -> CaseFile:
        text = SMALL_CASE
        for old, new in replaced.items():
            line = next(line for line in text.splitlines() if line.startswith(old + " ="))
            text = text.replace(line, new)
        return read_case(text + more, names, TODAY)

    return reader


@pytest.fixture
def faults(read: Callable[..., CaseFile]) -> Callable[..., dict[str, str]]:
    """The faults of such a case by key path."""

    def finder(more: str = "", **replaced: str) -> dict[str, str]:
        with pytest.raises(CaseFaults) as raised:
            read(more, **replaced)
        return {fault.key: fault.sentence for fault in raised.value.faults}

    return finder
