"""The window: before the vault is open a front page, afterwards the shell with rail, header, content and bar."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from physioplan.gui.widgets.focus_ring import FocusRing

SMALLEST = QSize(720, 450)
FIRST = QSize(1440, 900)


class MainWindow(QMainWindow):
    """One window for the whole program."""

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self.setWindowTitle("PhysioPlan")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        self._stack = QStackedWidget()
        self._stack.setObjectName("canvas")
        self.setCentralWidget(self._stack)
        self.focus_ring = FocusRing(self)

    def show_front(self, page: QWidget) -> None:
        """Show a page that stands before the vault (unlock, first run) over the whole window."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        entered = getattr(page, "entered", None)
        if entered is not None:
            entered()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
