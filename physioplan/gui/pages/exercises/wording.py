"""The names of categories, positions, levels and directions on screen."""

from __future__ import annotations

from physioplan.domain.movement import Direction
from physioplan.gui.words import _
from physioplan.library.exercise import Category, Position


def category_words(category: Category) -> str:
    """What an exercise is for."""
    return {
        Category.MOTOR_CONTROL: _("Control"),
        Category.MOBILITY: _("Mobility"),
        Category.STRENGTH: _("Strength"),
        Category.AEROBIC: _("Walking, cycling"),
        Category.STRETCHING: _("Stretching"),
        Category.FUNCTION: _("Daily tasks"),
        Category.RELAXATION: _("Relaxation"),
    }[category]


def position_words(position: Position) -> str:
    """How an exercise starts."""
    return {
        Position.LYING_ON_BACK: _("Lying on the back"),
        Position.LYING_ON_FRONT: _("Lying on the front"),
        Position.LYING_ON_SIDE: _("Lying on the side"),
        Position.HANDS_AND_KNEES: _("Hands and knees"),
        Position.KNEELING: _("Kneeling"),
        Position.SITTING: _("Sitting"),
        Position.STANDING: _("Standing"),
        Position.WALKING: _("Walking"),
        Position.WATER: _("Water"),
        Position.MACHINE: _("Machine"),
        Position.ANY: _("Any position"),
    }[position]


def direction_words(direction: Direction) -> str:
    """The direction of the back an exercise favours or loads."""
    return {
        Direction.NEUTRAL: _("neutral"),
        Direction.FLEXION: _("bending"),
        Direction.EXTENSION: _("arching"),
        Direction.ROTATION: _("turning"),
        Direction.LATERAL: _("to the side"),
    }[direction]
