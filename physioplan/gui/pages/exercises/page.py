"""The library page: search and facets above, cards in the middle, one exercise in full beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.page import Page
from physioplan.gui.pages.exercises.card_list import CardList
from physioplan.gui.pages.exercises.detail import ExerciseDetail
from physioplan.gui.pages.exercises.presenter import ExercisesPresenter, ExercisesView
from physioplan.gui.pages.exercises.wording import category_words, position_words
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, ngettext
from physioplan.library.exercise import Category, Position
from physioplan.services.figure_shelf import FigureShelf

CLEAR = "clear"


class ExercisesPage(Page):
    """Arrows move between cards, / goes to the search, Enter reads the card aloud in the aside."""

    def __init__(
        self, presenter: ExercisesPresenter, figures: FigureShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place = "exercises"
        self._presenter = presenter
        self._header = PageHeader(_("Exercises"))
        self.header = self._header
        self.search = TextLine(placeholder=_("Search any word"), icon="search")
        self.search.setAccessibleName(_("Search exercises"))
        self.search.setMinimumWidth(300)
        self.search.textEdited.connect(presenter.search)
        self._header.trail(self.search)
        self._categories: dict[Category, Chip] = {}
        chips = FlowRow(gap=6)
        for category in Category:
            chip = Chip(category_words(category))
            chip.toggled_by_hand.connect(lambda on, category=category: presenter.keep_category(category, on))
            self._categories[category] = chip
            chips.add(chip)
        self.position = Choice(
            (
                ("", _("Any position")),
                *((p.value, position_words(p)) for p in Position if p is not Position.ANY),
            ),
            small=True,
        )
        self.position.setAccessibleName(_("Position"))
        self.position.activated.connect(self._position_chosen)
        self.level = Choice(
            (("", _("Any level")), *((str(n), _("Level {n}").format(n=n)) for n in range(1, 6))), small=True
        )
        self.level.setAccessibleName(_("Level"))
        self.level.activated.connect(self._level_chosen)
        chips.add(self.position, self.level)
        self._empty = Label("", "body", "ink2", wrap=True)
        self._queue = FigureQueue(figures.figure, self)
        self.cards = CardList(self._queue)
        self.cards.chosen.connect(presenter.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 4, 12, 0)
        column.setSpacing(10)
        column.addWidget(chips)
        column.addWidget(self._empty)
        column.addWidget(self.cards, 1)
        self._detail = ExerciseDetail(figures)
        self._detail.step_requested.connect(presenter.choose)
        aside = ScrollColumn(margins=(0, 0, 0, 0))
        aside.column.addWidget(self._detail)
        aside.column.addStretch(1)
        self.aside = aside
        self.aside_title = _("The exercise in full")
        self.aside_width = 340
        presenter.attach(self.display)

    def display(self, view: ExercisesView) -> None:
        """Show what was found and the one that is read."""
        shown = ngettext("{n} exercise", "{n} exercises", view.total).format(n=view.total)
        if len(view.found) != view.total:
            shown = _("{n} of {total}").format(n=len(view.found), total=shown)
        self._header.display(_("Exercises"), shown)
        if not self.search.hasFocus():
            self.search.setText(view.typed)
        for category, chip in self._categories.items():
            chip.setText(f"{category_words(category)} {view.counts[category]}")
            chip.display(category in view.facets.categories)
        self.cards.display(view.found, view.chosen.id if view.chosen else "")
        self._empty.setVisible(not view.found)
        self._empty.setText(_("No exercise fits. Clear the filters, or search for another word."))
        self._detail.display(view)
        filtered = bool(view.typed or view.facets.categories or view.facets.positions or view.facets.levels)
        clear = (ActionView(CLEAR, _("Clear filters"), icon="x"),) if filtered else ()
        self.show_bar(
            ActionBarView(
                save=SaveView("idle", _("Doses are clinical consensus"), icon="info"), secondary=clear
            )
        )

    def _position_chosen(self) -> None:
        key = self.position.chosen()
        self._presenter.keep_position(Position(key) if key else None)

    def _level_chosen(self) -> None:
        key = self.level.chosen()
        self._presenter.keep_level(int(key) if key else None)

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == CLEAR:
            self.search.clear()
            self.position.choose("")
            self.level.choose("")
            self._presenter.clear()

    def entered(self) -> None:
        """Start in the search field."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page."""
        return (("/", _("search")), ("← ↑ ↓ →", _("move between cards")))
