"""A domain value as one JSON text with a format version, and back.

Sets are written in order, so equal is equal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from physioplan.domain.value import Value

FORMAT = 1

AnyValue = TypeVar("AnyValue", bound=Value)

# An older shape is made young by one small function per step: {1: from_1_to_2, …}.
RENEWALS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def to_json(value: Value, *, but: frozenset[str] = frozenset()) -> str:
    """The value without the fields in `but`, which have columns or tables of their own."""
    data = value.model_dump(exclude=set(but) or None)
    return json.dumps({"format": FORMAT, **data}, default=_plain, ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[AnyValue], text: str, **columns: object) -> AnyValue:
    """The value, validated again, with the fields that come from columns."""
    data = json.loads(text)
    found = data.pop("format")
    while found < FORMAT:
        data, found = RENEWALS[found](data), found + 1
    # A deferred model takes JSON words (dates, enumerations) in either form.
    return kind.model_validate({**data, **columns})


def _plain(value: object) -> object:
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, date):  # also a datetime
        return value.isoformat()
    raise TypeError(f"no stored form for {type(value).__name__}")
