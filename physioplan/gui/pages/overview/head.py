"""The head of the overview: who it is, the safety screen, two buttons, and the journey to scale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.pages.overview.presenter import OverviewView
from physioplan.gui.pages.overview.timeline_view import timeline_of
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import PAGE_PADDING
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.journey_timeline import JourneyTimeline
from physioplan.gui.widgets.label import ElidedLabel
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.words import _

_ICONS = {"ok": "shield-check", "warn": "triangle-alert", "danger": "octagon-alert", "neutral": "shield"}


class _Giving(ElidedLabel):
    """Takes the room its words need and gives way when there is less."""

    def __init__(self, style: str, tone: str) -> None:
        super().__init__("", style, tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)


class OverviewHead(QWidget):
    """In a small window the timeline is lent to the page, and one line remains."""

    back_requested = Signal()
    details_requested = Signal()
    stage_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._compact = False
        back = Button("", icon="arrow-left", name=_("Back to the patients"))
        back.clicked.connect(self.back_requested)
        self._name = _Giving("display", "ink")
        self._facts = _Giving("body", "ink2")
        self._facts.setMinimumWidth(250)  # the record number stays readable beside the longest name
        self._safety = Tag("")
        self._details = Button(_("Details"), icon="pencil")
        self._details.clicked.connect(self.details_requested)
        self.more = Button("", icon="ellipsis", name=_("More for this patient"))
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self._row.addWidget(back)
        self._row.addWidget(self._name)
        facts = QVBoxLayout()
        facts.setContentsMargins(0, 8, 0, 0)  # so that both stand on one line of writing
        facts.addWidget(self._facts)
        self._row.addLayout(facts)
        self._row.addWidget(self._safety, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self._details)
        self._row.addWidget(self.more)
        self.timeline = JourneyTimeline()
        self.timeline.stage_requested.connect(self.stage_requested)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addLayout(self._row)
        self._column.addWidget(self.timeline)
        self.use_compact(False)

    def display(self, view: OverviewView) -> None:
        self._name.setText(view.header.name)
        self._name.setToolTip(view.header.name)
        self._facts.setText(view.header.facts)
        self._facts.setToolTip(view.header.facts)
        self.setAccessibleName(view.header.name)
        self.setAccessibleDescription(view.header.facts)
        self._safety.setVisible(view.safety is not None)
        if view.safety is not None:
            self._safety.display(view.safety.words, view.safety.kind, _ICONS[view.safety.kind])
        self.timeline.display(timeline_of(view))

    def use_compact(self, compact: bool) -> None:
        self._compact = compact
        side = 16 if compact else PAGE_PADDING
        self._column.setContentsMargins(side, 5 if compact else 16, side, 6 if compact else 4)
        self._name.setFont(font("name" if compact else "display"))
        self._facts.setVisible(not compact)
        self._details.setVisible(not compact)

    def lend_timeline(self) -> JourneyTimeline:
        """Take the timeline out of the head, for a window too low to hold both."""
        self._column.removeWidget(self.timeline)
        return self.timeline

    def take_timeline_back(self) -> None:
        """Put it back under the name."""
        if self._column.indexOf(self.timeline) < 0:
            self._column.addWidget(self.timeline)
            self.timeline.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(palette.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(palette.line))
        painter.end()
