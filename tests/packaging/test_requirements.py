"""The pinned requirements are complete, agree with one another, and name no place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;]+)")


def _entries(kind: str) -> dict[str, list[str]]:
    """Return each pinned package with its own lines."""
    entries: dict[str, list[str]] = {}
    for line in (ROOT / "packaging" / "requirements" / f"{kind}.txt").read_text("utf-8").splitlines():
        if pin := PIN.match(line):
            entries[pin["name"]] = [line]
        elif line and not line.startswith("#"):
            list(entries.values())[-1].append(line)
    return entries


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("kind", ["run", "test"])
def test_every_pinned_package_is_checked_against_hashes_and_comes_from_no_named_place(kind: str) -> None:
    for name, lines in _entries(kind).items():
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in lines[1:]), name
        assert len(lines) >= 2, name


def test_tests_run_on_the_very_versions_the_program_runs_on() -> None:
    run, test = _entries("run"), _entries("test")
    assert {name: test.get(name) for name in run} == run


@pytest.mark.parametrize("kind", ["run", "test"])
def test_everything_the_project_names_is_pinned(kind: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"]]
    if kind == "test":
        named += project["dependency-groups"]["dev"]
    wanted = {_normal(re.split(r"[<>=~!\[ ]", requirement)[0]) for requirement in named}
    assert wanted - _entries(kind).keys() == set()
