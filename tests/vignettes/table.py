"""Prints which rule is told by which vignettes, on what source, and how well that was checked.

python -m tests.vignettes.table > rules.md
"""

from __future__ import annotations

from collections import defaultdict

from physioplan.evidence.rule import DecisionRule
from tests.builders import content
from tests.vignettes.vignette import all_vignettes


def table() -> str:
    """The table in Markdown."""
    fires: dict[int, list[str]] = defaultdict(list)
    silent: dict[int, int] = defaultdict(int)
    for vignette in all_vignettes():
        for number in vignette.expect.get("fires", ()):
            fires[number].append(vignette.sentence)
        for number in vignette.expect.get("silent", ()):
            silent[number] += 1
    rows = [
        "| # | rule | class | certainty | sources | flag | fires in | silent in | a vignette |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    rows += (_row(rule, fires[rule.number], silent[rule.number]) for rule in content().evidence.rules)
    return "\n".join(rows)


def _row(rule: DecisionRule, fires: list[str], silent: int) -> str:
    sources = ", ".join(content().sources[key].short for key in rule.sources) or "consensus"
    cells = (
        str(rule.number),
        rule.id.replace("_", " "),
        "".join(sorted(one.value for one in rule.classes)),
        rule.certainty.value.replace("_", " ") + (" (indirect)" if rule.indirect else ""),
        sources,
        rule.verification.value,
        str(len(fires)),
        str(silent),
        fires[0] if fires else "none",
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    print(table())
