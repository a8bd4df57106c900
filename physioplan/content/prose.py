"""Every sentence of the content files, looked through for claims that may never be made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from physioplan.content.fault import Fault, Weight
from physioplan.content.reading import Tables
from physioplan.evidence.sentence import ForbiddenPhrase

# These files hold the forbidden claims themselves, and the press numbers with what they are not.
_QUOTING = frozenset({"evidence/sentences.toml"})


def forbidden_claims(tables: Tables, phrases: tuple[ForbiddenPhrase, ...]) -> Iterator[Fault]:
    """A fault for each sentence of each file that makes a forbidden claim."""
    for file, table in tables.items():
        if file in _QUOTING:
            continue
        for key, text in sentences_in(table):
            for phrase in phrases:
                if phrase.is_in(text):
                    sentence = f"This may not be claimed: {phrase.why}"
                    yield Fault(file=file, key=key, sentence=sentence, weight=Weight.FLAW)


def sentences_in(table: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a table with its place."""
    if isinstance(table, str):
        yield key, table
    elif isinstance(table, dict):
        for name, value in table.items():
            yield from sentences_in(value, f"{key}.{name}" if key else name)
    elif isinstance(table, list):
        for number, value in enumerate(table, 1):
            yield from sentences_in(value, f"{key}[{number}]")
