"""Find a Python that is new enough, or say in one sentence that there is none. Old Pythons read this file."""

import os
import shutil
import subprocess
import sys
from typing import Iterator, List

OLDEST, FIRST_UNTRIED = (3, 11), (3, 15)  # as requires-python in pyproject.toml
AGAIN = "PHYSIOPLAN_BOOTSTRAP_STARTED_AGAIN"


def suits() -> bool:
    """Tell whether the Python that runs this can run PhysioPlan."""
    return OLDEST <= sys.version_info[:2] < FIRST_UNTRIED


def start_again_with_a_suitable_one(script: str, words: List[str]) -> int:
    """Run the same command with another Python of this machine; return its exit code, or 1 and a sentence."""
    this = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if AGAIN not in os.environ:
        for command in _candidates():
            print(f"This is Python {this}, which does not suit; using {' '.join(command)}.")
            sys.stdout.flush()
            return subprocess.call([*command, script, *words], env=dict(os.environ, **{AGAIN: "1"}))
    sys.stderr.write(
        f"PhysioPlan needs Python 3.11, 3.12, 3.13 or 3.14; this is {this} and no other was found here.\n"
        "Install one from python.org or with your system's packages (Debian 12 and Ubuntu 24.04 carry a\n"
        "suitable python3), then give the same command again.\n"
    )
    return 1


def _candidates() -> Iterator[List[str]]:
    """Yield commands that start a suitable Python, the best tried first."""
    for minor in (13, 12, 11, 14):
        on_the_path = [f"python3.{minor}"]
        if shutil.which(on_the_path[0]) and _starts(on_the_path):
            yield on_the_path
        launcher = ["py", f"-3.{minor}"]
        if os.name == "nt" and _starts(launcher):
            yield launcher


def _starts(command: List[str]) -> bool:
    """Tell whether the command starts a Python at all: version managers leave names that do not."""
    try:
        return subprocess.call([*command, "-c", ""], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False
