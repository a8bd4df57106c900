"""``physioplan case-template``: an annotated case file that is valid as it stands."""

from __future__ import annotations

import argparse
import sys


def run(arguments: argparse.Namespace) -> int:
    """Print the template."""
    from physioplan.content.locate import assets_folder

    path = assets_folder() / "examples" / "case_template.toml"
    sys.stdout.write(path.read_text(encoding="utf-8"))
    return 0
