"""The list of patients: type to search, Down into the table, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.patients.patient_list_view import PatientListView
from physioplan.gui.pages.patients.presenter import PatientRow, PatientsPresenter, PatientsView
from physioplan.gui.pages.patients.quick_look import QuickLook
from physioplan.gui.pages.patients.stage_bar import StageBar
from physioplan.gui.pages.patients.stage_groups import ALL
from physioplan.gui.theme.tokens import PAGE_PADDING
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.empty_state import EmptyState
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import announce
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


class _SearchLine(TextLine):
    """Down and Page Down go to the table."""

    def __init__(self, page: PatientsPage) -> None:
        super().__init__("", _("Name, record number or date of birth"), icon="search")
        self._page = page
        self.setClearButtonEnabled(False)
        self.setAccessibleName(_("Find a patient"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self._page.table.take_keyboard()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class PatientsPage(Page):
    """Shows a ``PatientsPresenter``."""

    def __init__(self, presenter: PatientsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "patients"
        self._presenter = presenter
        self._view: PatientsView | None = None
        self._head = PageHeader(_("Patients"))
        self.header = self._head
        self._count = Label("", "body", "ink2")
        self._head.trail(self._count)
        self.search = _SearchLine(self)
        self.search.setMaximumWidth(440)
        self.search.textEdited.connect(presenter.search)
        self.search.returnPressed.connect(self._open_first)
        self.stages = StageBar()
        self.stages.chosen.connect(presenter.narrow)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(20)
        self._tools.addWidget(self.search, 1)
        self._tools.addWidget(self.stages)
        self._tools.addStretch(0)
        self.table = PatientListView(lambda: self._view.typed if self._view else "")
        self.table.open_requested.connect(presenter.open)
        self.table.look_requested.connect(self._quick_look)
        self.table.sort_requested.connect(presenter.sort)
        self.table.typed.connect(self._typed_on)
        self.table.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.TabFocusReason))
        self.table.current_changed.connect(self._show_bar)
        self._empty = EmptyState("")
        self._empty.asked.connect(self._empty_asked)
        nobody = QWidget()
        column = QVBoxLayout(nobody)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(nobody)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(PAGE_PADDING, 8, PAGE_PADDING, 0)
        self._whole.setSpacing(12)
        self._whole.addLayout(self._tools)
        self._whole.addWidget(self._stack, 1)
        self._show_bar(None)
        presenter.attach(self.display)

    def display(self, view: PatientsView) -> None:
        changed = self._view is None or self._view.rows != view.rows
        searched = self._view is not None and self._view.typed != view.typed
        self._view = view
        if self.search.text() != view.typed:
            self.search.setText(view.typed)
        self._count.setText(view.count_words)
        self.stages.display(view.groups, view.group)
        self.table.display_order(view.sorted_by, view.descending)
        if changed:
            self.table.display(view.rows, keep=not searched)
        else:
            self.table.viewport().update()
        if view.empty:
            actions = [("clear", _("Clear search"))] if view.typed else []
            if view.group != ALL:
                actions.append(("all", _("Show all stages")))
            elif not view.typed:
                actions.append(("new", _("New patient")))
            if view.may_add:
                name = view.typed.strip()
                actions.append(("new", _("New patient “{name}”").format(name=name)))
            advice = (
                _("Try fewer letters, the record number, or a date of birth like 13.1.1980.")
                if view.typed
                else ""
            )
            self._empty.display(view.empty, advice, tuple(actions))
        self._stack.setCurrentIndex(1 if view.empty else 0)
        if searched:
            announce(self.search, view.empty or view.count_words)
        self._show_bar(self.table.current())

    def _show_bar(self, row: object) -> None:
        chosen = row if isinstance(row, PatientRow) else None
        secondary: tuple[ActionView, ...] = ()
        if chosen is not None and not (self._view and self._view.empty):
            family, _comma, given = chosen.name.partition(", ")
            name = f"{given} {family}".strip()
            short = name if len(name) <= 28 else f"{name[:27]}…"
            secondary = (ActionView("open", _("Open {name}").format(name=short)),)
        self.show_bar(
            ActionBarView(
                save=SaveView("vault", _("Names as initials"))
                if self._view and self._view.private
                else SaveView("idle", _("↓ to the list · ↵ open · Space quick look"), "list"),
                primary=ActionView("new", _("New patient"), icon="user-plus", hint="Ctrl N"),
                secondary=secondary,
            )
        )

    def _open_first(self) -> None:
        row = self.table.current() or self.table.first()
        if row is not None and not (self._view and self._view.empty):
            self._presenter.open(row.patient_id)

    def _quick_look(self) -> None:
        row = self.table.current()
        if row is not None:
            sheet = QuickLook(row)
            sheet.asked.connect(lambda key: self._presenter.open(row.patient_id) if key == "open" else None)
            sheet.open_over(self.window())

    def _typed_on(self, words: str) -> None:
        """Letters typed in the table go on in the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if words == "\b":
            self.search.backspace()
        else:
            self.search.insert(words)
        self._presenter.search(self.search.text())

    def _empty_asked(self, key: str) -> None:
        if key == "clear":
            self.search.clear()
            self._presenter.search("")
            self.search.setFocus()
        elif key == "all":
            self._presenter.narrow(ALL)
        else:
            self._presenter.new_patient()

    def act(self, key: str) -> None:
        if key == "new":
            self._presenter.new_patient()
        elif key == "open":
            self._open_first()

    def entered(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    def take_search(self) -> bool:
        self.entered()
        return True

    def adapt(self, breadth: Breadth) -> None:
        side = 16 if breadth == "compact" else PAGE_PADDING
        self._whole.setContentsMargins(side, 8, side, 0)
        self.stages.use_narrow(breadth != "wide")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("letters"), _("Search")),
            ("↓", _("From the search to the list")),
            ("↵", _("Open the patient")),
            (_("Space"), _("Quick look")),
            ("Esc", _("Clear the search")),
        )
