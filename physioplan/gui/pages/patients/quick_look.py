"""A look at one row of the list without leaving it: every column in words, hidden ones too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from physioplan.gui.pages.patients.presenter import PatientRow
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.widgets.sparkline import Sparkline, SparklineView
from physioplan.gui.widgets.state_glyph import StateGlyph
from physioplan.gui.words import _


class _Wide(Sparkline):
    def sizeHint(self) -> QSize:
        return QSize(220, 40)


class QuickLook(Sheet):
    """Space or Esc closes, Ctrl+Enter opens the patient (``asked`` with "open")."""

    def __init__(self, row: PatientRow) -> None:
        super().__init__(row.name, width=620)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        pain = row.pain_words + (f" · {_('worse')}" if row.worse else "") if row.pain_words else _("not yet")
        for number, (what, value) in enumerate(
            (
                (_("Record number"), row.record_number),
                (_("Age"), str(row.age)),
                (_("Stage"), row.stage_words),
                (_("Pain, 0–10"), pain),
                (_("Disability, ODI %"), row.disability_words or _("not yet")),
                (_("Last visit"), row.last_visit or _("not yet")),
                (_("Next due"), row.due),
            )
        ):
            grid.addWidget(Label(what, "field", "ink2"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, "body", wrap=True), number, 1)
        glyphs = QWidget()
        line = QHBoxLayout(glyphs)
        line.setContentsMargins(0, 0, 0, 0)
        for state in row.stages:
            line.addWidget(StateGlyph(state))
        line.addStretch(1)
        if row.pain:
            line.addWidget(_Wide(SparklineView(row.pain, slots=max(3, len(row.pain)), spoken=pain)))
        self.column.addWidget(glyphs)
        self.column.addLayout(grid)
        self.display_bar(
            ActionBarView(
                secondary=(ActionView("close", _("Close"), hint="Esc"),),
                primary=ActionView("open", _("Open the patient"), hint="Ctrl ↵"),
            )
        )
        self.asked.connect(lambda _key: self.close_sheet())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
