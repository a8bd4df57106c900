"""``physioplan vault create PATH``: a new, empty vault and its recovery key."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """Make the vault; the recovery key is printed once and kept nowhere."""
    from physioplan.cli.page import Page
    from physioplan.services.passphrase import read_passphrase
    from physioplan.services.vault_keeper import VaultKeeper

    passphrase = read_passphrase(arguments.passphrase_file, new=True)
    opened = VaultKeeper(arguments.path).create(arguments.clinic, arguments.clinician, passphrase)
    opened.vault.close()
    page = Page()
    page.text(f"The vault is in {arguments.path}. It can be opened by: {opened.by.name}.", 0)
    page.gap()
    page.text(f"Recovery key: {opened.recovery_key}", 0)
    page.gap()
    page.text(
        "Print or write down the recovery key and keep it away from this computer. It is not shown again; "
        "without it and without the passphrase nobody can open the vault.",
        0,
    )
    print(page)
    return 0
