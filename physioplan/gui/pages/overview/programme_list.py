"""The programme of the week on the overview: each exercise with its picture and dose."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.drawing.palette import SCREEN_LIGHT
from physioplan.gui.pages.overview.diary_bars import DiaryBars
from physioplan.gui.pages.overview.programme_now import ExerciseEntry, ProgrammeNow
from physioplan.gui.pages.overview.score_list import empty_layout
from physioplan.gui.widgets.drawing_view import DrawingView
from physioplan.gui.widgets.empty_state import EmptyState
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.words import _
from physioplan.services.figure_shelf import FigureShelf

THUMB = QSize(88, 58)


class ProgrammeList(QWidget):
    """Rebuilt when the phase changes."""

    def __init__(self, figures: FigureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def display(self, programme: ProgrammeNow | None, waiting: str) -> None:
        """``waiting`` stands in place of a programme that is not agreed yet."""
        if (programme, waiting) == self._shown:
            return
        self._shown = (programme, waiting)
        empty_layout(self._column)
        now = programme is not None and not programme.ended
        head = SectionHead(
            _("Programme now") if now else _("Programme at the end") if programme else _("Programme")
        )
        self._column.addWidget(head)
        if programme is None:
            self._column.addSpacing(12)
            self._column.addWidget(EmptyState(_("No programme yet"), waiting))
            self._column.addStretch(1)
            return
        if programme.minutes:
            head.trail(Label(programme.minutes, "small", "ink2"))
        phase = QHBoxLayout()
        phase.setContentsMargins(0, 9, 0, 9)
        phase.setSpacing(8)
        phase.addWidget(Label(programme.head, "subheading"))
        phase.addWidget(ElidedLabel(programme.phase, "field", "ink2"), 1)
        self._column.addLayout(phase)
        self._column.addWidget(Rule())
        for entry in programme.exercises:
            self._column.addWidget(self._exercise(entry))
            self._column.addWidget(Rule())
        if not programme.exercises:
            self._column.addSpacing(10)
            self._column.addWidget(Label(_("This phase has no exercises yet."), "body", "ink2", wrap=True))
        self._column.addSpacing(10)
        if programme.coping:
            self._column.addLayout(self._line("message-circle", _("Coping skills:"), programme.coping))
        if programme.diary:
            self._column.addSpacing(6)
            self._column.addLayout(self._line("notebook-pen", _("Diary:"), programme.diary_words))
            self._column.addSpacing(8)
            self._column.addWidget(DiaryBars(programme.diary, f"{_('Diary:')} {programme.diary_words}"))
        self._column.addStretch(1)

    def _exercise(self, entry: ExerciseEntry) -> QWidget:
        whole = QWidget()
        whole.setAccessibleName(f"{entry.name}, {entry.dose}")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(14)
        thumb = DrawingView(THUMB)
        thumb.setFixedSize(THUMB)
        figure = self._figures.figure(entry.exercise)
        thumb.display(f"{entry.exercise}/start/screen", figure.start if figure else None, SCREEN_LIGHT)
        row.addWidget(thumb)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(Label(entry.name, "body", wrap=True))
        words.addWidget(Label(entry.dose, "small", "ink2", wrap=True))
        if entry.note:
            note = ElidedLabel(entry.note.replace("\n", " "), "small", "ink2")
            note.setToolTip(entry.note)
            words.addWidget(note)
        words.addStretch(1)
        row.addLayout(words, 1)
        return whole

    def _line(self, icon: str, lead: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(lead, "small_strong"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "small", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        return row
