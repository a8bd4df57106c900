"""Whatever is done to a case file, the answer is 0 or 2 with named faults, and never a traceback.

A campaign: ``PHYSIOPLAN_MUTATIONS=10000 pytest tests/cli/test_mutated_cases.py``.
"""

from __future__ import annotations

import os
import tomllib
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.load import load_content
from physioplan.evidence.recommendation import Recommendation
from physioplan.exchange.case_fault import CaseFaults
from physioplan.exchange.case_reading import check_tables, read_case
from physioplan.exchange.case_source import decode_case
from physioplan.services.case_answer import ask, names_of
from physioplan.services.case_plan import programme_of
from tests.cli.conftest import TEMPLATE

TODAY = date(2025, 6, 2)
WHOLE = TEMPLATE.read_bytes()
TABLES = tomllib.loads(WHOLE.decode())
ODD = st.one_of(
    st.none().map(lambda _: {}),
    st.booleans(),
    st.integers(),
    st.integers(-12, 120),
    st.floats(),
    st.text(max_size=30),
    st.dates(),
    st.datetimes(),
    st.lists(st.one_of(st.integers(), st.text(max_size=5)), max_size=3),
    st.dictionaries(st.text(max_size=8), st.integers(), max_size=3),
    st.sampled_from(
        ["all", "present", "mat", "flexion", 10**400, -0.0, float("nan"), "\x00", "a" * 5000, ["all"]]
    ),
)


@cache
def content() -> ClinicalContent:
    return load_content()


def places(tables: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in nested tables and lists."""
    inner = (
        tables.items() if isinstance(tables, dict) else enumerate(tables) if isinstance(tables, list) else ()
    )
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


def with_value(tables: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy with ``value`` at ``path``."""
    if not path:
        return value
    copy = dict(tables) if isinstance(tables, dict) else list(tables)
    copy[path[0]] = with_value(tables[path[0]], path[1:], value)
    return copy


def answered(read: Any) -> None:
    """Read, ask and plan; every refusal names at least one fault."""
    try:
        asked = ask(read(), content())
        if isinstance(asked.answer, Recommendation):
            programme_of(asked, asked.answer, content())
    except CaseFaults as refused:
        assert refused.faults
        assert all(fault.sentence and "\n" not in str(fault) for fault in refused.faults)


EXAMPLES = int(os.environ.get("PHYSIOPLAN_MUTATIONS", "60"))  # 10000 for a campaign
COMMON = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@COMMON
@given(st.data())
def test_any_value_in_any_place_is_answered_or_named(data: st.DataObject) -> None:
    tables: Any = TABLES
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([place for place in places(tables) if place]))
        tables = with_value(tables, path, data.draw(ODD))
    answered(lambda: check_tables(tables, names_of(content()), TODAY))


@COMMON
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_any_changed_bytes_are_answered_or_named(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(WHOLE)
    for place, byte in changes:
        raw[place] = byte
    answered(lambda: read_case(decode_case(bytes(raw)), names_of(content()), TODAY))


@COMMON
@given(st.integers(0, len(WHOLE)), st.integers(0, 300), st.binary(max_size=20))
def test_any_cut_and_paste_is_answered_or_named(place: int, length: int, pasted: bytes) -> None:
    raw = WHOLE[:place] + pasted + WHOLE[place + length :]
    answered(lambda: read_case(decode_case(raw), names_of(content()), TODAY))
