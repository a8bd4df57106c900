"""On a fresh machine a person is told, in a sentence, what is missing and which command mends it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
READ_BY_OLD_PYTHONS = ("bootstrap.py", "fresh_machine/__init__.py", "fresh_machine/interpreter.py")


@pytest.fixture(autouse=True)
def fresh_machine_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))


@pytest.mark.parametrize("name", READ_BY_OLD_PYTHONS)
def test_a_python_of_2018_reads_far_enough_to_say_that_it_is_too_old(name: str) -> None:
    ast.parse((PACKAGING / name).read_text("utf-8"), feature_version=(3, 7))


def test_a_python_that_is_too_old_and_alone_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from fresh_machine import interpreter

    monkeypatch.setattr(interpreter.sys, "version_info", (3, 9, 2))
    monkeypatch.setenv(interpreter.AGAIN, "1")
    assert not interpreter.suits()
    assert interpreter.start_again_with_a_suitable_one("bootstrap.py", ["run"]) == 1
    assert "needs Python 3.11, 3.12, 3.13 or 3.14; this is 3.9" in capsys.readouterr().err


def test_the_pythons_served_are_those_the_project_names() -> None:
    from fresh_machine import interpreter

    (oldest, untried) = (".".join(map(str, pair)) for pair in (interpreter.OLDEST, interpreter.FIRST_UNTRIED))
    assert f'requires-python = ">={oldest},<{untried}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_without_a_command_the_two_commands_are_told() -> None:
    said = subprocess.run([sys.executable, PACKAGING / "bootstrap.py"], capture_output=True, text=True)
    assert said.returncode == 2
    assert "bootstrap.py run" in said.stdout
    assert "bootstrap.py test" in said.stdout


def test_a_second_run_at_once_waits_for_the_first(tmp_path: Path) -> None:
    from fresh_machine.one_at_a_time import _take, one_at_a_time

    lock = tmp_path / "lock"
    with one_at_a_time(lock), lock.open("a+b") as second:
        assert not _take(second)
    with lock.open("a+b") as second:
        assert _take(second)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries or screens")
def test_a_missing_library_is_told_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from fresh_machine import apt, system_libraries
    from fresh_machine.problem import Problem

    monkeypatch.setattr(system_libraries, "WITHOUT_A_SCREEN", {"libnosuchthing.so.9": "libnosuchthing9"})
    monkeypatch.setattr(apt, "allowed", lambda: False)
    monkeypatch.setattr(apt, "present", lambda: True)
    with pytest.raises(Problem, match="sudo apt-get install libnosuchthing9"):
        system_libraries.ensure(x11=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries or screens")
def test_a_screen_that_nobody_answers_for_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    from fresh_machine import screen

    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":9876")
    assert not screen.available()


def test_an_environment_is_kept_only_while_the_pins_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fresh_machine import environment

    (tmp_path / "run.txt").write_text("one==1\n", "utf-8")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    assert not environment._ready("run")
    environment.note("run").write_text(environment._wanted("run"), "utf-8")
    assert environment._ready("run")
    (tmp_path / "run.txt").write_text("one==2\n", "utf-8")
    assert not environment._ready("run")
