"""Asks why an agreed plan is changed; the words are kept with the new version."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from physioplan.gui.pages.programme.presenter import ProgrammePresenter, ProgrammeView
from physioplan.gui.pause import Pause
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


class ChangeStrip(QWidget):
    """Hidden until a plan that was agreed is changed."""

    def __init__(self, presenter: ProgrammePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._known = ""
        self._pause = Pause(self.flush, self)
        self._label = Label(_("Why does the plan change?"), "control")
        self.reason = TextLine("", _("A few words, kept with the new version"), small=True)
        self.reason.setMaxLength(300)
        self.reason.setAccessibleName(_("Why does the plan change?"))
        self.reason.textEdited.connect(lambda _words: self._pause.touch())
        self.reason.editingFinished.connect(self.flush)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self.reason, 1)
        self.hide()

    def display(self, view: ProgrammeView) -> None:
        self.setVisible(bool(view.version) and view.is_changed)
        if view.reason != self._known:
            self._known = view.reason
            if self.reason.text().strip() != view.reason.strip():
                self.reason.setText(view.reason)

    def flush(self) -> None:
        """Keep what was typed."""
        words = self.reason.text()
        if words != self._known:
            self._known = words
            self._presenter.give_change_reason(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(palette.warn_soft))
        painter.fillRect(0, 0, self.width(), 1, colour(palette.warn_line))
        painter.end()
