"""Narrows the list to one stage: chips in one row, or a drop-down list where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from physioplan.gui.pages.patients.stage_groups import ALL, StageGroup
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.words import _


class StageBar(QWidget):
    """``chosen`` carries the key of a group. The chip that is on cannot be switched off, only another on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[StageGroup, ...] = ()
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.chips: dict[str, Chip] = {}
        self.choice = Choice(small=True)
        self.choice.setAccessibleName(_("Stage"))
        self.choice.activated.connect(lambda: self.chosen.emit(self.choice.chosen() or ALL))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.choice)

    def display(self, groups: tuple[StageGroup, ...], group: str) -> None:
        if groups != self._groups:
            self._groups = groups
            self._build()
        for key, chip in self.chips.items():
            chip.display(key == group)
        self.choice.choose(group)

    def use_narrow(self, narrow: bool) -> None:
        """The drop-down list instead of the chips."""
        self._narrow = narrow
        self.choice.setVisible(narrow)
        for chip in self.chips.values():
            chip.setVisible(not narrow)

    def _build(self) -> None:
        focused = next((key for key, chip in self.chips.items() if chip.hasFocus()), "")
        for chip in self.chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for group in self._groups:
            chip = Chip(_told(group))
            chip.toggled_by_hand.connect(lambda _on, key=group.key: self._picked(key))
            self.chips[group.key] = chip
            self._row.addWidget(chip)
        self.choice.offer([(group.key, _told(group)) for group in self._groups])
        self.use_narrow(self._narrow)
        if focused in self.chips:
            self.chips[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, key: str) -> None:
        self.chips[key].display(True)
        self.chosen.emit(key)


def _told(group: StageGroup) -> str:
    return group.words if group.count is None else f"{group.words}  {group.count}"
