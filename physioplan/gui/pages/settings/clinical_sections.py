"""What is fixed with a source: the change that matters, the review windows, and the points behind half a point."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from physioplan.gui.pages.settings.presenter import SettingsView
from physioplan.gui.pages.settings.section import Section
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.tag import Tag, TagKind
from physioplan.gui.words import _
from physioplan.prescribing.follow_up import WEEK_12_DAYS, WEEK_12_SPREAD, YEAR_1_SPREAD


def verification_tag(verification: str, part: str = "") -> Tag:
    """How well a value was checked; ``part`` names the one number it is about."""
    known: dict[str, tuple[str, TagKind]] = {
        "verified": (_("checked in the source"), "ok"),
        "secondary": (_("read in a secondary page"), "outline"),
        "unverified": (_("to check"), "warn"),
        "calculated": (_("calculated here"), "outline"),
        "consensus": (_("consensus"), "dashed"),
    }
    words, kind = known.get(verification, (verification, "outline"))
    return Tag(f"{part}: {words}" if part else words, kind)


class CutOffSection(Section):
    """Measure, points, percentage, measurement error, source, and how it was checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Change that matters"), _("points and percentage, both"), parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        self.column.addLayout(self._grid)
        words = _(
            "These values ship with the program, each with its source. The value used is kept with every "
            "comparison. A change smaller than the measurement error is called that."
        )
        self.column.addWidget(Label(words, "small", "ink2", wrap=True))
        self._shown: object = None
        self._compact = False
        self._view: SettingsView | None = None

    def use_compact(self, compact: bool) -> None:
        """The source moves under the measure where the window is narrow."""
        if compact != self._compact:
            self._compact = compact
            self._shown = None
            if self._view is not None:
                self.display(self._view)

    def display(self, view: SettingsView) -> None:
        """The table; built once."""
        self._view = view
        if self._shown == view.cut_offs:
            return
        self._shown = view.cut_offs
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        heads = [(_("Measure"), left), (_("Points"), right), (_("and"), right), (_("Error"), right)]
        heads += [] if self._compact else [(_("Source"), left)]
        heads.append((_("Checked"), left))
        for column, (words, side) in enumerate(heads):
            self._grid.addWidget(Label(words, "small_strong", "ink2"), 0, column, side)
        self._grid.addWidget(Rule(strong=True), 1, 0, 1, len(heads))
        for place, line in enumerate(view.cut_offs):
            row = 2 + 2 * place
            none = "–"
            name = f"{line.measure}\n{line.source}" if self._compact else line.measure
            cells: list[tuple[QWidget, Qt.AlignmentFlag]] = [
                (Label(name, "field", wrap=True), left),
                (Label(line.points, "control"), right),
                (Label(line.percent or none, "field", "ink2"), right),
                (Label(line.detectable or none, "field", "ink2"), right),
            ]
            if not self._compact:
                source = Label(line.source, "small", "ink2", wrap=True)
                source.setContentsMargins(0, 4, 0, 4)
                cells.append((source, left))
            cells.append((verification_tag(line.verification, line.note), left))
            for column, (widget, side) in enumerate(cells):
                if column == 0:
                    widget.setMinimumHeight(34)
                wraps = isinstance(widget, Label) and widget.wordWrap()
                self._grid.addWidget(widget, row, column, Qt.AlignmentFlag(0) if wraps else side)
            self._grid.addWidget(Rule(), row + 1, 0, 1, len(heads))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(4, 0 if self._compact else 3)


def windows_section() -> Section:
    """When reviews are due, counted from the first day of the programme."""
    section = Section(_("Review windows"), _("a late answer is kept and marked with its real day"))
    rows = (
        (_("12 weeks"), _("day {day}, {n} days either side").format(day=WEEK_12_DAYS, n=WEEK_12_SPREAD)),
        (_("1 year"), _("the same day next year, {n} days either side").format(n=YEAR_1_SPREAD)),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for place, (name, words) in enumerate(rows):
        grid.addWidget(Label(name, "control"), place, 0)
        grid.addWidget(Label(words, "field", wrap=True), place, 1)
    grid.setColumnStretch(1, 1)
    section.column.addLayout(grid)
    return section


class SpreadSection(Section):
    """The spread that turns a standardised effect into points, with the range read in studies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Points behind “half a point”"), parent=parent)
        self._words = Label("", "field", wrap=True)
        self._note = Label("", "small", "ink2", wrap=True)
        self.column.addWidget(self._words)
        self.column.addWidget(self._note)

    def display(self, view: SettingsView) -> None:
        """The value and where it comes from."""
        usual, low, high, note = view.spread
        words = _(
            "Usual spread of pain scores: {n} points, {low} to {high} in the studies read. An assumption."
        )
        self._words.setText(words.format(n=f"{usual:.1f}", low=f"{low:.1f}", high=f"{high:.1f}"))
        self._note.setText(note)
