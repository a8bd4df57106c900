"""What is said, and which exit code is given, when a command cannot be done."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

from physioplan.cli.arguments import run_command

DONE, OUR_FAULT, BAD_INPUT, STOPPED = 0, 1, 2, 130


def run_telling_problems(arguments: argparse.Namespace) -> int:
    """Run the command. The world's faults are told plainly; ours leave a report without patient data."""
    try:
        code = run_command(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("Stopped; nothing was written.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader, such as head, had enough
        _forget_output()
        return DONE
    except Exception as problem:
        from physioplan.services.world_faults import sentences_of

        sentences = sentences_of(problem)
        if sentences is None:
            return _our_fault(problem)
        if isinstance(problem, OSError):
            _forget_output()
        if len(sentences) > 1:
            where = f" in {arguments.case}" if type(problem).__name__ == "CaseFaults" else ""
            print(f"{len(sentences)} things need mending{where}:", file=sys.stderr)
        for sentence in sentences:
            print(f"  {sentence}" if len(sentences) > 1 else sentence, file=sys.stderr)
        return BAD_INPUT


def _forget_output() -> None:
    """What is still waiting to be printed cannot be: Python must not try again when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _our_fault(problem: Exception) -> int:
    from physioplan.services.crash_report import write_crash_report

    report = write_crash_report(problem)
    where = f"A report without patient data is in {report}" if report else "A report could not be written"
    print(f"PhysioPlan made a mistake of its own ({type(problem).__name__}). {where}.", file=sys.stderr)
    return OUR_FAULT
