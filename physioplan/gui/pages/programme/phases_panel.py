"""The phases side by side, or one at a time as tabs, with the coping skills below them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.pages.programme.columns import column_views
from physioplan.gui.pages.programme.coping_lanes import WEEKS, BarView, CopingLanes
from physioplan.gui.pages.programme.guard_words import weeks_of
from physioplan.gui.pages.programme.phase_column import PhaseColumn
from physioplan.gui.pages.programme.presenter import ProgrammePresenter, ProgrammeView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.words import _, language

AT_ONCE = 3


class PhasesPanel(QWidget):
    """Three columns at a time; the window moves on to the phase after week 12 and back."""

    dose_requested = Signal()
    add_requested = Signal(int)

    def __init__(
        self, presenter: ProgrammePresenter, queue: FigureQueue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._queue = queue
        self._view: ProgrammeView | None = None
        self._as_tabs = False
        self.columns: list[PhaseColumn] = []
        self._tabs: Segmented | None = None
        self._tab_words: tuple[str, ...] = ()
        self._tab_row = QHBoxLayout()
        self._tab_row.setContentsMargins(18, 10, 18, 0)
        self._scroll = ScrollColumn(margins=(12, 14, 6, 12), spacing=0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._scroll.column.addLayout(self._row)
        self._scroll.column.addStretch(1)
        self._earlier = Button("", "quiet", icon="arrow-left").flush()
        self._later = Button("", "quiet").flush()
        self._later.use_trailing_icon("arrow-right")
        self._earlier.clicked.connect(lambda: self._go(0))
        self._later.clicked.connect(lambda: self._go(len(self.columns) - 1))
        more = QHBoxLayout()
        more.setContentsMargins(6, 0, 6, 0)
        more.addWidget(self._earlier)
        more.addStretch(1)
        more.addWidget(self._later)
        self._scroll.column.addLayout(more)
        self.lanes = CopingLanes()
        self.lanes.weeks_requested.connect(presenter.set_coping_weeks)
        self._coping = QWidget()
        coping = QVBoxLayout(self._coping)
        coping.setContentsMargins(18, 0, 18, 10)
        coping.setSpacing(5)
        coping.addWidget(Rule(strong=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(_("Coping skills"), "subheading"))
        head.addWidget(ElidedLabel(_("weeks 1 to 12, drag the ends to change"), "small", "ink2"), 1)
        coping.addLayout(head)
        coping.addWidget(self.lanes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tab_row)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._coping)
        self._column = column

    # -- showing ---------------------------------------------------------------------------------

    def display(self, view: ProgrammeView) -> None:
        self._view = view
        views = column_views(view)
        while len(self.columns) < len(views):
            self._add_column()
        for column, one in zip(self.columns, views, strict=False):
            column.display(one)
        self._display_tabs(view)
        self._display_coping(view)
        self._show_columns()

    def use_tabs(self, on: bool, *, own: bool = True) -> None:
        """One phase at a time (narrow windows) or three side by side; with ``own`` the tabs stand here."""
        self._own_tabs = own
        for column in self.columns:
            column.use_title(not on)
        if self._tabs is not None:
            self._tabs.setVisible(on and own)
        if on != self._as_tabs:
            self._as_tabs = on
            inside = self._scroll.column.indexOf(self._coping) >= 0
            if on and not inside:
                self._scroll.column.addWidget(self._coping)
                self._coping.layout().setContentsMargins(6, 8, 6, 6)  # type: ignore[union-attr]
            elif not on and inside:
                self._column.addWidget(self._coping)
                self._coping.layout().setContentsMargins(18, 0, 18, 10)  # type: ignore[union-attr]
        self._show_columns()

    def take_keyboard(self) -> None:
        """Go to the chosen exercise, or into the phase on show."""
        view = self._view
        if view is None or not self.columns:
            return
        phase, place = (
            view.selected
            if view.selected and view.selected[0] == view.shown_phase
            else (view.shown_phase, None)
        )
        if phase < len(self.columns):
            self.columns[phase].take_keyboard(place)

    def keep_keyboard(self, view: ProgrammeView) -> None:
        """After a change the keyboard stays with the chosen exercise."""
        self.take_keyboard()
        if view.selected is not None:
            column = self.columns[view.selected[0]]
            cards = column.cards()
            if view.selected[1] < len(cards):
                card = cards[view.selected[1]]
                self._scroll.reveal(card)

    # -- inside ----------------------------------------------------------------------------------

    def _add_column(self) -> None:
        column = PhaseColumn(self._presenter, self._queue, len(self.columns), self._all_weeks)
        column.neighbour_requested.connect(
            lambda step, place, column=column: self._beside(column, step, place)
        )
        column.dose_requested.connect(self.dose_requested)
        column.add_requested.connect(self.add_requested)
        self._row.addWidget(column, 1)
        column.use_title(not self._as_tabs)
        self.columns.append(column)

    def _all_weeks(self) -> tuple[str, ...]:
        return tuple(weeks_of(phase) for phase in self._view.phases) if self._view else ()

    def _beside(self, column: PhaseColumn, step: int, place: int) -> None:
        at = column.number + step
        if 0 <= at < len(self.columns):
            self._go(at)
            self.columns[at].take_keyboard(place)

    def _go(self, phase: int) -> None:
        self._presenter.show_phase(phase)
        self._show_columns()

    def _show_columns(self) -> None:
        view = self._view
        if view is None:
            return
        count = len(view.phases)
        if self._as_tabs:
            shown = range(view.shown_phase, view.shown_phase + 1)
        else:
            first = max(0, min(self._first, count - AT_ONCE))
            if view.shown_phase < first:
                first = view.shown_phase
            elif view.shown_phase >= first + AT_ONCE:
                first = view.shown_phase - AT_ONCE + 1
            self._first = first
            shown = range(first, min(count, first + AT_ONCE))
        for number, column in enumerate(self.columns):
            column.setVisible(number in shown)
        before, after = not self._as_tabs and shown.start > 0, not self._as_tabs and shown.stop < count
        self._earlier.setVisible(before)
        self._later.setVisible(after)
        if before:
            self._earlier.setText(_("Back to {weeks}").format(weeks=weeks_of(view.phases[0])))
        if after:
            last = view.phases[-1]
            words = _("{weeks}: keep going, {n} exercises")
            self._later.setText(words.format(weeks=weeks_of(last), n=len(last.items)))

    _first = 0
    _own_tabs = True

    def _display_tabs(self, view: ProgrammeView) -> None:
        words = tuple(weeks_of(phase) for phase in view.phases)
        if words != self._tab_words:
            if self._tabs is not None:
                self._tab_row.removeWidget(self._tabs)
                self._tabs.deleteLater()
            options = [(str(n), one) for n, one in enumerate(words)]
            self._tabs = Segmented(_("Phase"), options, str(view.shown_phase), tick=False)
            self._tabs.chosen_changed.connect(lambda key: self._go(int(key)))
            self._tab_row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeft)
            self._tab_words = words
        if self._tabs is not None:
            self._tabs.choose(str(view.shown_phase))
            self._tabs.setVisible(self._as_tabs and self._own_tabs)

    def _display_coping(self, view: ProgrammeView) -> None:
        bars = []
        for part in view.coping:
            component = view.content.cbt.get(part.component)
            name = component.words_in(language()).name if component else part.component
            bars.append(
                BarView(part.component, name, min(part.first_week, WEEKS), min(part.last_week, WEEKS))
            )
        self.lanes.display(tuple(bars))
        self._coping.setVisible(bool(bars))
