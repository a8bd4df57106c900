"""The two things a newcomer asks for: open the program, and run all tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from fresh_machine import environment, screen, system_libraries
from fresh_machine.problem import Problem

CASE, PLAN = "example-case.toml", "coaching-plan.pdf"


def run(words: list[str]) -> int:
    """Open the window; with words, be the command line; without a screen, write the example's plan."""
    python = environment.ensure("run")
    if words:
        return _call(python, "-m", "physioplan", *words)
    if not screen.available():
        return _example_plan(python)
    system_libraries.ensure(x11=screen.x11())
    return _call(python, "-m", "physioplan")


def test(words: list[str]) -> int:
    """Run style, types, floors and tests; pytest's closing line is the last one printed."""
    python = environment.ensure("test")
    system_libraries.ensure(x11=False)
    _offer_pdf_checkers_once()
    # By their files, as the tools have no common way to be started as modules.
    tools = python.parent
    checks = {
        "style (ruff check)": (tools / "ruff", "check", "--output-format", "concise", "."),
        "layout of the code (ruff format)": (
            tools / "ruff",
            "format",
            "--check",
            "--output-format",
            "concise",
            ".",
        ),
        "types (mypy)": (tools / "mypy", "--strict", "physioplan"),
        "floors (lint-imports)": (tools / "lint-imports",),
    }
    failed = []
    for name, line in checks.items():
        print(f"Checking {name} ...", flush=True)
        if _call(*line, directory=environment.CHECKOUT):
            failed.append(name)
    for name in failed:
        print(f"NOT IN ORDER: {name}; see above.", flush=True)
    result = _call(python, "-m", "pytest", *_workers(words), *words, directory=environment.CHECKOUT)
    return result or (1 if failed else 0)


def _workers(words: list[str]) -> tuple[str, ...]:
    """Return pytest's words for several processes, unless the person chose."""
    chosen = any(word.startswith(("-n", "--numprocesses", "-p", "--pdb", "-s")) for word in words)
    several = (os.cpu_count() or 1) > 1
    return ("-n", "auto", "--maxprocesses", "4") if several and not chosen else ()


def _offer_pdf_checkers_once() -> None:
    tried = environment.note("pdf-checkers")
    if not tried.exists():
        system_libraries.offer_pdf_checkers()
        tried.write_text("tried\n", "utf-8")


def _example_plan(python: Path) -> int:
    """Do the main job without a screen: a case, what is suggested for it, and the plan as a PDF."""
    print("No screen here, so no window: doing the main job on the command line instead.\n", flush=True)
    case = Path.cwd() / CASE
    try:
        if not case.exists():
            template = subprocess.run(
                [python, "-m", "physioplan", "case-template"],
                stdout=subprocess.PIPE,
                env=environment.child_environment(PYTHONUTF8="1"),
            )
            if template.returncode:
                return template.returncode
            case.write_bytes(template.stdout)
    except OSError as error:
        raise Problem(f"{case} cannot be written ({error.strerror}). Go to a folder of your own.") from error
    for words in (("recommend", CASE), ("plan", CASE, "--out", PLAN)):
        code = _call(python, "-m", "physioplan", *words)
        if code:
            return code
    print(
        f"\nThe case:           {case}  (change it, and give the same command again)"
        f"\nThe coaching plan:  {Path.cwd() / PLAN}"
        "\nThe window:         give the same command on a machine with a screen;"
        "\n                    here, with the package xvfb: xvfb-run python3 packaging/bootstrap.py run",
        flush=True,
    )
    return 0


def _call(*line: str | Path, directory: Path | None = None) -> int:
    """Run a command in the person's folder, or the given one, and return its exit code."""
    more = {"PYTHONUTF8": "1"}
    if directory:
        more["QT_QPA_PLATFORM"] = "offscreen"  # checks and tests never need a screen
    sys.stdout.flush()
    return subprocess.run(line, cwd=directory, env=environment.child_environment(**more)).returncode
