"""``physioplan recommend CASE --json`` from process start, against a Python that imports pydantic.

pydantic imports itself lazily: a first ``BaseModel`` alone takes some 1.7 times this floor.
"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.result import Result
from tests.benchmarks.timing import in_turns, python

CASE = Path(__file__).parents[1] / "vignettes" / "cases" / "sore_wrist_flexion_pattern.toml"
OURS = (
    f"import sys; sys.argv = ['physioplan', 'recommend', {str(CASE)!r}, '--json']\n"
    "from physioplan.cli import main; sys.exit(main())"
)
FLOOR = "import pydantic"


def measure() -> Result:
    """Time two fresh processes in turns."""
    ours, floor = in_turns(lambda: python(OURS), lambda: python(FLOOR), times=11)
    return Result("recommend --json from process start", ours, floor, goal=3.0)
