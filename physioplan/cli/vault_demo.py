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
    from physioplan.services.demo_vault import make_demo_vault
    from physioplan.services.passphrase import read_passphrase

    gc.enable()  # thousands of patients are no short command
    content = load_content()
    passphrase = read_passphrase(arguments.passphrase_file, new=True)
    recovery_key = make_demo_vault(
        arguments.path,
        content,
        arguments.today or SystemClock().today(),
        passphrase=passphrase,
        clinic=arguments.clinic,
        clinician=arguments.clinician,
        patients=arguments.patients,
        seed=arguments.seed,
        told=_tell_progress(arguments.patients),
    )
    noun = "patient" if arguments.patients == 1 else "patients"
    print(f"{arguments.patients:,} invented {noun} are in {arguments.path}.")
    print(f"It can be opened by {arguments.clinician}. Recovery key: {recovery_key}")
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
