"""``physioplan recommend CASE``: what the evidence suggests for one person, or whom to refer on to."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print the answer as text of 80 columns, or as JSON."""
    from physioplan.content.load import load_content
    from physioplan.services.case_answer import ask, load_case
    from physioplan.services.clock import SystemClock

    content = load_content()
    asked = ask(load_case(arguments.case, content, SystemClock().today()), content)
    if arguments.json:
        import json

        from physioplan.exchange.recommendation_json import recommendation_json

        baseline = asked.record.baseline
        told = recommendation_json(
            asked.answer,
            asked.findings,
            baseline.scores if baseline else (),
            content.evidence,
            asked.case.plan_date,
        )
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    from physioplan.cli.answer_text import answer_text

    print(answer_text(asked, content))
    return 0
