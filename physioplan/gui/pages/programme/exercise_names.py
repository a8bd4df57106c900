"""Words for the facets of the library."""

from __future__ import annotations

from physioplan.gui.words import _
from physioplan.library.exercise import Category, Position


def category_words() -> dict[Category, str]:
    """Every category in the order of the library."""
    return {
        Category.MOTOR_CONTROL: _("Control"),
        Category.MOBILITY: _("Mobility"),
        Category.STRENGTH: _("Strength"),
        Category.AEROBIC: _("Aerobic"),
        Category.STRETCHING: _("Stretching"),
        Category.FUNCTION: _("Daily tasks"),
        Category.RELAXATION: _("Relaxation"),
    }


def position_words() -> dict[Position, str]:
    """Every starting position."""
    return {
        Position.LYING_ON_BACK: _("Lying"),
        Position.LYING_ON_FRONT: _("Lying on front"),
        Position.LYING_ON_SIDE: _("Lying on side"),
        Position.HANDS_AND_KNEES: _("Hands and knees"),
        Position.KNEELING: _("Kneeling"),
        Position.SITTING: _("Sitting"),
        Position.STANDING: _("Standing"),
        Position.WALKING: _("Walking"),
        Position.WATER: _("Water"),
        Position.MACHINE: _("Machine"),
        Position.ANY: _("Any position"),
    }


def phase_name(key: str) -> str:
    """What a phase is for, in a word or two."""
    names = {
        "settle": _("Settle"),
        "build": _("Build"),
        "goals": _("Back to my goals"),
        "maintain": _("Keep going"),
    }
    return names.get(key, "")
