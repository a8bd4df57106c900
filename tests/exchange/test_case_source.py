"""Files that cannot be case files are refused in one sentence, before they do harm."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from physioplan.exchange.case_fault import CaseFault, CaseFaults
from physioplan.exchange.case_source import LARGEST, parse_case, read_case_text


def the_fault(call: Callable[[], object]) -> CaseFault:
    with pytest.raises(CaseFaults) as raised:
        call()
    (fault,) = raised.value.faults
    return fault


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "There is no file" in str(the_fault(lambda: read_case_text(tmp_path / "gone.toml")))


def test_a_folder_is_not_a_case(tmp_path: Path) -> None:
    assert "is a folder" in str(the_fault(lambda: read_case_text(tmp_path)))


def test_an_empty_file_points_to_the_template(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b" \n")
    assert "The file is empty" in str(the_fault(lambda: read_case_text(path)))


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert "100.0 MB" in str(the_fault(lambda: read_case_text(path)))
    assert LARGEST == 1_000_000


def test_a_file_that_is_not_utf_8_names_byte_and_line(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes('format = 1\nname = "Müller"\n'.encode("latin-1"))
    fault = the_fault(lambda: read_case_text(path))
    assert fault.line == 2
    assert "Byte 21" in fault.sentence and "FC" in fault.sentence


def test_a_file_in_utf_16_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("format = 1", encoding="utf-16")
    assert "UTF-16" in str(the_fault(lambda: read_case_text(path)))


def test_a_byte_order_mark_of_utf_8_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("format = 1", encoding="utf-8-sig")
    assert parse_case(read_case_text(path)) == {"format": 1}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_nobody_may_read_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("format = 1", encoding="utf-8")
    path.chmod(0)
    assert "cannot be read: permission denied" in str(the_fault(lambda: read_case_text(path)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in str(the_fault(lambda: read_case_text(tmp_path / "pipe")))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = 1\nb = 2025-02-31", 2, "2025-02-31 is not a day of the calendar"),
        ("a = 1\nb = 12.3.2020\n", 2, "Write dates as year-month-day"),
        ("a = hello\n", 1, "Put words in quotes"),
        ("a = 3,5\n", 1, "Write decimals with a point"),
        ('a = "x\n', 1, "cannot be read"),
        ("a = 1\n\na = [1,", 3, "Is a quote or bracket open?"),
        ("a = 1\na = 2", 2, "stands in the file twice"),
        ("[a]\n[a]\n", 2, "[a] twice"),
        ("\x00", 1, "cannot be read"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int, says: str) -> None:
    fault = the_fault(lambda: parse_case(text))
    assert (fault.line, says in fault.sentence) == (line, True), fault


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "# notes alone"])
def test_monsters_are_refused_in_one_sentence(text: str) -> None:
    assert the_fault(lambda: parse_case(text)).sentence
