"""The second door: every main job on the command line, with no window and no Qt."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 bad input with every fault told, 1 our fault.

    Without ``words`` it is the whole process: those of the command line are taken, and no time is spent on
    memory that the end of the process frees anyway.
    """
    from physioplan.cli.arguments import read_arguments
    from physioplan.cli.problem import run_telling_problems

    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # nobody's plug-in looks on at patient data
    _say_what_the_terminal_can()
    if words is not None:
        return run_telling_problems(read_arguments(words))
    gc.disable()
    code = run_telling_problems(read_arguments(sys.argv[1:]))
    gc.freeze()
    return code


def _say_what_the_terminal_can() -> None:
    """UTF-8 into files and pipes; a terminal of another encoding gets “?” for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
