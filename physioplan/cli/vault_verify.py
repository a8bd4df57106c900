"""``physioplan vault verify PATH``: check every page, tree, reference and audit line of a vault."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print what was counted, and every fault; exit 2 when there is one."""
    from physioplan.services.passphrase import read_passphrase
    from physioplan.services.vault_keeper import VaultKeeper
    from physioplan.storage.errors import ClinicianUnknown

    keeper = VaultKeeper(arguments.path)
    people = keeper.clinicians()
    wanted = (arguments.clinician or "").casefold()
    chosen = [slot for slot, name in people if not wanted or name.casefold() == wanted]
    if not chosen:
        raise ClinicianUnknown(clinician=arguments.clinician)
    opened = keeper.unlock(chosen[0], read_passphrase(arguments.passphrase_file, new=False))
    try:
        found = opened.vault.verify()
    finally:
        opened.vault.close()
    for table, count in found.counts:
        print(f"{table.replace('_', ' '):<20}{count:>9,}")
    print(f"record format       {found.revision:>9}")
    print(f"audit chain ends in {found.chain_head}")
    for fault in found.faults:
        print(f"FAULT: {fault}")
    print("The vault is sound." if found.is_sound else "Restore a backup, and keep this folder as it is.")
    return 0 if found.is_sound else 2
