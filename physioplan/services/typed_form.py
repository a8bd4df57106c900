"""What was typed into a form, as raw words by key, and how single fields are read from it.

A form keeps words, not values, because a half-typed date must survive a lock and come back as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

Raw = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One field that cannot be read, with a sentence that names the thing and the mend."""

    key: str
    sentence: str


@dataclass(slots=True)
class FormReader:
    """Reads typed values from raw words and gathers every fault instead of stopping at the first."""

    raw: Raw
    faults: list[FieldFault] = field(default_factory=list)

    def text(self, key: str) -> str:
        """The words under ``key`` without outer spaces; empty when nothing was typed."""
        return self.raw.get(key, "").strip()

    def is_on(self, key: str) -> bool:
        """True when a box under ``key`` is ticked."""
        return self.text(key) == "1"

    def ticked(self, prefix: str) -> frozenset[str]:
        """The last parts of all ticked keys under ``prefix.``."""
        return frozenset(name for name in self.names(prefix) if self.is_on(f"{prefix}.{name}"))

    def names(self, prefix: str) -> Iterator[str]:
        """The distinct next parts of the keys under ``prefix.``, in the order typed."""
        start = prefix + "."
        return iter(
            dict.fromkeys(key[len(start) :].split(".")[0] for key in self.raw if key.startswith(start))
        )

    def whole_number(self, key: str, name: str, low: int, high: int) -> int | None:
        """A whole number from ``low`` to ``high``, or ``None`` with a fault when it is something else."""
        words = self.text(key)
        if not words:
            return None
        try:
            number = int(words)
        except ValueError:
            self.faults.append(
                FieldFault(key, f"{name}: “{words}” is not a whole number. Type {low} to {high}.")
            )
            return None
        if not low <= number <= high:
            self.faults.append(
                FieldFault(key, f"{name}: {number} is outside {low} to {high}. Check the number.")
            )
            return None
        return number

    def day(self, key: str, name: str, *, not_after: date | None = None) -> date | None:
        """A date written 2026-01-13, 13.1.2026 or 13/1/2026, or ``None`` with a fault."""
        words = self.text(key)
        if not words:
            return None
        found = read_day(words)
        if found is None:
            self.faults.append(FieldFault(key, f"{name}: “{words}” is not a date. Write it like 13.1.2026."))
        elif not_after is not None and found > not_after:
            self.faults.append(FieldFault(key, f"{name}: {words} lies in the future. Check the year."))
            return None
        return found


def read_day(words: str) -> date | None:
    """The date that ``words`` writes (year first, or day first), or ``None``."""
    parts = words.replace("/", ".").replace("-", ".").replace(" ", ".").split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    first, month, last = (int(part) for part in parts)
    year, day = (first, last) if len(parts[0]) == 4 else (last, first)
    if not 1890 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
