"""Load the clinical content: fast from the compiled file, or checked whole from the files people edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from physioplan.content import compiled
from physioplan.content.locate import assets_folder
from physioplan.content.reading import fingerprint, read_tables

if TYPE_CHECKING:
    from physioplan.content.clinical_content import ClinicalContent


def load_content(folder: Path | None = None, cache: Path | None = None) -> ClinicalContent:
    """The content of ``folder`` (default: the program's own).

    Raises ContentFaults with every fault of every file; flaws, on which nothing breaks, are left to
    ``check_content``.

    Files that were checked before and have not changed since (name, size, time) are read from one compiled
    file in ``cache`` (default: the user's cache folder) and not checked against each other again.
    """
    folder = folder or assets_folder()
    cache = cache or compiled.cache_folder()
    mark = fingerprint(folder)
    packed = compiled.read_compiled(mark, cache)
    if packed is not None:
        from physioplan.content.packing import unpack

        try:
            return unpack(packed)
        except Exception:  # packed by a program of another day: the files themselves decide
            packed = None
    return _load_and_check(folder, cache, mark)


def _load_and_check(folder: Path, cache: Path, mark: str) -> ClinicalContent:
    from physioplan.content.building import build
    from physioplan.content.fault import ContentFaults, Weight
    from physioplan.content.links import loose_ends
    from physioplan.content.packing import pack

    tables, unread = read_tables(folder)
    content, wrong = build(tables)
    found = (*unread, *wrong, *(loose_ends(content) if content is not None else ()))
    faults = {fault: None for fault in found if fault.weight is Weight.FAULT}  # each once
    if content is None or faults:
        raise ContentFaults(tuple(sorted(faults, key=lambda fault: (fault.file, fault.key))))
    compiled.write_compiled(pack(content), mark, cache)
    return content
