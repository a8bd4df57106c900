"""What is wrong with a case file: every fault by key path, and the error that carries all of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseFault:
    """``key`` is the path as one would write it (``measures.odi.total``, ``goals[1].words`` counted from 1).

    It is empty for faults of the whole file. ``line`` is given where the parser knows it: for what is not
    TOML at all, or not UTF-8.
    """

    key: str
    sentence: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else self.key
        return f"{place}: {self.sentence}" if place else self.sentence


class CaseFaults(Exception):
    """The case file cannot be used. ``faults`` is never empty."""

    def __init__(self, faults: tuple[CaseFault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
