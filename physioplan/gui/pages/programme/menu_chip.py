"""A facet as a rounded button that opens a short list; on (with a tick) while it narrows the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette


class MenuChip(QAbstractButton):
    """``options`` are (key, words); the key "" means "any". ``chosen_changed`` fires by hand only."""

    chosen_changed = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._options = tuple(options)
        self._chosen = ""
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self._tell()

    def chosen(self) -> str:
        return self._chosen

    def choose(self, key: str) -> None:
        """Choose without telling anyone."""
        if key != self._chosen:
            self._chosen = key
            self._tell()

    def pick(self, key: str) -> None:
        """The hand chose ``key``."""
        if key != self._chosen:
            self.choose(key)
            self.chosen_changed.emit(key)

    def open_menu(self) -> None:
        menu = QMenu(self)
        for key, words in self._options:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(key == self._chosen)
            action.triggered.connect(lambda _on, key=key: self.pick(key))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _tell(self) -> None:
        words = dict(self._options).get(self._chosen, "")
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()
        self.update()
        relay = getattr(self.parentWidget(), "relay", None)
        if relay is not None:
            relay()

    def focus_ring_radius(self) -> float:
        return 16.0

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("control")).horizontalAdvance(self.text()) + 42
        return QSize(width + (20 if self._chosen else 0), 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        on = bool(self._chosen)
        fill = palette.accent_soft if on or self._hover else palette.surface
        line = palette.accent if on or self._hover else palette.line_strong
        ink = palette.accent if on else palette.ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(line), 1))
        painter.setBrush(colour(fill))
        radius = (self.height() - 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = QRectF(self.rect()).adjusted(30 if rtl else 12, 0, -12 if rtl else -30, 0)
        if on:
            paint_icon(painter, "check", self.width() - 28 if rtl else 12, 8, 16, ink)
            room = room.adjusted(0, 0, -20, 0) if rtl else room.adjusted(20, 0, 0, 0)
        paint_icon(painter, "chevron-down", 10 if rtl else self.width() - 26, 8, 16, ink)
        painter.setFont(font("control" if on else "control_plain"))
        painter.setPen(colour(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
        painter.end()
