"""What next? Three cards to decide together, once; afterwards what was decided, by whom and when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.assessment import Assessment, NextStep, Occasion
from physioplan.gui.dates import short_day
from physioplan.gui.pages.outcome.wording import next_step_words
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.switches import RadioRow
from physioplan.gui.words import _


class NextStepCards(QWidget):
    """``chosen_changed`` fires for the user's hand; nothing is chosen at first."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(_("What next?"), "heading"))
        self._note = Label(_("decide together"), "small", "ink2")
        head.addWidget(self._note, 1)
        column.addLayout(head)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.cards: dict[NextStep, RadioRow] = {}
        self._cards = QWidget()
        self._list = QVBoxLayout(self._cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        column.addWidget(self._cards)
        self._decided = QWidget()
        line = QHBoxLayout(self._decided)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(Icon("check", 20, "accent"))
        self._words = Label("", "body", wrap=True)
        line.addWidget(self._words, 1)
        column.addWidget(self._decided)
        self._shown: tuple[str, Occasion] | None = None
        self._build(Occasion.WEEK_12)

    def _build(self, occasion: Occasion) -> None:
        """The three cards, worded for a review; nothing is chosen."""
        for card in self.cards.values():
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        for step in NextStep:
            words, second = next_step_words(step, occasion)
            card = RadioRow(words, second, card=True)
            card.clicked.connect(self.chosen_changed)
            self._group.addButton(card)
            self.cards[step] = card
            self._list.addWidget(card)

    def display(self, review: Assessment | None) -> None:
        """Offer the cards for a signed review without a decision; say what was decided otherwise."""
        self.setVisible(review is not None)
        if review is None:
            return
        if (review.episode_id, review.occasion) != self._shown:
            self._shown = (review.episode_id, review.occasion)
            self._build(review.occasion)
        decided = review.next_step
        self._cards.setVisible(decided is None)
        self._note.setVisible(decided is None)
        self._decided.setVisible(decided is not None)
        if decided is not None:
            words = next_step_words(decided, review.occasion)[0]
            self._words.setText(
                _("{decision}. Decided {day}, {who}.").format(
                    decision=words, day=short_day(review.recorded_at.astimezone().date()), who=review.by
                )
            )
            self._clear()

    def chosen(self) -> NextStep | None:
        """The card picked, or ``None``."""
        return next((step for step, card in self.cards.items() if card.isChecked()), None)

    def _clear(self) -> None:
        self._group.setExclusive(False)
        for card in self.cards.values():
            card.setChecked(False)
        self._group.setExclusive(True)
