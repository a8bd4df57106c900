"""A reason to stop that the person at the keyboard can mend."""

from __future__ import annotations


class Problem(Exception):
    """A plain sentence that names what is missing and the command or step that mends it."""
