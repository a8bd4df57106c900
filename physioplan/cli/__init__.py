"""The second door: every main job on the command line, with no window and no Qt."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 bad input with every fault told, 1 our fault."""
    from physioplan.cli.arguments import read_arguments
    from physioplan.cli.problem import run_telling_problems

    _start_quickly()
    _say_what_the_terminal_can()
    arguments = read_arguments(sys.argv[1:] if words is None else words)
    return run_telling_problems(arguments)


def _start_quickly() -> None:
    """A short command never fills the memory, and wants no plug-ins of others to look on at patient data."""
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def _say_what_the_terminal_can() -> None:
    """UTF-8 into files and pipes; a terminal of another encoding gets “?” for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
