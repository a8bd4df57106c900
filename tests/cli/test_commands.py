"""What each command prints, and with which exit code it ends."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, ROOT, TEMPLATE, Run

VIGNETTES = sorted(path.stem for path in CASES.glob("*.toml"))


def test_the_command_line_imports_no_window(tmp_path: Path) -> None:
    code = (
        "import sys, physioplan.cli as door\n"
        f"assert door.main(['recommend', {str(TEMPLATE)!r}]) == 0\n"
        f"assert door.main(['plan', {str(TEMPLATE)!r}, '--out', {str(tmp_path / 'plan.pdf')!r}]) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_importing_the_command_line_imports_next_to_nothing() -> None:
    heavy = {"PySide6", "pydantic", "reportlab", "sqlalchemy"}
    code = f"import sys, physioplan.cli\nassert not {heavy!r} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_help_and_version_say_what_the_program_is(run: Run) -> None:
    assert "decision aid for qualified clinicians" in run("--help").out
    assert run("--version").out.startswith("PhysioPlan ")
    assert run().code == 2


@pytest.mark.parametrize(
    "words", [("recommend",), ("plan", "x"), ("vault",), ("nope",), ("vault", "demo", "x", "--patients", "0")]
)
def test_words_that_cannot_be_read_end_with_2(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert "usage:" in ran.err


def test_a_passphrase_is_no_word_of_the_command_line(run: Run, tmp_path: Path) -> None:
    assert run("vault", "create", tmp_path / "v", "--passphrase", "secret words").code == 2


def test_the_printed_template_is_a_valid_case(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_text(run("case-template").out, encoding="utf-8")
    assert run("recommend", case).code == 0


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("case-schema").out)["title"] == "PhysioPlan case file, format 1"


@pytest.mark.parametrize("name", VIGNETTES)
def test_every_vignette_is_answered_in_80_columns(run: Run, name: str) -> None:
    ran = run("recommend", CASES / f"{name}.toml")
    assert (ran.code, ran.err) == (0, "")
    assert max(len(line) for line in ran.out.splitlines()) <= 80
    assert "does not diagnose" in ran.out.replace("\n  ", " ")


@pytest.mark.parametrize("name", VIGNETTES)
def test_the_answer_as_json_names_nobody(run: Run, name: str) -> None:
    ran = run("recommend", CASES / f"{name}.toml", "--json")
    told = json.loads(ran.out)
    assert told["answer"] in {"recommendation", "refer_on"}
    assert "family_name" not in ran.out and "birth_date" not in ran.out


def test_every_number_comes_with_comparator_time_certainty_and_source(run: Run) -> None:
    told = json.loads(run("recommend", TEMPLATE, "--json").out)
    rows = [effect for card in told["suggestions"] for effect in card["effects"]]
    numbers = [row for row in rows if row["smd"] is not None]
    assert {(row["smd"], row["ci_low"], row["ci_high"]) for row in numbers} >= {(-0.28, -0.42, -0.14)}
    for row in numbers:
        assert row["comparator"] != "not_stated" and row["time"] != "not_stated"
        assert row["certainty"] != "not_rated" and row["source"]["doi"]


def test_every_json_key_is_described(run: Run) -> None:
    readme = (ROOT / "physioplan" / "exchange" / "README.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`(\w+)`", readme))

    def keys(told: object) -> set[str]:
        if isinstance(told, list):
            return set().union(*map(keys, told))
        if not isinstance(told, dict):
            return set()
        of_content = {"findings", "results"}  # findings are named by the rules, results by each study
        return set(told).union(*(keys(value) for key, value in told.items() if key not in of_content))

    for name in VIGNETTES:
        told = json.loads(run("recommend", CASES / f"{name}.toml", "--json").out)
        assert keys(told) <= described, keys(told) - described


def test_a_sore_wrist_withholds_bird_dog(run: Run) -> None:
    told = json.loads(run("recommend", CASES / "sore_wrist_flexion_pattern.toml", "--json").out)
    assert "bird_dog" in {one["exercise"] for one in told["withheld"]}


def test_high_risk_and_fear_suggest_coping_skills(run: Run) -> None:
    told = json.loads(run("recommend", CASES / "afraid_and_off_work.toml", "--json").out)
    coping = next(card for card in told["suggestions"] if card["component"] == "cbt")
    assert (coping["offered"], coping["strength"]) == (True, "suggest")
    assert "return_to_work" in {part["component"] for part in coping["parts"] if part["suggested"]}


def test_a_short_history_gets_no_suggestion(run: Run) -> None:
    told = json.loads(run("recommend", CASES / "too_soon_for_the_evidence.toml", "--json").out)
    assert not told["scope"]["applies"] and told["scope"]["why_not"]
    assert told["suggestions"] == []


def test_to_refer_on_is_an_answer_and_writes_no_plan(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    ran = run("plan", CASES / "numb_between_the_legs.toml", "--out", out)
    assert ran.code == 0
    assert "EMERGENCY" in ran.out and "No plan was written" in ran.out
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("name", ["sore_wrist_flexion_pattern", "coping_declined_cleared_flag"])
def test_the_same_case_gives_the_same_plan_byte_by_byte(run: Run, tmp_path: Path, name: str) -> None:
    sums = set()
    for attempt in ("a.pdf", "b.pdf"):
        ran = run("plan", CASES / f"{name}.toml", "--out", tmp_path / attempt)
        assert ran.code == 0, ran.err
        sums.add(hashlib.sha256((tmp_path / attempt).read_bytes()).hexdigest())
    assert len(sums) == 1


def test_a_declined_component_is_kept_with_its_reason(run: Run, tmp_path: Path) -> None:
    ran = run("plan", CASES / "coping_declined_cleared_flag.toml", "--out", tmp_path / "plan.pdf")
    assert "left out, patient preference" in ran.out


@pytest.mark.parametrize(
    "words", [("--large-print",), ("--paper", "letter"), ("--ink", "black"), ("--initials-only",)]
)
def test_a_plan_is_printed_as_asked(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    out = tmp_path / "plan.pdf"
    assert run("plan", TEMPLATE, "--out", out, *words).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_content_files_hold_together(run: Run) -> None:
    assert run("content", "check").code == 0
