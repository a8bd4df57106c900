"""One phase of the programme: weeks, minutes a day, and its exercises in order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.pages.programme.add_slot import AddSlot
from physioplan.gui.pages.programme.columns import ColumnView
from physioplan.gui.pages.programme.drag import carried
from physioplan.gui.pages.programme.exercise_card import ExerciseCard, menu_words
from physioplan.gui.pages.programme.presenter import ProgrammePresenter
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.day_meter import DayMeter, DayMeterView
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.words import _

_STEPS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}


class PhaseColumn(QWidget):
    """The cards are one tab stop. ``neighbour_requested(step, place)`` asks for the column beside it."""

    neighbour_requested = Signal(int, int)
    dose_requested = Signal()
    add_requested = Signal(int)

    def __init__(
        self,
        presenter: ProgrammePresenter,
        queue: FigureQueue,
        number: int,
        all_weeks: Callable[[], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.queue = queue
        self.number = number
        self._all_weeks = all_weeks
        self._cards: list[ExerciseCard] = []
        self._stop = 0
        self._drop_at: int | None = None
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._weeks = Label("", "row_name")
        self._name = ElidedLabel("", "small", "ink2")
        self._meter = DayMeter(DayMeterView(0, None))
        self._minutes = Label("", "small_strong")
        self._count = Label("", "small", "ink2")
        self._warning = Tag("", "warn", icon="triangle-alert")
        self._copy = Button("", "default", icon="copy")
        self._copy.clicked.connect(lambda: presenter.copy_phase(self.number - 1, self.number))
        self.add = AddSlot(_("Add"))
        self.add.clicked.connect(lambda: self.add_requested.emit(self.number))
        self._title = QWidget()
        title = QHBoxLayout(self._title)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(8)
        title.addWidget(self._weeks)
        title.addWidget(self._name, 1)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._minutes)
        below.addStretch(1)
        below.addWidget(self._count)
        below.addWidget(self._warning)
        below.addStrut(self._warning.sizeHint().height())
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 6)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._meter)
        column.addLayout(below)
        column.addSpacing(5)
        column.addLayout(self._list)
        column.addSpacing(5)
        column.addWidget(self._copy)
        column.addWidget(self.add)
        column.addStretch(1)
        queue.ready.connect(self._picture_ready)

    # -- showing ---------------------------------------------------------------------------------

    def display(self, view: ColumnView) -> None:
        self._weeks.setText(view.weeks)
        self._weeks.use_tone("accent" if view.shown else "ink")
        self._name.setText(view.name)
        self._minutes.setText(view.minutes_words)
        self._minutes.use_tone("warn" if view.over else "ink")
        spoken = _("{minutes} minutes a day, limit {limit}").format(minutes=view.minutes, limit=view.limit)
        self._meter.display(DayMeterView(view.minutes, view.limit, 30, spoken))
        self._count.setVisible(not view.warning)
        self._count.setText(view.count_words)
        self._warning.setVisible(bool(view.warning))
        self._warning.display(view.warning, "warn", "triangle-alert")
        self._copy.setVisible(not view.cards and bool(view.copy_words))
        self._copy.setText(view.copy_words)
        self.add.setAccessibleName(_("Add an exercise to {weeks}").format(weeks=view.weeks))
        self.setAccessibleName(f"{view.weeks}, {view.name}, {view.minutes_words}, {view.count_words}")
        while len(self._cards) < len(view.cards):
            card = ExerciseCard(self)
            self._list.addWidget(card)
            card.show()  # at once, so that it can take the keyboard
            self._cards.append(card)
        while len(self._cards) > len(view.cards):
            gone = self._cards.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for card, one in zip(self._cards, view.cards, strict=True):
            card.display(one)
        chosen = next((n for n, one in enumerate(view.cards) if one.selected), self._stop)
        self._settle(chosen)

    def use_title(self, shown: bool) -> None:
        """The title may go where a tab above says the same."""
        self._title.setVisible(shown)

    def cards(self) -> list[ExerciseCard]:
        return list(self._cards)

    def take_keyboard(self, place: int | None = None) -> None:
        """Go to the card at ``place`` (or where the keyboard last was), or to Add when there is none."""
        if not self._cards:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._settle(self._stop if place is None else place)
        self._cards[self._stop].setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self, place: int) -> None:
        self._stop = max(0, min(place, len(self._cards) - 1))
        for number, card in enumerate(self._cards):
            strong = number == self._stop
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _picture_ready(self, exercise_id: str) -> None:
        for card in self._cards:
            if card.view.exercise == exercise_id:
                card.update()

    # -- what a card asks --------------------------------------------------------------------------

    def where(self, card: ExerciseCard) -> tuple[int, int]:
        """(phase, place) of a card."""
        return self.number, self._cards.index(card)

    def select(self, card: ExerciseCard) -> None:
        if card in self._cards:
            self.presenter.select(*self.where(card))

    def card_focused(self, card: ExerciseCard) -> None:
        if card in self._cards:
            self._settle(self._cards.index(card))
            self.presenter.select(*self.where(card))

    def edit_dose(self, card: ExerciseCard) -> None:
        self.select(card)
        self.dose_requested.emit()

    def keyed(self, card: ExerciseCard, event: QKeyEvent) -> None:
        """Arrows walk, with Alt they move; Delete, F2, E, H and a digit do the rest."""
        phase, place = self.where(card)
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in _STEPS:
            across, along = _STEPS[key]
            if self.isRightToLeft():
                across = -across
            self._stepped(phase, place, across, along, alt)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            target = 0 if key == Qt.Key.Key_Home else len(self._cards) - 1
            self._to(phase, place, phase, target) if alt else self.take_keyboard(target)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.presenter.remove(phase, place)
        elif key == Qt.Key.Key_F2:
            self.edit_dose(card)
        elif key in (Qt.Key.Key_E, Qt.Key.Key_H):
            self.select(card)
            self.presenter.easier() if key == Qt.Key.Key_E else self.presenter.harder()
        else:
            self._to(phase, place, phase, min(key - Qt.Key.Key_1, len(self._cards) - 1))

    def _stepped(self, phase: int, place: int, across: int, along: int, moves: bool) -> None:
        if moves:
            self._to(phase, place, phase + across, place + along)
        elif across:
            self.neighbour_requested.emit(across, place)
        elif 0 <= place + along < len(self._cards):
            self.take_keyboard(place + along)
        elif along > 0:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _to(self, phase: int, place: int, to_phase: int, to_place: int) -> None:
        if (phase, place) != (to_phase, to_place) and to_place >= 0:
            self.presenter.move(phase, place, to_phase, to_place)

    def open_menu(self, card: ExerciseCard, at: QPoint) -> None:
        """Everything that can be done with a card, for the mouse and for the menu key."""
        phase, place = self.where(card)
        self.select(card)
        menu = QMenu(self)
        words = menu_words()

        def entry(parent: QMenu, text: str, act: Callable[[], None], keys: str = "") -> None:
            action = QAction(f"{text}\t{keys}" if keys else text, parent)
            action.triggered.connect(lambda _on: act())
            parent.addAction(action)

        entry(menu, words["dose"], self.dose_requested.emit, "F2")
        entry(menu, words["easier"], self.presenter.easier, "E")
        entry(menu, words["harder"], self.presenter.harder, "H")
        menu.addSeparator()
        positions = menu.addMenu(_("Move to position"))
        for n in range(len(self._cards)):
            if n != place:
                entry(positions, str(n + 1), lambda n=n: self._to(phase, place, phase, n), str(n + 1))  # type: ignore[misc]
        positions.setEnabled(len(self._cards) > 1)
        phases = menu.addMenu(_("Move to another phase"))
        for n, weeks in enumerate(self._all_weeks()):
            if n != phase:
                entry(phases, weeks, lambda n=n: self.presenter.move(phase, place, n, 99))  # type: ignore[misc]
        menu.addSeparator()
        entry(menu, words["remove"], lambda: self.presenter.remove(phase, place), _("Del"))
        menu.popup(at)

    # -- dropping --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if carried(event.mimeData()) is None:
            return
        event.acceptProposedAction()
        self._drop_at = self._gap_at(event.position().toPoint().y())
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        what = carried(event.mimeData())
        gap = self._gap_at(event.position().toPoint().y())
        self._drop_at = None
        self.update()
        if what is None:
            return
        event.acceptProposedAction()
        if what.exercise:
            self.presenter.add(what.exercise, self.number, gap)
        elif what.place is not None:
            phase, place = what.place
            behind = phase == self.number and place < gap  # its own gap closes first
            self._to(phase, place, self.number, gap - 1 if behind else gap)

    def _gap_at(self, y: int) -> int:
        return sum(1 for card in self._cards if y > card.geometry().center().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_at is None:
            return
        painter = QPainter(self)
        painter.setPen(QPen(colour(current_palette().accent), 3))
        y = self.add.geometry().top() - 8
        if self._drop_at < len(self._cards):
            y = self._cards[self._drop_at].geometry().top() - 5
        elif self._cards:
            y = self._cards[-1].geometry().bottom() + 4
        painter.drawLine(8, y, self.width() - 8, y)
        painter.end()
