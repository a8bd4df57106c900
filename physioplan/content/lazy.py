"""A mapping whose values are made when they are first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class LazyMapping(Mapping[str, V], Generic[V]):
    """``make`` turns a table into a value; it has been seen to succeed for every table given here."""

    def __init__(self, tables: Mapping[str, Any], make: Callable[[Any], V]) -> None:
        self._tables = tables
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        if name not in self._made:
            self._made[name] = self._make(self._tables[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)
