"""Figures drawn beforehand, by content hash: ``python -m physioplan.drawing.figure.figure_store DIR``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path as FilePath

from physioplan.drawing.figure.content_hash import content_hash
from physioplan.drawing.figure.figure import Figure, FigureData, alt_of, figure_of
from physioplan.drawing.figure.precomputed import PackedFigureError, pack, unpack

SUFFIX = ".figure"


@dataclass(frozen=True, slots=True)
class FigureStore:
    """Figures drawn beforehand; one that is missing, broken or of an older renderer is drawn on the spot."""

    folder: FilePath

    def figure(self, data: FigureData, language: str = "en") -> Figure:
        """The figure for this data, from the folder when it is there."""
        try:
            packed = (self.folder / (content_hash(data) + SUFFIX)).read_bytes()
            return unpack(packed, alt_of(data, language))
        except (OSError, PackedFigureError):
            return figure_of(data, language)

    def remembered(self, data: FigureData, language: str = "en") -> Figure:
        """The figure for this data, drawn and stored the first time.

        Drawn or read, it is the same to the last digit: both went through the packed form. A folder that
        cannot be written does no harm.
        """
        path = self.folder / (content_hash(data) + SUFFIX)
        alt = alt_of(data, language)
        try:
            return unpack(path.read_bytes(), alt)
        except (OSError, PackedFigureError):
            packed = pack(figure_of(data, language))
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
            draft.write_bytes(packed)
            draft.replace(path)
        return unpack(packed, alt)

    def keep(self, figures: Iterable[FigureData]) -> int:
        """Draw and store what is not yet there, drop what is no longer used; returns how many stay."""
        self.folder.mkdir(parents=True, exist_ok=True)
        wanted: set[str] = set()
        for data in figures:
            name = content_hash(data) + SUFFIX
            wanted.add(name)
            if not (self.folder / name).exists():
                (self.folder / name).write_bytes(pack(figure_of(data)))
        for stored in self.folder.glob("*" + SUFFIX):
            if stored.name not in wanted:
                stored.unlink()
        return len(wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    from physioplan.drawing.contact_sheet import ASSETS, FOLDERS, figure_tables

    parser = argparse.ArgumentParser(
        description="Draw every shipped figure once and store it by content hash."
    )
    parser.add_argument("outdir", type=FilePath)
    parser.add_argument("--assets", type=FilePath, default=ASSETS, help="the folder that holds exercises/")
    chosen = parser.parse_args(arguments)
    tables = figure_tables([chosen.assets / folder for folder in FOLDERS])
    print(f"{FigureStore(chosen.outdir).keep(tables.values())} figures in {chosen.outdir}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
