"""Find a Python that is new enough, and say so in one sentence when there is none. Old Pythons read this file."""

import os
import shutil
import subprocess
import sys

OLDEST, FIRST_UNTRIED = (3, 11), (3, 15)  # as requires-python in pyproject.toml
AGAIN = "PHYSIOPLAN_BOOTSTRAP_STARTED_AGAIN"


def suits():
    """Tell whether the Python that runs this can run PhysioPlan."""
    return OLDEST <= sys.version_info[:2] < FIRST_UNTRIED


def start_again_with_a_suitable_one(script, words):
    """Run the same command with a newer Python of this machine; return its exit code, or 1 and a sentence."""
    if AGAIN not in os.environ:
        for command in _candidates():
            print("This is Python %d.%d; using %s." % (sys.version_info[:2] + (" ".join(command),)))
            sys.stdout.flush()
            environment = dict(os.environ)
            environment[AGAIN] = "1"
            return subprocess.call(command + [script] + words, env=environment)
    sys.stderr.write(
        "PhysioPlan needs Python 3.11, 3.12, 3.13 or 3.14; this is %d.%d and no other was found on this machine.\n"
        "Install one from python.org, or with your system's packages (Debian 12 and Ubuntu 24.04 carry a\n"
        "suitable python3), and give the same command again.\n" % sys.version_info[:2]
    )
    return 1


def _candidates():
    """Yield commands that start a suitable Python, newest last resort last."""
    for minor in (13, 12, 11, 14):
        name = "python3.%d" % minor
        if shutil.which(name):
            yield [name]
        if os.name == "nt" and shutil.which("py"):
            launcher = ["py", "-3.%d" % minor]
            with open(os.devnull, "w") as nowhere:
                if subprocess.call(launcher + ["-c", ""], stdout=nowhere, stderr=nowhere) == 0:
                    yield launcher
