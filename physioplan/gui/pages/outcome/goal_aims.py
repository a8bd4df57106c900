"""What was agreed to aim for: each goal then and now on its scale of 0 to 10, with its aim."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from physioplan.domain.goal import Goal
from physioplan.gui.pages.outcome.comparison import GoalChange
from physioplan.gui.pages.outcome.presenter import OutcomeView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import SectionHead
from physioplan.gui.words import _


def aim_words(first: Goal, later: Goal | None) -> str:
    """ "3 to 8, aim 7, reached"; a goal not rated again says so."""
    now = later.now if later is not None else None
    parts = [_("not measured at this review")]
    if now is not None:
        parts = [str(now) if first.now is None else _("{before} to {now}").format(before=first.now, now=now)]
    if first.aim is not None:
        parts.append(_("aim {n}").format(n=first.aim))
        if now is not None:
            parts.append(_("reached") if now >= first.aim else _("not reached"))
    return ", ".join(parts)


class GoalAims(QWidget):
    """Two goals beside one another, one where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        note = _("0 cannot do it, 10 as before · ring then, disc now, diamond the aim")
        self._head = SectionHead(_("Agreed aims"), note)
        column.addWidget(self._head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(2)
        column.addLayout(self._grid)
        self._compact = False
        self._view: OutcomeView | None = None

    def use_compact(self, compact: bool) -> None:
        """One column where the window is narrow."""
        if compact != self._compact:
            self._compact = compact
            self._head.note.setVisible(not compact)
            if self._view is not None:
                self.display(self._view)

    def display(self, view: OutcomeView) -> None:
        """Every goal of the baseline, rated again or not."""
        self._view = view
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(view.goals))
        columns = 1 if self._compact else 2
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, (first, later) in enumerate(view.goals):
            row, column = 3 * (place // columns), place % columns
            words = aim_words(first, later)
            now = later.now if later is not None else None
            self._grid.addWidget(Label(first.words, "control", wrap=True), row, column)
            self._grid.addWidget(Label(words, "small", "ink2", wrap=True), row + 1, column)
            picture = GoalChange(first.now, now, first.aim, f"{first.words}: {words}")
            self._grid.addWidget(picture, row + 2, column)
