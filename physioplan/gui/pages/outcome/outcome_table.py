"""The table of changes: measure, both scores, the change, where it matters, the result as shape and word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Occasion
from physioplan.domain.outcome import OutcomeChange
from physioplan.gui.pages.outcome.presenter import OutcomeView
from physioplan.gui.pages.outcome.wording import (
    DOUBTFUL,
    change_words,
    matters_words,
    name_of,
    result_of,
    review_name,
    scale_of,
    score_words,
)
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.words import _

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OutcomeTable(QWidget):
    """Built anew for every view; ``use_compact`` puts the cut-off under the measure's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._view: OutcomeView | None = None
        self._compact = False
        self.row_names: list[str] = []

    def use_compact(self, compact: bool) -> None:
        """Fewer columns where the window is narrow."""
        if compact != self._compact:
            self._compact = compact
            if self._view is not None:
                self.display(self._view)

    def display(self, view: OutcomeView) -> None:
        """One row for each score of the baseline or the review; missing ones say so."""
        self._view = view
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.row_names = []
        other = Occasion.WEEK_12 if view.occasion is Occasion.YEAR_1 else Occasion.YEAR_1
        heads = [
            (_("Measure"), LEFT),
            (_("Baseline"), RIGHT),
            (review_name(view.occasion), RIGHT),
            (_("Change"), RIGHT),
        ]
        if not self._compact:
            heads.append((_("Matters from"), RIGHT))
        heads += [(_("Result"), LEFT), (review_name(other), RIGHT)]
        for column, (words, side) in enumerate(heads):
            label = Label(words, "small_strong", "ink2")
            label.setMinimumHeight(26)
            self._grid.addWidget(label, 0, column, side)
        self._grid.setColumnStretch(0, 1)
        self._rule(1, len(heads), strong=True)
        for place, change in enumerate(view.changes):
            self._row(2 + 2 * place, change, view, other, len(heads))
        if not view.changes:
            nothing = Label(_("Nothing is measured yet."), "small", "ink2")
            nothing.setMinimumHeight(33)
            self._grid.addWidget(nothing, 2, 0, 1, len(heads))
        self.setAccessibleName(_("Changes: {rows}").format(rows=" ".join(self.row_names)))

    def _row(self, row: int, change: OutcomeChange, view: OutcomeView, other: Occasion, columns: int) -> None:
        scale = scale_of(view.content, change)
        result = result_of(view.content, change)
        name, matters = name_of(view.content, change), matters_words(change, scale)
        if change.measure == "psfs" and change.follow_up is not None and view.goals:
            name = _("{name}, {n} of {of}").format(name=name, n=view.goals_again, of=len(view.goals))
        later = next(
            (c for c in view.other if (c.measure, c.subscale) == (change.measure, change.subscale)), None
        )
        before, after = score_words(change.baseline, scale), score_words(change.follow_up, scale)
        difference = change_words(change, scale)
        source = _source(view.content, change)
        spoken = _("{name}: {before} to {after}, change {change}, matters from {matters}, {result}.").format(
            name=name, before=before, after=after, change=difference, matters=matters, result=result.words
        )
        self.row_names.append(spoken)
        title = Label(name, "control")
        if self._compact:
            box = QWidget()
            lines = QGridLayout(box)
            lines.setContentsMargins(0, 4, 0, 4)
            lines.setSpacing(0)
            lines.addWidget(title, 0, 0)
            below = (
                _("matters from {words}").format(words=matters) if change.threshold is not None else matters
            )
            lines.addWidget(Label(below, "micro", "ink2"), 1, 0)
            first: QWidget = box
        else:
            first = title
        first.setMinimumHeight(33)
        cells: list[tuple[QWidget, Qt.AlignmentFlag]] = [
            (first, LEFT),
            (_cell(before), RIGHT),
            (_cell(after, strong=True), RIGHT),
            (_cell(difference, strong=True), RIGHT),
        ]
        if not self._compact:
            cells.append((_cell(matters), RIGHT))
        shape = QWidget()
        line = QHBoxLayout(shape)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon(result.icon, 16, result.tone))
        line.addWidget(
            Label(result.words, "control" if result.tone in ("accent", "danger") else "field", result.tone)
        )
        cells.append((shape, LEFT))
        if later is not None and later.follow_up is not None:
            year = score_words(later.follow_up, scale)
        else:
            year = self._not_there(view, other)
        cells.append((_cell(year), RIGHT))
        for column, (widget, side) in enumerate(cells):
            widget.setToolTip("\n".join(part for part in (spoken, source, change.note) if part))
            self._grid.addWidget(widget, row, column, side)
        self._rule(row + 1, columns)

    def _not_there(self, view: OutcomeView, other: Occasion) -> str:
        window = view.record.window(other)
        if view.record.assessment(other) is not None or (window is not None and view.today > window.closes):
            return _("not measured")
        return _("not yet")

    def _rule(self, row: int, columns: int, *, strong: bool = False) -> None:
        self._grid.addWidget(Rule(strong=strong), row, 0, 1, columns)


def _cell(words: str, *, strong: bool = False) -> Label:
    number = words[:1].isdigit() or words[:1] in "−+"
    style = "control" if strong and number else "field"
    return Label(words, style if number else "small", "ink" if number else "ink2")


def _source(content: ClinicalContent, change: OutcomeChange) -> str:
    used = change.threshold
    if used is None:
        return ""
    words = _("Change that matters: {source}").format(source=content.source_line(used.source))
    return words + (" " + _("(to check against its source)") if used.verification in DOUBTFUL else "")


def sources_words(view: OutcomeView) -> str:
    """One line under the table: where the cut-offs come from, and which are still to be checked."""
    told: dict[str, str] = {}
    doubt = False
    for change in view.changes:
        if change.threshold is not None:
            mark = "*" if change.threshold.verification in DOUBTFUL else ""
            doubt = doubt or bool(mark)
            told[view.content.source_line(change.threshold.source) + mark] = ""
    if not told:
        return ""
    words = _(
        "A change counts as reached when points and percentage are both reached. Cut-offs: {sources}."
    ).format(sources=", ".join(told))
    notes = " ".join(dict.fromkeys(change.note for change in view.changes if change.note))
    doubtful = _("* still to be checked against its source.") if doubt else ""
    return " ".join(part for part in (words, doubtful, notes) if part)
