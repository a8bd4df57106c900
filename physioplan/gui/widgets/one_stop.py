"""Makes a row of buttons one tab stop: Tab reaches the row once, arrows move inside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


class OneStop:
    """Keeps exactly one of ``buttons`` reachable by Tab; the owner calls ``settle`` and ``move``."""

    def __init__(self, buttons: Sequence[QAbstractButton]) -> None:
        self._buttons = list(buttons)
        self.index = 0
        self.settle(0)

    def settle(self, index: int) -> None:
        """Tab will land on the button at ``index`` (clamped)."""
        if not self._buttons:
            return
        self.index = max(0, min(len(self._buttons) - 1, index))
        for number, button in enumerate(self._buttons):
            strong = number == self.index
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def focus(self, index: int) -> None:
        """Settle on ``index`` and give it the keyboard."""
        self.settle(index)
        if self._buttons:
            self._buttons[self.index].setFocus(Qt.FocusReason.TabFocusReason)

    def move(self, step: int) -> None:
        """Move the keyboard ``step`` buttons on, passing over disabled ones, without choosing."""
        at = self.index + step
        while 0 <= at < len(self._buttons):
            if self._buttons[at].isEnabled():
                self.focus(at)
                return
            at += 1 if step > 0 else -1


def arrow_step(key: int, rtl: bool) -> int:
    """-1, +1 or 0 for an arrow key along a row, mirrored for right to left."""
    if key == Qt.Key.Key_Left:
        return 1 if rtl else -1
    if key == Qt.Key.Key_Right:
        return -1 if rtl else 1
    return 0
