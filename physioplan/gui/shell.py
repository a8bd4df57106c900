"""The frame around every page once the vault is open: rail, header, content, aside, action bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from physioplan.gui.page import Breadth, Page
from physioplan.gui.theme.tokens import CONTENT_CAP, PAGE_PADDING
from physioplan.gui.widgets.action_bar import ActionBar, ActionBarView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.nav_rail import NavRail
from physioplan.gui.widgets.rule import Rule

WIDEST = 16777215  # Qt's own "no limit"


class _Slot(QWidget):
    """Shows one of its guests and is only as tall or wide as that one."""

    def __init__(self) -> None:
        super().__init__()
        self._guest: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.hide()

    def guest(self) -> QWidget | None:
        return self._guest

    def receive(self, guest: QWidget | None) -> None:
        if self._guest is not None and self._guest is not guest:
            self._guest.hide()
        self._guest = guest
        if guest is not None:
            if self._row.indexOf(guest) < 0:
                self._row.addWidget(guest)
            guest.show()
        self.setVisible(guest is not None)


def breadth_of(width: int) -> Breadth:
    """The layout for a window ``width`` logical pixels wide."""
    return "wide" if width >= 1280 else "medium" if width >= 1024 else "compact"


class Shell(QWidget):
    """``place_requested`` comes from the rail, ``page_changed`` carries the name of the page now shown."""

    place_requested = Signal(str)
    page_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, Page] = {}
        self._page: Page | None = None
        self._breadth: Breadth = "wide"
        self._drawer_open = False
        self.rail = NavRail()
        self.rail.place_requested.connect(self.place_requested)
        self.header = _Slot()
        self.content = QStackedWidget()
        self.aside = _Slot()
        self._aside_rule = Rule(upright=True)
        self.action_bar = ActionBar()
        self.action_bar.asked.connect(self._asked)
        self._drawer_button = Button("", icon="panel-right")
        self._drawer_button.clicked.connect(self._toggle_drawer)
        self._drawer_row = QWidget()
        drawer = QHBoxLayout(self._drawer_row)
        drawer.setContentsMargins(PAGE_PADDING, 8, PAGE_PADDING, 0)
        drawer.addStretch(1)
        drawer.addWidget(self._drawer_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.content, 1)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addLayout(inner, 1)
        self._middle.addWidget(self._aside_rule)
        self._middle.addWidget(self.aside)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._drawer_row)
        column.addLayout(self._middle, 1)
        column.addWidget(self.action_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    # -- pages -----------------------------------------------------------------------------------

    def add_page(self, name: str, page: Page) -> None:
        """Make a page known by name; a second page of the same name replaces the first."""
        old = self._names.get(name)
        if old is page:
            return
        if old is not None:
            self.content.removeWidget(old)
            if self._page is old:
                self._page = None
            old.deleteLater()
        self._names[name] = page
        self.content.addWidget(page)
        page.bar_changed.connect(lambda bar, page=page: self._bar_changed(page, bar))
        page.save_changed.connect(lambda save, page=page: self._save_changed(page, save))

    def show_page(self, name: str, page: Page | None = None) -> None:
        """Show the page ``name``, adding it first when ``page`` is given.

        Raises:
            KeyError: when no page of that name was ever added.
        """
        if page is not None:
            self.add_page(name, page)
        wanted = self._names[name]
        if self._page is not None and self._page is not wanted:
            self._page.left()
        self._page = wanted
        self._drawer_open = False
        self.header.receive(wanted.header)
        self.aside.receive(wanted.aside)
        if wanted.aside is not None:
            wanted.aside.setFixedWidth(wanted.aside_width)
        self.content.setCurrentWidget(wanted)
        self.action_bar.display(wanted.bar)
        if wanted.place is not None:
            self.rail.display(wanted.place, self._overdue)
        self._adapt(self._breadth)
        wanted.entered()
        self.page_changed.emit(name)

    _overdue = 0

    def display_overdue(self, overdue: int) -> None:
        """The count badge on Today."""
        self._overdue = overdue
        self.rail.display(self._page.place if self._page else None, overdue)

    def page(self) -> Page | None:
        return self._page

    def knows(self, name: str) -> bool:
        return name in self._names

    def forget_pages(self) -> None:
        """Throw every page away, as when the vault is locked: no patient stays in a widget."""
        self.header.receive(None)
        self.aside.receive(None)
        for page in self._names.values():
            self.content.removeWidget(page)
            for part in (
                page.header,
                page.aside,
                page,
            ):  # header and aside live in the shell, not in the page
                if part is not None:
                    part.deleteLater()
        self._names.clear()
        self._page = None
        self.action_bar.display(ActionBarView())

    def regions(self) -> list[QWidget]:
        """Rail, header, content, aside and action bar, where visible, in the order of F6."""
        order: list[QWidget] = [self.rail, self.header, self.content, self.aside, self.action_bar]
        return [region for region in order if region.isVisible()]

    # -- inside ----------------------------------------------------------------------------------

    def _asked(self, key: str) -> None:
        if self._page is not None:
            self._page.act(key)

    def _bar_changed(self, page: Page, bar: ActionBarView) -> None:
        if page is self._page:
            self.action_bar.display(bar)

    def _save_changed(self, page: Page, save: SaveView) -> None:
        if page is self._page:
            self.action_bar.display_save(save)

    def open_drawer(self) -> None:
        """Show the aside where the window is too narrow to hold it beside the page."""
        if not self._drawer_open and self._breadth != "wide":
            self._toggle_drawer()

    def _toggle_drawer(self) -> None:
        self._drawer_open = not self._drawer_open
        self._adapt(self._breadth)

    def _adapt(self, breadth: Breadth) -> None:
        self._breadth = breadth
        compact = breadth == "compact"
        self.rail.use_compact(compact)
        self.action_bar.use_compact(compact)
        guest = self.header.guest()
        if guest is not None and hasattr(guest, "use_compact"):
            guest.use_compact(compact)
        has_aside = self._page is not None and self._page.aside is not None
        beside = has_aside and (breadth == "wide" or self._drawer_open)
        self.aside.setVisible(beside)
        self._aside_rule.setVisible(beside)
        self._drawer_row.setVisible(has_aside and breadth != "wide")
        if self._page is not None:
            self._drawer_button.setText(self._page.aside_title)
            self._drawer_button.use_icon("x" if self._drawer_open else "panel-right")
            alone = compact and self._drawer_open
            self.content.setVisible(not alone)
            self._middle.setStretch(0, 0 if alone else 1)  # an empty layout would still take its share
            guest = self.aside.guest()
            if guest is not None:
                guest.setMinimumWidth(0 if alone else self._page.aside_width)
                guest.setMaximumWidth(WIDEST if alone else self._page.aside_width)
            self._aside_rule.setVisible(beside and not alone)
            self._page.adapt(breadth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.width() - self.rail.width() - CONTENT_CAP
        side = max(0, spare // 2) if self.width() >= 1600 else 0
        self._middle.setContentsMargins(side, 0, side, 0)
        wanted = breadth_of(self.width())
        if wanted != self._breadth:
            self._drawer_open = False
            self._adapt(wanted)
