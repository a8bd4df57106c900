"""What the program is for and what it is not, in the words shown on first run and in About."""

from __future__ import annotations

from physioplan.gui.words import _


def intended_use() -> str:
    """One paragraph, the same wherever it is shown."""
    return _(
        "PhysioPlan helps qualified clinicians to document care and to think through a plan for long-term "
        "low back pain. The average effects it shows are small and come from groups of people. It does not "
        "diagnose, it cannot predict how one person will do, and it never decides: you and your patient do. "
        "It is not CE-marked and not cleared by the FDA. Check the rules that apply where you work."
    )
