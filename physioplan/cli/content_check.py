"""``physioplan content check``: every fault of every content file, and every value still unverified."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print faults and notes; exit 2 when there is a fault."""
    from physioplan.content.check import check_content
    from physioplan.content.fault import Weight
    from physioplan.content.locate import assets_folder

    folder = arguments.folder or assets_folder()
    if not folder.is_dir():
        print(f"There is no folder “{folder}”. Name the assets folder.")
        return 2
    found = check_content(folder)
    faults = [one for one in found if one.weight is not Weight.NOTE]
    notes = [one for one in found if one.weight is Weight.NOTE]
    for one in notes:
        print(f"note   {one}")
    for one in faults:
        print(f"FAULT  {one}")
    print(f"{_counted(len(faults), 'fault')}, {_counted(len(notes), 'note')}.")
    return 2 if faults else 0


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
