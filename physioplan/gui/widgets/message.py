"""A message in the page: icon, bold lead, one sentence, at most one action."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CARD
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import Label

MessageKind = Literal["info", "warn", "danger"]

_ICONS: dict[MessageKind, str] = {"info": "info", "warn": "triangle-alert", "danger": "octagon-alert"}


@dataclass(frozen=True, slots=True)
class MessageView:
    """``lead`` is bold, ``action`` the words of the one button ("" for none)."""

    kind: MessageKind
    lead: str = ""
    words: str = ""
    action: str = ""
    icon: str | None = None


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Tell assistive technology: politely, or at once for red flags and lost saves."""
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive if at_once else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)


class Message(QWidget):
    """``acted`` fires when the button is pressed. Showing a view announces it (danger at once)."""

    acted = Signal()

    def __init__(self, view: MessageView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view or MessageView("info")
        self._icon = Icon("info", 20, "ink2")
        self._words = Label("", "field", wrap=True, rich=True)
        self._button = Button("")
        self._button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        if view is not None:
            self.display(view)

    def display(self, view: MessageView) -> None:
        said_before = self._view
        self._view = view
        tone = {"info": "ink", "warn": "warn", "danger": "danger"}[view.kind]
        self._icon.display(view.icon or _ICONS[view.kind], tone)
        lead = f"<b style='font-weight:600'>{escape(view.lead)}</b> " if view.lead else ""
        self._words.setText(lead + escape(view.words))
        self._button.setVisible(bool(view.action))
        self._button.setText(view.action.replace("&", "&&"))
        plain = f"{view.lead} {view.words}".strip()
        self.setAccessibleName(plain)
        self.update()
        if plain and view != said_before and self.isVisible():
            announce(self, plain, at_once=view.kind == "danger")

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        fill, line = {
            "info": (palette.surface, palette.line),
            "warn": (palette.warn_soft, palette.warn_line),
            "danger": (palette.danger_soft, palette.danger_line),
        }[self._view.kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(line), 1))
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        painter.end()
