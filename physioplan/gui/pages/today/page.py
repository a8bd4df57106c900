"""The day's list: overdue, due now, coming up, each review with its window to scale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.today.aside import TodayAside
from physioplan.gui.pages.today.due_row import DueLine
from physioplan.gui.pages.today.group_head import GroupHead
from physioplan.gui.pages.today.presenter import DueRow, TodayPresenter, TodayView
from physioplan.gui.theme.tokens import PAGE_PADDING
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.empty_state import EmptyState
from physioplan.gui.widgets.one_stop import OneStop
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.state_glyph import State
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _

AT_ONCE = 30  # rows of a group before "Show more"; a group of hundreds would only be scrolled past


class TodayPage(Page):
    """Shows a ``TodayPresenter``; ``overdue_counted`` carries the number for the badge on the rail."""

    overdue_counted = Signal(int)

    def __init__(self, presenter: TodayPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "today"
        self.setProperty("no_ring", True)  # an empty day leaves the keyboard to the page itself
        self._presenter = presenter
        self._view: TodayView | None = None
        self.lines: list[DueLine] = []
        self._shown: dict[State, int] = {}
        self._stop = OneStop(())
        self._head = PageHeader()
        self.header = self._head
        whose = (("mine", _("My patients")), ("all", _("Whole clinic")))
        self.whose = Segmented(_("Whose patients"), whose, "mine")
        self.whose.chosen_changed.connect(lambda key: presenter.show_mine(key == "mine"))
        self.search = TextLine("", _("Find a patient"), icon="search")
        self.search.setFixedWidth(300)
        self.search.setAccessibleName(_("Find a patient"))
        self.search.returnPressed.connect(self._find)
        self._head.trail(self.whose, self.search)
        self.body = ScrollColumn(margins=(PAGE_PADDING, 12, PAGE_PADDING, 24), spacing=0)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.column.addWidget(self._rows)
        self.body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.beside = TodayAside()
        self.beside.opened.connect(presenter.open)
        self.beside.carry_on_requested.connect(presenter.carry_on)
        self.aside = self.beside
        self.aside_title = _("Not finished and recent")
        self.aside_width = 396
        self.show_bar(
            ActionBarView(
                save=SaveView("vault", _("Vault open · encrypted on this computer")),
                primary=ActionView("new", _("New patient"), icon="user-plus", hint="Ctrl N"),
            )
        )
        presenter.attach(self.display)

    def display(self, view: TodayView) -> None:
        self._head.display(view.title, view.summary)
        self.whose.setVisible(view.mine is not None)
        self.search.setVisible(view.patients > 0)
        if view.mine is not None:
            self.whose.choose("mine" if view.mine else "all")
        self.beside.display(view.unfinished, view.recent)
        self.overdue_counted.emit(len(view.overdue))
        if self._view is not None and _rows_of(self._view) == _rows_of(view):
            self._view = view
            return
        self._view = view
        self._fill(view)

    def _fill(self, view: TodayView) -> None:
        focused = next((line.row.patient_id for line in self.lines if line.hasFocus()), None)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        if view.sentence:
            self._column.addWidget(self._nothing(view))
            self._column.addSpacing(20)
        groups: tuple[tuple[str, str, State, tuple[DueRow, ...]], ...] = (
            (_("Overdue"), _("window has closed"), "overdue", view.overdue),
            (_("Due now"), _("window is open"), "due", view.due),
            (_("Coming up"), _("next 4 weeks"), "upcoming", view.coming),
        )
        first = True
        for title, note, state, rows in groups:
            if not rows:
                continue
            if not first:
                self._column.addSpacing(14)
            self._column.addWidget(GroupHead(title, len(rows), note, legend=first))
            first = False
            shown = self._shown.get(state, AT_ONCE)
            for row in rows[:shown]:
                self._column.addWidget(self._line(row, state, view))
            if len(rows) > shown:
                self._column.addWidget(self._more(state, len(rows) - shown), 0, Qt.AlignmentFlag.AlignLeft)
        self._stop = OneStop(self.lines)
        for number, line in enumerate(self.lines):
            if line.row.patient_id == focused:
                self._stop.focus(number)

    def _line(self, row: DueRow, state: State, view: TodayView) -> DueLine:
        line = DueLine(row, state, view.today.toordinal())
        line.clicked.connect(lambda: self._presenter.open(row.patient_id))
        line.record_requested.connect(lambda: self._presenter.record(row.patient_id, row.occasion))
        number = len(self.lines)
        line.step_requested.connect(lambda step: self._step(number + step))
        self.lines.append(line)
        return line

    def _more(self, state: State, left: int) -> Button:
        words = _("Show {n} more of {left} left").format(n=min(AT_ONCE, left), left=left)
        button = Button(words, "quiet", icon="chevron-down")
        button.clicked.connect(lambda: self._show_more(state))
        return button

    def _show_more(self, state: State) -> None:
        """Lengthen a group and put the keyboard on the first row that is new."""
        if self._view is None:
            return
        known = {(line.row.patient_id, line.row.occasion) for line in self.lines}
        self._shown[state] = self._shown.get(state, AT_ONCE) + AT_ONCE
        self._fill(self._view)
        rows = ((line.row.patient_id, line.row.occasion) for line in self.lines)
        number = next((number for number, row in enumerate(rows) if row not in known), 0)
        self.lines[number].show()  # a row that is not on screen yet cannot take the keyboard
        self._step(number)

    def _nothing(self, view: TodayView) -> EmptyState:
        words = ""
        if view.next is not None:
            words = _("Next: {name}, {review}, {day}.").format(
                name=view.next.name, review=view.next.title, day=view.next.second
            )
        return EmptyState(view.sentence, words)

    def _step(self, number: int) -> None:
        if number < 0 and self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= number < len(self.lines):
            self._stop.focus(number)
            self.body.reveal(self.lines[number])

    def _find(self) -> None:
        typed = self.search.text()
        self.search.clear()
        self._presenter.find(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.lines:
            self._step(self._stop.index)
        else:
            super().keyPressEvent(event)

    def act(self, key: str) -> None:
        if key == "new":
            self._presenter.new_patient()

    def entered(self) -> None:
        if self.lines:
            self._stop.focus(min(self._stop.index, len(self.lines) - 1))
        else:
            self.setFocus()

    def take_search(self) -> bool:
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.search.isVisible()

    def adapt(self, breadth: Breadth) -> None:
        self.search.setFixedWidth({"wide": 300, "medium": 240, "compact": 170}[breadth])
        side = 16 if breadth == "compact" else PAGE_PADDING
        self.body.column.setContentsMargins(side, 12, side, 24)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑ ↓", _("Next or previous patient")),
            ("↵", _("Open the patient")),
            ("R", _("Record the review that is due")),
        )


def _rows_of(view: TodayView) -> tuple[object, ...]:
    return view.overdue, view.due, view.coming, view.sentence, view.next, view.today
