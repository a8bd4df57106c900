"""Minus, a number that can also be typed, plus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.words import _


class _Number(QSpinBox):
    """Has the spin box role; Up, Down, Page Up and Page Down work, the wheel does not."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            event.ignore()
            return
        super().keyPressEvent(event)


class _Sign(QAbstractButton):
    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._hover = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoRepeat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(36, 36)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hover and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.accent_soft))
            painter.drawRoundedRect(QRectF(2, 2, 32, 32), 4, 4)
        tint = palette.ink if self.isEnabled() else palette.ink3
        paint_icon(painter, self._icon, 9, 9, 18, tint)
        painter.end()


class Stepper(QWidget):
    """``changed`` carries the number, for the user's hand only. ``unit`` is spoken, not drawn."""

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        value: int,
        least: int,
        most: int,
        parent: QWidget | None = None,
        *,
        step: int = 1,
        unit: str = "",
        suffix: str = "",
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._minus = _Sign("minus", _("Less: {name}").format(name=name), self)
        self._plus = _Sign("plus", _("More: {name}").format(name=name), self)
        self.number = _Number(self)
        self.number.setFrame(False)
        self.number.setFont(font("subheading"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setRange(least, most)
        self.number.setSingleStep(step)
        self.number.setSuffix(suffix)
        self.number.setValue(value)
        self.number.setFixedHeight(34)
        self.number.setStyleSheet("border: none; background: transparent; padding: 0;")
        self.number.setMinimumWidth(
            54 + (self.number.fontMetrics().horizontalAdvance(suffix) if suffix else 0)
        )
        self.number.setAccessibleName(f"{name}, {unit}" if unit else name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._minus, self.number, self._plus):
            row.addWidget(widget)
        self.setFocusProxy(self.number)
        self._minus.clicked.connect(self.number.stepDown)
        self._plus.clicked.connect(self.number.stepUp)
        self.number.valueChanged.connect(self._changed)
        self._limits()

    def value(self) -> int:
        return self.number.value()

    def display(self, value: int, least: int | None = None, most: int | None = None) -> None:
        """Show a number, and new limits when given, without telling anyone."""
        blocked = self.number.blockSignals(True)
        if least is not None and most is not None:
            self.number.setRange(least, most)
        self.number.setValue(value)
        self.number.blockSignals(blocked)
        self._limits()

    def sizeHint(self) -> QSize:
        return QSize(72 + self.number.minimumWidth(), 36)

    def _changed(self, value: int) -> None:
        self._limits()
        self.changed.emit(value)

    def _limits(self) -> None:
        self._minus.setEnabled(self.number.value() > self.number.minimum())
        self._plus.setEnabled(self.number.value() < self.number.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.line_strong if self.isEnabled() else palette.line), 1))
        painter.setBrush(colour(palette.surface if self.isEnabled() else palette.sunken))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QPen(colour(palette.line), 1))
        for x in (36.5, self.width() - 36.5):
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.end()
