"""A sheet over a scrim, fixed to the bottom of the window, whose primary lands where the page's primary
stands.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_SHEET
from physioplan.gui.widgets.action_bar import ActionBar, ActionBarView
from physioplan.gui.widgets.label import Label


class _Plate(QWidget):
    def __init__(self, parent: QWidget, *, drawer: bool) -> None:
        super().__init__(parent)
        self._drawer = drawer

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, 0)
        path = QPainterPath()
        if self._drawer:
            path.addRect(box)
        else:
            path.addRoundedRect(box.adjusted(0, 0, 0, RADIUS_SHEET * 2), RADIUS_SHEET, RADIUS_SHEET)
        painter.fillPath(path, colour(palette.canvas))
        painter.setPen(QPen(colour(palette.line_strong), 1))
        painter.drawPath(path)
        painter.end()


class Sheet(QWidget):
    """Fill ``column``, call ``open_over(window)``. Esc and ``close_sheet`` put the keyboard back where
    it was.

    ``asked`` carries the keys of its action bar; ``closed`` fires when it is gone. With ``drawer`` it
    stands at the right side, 604 px wide, full height; else it is ``width`` wide and rises from the
    bottom. The rest of the window is out of reach meanwhile.
    """

    asked = Signal(str)
    closed = Signal()

    def __init__(self, title: str, *, width: int = 880, drawer: bool = False, bar: bool = True) -> None:
        super().__init__()
        self.setObjectName("scrim")
        self._opener: QWidget | None = None
        self._width = 604 if drawer else width
        self._drawer = drawer
        self._plate = _Plate(self, drawer=drawer)
        self.setAccessibleName(title)
        outer = QVBoxLayout(self._plate)
        outer.setContentsMargins(1, 1, 0, 0)
        outer.setSpacing(0)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(32, 24, 32, 16)
        self.column.setSpacing(12)
        if title:
            self.column.addWidget(Label(title, "title_compact", wrap=True))
        outer.addWidget(inner, 1)
        self.action_bar = ActionBar()
        self.action_bar.asked.connect(self.asked)
        self.action_bar.setVisible(bar)
        outer.addWidget(self.action_bar)

    def display_bar(self, bar: ActionBarView) -> None:
        self.action_bar.display(bar)

    def open_over(self, window: QWidget) -> None:
        """Cover ``window`` and take the keyboard."""
        self._opener = window.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self._take_keyboard()

    def close_sheet(self) -> None:
        """Go away and give the keyboard back to the opener."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        if self._opener is not None:
            try:
                self._opener.setFocus(Qt.FocusReason.TabFocusReason)
            except RuntimeError:
                self._opener = None
        self.closed.emit()
        self.deleteLater()

    def _take_keyboard(self) -> None:
        from physioplan.gui.commands import first_reachable

        inside = first_reachable(self._plate)
        (inside or self).setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        width = min(self._width, window.width())
        if self._drawer:
            self._plate.setGeometry(window.width() - width, 0, width, window.height())
            return
        layout = self._plate.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        wanted = max(wanted, self._plate.sizeHint().height())
        height = min(wanted, window.height() - 24)
        self._plate.setGeometry(window.width() - width, window.height() - height, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        inside = [
            child
            for child in self._plate.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        ]
        if not inside:
            return True
        inside.sort(
            key=lambda child: (
                child.mapTo(self, child.rect().topLeft()).y() // 20,
                child.mapTo(self, child.rect().topLeft()).x(),
            )
        )
        focused = QApplication.focusWidget()
        at = inside.index(focused) if focused in inside else -1
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.close_sheet()
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.action_bar.press_primary()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("#1D2327", 158))
        painter.end()


def open_sheet(window: QWidget) -> Sheet | None:
    """The sheet now over ``window``, if any."""
    return window.findChild(Sheet, "scrim", Qt.FindChildOption.FindDirectChildrenOnly)
