"""The numbers of both charts as a table, for those who would rather read than look."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from physioplan.gui.dates import short_day
from physioplan.gui.pages.outcome.chart_view import start_of
from physioplan.gui.pages.outcome.presenter import OutcomeView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.outcome_chart import OutcomeChartView
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.words import _


class PointsTable(QWidget):
    """A row for every day something was measured or missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)

    def display(self, chart: OutcomeChartView, view: OutcomeView) -> None:
        """The same points the charts draw."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        start = start_of(view)
        heads = [_("Day"), _("Week")] + [f"{panel.title}, {panel.scale_words}" for panel in chart.panels]
        for column, words in enumerate(heads):
            label = Label(words, "small_strong", "ink2")
            label.setMinimumHeight(26)
            self._grid.addWidget(label, 0, column, left if column == 0 else right)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(Rule(strong=True), 1, 0, 1, len(heads))
        days = sorted({point.day for panel in chart.panels for point in panel.points})
        spoken = []
        for place, day in enumerate(days):
            row = 2 + 2 * place
            date_words = short_day(start + timedelta(days=day))
            cells = [date_words, str(max(0, day // 7 + 1)) if day >= 0 else "–"]
            for panel in chart.panels:
                point = next((point for point in panel.points if point.day == day), None)
                asked = point is not None
                cells.append(
                    _("not measured") if not asked or point is None or point.value is None else point.label
                )
            spoken.append(", ".join(cells))
            for column, words in enumerate(cells):
                known = words[:1].isdigit()
                label = Label(words, "field" if known else "small", "ink" if known else "ink2")
                label.setMinimumHeight(32)
                self._grid.addWidget(label, row, column, left if column == 0 else right)
            self._grid.addWidget(Rule(), row + 1, 0, 1, len(heads))
        if not days:
            self._grid.addWidget(Label(_("Nothing is measured yet."), "small", "ink2"), 2, 0, 1, len(heads))
        self.setAccessibleName(_("Scores by day: {rows}").format(rows="; ".join(spoken)))
