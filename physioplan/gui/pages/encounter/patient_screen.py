"""One question over the whole window, for the patient: no names, no other data, targets of 96 px."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterPresenter, EncounterView
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from physioplan.gui.words import _


class PatientScreen(QWidget):
    """F9 or Esc returns; Next question moves on. The answer goes the same way as on the page."""

    def __init__(self, presenter: EncounterPresenter, view: EncounterView, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("canvas")
        self._presenter = presenter
        self._questions = _questions(view)
        self._raw = dict(view.raw)
        self._at = next((n for n, (key, *_rest) in enumerate(self._questions) if not self._raw.get(key)), 0)
        self._back_to = window.focusWidget()
        self._question = Label("", "show_to_patient", wrap=True)
        self._question.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._row = ScoreRow(_("Your answer"), huge=True)
        self._row.answered.connect(self._answered)
        self._row.advance_requested.connect(self._next)
        self._low, self._high = Label("", "prompt", "ink2"), Label("", "prompt", "ink2")
        ends = QHBoxLayout()
        ends.addWidget(self._low)
        ends.addStretch(1)
        ends.addWidget(self._high)
        self._go_on = Button(_("Next question"), "primary", large=True)
        self._go_on.clicked.connect(self._next)
        back = Button(_("Back"), "quiet", hint="F9")
        back.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 48, 64, 32)
        column.addStretch(2)
        column.addWidget(self._question)
        column.addSpacing(40)
        column.addWidget(self._row)
        column.addLayout(ends)
        column.addStretch(3)
        column.addLayout(foot)
        self._row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        window.installEventFilter(self)

    def open_over(self, window: QWidget) -> None:
        """Cover the whole window and ask."""
        self.setGeometry(window.rect())
        self._ask()
        self.show()
        self.raise_()
        self._row.take_keyboard()

    def leave(self) -> None:
        """Back to the page, with the keyboard where it was."""
        self.window().removeEventFilter(self)
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus()
        self.deleteLater()

    def _ask(self) -> None:
        key, question, low, high = self._questions[self._at]
        self._question.setText(question)
        self._low.setText(low)
        self._high.setText(high)
        words = self._raw.get(key, "")
        self._row.display(ScoreRowView(int(words) if words.isdigit() else None))
        last = self._at + 1 == len(self._questions)
        self._go_on.setText(_("Done") if last else _("Next question"))

    def _answered(self, number: int | None) -> None:
        key = self._questions[self._at][0]
        self._raw[key] = "" if number is None else str(number)
        self._presenter.typed(key, self._raw[key])

    def _next(self) -> None:
        if self._at + 1 < len(self._questions):
            self._at += 1
            self._ask()
            self._row.take_keyboard()
        else:
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), colour(current_palette().canvas))
        painter.end()


def _questions(view: EncounterView) -> tuple[tuple[str, str, str, str], ...]:
    if view.current == "goals":
        return tuple(
            (f"goal.{goal.id}.now", goal.words, _("Cannot do it"), _("As before"))
            for goal in view.encounter.goals
        ) or (("goal.1.now", _("What do you want to be able to do again?"), "", ""),)
    ends = (_("No pain"), _("Worst you can imagine"))
    return (
        ("measure.nrs.now", _("How strong is your pain right now?"), *ends),
        ("measure.nrs.average", _("How strong was it on average in the last 7 days?"), *ends),
        ("measure.nrs.worst", _("How strong was it at its worst in the last 7 days?"), *ends),
    )
