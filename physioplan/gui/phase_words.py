"""What the phases and components of a programme are called on screen."""

from __future__ import annotations

from physioplan.gui.words import _


def phase_name(key: str) -> str:
    """What a phase is for, in a word or two; empty for a key of our own making."""
    return {
        "settle": _("Settle"),
        "build": _("Build"),
        "goals": _("Back to my goals"),
        "maintain": _("Keep going"),
    }.get(key, "")


def short_phase_name(key: str) -> str:
    """The same where there is little room."""
    return _("My goals") if key == "goals" else phase_name(key)


def component_name(key: str) -> str:
    """A component of the plan in the words of a list."""
    return {
        "individualized_exercise": _("exercise"),
        "motor_control": _("motor control"),
        "cbt": _("coping skills"),
    }.get(key, key.replace("_", " "))
