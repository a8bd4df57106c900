"""One fault of one content file, and the error that carries all of them at once."""

from __future__ import annotations

from enum import StrEnum

from physioplan.domain.value import Value


class Weight(StrEnum):
    """Whether the program can start with it."""

    FAULT = "fault"  # the program does not start until it is mended
    FLAW = "flaw"  # wrong and to be mended, but nothing breaks on it
    NOTE = "note"  # worth knowing: a value nobody has verified yet


class Fault(Value):
    """``file`` below the assets folder, ``key`` inside it (empty = whole file), and one plain sentence."""

    file: str
    key: str
    sentence: str
    weight: Weight = Weight.FAULT

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        return f"{place}: {self.sentence}"


class ContentFaults(Exception):
    """The content cannot be used. ``faults`` holds every fault of every file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        listed = "\n".join(str(fault) for fault in faults)
        super().__init__(f"{len(faults)} faults in the content files:\n{listed}")
