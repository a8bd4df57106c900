"""From a path to the TOML tables of a case file, refusing whatever cannot be one before it does harm."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from physioplan.exchange.case_fault import CaseFault, CaseFaults

LARGEST = 1_000_000  # bytes; a case file is some thousand
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_AT_LINE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_case_text(path: Path) -> str:
    """The text of the file at ``path``; its size is looked at before a byte is read. Raises CaseFaults."""
    try:
        if path.is_dir():
            raise _fault(f"“{path.name}” is a folder. Name a case file, for example {path.name}/case.toml.")
        if not path.exists():
            raise _fault(
                f"There is no file “{path}”. Check the name, or write one with: physioplan case-template"
            )
        if not path.is_file():
            raise _fault(f"“{path.name}” is not an ordinary file. Name a case file ending in .toml.")
        size = path.stat().st_size
        if size > LARGEST:
            raise _fault(
                f"The file has {size / 1e6:,.1f} MB; a case file has at most {LARGEST / 1e6:g} MB. "
                "Is it the right file?"
            )
        raw = path.read_bytes()
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "its name cannot be used"
        raise _fault(
            f"“{path.name}” cannot be read: {why.lower()}. Check its permissions and name."
        ) from None
    return decode_case(raw)


def decode_case(raw: bytes) -> str:
    """The bytes as text, a UTF-8 byte-order mark aside. Raises CaseFaults naming the byte and line."""
    if not raw.strip():
        raise _fault("The file is empty. Start from the template: physioplan case-template")
    if raw.startswith(_BYTE_ORDER_MARKS):
        raise _fault("The file is saved as UTF-16. Save it again with the encoding UTF-8.", line=1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        sentence = (
            f"Byte {problem.start + 1} of the file (hexadecimal {raw[problem.start]:02X}) is not UTF-8. "
            "Save the file again with the encoding UTF-8."
        )
        raise _fault(sentence, line=line) from None


def parse_case(text: str) -> dict[str, Any]:
    """The tables of a TOML text. The parser stops at the first thing it cannot read. Raises CaseFaults."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _syntax_fault(text, str(problem)) from None
    except RecursionError:
        raise _fault("Lists or tables are nested too deeply. A case file needs three levels.") from None
    except ValueError:  # a number of thousands of digits, which Python itself refuses
        raise _fault("A number has too many digits. Look for a very long number and shorten it.") from None
    if not tables:
        raise _fault("The file holds comments only. Start from the template: physioplan case-template")
    return tables


def _syntax_fault(text: str, message: str) -> CaseFaults:
    found = _AT_LINE.search(message)
    if found is None or found["line"] is None:
        line = text.count("\n") + (not text.endswith("\n"))
        what = message[: found.start()] if found else message
        if "verwrite" in what or "twice" in what:
            return _fault(f"{_plain(what)}.{_hint(what, '', 0)}", line=line)
        return _fault(
            f"The file ends in the middle of something ({_lower(what)}). Is a quote or bracket open?",
            line=line,
        )
    number, column = int(found["line"]), int(found["column"])
    lines = text.split("\n")
    here = lines[number - 1] if number <= len(lines) else ""
    what = message[: found.start()]
    if "date" in what.lower() and (day := _DATE.search(here)):
        return _fault(f"{day[0]} is not a day of the calendar. Write year-month-day.", line=number)
    shown = here.strip()
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    hint = _hint(what, here, column)
    return _fault(f"“{shown}” cannot be read at column {column}: {_lower(_plain(what))}.{hint}", line=number)


def _hint(what: str, here: str, column: int) -> str:
    _, equals, value = here.partition("=")
    value = value.split("#")[0].strip()
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", value):
        return " Write dates as year-month-day, for example 2026-03-02."
    if equals and what.startswith("Invalid value") and value[:1].isalpha():
        return ' Put words in quotes: key = "words". True and false are written small, without quotes.'
    if re.fullmatch(r"\d+,\d+", value):
        return " Write decimals with a point: 4.5."
    if "overwrite" in what.lower() or "twice" in what.lower():
        return " The same key or table stands in the file twice; keep one."
    if "Unterminated" in what or "newline" in what.lower():
        return " Is a closing quote missing?"
    return " Compare the line with the template: physioplan case-template"


def _plain(what: str) -> str:
    """A table's name as it is written, not as Python shows a tuple."""
    return re.sub(r"\('([^)]*)',?\)", lambda found: "[" + found[1].replace("', '", ".") + "]", what)


def _lower(what: str) -> str:
    return what[:1].lower() + what[1:]


def _fault(sentence: str, line: int | None = None) -> CaseFaults:
    return CaseFaults((CaseFault(key="", sentence=sentence, line=line),))
