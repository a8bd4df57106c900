"""The library at the left: how many fit, search, facets, and the cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.pages.programme.exercise_names import category_words, position_words
from physioplan.gui.pages.programme.library_list import LibraryList
from physioplan.gui.pages.programme.menu_chip import MenuChip
from physioplan.gui.pages.programme.presenter import ProgrammePresenter, ProgrammeView
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.tag import KeyCap
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _
from physioplan.library.exercise import Category, Position
from physioplan.library.exercise_library import Facets
from physioplan.prescribing.candidates import ANYWHERE


class _Search(TextLine):
    """Down goes to the cards, Enter adds the first one, Esc clears."""

    def __init__(self, owner: LibraryPanel) -> None:
        super().__init__("", _("Search"), icon="search", small=True)
        self._owner = owner
        self.setAccessibleName(_("Search exercises"))
        self._key = KeyCap("/")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._owner.cards.take_keyboard()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._owner.add_first()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class LibraryPanel(QWidget):
    """304 px wide beside the phases; as wide as it may be on its own."""

    def __init__(
        self, presenter: ProgrammePresenter, queue: FigureQueue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._view: ProgrammeView | None = None
        self._count = Label("", "small", "ink2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(_("Exercises"), "heading"))
        head.addStretch(1)
        head.addWidget(self._count)
        self.search = _Search(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(lambda: presenter.search(self.search.text()))
        self.search.textEdited.connect(lambda _words: self._later.start())
        self.fits = Chip(_("Fits findings"), True)
        categories = [("", _("Any kind")), *((key.value, words) for key, words in category_words().items())]
        positions = [
            ("", _("Any position")),
            *((key.value, words) for key, words in position_words().items() if key is not Position.ANY),
        ]
        self.category = MenuChip(_("Kind"), categories)
        self.position = MenuChip(_("Position"), positions)
        self.kit = MenuChip(
            _("Kit"), (("", _("Any kit")), ("at_hand", _("Kit at hand")), ("none", _("No kit")))
        )
        chips = FlowRow(gap=6)
        for chip in (self.fits, self.category, self.position, self.kit):
            chips.add(chip)
        self.fits.toggled_by_hand.connect(lambda _on: self._filter())
        for menu in (self.category, self.position, self.kit):
            menu.chosen_changed.connect(lambda _key: self._filter())
        self.cards = LibraryList(queue)
        self.cards.setAccessibleName(_("Exercises of the library"))
        self.cards.chosen.connect(self._choose)
        self.cards.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.TabFocusReason))
        self._empty = Label(
            _("No exercise matches. Clear the search or take a filter away."), "small", "ink2", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 14, 4, 0)
        column.setSpacing(8)
        for item in (self.search, chips, self._empty):
            item.setContentsMargins(0, 0, 0, 0)
        top = QVBoxLayout()
        top.setContentsMargins(5, 0, 12, 0)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(chips)
        top.addWidget(self._empty)
        column.addLayout(top)
        column.addWidget(self.cards, 1)

    def display(self, view: ProgrammeView) -> None:
        self._view = view
        words = _("{n} of {all} fit {name}")
        self._count.setText(words.format(n=view.fits, all=view.exercises, name=view.first_name))
        self._count.setToolTip(self._count.text())
        if not self._later.isActive() and self.search.text() != view.typed:
            self.search.setText(view.typed)
        self.fits.display(view.only_fitting)
        facets = view.facets
        self.category.choose(next((one.value for one in facets.categories), ""))
        self.position.choose(next((one.value for one in facets.positions), ""))
        self.kit.choose(
            "" if facets.equipment is None else "at_hand" if facets.equipment == view.at_hand else "none"
        )
        self.cards.offer(view.library)
        self._empty.setVisible(not view.library)

    def begin_search(self) -> None:
        """The keyboard goes to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add_first(self) -> None:
        """Enter in the search field adds the first card found."""
        self._later.stop()
        self._presenter.search(self.search.text())
        if self._view is not None and self._view.library:
            self._choose(self._view.library[0].exercise.id)

    def _choose(self, exercise_id: str) -> None:
        view = self._view
        card = next((c for c in view.library if c.exercise.id == exercise_id), None) if view else None
        if card is not None and card.why_not:
            self._presenter.refuse(exercise_id, card.why_not)
        elif card is not None:
            self._presenter.add(exercise_id)

    def _filter(self) -> None:
        view = self._view
        if view is None:
            return
        category, position, kit = self.category.chosen(), self.position.chosen(), self.kit.chosen()
        facets = Facets(
            categories=frozenset({Category(category)} if category else ()),
            positions=frozenset({Position(position)} if position else ()),
            equipment=None if not kit else view.at_hand if kit == "at_hand" else ANYWHERE | {"mat"},
        )
        self._presenter.filter(facets, self.fits.isChecked())
