"""Bad input ends with 2 and a sentence, our own fault with 1 and a report; nothing is written either way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, ROOT, TEMPLATE, Run


def changed(folder: Path, old: str, new: str, base: Path = TEMPLATE) -> Path:
    """A copy of a case with one line different."""
    text = base.read_text(encoding="utf-8")
    assert old in text
    case = folder / "case.toml"
    case.write_text(text.replace(old, new, 1), encoding="utf-8")
    return case


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("worst = 8", "worst = 3", "measures.nrs.worst"),
        ('"wrist_shoulder"', '"wrist"', "safety.precautions[1]"),
        ("total = 11", "total = 25", "measures.rmdq.total"),
        ("birth_date = 1981-06-14", "birth_date = 2081-06-14", "patient.birth_date"),
        ("onset = 2024-09-02", "", "episode.onset"),
        ('waiters_bow = "fail"', 'waiter_bow = "fail"', "movement.tests.waiter_bow"),
        ("birth_date = 1981-06-14", "birth_date = 1981-06-31", "line 22"),
    ],
)
def test_a_fault_is_told_by_its_place(run: Run, tmp_path: Path, old: str, new: str, key: str) -> None:
    case = changed(tmp_path, old, new)
    for words in (("recommend", case), ("plan", case, "--out", tmp_path / "plan.pdf")):
        ran = run(*words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(key), ran.err
    assert not (tmp_path / "plan.pdf").exists()


def test_all_faults_are_told_together(run: Run, tmp_path: Path) -> None:
    case = changed(tmp_path, "worst = 8", "worst = 3\nleast = 0")
    case = changed(tmp_path, "days_a_week = 5", "days_a_week = 9", base=case)
    ran = run("recommend", case)
    assert ran.err.startswith(f"3 things need mending in {case}:")
    assert {line.strip().split(":")[0] for line in ran.err.splitlines()[1:]} == {
        "measures.nrs.worst",
        "measures.nrs.least",
        "preferences.days_a_week",
    }


def test_a_departure_without_a_reason_is_asked_for_one(run: Run, tmp_path: Path) -> None:
    case = changed(
        tmp_path, 'reason = "patient_preference"\n', "", base=CASES / "coping_declined_cleared_flag.toml"
    )
    ran = run("plan", case, "--out", tmp_path / "plan.pdf")
    assert (ran.code, ran.err.split(":")[0]) == (2, "choices.cbt.reason")


def test_a_plan_needs_the_whole_safety_screen(run: Run, tmp_path: Path) -> None:
    ran = run("plan", changed(tmp_path, 'asked = "all"', 'asked = ["nerve"]'), "--out", tmp_path / "plan.pdf")
    assert ran.code == 2
    assert "safety.asked: A plan needs the whole safety screen" in ran.err


def test_a_plan_into_a_missing_folder_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("plan", TEMPLATE, "--out", tmp_path / "no" / "plan.pdf")
    assert ran.code == 2 and "There is no folder" in ran.err


def test_a_plan_in_place_of_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("plan", TEMPLATE, "--out", tmp_path)
    assert ran.code == 2 and "is a folder" in ran.err


def test_a_language_nobody_has_written_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("plan", TEMPLATE, "--out", tmp_path / "plan.pdf", "--language", "xx")
    assert ran.code == 2 and "cannot be printed in “xx”" in ran.err


def test_a_name_without_letters_in_the_fonts_is_told(run: Run, tmp_path: Path) -> None:
    case = changed(tmp_path, 'family_name = "Anna"', 'family_name = "例"')
    ran = run("plan", case, "--out", tmp_path / "plan.pdf")
    assert ran.code == 2 and "cannot be printed" in ran.err
    assert not (tmp_path / "plan.pdf").exists()


def test_a_fault_of_ours_leaves_a_report_without_the_patient(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Demo Anna was born 1981-06-14")

    monkeypatch.setattr("physioplan.services.case_answer.ask", broken)
    ran = run("recommend", TEMPLATE)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1 and "Anna" not in ran.err
    (report,) = (tmp_path / "data").rglob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text and "Anna" not in text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("words", [("recommend", str(TEMPLATE)), ("case-template",)])
def test_an_answer_that_finds_the_disk_full_is_told(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        code = f"import sys; from physioplan.cli import main; sys.exit(main({list(words)!r}))"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "The disk is full" in done.stderr


def test_a_reader_who_stops_reading_is_no_fault() -> None:
    code = f"import sys; from physioplan.cli import main; sys.exit(main(['recommend', {str(TEMPLATE)!r}]))"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_language_is_two_letters_and_no_path(run: Run, tmp_path: Path) -> None:
    ran = run("plan", TEMPLATE, "--out", tmp_path / "plan.pdf", "--language", "../cbt/sleep")
    assert ran.code == 2 and "two small letters" in ran.err


def test_thoughts_of_self_harm_are_answered_the_same_day(run: Run, tmp_path: Path) -> None:
    more = '[measures.phq_9]\nitems = { "1" = 1, "2" = 1, "9" = 1 }\n\n[movement]\n'
    ran = run("recommend", changed(tmp_path, "[movement]\n", more))
    assert ran.code == 0
    assert "(same day)" in ran.out and "Not on a screen the patient sees" in ran.out.replace("\n    ", " ")
