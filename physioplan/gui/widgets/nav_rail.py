"""The rail at the side: four places, then privacy, settings and lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RAIL_WIDTH, RAIL_WIDTH_COMPACT
from physioplan.gui.widgets.brand_mark import BrandMark
from physioplan.gui.words import _, ngettext


class _Place(QAbstractButton):
    def __init__(self, owner: NavRail, key: str, icon: str, words: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self.key = key
        self.icon_name = icon
        self.current = False
        self.count = 0
        self.compact = False
        self._hover = False
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell()

    def tell(self) -> None:
        words = self.text()
        if self.count:
            overdue = ngettext("{n} overdue", "{n} overdue", self.count).format(n=self.count)
            words = f"{words}, {overdue}"
        self.setAccessibleName(words)
        self.setToolTip(words if self.compact else "")
        self.updateGeometry()
        self.update()

    def focus_ring_radius(self) -> float:
        return 8.0

    def sizeHint(self) -> QSize:
        return QSize(40, 40) if self.compact else QSize(72, 60)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.step_focus(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.current or self.isChecked()
        ink = palette.on_accent if on else palette.ink2
        if on or self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.accent if on else palette.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        middle = self.width() / 2
        top = 9.0 if self.compact else 10.0
        paint_icon(painter, self.icon_name, middle - 11, top, 22, ink)
        if not self.compact:
            painter.setFont(font("micro_strong" if on else "micro"))
            painter.setPen(colour(ink))
            words = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width() - 2
            )
            painter.drawText(QRectF(0, 34, self.width(), 18), Qt.AlignmentFlag.AlignCenter, words)
        if self.count:
            self._paint_count(painter)
        painter.end()

    def _paint_count(self, painter: QPainter) -> None:
        palette = current_palette()
        words = str(self.count) if self.count < 100 else "99+"
        width = max(18, QFontMetrics(font("micro_strong")).horizontalAdvance(words) + 8)
        box = QRectF(self.width() - width - (0 if self.compact else 9), 0 if self.compact else 5, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.danger))
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(colour(palette.on_danger))
        painter.setFont(font("micro_strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class NavRail(QWidget):
    """``place_requested`` carries "today", "patients", "exercises", "clinic", "privacy", "settings" or
    "lock".

    Up and Down move along the items. Privacy is a switch: ``display_privacy`` shows it on.
    """

    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Places"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 1, 12)
        column.setSpacing(4)
        self._mark = BrandMark()
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._mark, 0, centre)
        self._after_mark = 14
        column.addSpacing(14)
        self._places: list[_Place] = []
        for key, icon, words in (
            ("today", "calendar-clock", _("Today")),
            ("patients", "users", _("Patients")),
            ("exercises", "book-open", _("Exercises")),
            ("clinic", "chart-column", _("Clinic")),
            ("privacy", "eye-off", _("Privacy")),
            ("settings", "settings", _("Settings")),
            ("lock", "lock", _("Lock")),
        ):
            if key == "privacy":
                column.addStretch(1)
            place = _Place(self, key, icon, words)
            place.clicked.connect(self._clicked)
            self._places.append(place)
            column.addWidget(place, 0, centre)
        self.use_compact(False)

    def display(self, current: str | None, overdue: int = 0) -> None:
        """Mark the current place and the number of overdue reviews on Today."""
        for place in self._places:
            place.current = place.key == current
            place.count = overdue if place.key == "today" else 0
            place.tell()

    def display_privacy(self, on: bool) -> None:
        for place in self._places:
            if place.key == "privacy":
                place.icon_name = "eye-off"
                place.setCheckable(on)
                place.setChecked(on)
                place.setAccessibleDescription(_("Names are hidden") if on else "")
                place.update()

    def use_compact(self, compact: bool) -> None:
        """52 px wide with icons alone; the words become tooltips."""
        self.setFixedWidth(RAIL_WIDTH_COMPACT if compact else RAIL_WIDTH)
        self._mark.setFixedSize(32 if compact else 40, 32 if compact else 40)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 8 if compact else 16, 1, 6 if compact else 12)
        for place in self._places:
            place.compact = compact
            place.tell()

    def step_focus(self, place: QAbstractButton, step: int) -> None:
        at = next(number for number, known in enumerate(self._places) if known is place) + step
        if 0 <= at < len(self._places):
            self._places[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Place):
            self.place_requested.emit(sender.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(palette.rail))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(0 if rtl else self.width() - 1, 0, 1, self.height(), colour(palette.line))
        painter.end()
