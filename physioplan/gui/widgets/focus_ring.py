"""The one focus ring of a window: 3 px of ink with a 2 px gap, outside the control that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS_CONTROL

_OUT = FOCUS_GAP + FOCUS_WIDTH
_FOLLOWED = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange}
)


class FocusRing(QWidget):
    """Follows the keyboard focus inside ``window``.

    A ``QFocusFrame`` would be cut at the scroll area it sits in; this overlay belongs to the window and cuts
    itself at the viewport plus 6 px. A widget may offer ``focus_ring_rect() -> QRect`` and
    ``focus_ring_radius() -> float`` (its own coordinates) to be ringed elsewhere than at its edge, and calls
    ``FocusRing.follow(widget)`` when that moves. A widget with the property ``no_ring`` is left alone.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = True
        self._radius = float(RADIUS_CONTROL)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._place)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def look(self) -> None:
        """Find the control that has the keyboard now."""
        self._focus_changed(None, self.window().focusWidget())

    @staticmethod
    def follow(widget: QWidget) -> None:
        """Ask the ring of the widget's window to look again where ``widget`` wants it."""
        ring = widget.window().findChild(FocusRing, "focus_ring", Qt.FindChildOption.FindDirectChildrenOnly)
        if ring is not None and ring._target is widget:
            ring._place()

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is not self.parentWidget():
            new = None
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keyboard = False
        for watched in self._watched:
            try:
                watched.removeEventFilter(self)
            except RuntimeError:  # deleted together with its page
                continue
        self._watched = []
        self._target = new
        if new is not None:
            widget: QWidget | None = new
            while widget is not None and widget is not self.parentWidget():
                widget.installEventFilter(self)
                self._watched.append(widget)
                widget = widget.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _FOLLOWED:
            self._settle.start()
        elif watched is self._target:
            if kind == QEvent.Type.KeyPress and not self._by_keyboard:
                self._by_keyboard = True
                self._settle.start()
            elif kind == QEvent.Type.MouseButtonPress and self._by_keyboard:
                self._by_keyboard = False
                self._settle.start()
        return False

    def _wanted(self) -> bool:
        target = self._target
        if target is None or not target.isVisible() or target.property("no_ring"):
            return False
        if isinstance(target, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)):
            return True
        return self._by_keyboard

    def _place(self) -> None:
        target = self._target
        try:
            wanted = self._wanted()
        except RuntimeError:  # the widget was deleted in between
            self._target, self._watched, wanted = None, [], False
        if target is None or not wanted:
            self.hide()
            return
        owner = target.parentWidget()
        if owner is not None and owner.focusProxy() is target:
            target = owner  # a control made of parts is ringed as a whole
        inner: QRect = target.focus_ring_rect() if hasattr(target, "focus_ring_rect") else target.rect()
        radius = target.focus_ring_radius() if hasattr(target, "focus_ring_radius") else RADIUS_CONTROL
        self._radius = float(radius)
        window = target.window()
        corner = target.mapTo(window, inner.topLeft())
        around = QRect(corner, inner.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT)
        self.setGeometry(around)
        seen = self._seen_part(target, window, around)
        if seen.isEmpty():
            self.hide()
            return
        if seen == around:
            self.clearMask()
        else:
            self.setMask(QRegion(seen.translated(-around.topLeft())))
        self.raise_()
        self.show()
        self.update()

    def _seen_part(self, target: QWidget, window: QWidget, around: QRect) -> QRect:
        seen = QRect(around)
        parent = target.parentWidget()
        while parent is not None and parent is not window:
            area = parent.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
                view = QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
                seen &= view.adjusted(-6, -6, 6, 6)
            parent = area
        return seen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(current_palette().ink), FOCUS_WIDTH))
        half = FOCUS_WIDTH / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = self._radius + _OUT - half
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
