"""The window: before the vault is open a front page, afterwards the shell with rail, header, content
and bar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from physioplan.gui.page import Page
    from physioplan.gui.shell import Shell
    from physioplan.gui.widgets.focus_ring import FocusRing

SMALLEST = QSize(720, 450)
FIRST = QSize(1440, 900)
RING_AFTER_MS = 80
"""The ring looks up its window through wrappers that cost 20 ms: the first picture comes before it."""


class MainWindow(QMainWindow):
    """One window for the whole program.

    ``show_front(page)`` shows unlock and first run; ``show_page(name, page)`` shows a page in the
    shell, which is built when first asked for. ``command_requested`` carries the global commands that
    no page can answer: "find_patient", "new_patient", "lock", "privacy", "settings", "back", and
    "place:<name>" for the rail. Settings hold window geometry and nothing about a patient.
    """

    command_requested = Signal(str)

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._shell: Shell | None = None
        self._alt_alone = False
        self.setWindowTitle("PhysioPlan")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        if settings is not None and (geometry := settings.value("window/geometry")) is not None:
            self.restoreGeometry(geometry)
        self._stack = QStackedWidget()
        self._stack.setObjectName("canvas")
        self.setCentralWidget(self._stack)
        self.focus_ring: FocusRing | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focus_ring is None:
            QTimer.singleShot(RING_AFTER_MS, self._add_focus_ring)

    def _add_focus_ring(self) -> None:
        from physioplan.gui.widgets.focus_ring import FocusRing

        if self.focus_ring is not None:
            return
        self.focus_ring = FocusRing(self)
        self.focus_ring.look()
        self.windowHandle().activeChanged.connect(self._alt_forgotten)

    # -- pages -----------------------------------------------------------------------------------

    def show_front(self, page: QWidget) -> None:
        """Show a page that stands before the vault (unlock, first run) over the whole window."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        entered = getattr(page, "entered", None)
        if entered is not None:
            entered()

    def drop_front(self, page: QWidget) -> None:
        """Throw a front page away once it has done its work."""
        self._stack.removeWidget(page)
        page.deleteLater()

    @property
    def shell(self) -> Shell:
        """The frame of the working pages, built on first use so that the unlock page need not wait for it."""
        if self._shell is None:
            from physioplan.gui.commands import install
            from physioplan.gui.shell import Shell

            shell = Shell()
            shell.place_requested.connect(self._place_requested)
            self._shell = shell
            self._stack.addWidget(shell)
            install(self)
        return self._shell

    def in_shell(self) -> bool:
        """Whether a working page is on screen (not unlock or first run)."""
        return self._shell is not None and self._stack.currentWidget() is self._shell

    def add_page(self, name: str, page: Page) -> None:
        self.shell.add_page(name, page)

    def show_page(self, name: str, page: Page | None = None) -> None:
        """Show a page of the shell by name, adding it first when given."""
        shell = self.shell
        self._stack.setCurrentWidget(shell)
        shell.show_page(name, page)

    def _place_requested(self, place: str) -> None:
        self.command_requested.emit(place if place in ("privacy", "settings", "lock") else f"place:{place}")

    # -- the menu bar comes with Alt ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Alt and self._alt_alone and self.in_shell():
            bar = self.menuBar()
            if not bar.isNativeMenuBar():
                bar.setVisible(not bar.isVisible())
                if bar.isVisible() and bar.actions():
                    bar.setActiveAction(bar.actions()[0])
        self._alt_alone = False
        super().keyReleaseEvent(event)

    def _alt_forgotten(self) -> None:
        self._alt_alone = False

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings is not None:
            self._settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
