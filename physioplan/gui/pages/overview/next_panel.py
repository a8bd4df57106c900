"""Beside the overview: the one thing to do next with what it involves, and the notes."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.overview.next_action import NextAction
from physioplan.gui.pages.overview.score_list import empty_layout
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.state_glyph import State, StateGlyph
from physioplan.gui.words import _


class NextPanel(ScrollColumn):
    """Rebuilt when what is next or the notes change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(28, 18, 28, 24), spacing=0)
        self._shown: tuple[object, ...] = ()

    def display(self, following: NextAction, notes: tuple[tuple[str, str], ...]) -> None:
        if (following, notes) == self._shown:
            return
        self._shown = (following, notes)
        empty_layout(self.column)
        self.column.addWidget(SectionHead(_("Next")))
        self.column.addSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(StateGlyph(cast(State, following.state), 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(following.title, "heading", wrap=True), 1)
        self.column.addLayout(head)
        self.column.addSpacing(6)
        self.column.addWidget(Label(following.sentence, "body", "ink2", wrap=True))
        self.column.addSpacing(8)
        for words in following.checklist:
            row = QHBoxLayout()
            row.setContentsMargins(3, 5, 0, 5)
            row.setSpacing(13)
            row.addWidget(Icon("circle", 14, "line_strong"))
            row.addWidget(Label(words, "body", wrap=True), 1)
            self.column.addLayout(row)
        self.column.addSpacing(16)
        self.column.addWidget(SectionHead(_("Notes"), style="subheading", strong=False))
        if not notes:
            self.column.addSpacing(8)
            self.column.addWidget(
                Label(_("Notes of visits and reviews gather here."), "small", "ink2", wrap=True)
            )
        for number, (day, words) in enumerate(notes):
            if number:
                self.column.addWidget(Rule())
            self.column.addWidget(
                self._note(day, words, 92 if any(len(one) > 6 for one, _words in notes) else 52)
            )
        self.column.addStretch(1)

    def _note(self, day: str, words: str, room: int) -> QWidget:
        whole = QWidget()
        whole.setAccessibleName(f"{day}: {words}")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(8)
        when = Label(day, "small_strong", wrap=True)
        when.setFixedWidth(room)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.addWidget(Label(words, "small", wrap=True))
        row.addLayout(text, 1)
        return whole
