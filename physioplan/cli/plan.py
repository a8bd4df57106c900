"""``physioplan plan CASE --out FILE.pdf``: the coaching plan of a case, or why there is none now."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def run(arguments: argparse.Namespace) -> int:
    """Write the PDF whole or not at all; to refer on is an answer, and writes none."""
    from physioplan.content.load import load_content
    from physioplan.evidence.recommendation import Recommendation
    from physioplan.reports.print_options import InkMode, Paper, PrintOptions
    from physioplan.services.case_answer import ask, load_case
    from physioplan.services.clock import SystemClock

    if (fault := _why_not_there(arguments.out)) is not None:
        print(fault, file=sys.stderr)
        return 2
    content = load_content()
    asked = ask(load_case(arguments.case, content, SystemClock().today()), content)
    if not isinstance(asked.answer, Recommendation):
        from physioplan.cli.answer_text import answer_text

        print(answer_text(asked, content))
        print(f"\nNo plan was written to {arguments.out}.")
        return 0
    from physioplan.cli.programme_text import programme_text
    from physioplan.services.case_plan import handout_of, programme_of, write_plan

    programme = programme_of(asked, asked.answer, content)
    if not any(phase.items for phase in programme.phases):
        from physioplan.cli.answer_text import answer_text

        print(answer_text(asked, content))
        print(f"\nNothing is suggested that could be printed. No plan was written to {arguments.out}.")
        return 0
    options = PrintOptions(
        paper=Paper(arguments.paper),
        large_print=arguments.large_print,
        ink=InkMode(arguments.ink),
        initials_only=arguments.initials_only,
        language=arguments.language or asked.case.patient.language,
    )
    write_plan(handout_of(asked, programme, content, options), arguments.out)
    print(programme_text(programme, content))
    print(f"\nThe plan is in {arguments.out}.")
    return 0


def _why_not_there(out: Path) -> str | None:
    """What is wrong with the place for the PDF, told before any work is done."""
    if out.is_dir():
        return f"“{out}” is a folder. Name a file in it, for example {out / 'plan.pdf'}."
    if not out.absolute().parent.is_dir():
        return f"There is no folder “{out.absolute().parent}”. Make it, or choose another place."
    return None
