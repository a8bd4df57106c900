"""``physioplan vault demo PATH``: a vault of invented patients at every stage of their journey."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable


def run(arguments: argparse.Namespace) -> int:
    """Make the vault and fill it; the same seed and day give the same patients."""
    from physioplan.content.load import load_content
    from physioplan.services.clock import SystemClock
    from physioplan.services.demo_vault import fill_with_demo_patients
    from physioplan.services.passphrase import read_passphrase
    from physioplan.services.vault_keeper import VaultKeeper

    gc.enable()  # thousands of patients are no short command
    content = load_content()
    passphrase = read_passphrase(arguments.passphrase_file, new=True)
    opened = VaultKeeper(arguments.path).create(arguments.clinic, arguments.clinician, passphrase)
    with opened.vault:
        fill_with_demo_patients(
            opened.vault,
            content,
            opened.by,
            arguments.today or SystemClock().today(),
            patients=arguments.patients,
            seed=arguments.seed,
            told=_tell_progress(arguments.patients),
        )
    noun = "patient" if arguments.patients == 1 else "patients"
    print(f"{arguments.patients:,} invented {noun} are in {arguments.path}.")
    print(f"It can be opened by {opened.by.name}. Recovery key: {opened.recovery_key}")
    return 0


def _tell_progress(patients: int) -> Callable[[int], None]:
    def told(done: int) -> None:
        if patients > 500 and sys.stderr.isatty():
            print(
                f"\r{done:,} of {patients:,}",
                end="" if done < patients else "\n",
                file=sys.stderr,
                flush=True,
            )

    return told
