"""Two headers: a page's title with one line below it, and a patient's name with the journey strip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import PAGE_PADDING, PATIENT_HEADER_HEIGHT
from physioplan.gui.widgets.journey_strip import JourneyStrip, JourneyStripView
from physioplan.gui.widgets.label import ElidedLabel, Label


class PageHeader(QWidget):
    """Title, a line below it, and at the right whatever ``trail`` adds (segmented, search field)."""

    def __init__(self, title: str = "", sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Label("", "title")
        self._sentence = Label("", "body", "ink2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_PADDING, 22, PAGE_PADDING, 14)
        self._row.setSpacing(24)
        self._row.addLayout(words, 1)
        self.display(title, sentence)

    def display(self, title: str, sentence: str = "") -> None:
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)

    def trail(self, *widgets: QWidget) -> None:
        """Add controls at the right end."""
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def use_compact(self, compact: bool) -> None:
        side = 16 if compact else PAGE_PADDING
        self._row.setContentsMargins(side, 10 if compact else 22, side, 8 if compact else 14)
        self._sentence.setVisible(not compact and bool(self._sentence.text()))


class PatientHeader(QWidget):
    """77 px on surface: name, facts, journey. Under 1024 px the strip becomes a drop-down list."""

    stage_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(PATIENT_HEADER_HEIGHT)
        self._name = ElidedLabel("", "name")
        self._facts = ElidedLabel("", "small", "ink2")
        self.strip = JourneyStrip()
        self.strip.stage_requested.connect(self.stage_requested)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self._name)
        who.addWidget(self._facts)
        who.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 1)
        self._row.setSpacing(16)
        self._row.addLayout(who, 1)
        self._row.addWidget(self.strip)
        self._choice: QWidget | None = None
        self._view: JourneyStripView | None = None
        self._compact = False

    def display(self, name: str, facts: str, journey: JourneyStripView) -> None:
        """``facts`` is one line, such as "47 · born 3 May 1978 · ID 0148 · First visit"."""
        self._name.setText(name)
        self._facts.setText(facts)
        self._name.setToolTip(name)
        self._facts.setToolTip(facts)
        self.setAccessibleName(name)
        self.setAccessibleDescription(facts)
        self._view = journey
        self.strip.display(journey)
        self._display_choice()

    def use_compact(self, compact: bool) -> None:
        self._compact = compact
        self.setFixedHeight(46 if compact else PATIENT_HEADER_HEIGHT)
        self._row.setContentsMargins(16 if compact else PAGE_PADDING, 0, 16 if compact else PAGE_PADDING, 1)
        self._facts.setVisible(not compact)
        self.strip.setVisible(not compact)
        self._display_choice()

    def lodge(self, widget: QWidget) -> None:
        """Add a control at the right end (the step list of a compact baseline page)."""
        self._row.addWidget(widget)

    def _display_choice(self) -> None:
        from physioplan.gui.widgets.choice import Choice

        if not self._compact or self._view is None:
            if self._choice is not None:
                self._choice.hide()
            return
        if self._choice is None:
            choice = Choice(small=True)
            choice.setAccessibleName(self.strip.accessibleName() or "journey")
            choice.activated.connect(self._chosen)
            self._choice = choice
            self._row.insertWidget(1, choice)
        assert isinstance(self._choice, Choice)
        options = ([("overview", self._view.overview)] if self._view.overview else []) + [
            (stage.key, stage.title) for stage in self._view.stages
        ]
        self._choice.offer(options)
        blocked = self._choice.blockSignals(True)
        self._choice.choose(self._view.current)
        self._choice.blockSignals(blocked)
        self._choice.show()

    def _chosen(self) -> None:
        from physioplan.gui.widgets.choice import Choice

        if isinstance(self._choice, Choice) and (key := self._choice.chosen()) is not None:
            self.stage_requested.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(palette.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(palette.line))
        painter.end()
