"""`python -m tests.benchmarks [NAME ...]`: measure, and print one table of ratios against floors."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from tests.benchmarks.result import Result

HEAD = ("name", "ours", "floor", "ratio", "goal", "")
FOLDER = Path(__file__).parent


def main(names: list[str]) -> int:
    """Run every bench_*.py whose name holds one of the words (all without words); 1 if a goal is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    modules = sorted(path.stem for path in FOLDER.glob("bench_*.py"))
    chosen = [module for module in modules if not names or any(name in module for name in names)]
    if not chosen:
        print(f"No benchmark is called that. There are: {', '.join(modules) or 'none yet'}.")
        return 2
    results = []
    for module in chosen:
        print(f"measuring {module.removeprefix('bench_')} ...", file=sys.stderr, flush=True)
        results.append(importlib.import_module(f"tests.benchmarks.{module}").measure())
    print(table(results))
    return 0 if all(result.reached for result in results) else 1


def table(results: list[Result]) -> str:
    """Return the results as aligned columns, one line each."""
    rows = [HEAD, *(_cells(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = []
    for row in rows:
        numbers = (cell.rjust(width) for cell, width in zip(row[1:5], widths[1:5], strict=True))
        lines.append("  ".join((row[0].ljust(widths[0]), *numbers, row[5])).rstrip())
    return "\n".join(lines)


def _cells(result: Result) -> tuple[str, ...]:
    floor = "" if result.floor is None else f"{result.floor:.2f} {result.unit}"
    ratio = "" if result.ratio is None else f"{result.ratio:.2f} x"
    goal = f"{result.goal:g} {result.unit if result.ratio is None else 'x'}"
    verdict = "reached" if result.reached else "MISSED"
    words = f"{verdict}  {result.note}" if result.note else verdict
    return result.name, f"{result.ours:.2f} {result.unit}", floor, ratio, f"<= {goal}", words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
