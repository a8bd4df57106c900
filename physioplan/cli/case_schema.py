"""``physioplan case-schema``: the JSON Schema of the case file."""

from __future__ import annotations

import argparse
import json


def run(arguments: argparse.Namespace) -> int:
    """Print the schema."""
    from physioplan.exchange.case_file import case_schema

    print(json.dumps(case_schema(), indent=2, ensure_ascii=False))
    return 0
