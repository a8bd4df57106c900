"""The note to the patient, with its reading grade while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from physioplan.gui.pages.programme.presenter import ProgrammePresenter
from physioplan.gui.pause import Pause
from physioplan.gui.theme.fonts import font
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.words import _

LONGEST = 300


class _Note(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(QWidget):
    """Kept at each pause of the typing and when the keyboard leaves, on the exercise it was typed for."""

    def __init__(self, presenter: ProgrammePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._where: tuple[int, int] | None = None
        self._exercise = ""
        self._known = ""
        self._pause = Pause(self.flush, self)
        self._label = Label("", "control")
        self.text = _Note()
        self.text.setFont(font("lead"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(88)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.flush)
        self._sign = Icon("check", 16, "ink2")
        self._grade = Label("", "small", "ink2", wrap=True)
        prints = ElidedLabel(_("prints on handout"), "small", "ink2")
        prints.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addWidget(prints, 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._grade, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)

    def display(self, where: tuple[int, int], exercise: str, note: str, first_name: str) -> None:
        """Show the note of the exercise at ``where``; what is being typed for that very exercise stays."""
        label = _("Note to {name}").format(name=first_name)
        self._label.setText(label)
        self.text.setAccessibleName(label)
        same = (where, exercise) == (self._where, self._exercise)
        self._where, self._exercise = where, exercise
        if not same or note != self._known:
            self._known = note
            if self.text.toPlainText().strip() != note:
                blocked = self.text.blockSignals(True)
                self.text.setPlainText(note)
                self.text.blockSignals(blocked)
        self._look()

    def flush(self) -> None:
        """Keep what was typed."""
        words = self.text.toPlainText().strip()
        if self._where is not None and words != self._known:
            self._known = words
            self._presenter.set_note(words, self._where)

    def _typed(self) -> None:
        words = self.text.toPlainText()
        if len(words) > LONGEST:
            cursor = self.text.textCursor()
            at = min(cursor.position(), LONGEST)
            blocked = self.text.blockSignals(True)
            self.text.setPlainText(words[:LONGEST])
            cursor = self.text.textCursor()
            cursor.setPosition(at)
            self.text.setTextCursor(cursor)
            self.text.blockSignals(blocked)
        self._look()
        self._pause.touch()

    def _look(self) -> None:
        words = self.text.toPlainText()
        look = self._presenter.look_at_note(words)
        if len(words) >= LONGEST:
            self._say(
                _("The note is full: {n} letters fit on the handout").format(n=LONGEST),
                "triangle-alert",
                "warn",
            )
        elif look.is_hard and look.grade is not None:
            hard = _("Hard to read: grade {n}. Shorten “{sentence}”")
            longest = look.longest if len(look.longest) <= 60 else look.longest[:57].rstrip() + " …"
            self._say(hard.format(n=round(look.grade), sentence=longest), "triangle-alert", "warn")
        elif look.grade is not None:
            self._say(_("Plain: reading grade {n}").format(n=round(look.grade)), "check", "ink2")
        else:
            self._say("", "check", "ink2")

    def _say(self, words: str, icon: str, tone: str) -> None:
        self._grade.setText(words)
        self._grade.use_tone(tone)
        self._sign.display(icon, tone)
        self._sign.setVisible(bool(words))
        self._grade.setVisible(bool(words))
        self.text.setAccessibleDescription(words)
