"""The chosen exercise at the right: its pictures, its dose in steppers, the next step, and the note."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.figure_queue import FigureQueue
from physioplan.gui.pages.programme.dose_rows import DoseRows
from physioplan.gui.pages.programme.guard_words import in_a_sentence, weeks_of
from physioplan.gui.pages.programme.next_step import next_step_words
from physioplan.gui.pages.programme.note_field import NoteField
from physioplan.gui.pages.programme.presenter import ProgrammePresenter, ProgrammeView
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.drawing_view import LIGHT_MAT
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.words import _, language


class _Pictures(QWidget):
    """Start and end of one exercise side by side on the light mat."""

    def __init__(self, queue: FigureQueue) -> None:
        super().__init__()
        self._queue = queue
        self._exercise = ""
        self.setFixedHeight(88)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        queue.ready.connect(lambda exercise: self.update() if exercise == self._exercise else None)

    def display(self, exercise: str, name: str) -> None:
        self._exercise = exercise
        self.setAccessibleName(_("{name}, start and end").format(name=name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(LIGHT_MAT))
        painter.drawRoundedRect(self.rect(), 8, 8)
        size = QSize((self.width() - 40) // 2, self.height() - 12)
        ratio = self.devicePixelRatioF()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first, second = 8, self.width() - 8 - size.width()
        start = self._queue.pixmap(self._exercise, "start", size, ratio)
        end = self._queue.pixmap(self._exercise, "end", size, ratio)
        if start is not None:
            painter.drawPixmap(second if rtl else first, 6, start)
        if end is not None:
            painter.drawPixmap(first if rtl else second, 6, end)
            icon = "arrow-left" if rtl else "arrow-right"
            paint_icon(painter, icon, self.width() / 2 - 9, self.height() / 2 - 9, 18, "#1D2327")
        if self._queue.has_none(self._exercise):
            painter.setPen(colour("#454D53"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter.value), _("Picture to come"))
        painter.end()


class DosePanel(QWidget):
    """The aside of the programme page."""

    def __init__(
        self, presenter: ProgrammePresenter, queue: FigureQueue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._name = Label("", "heading", wrap=True)
        self._line = Label("", "small", "ink2", wrap=True)
        self._remove = Button("", "quiet", icon="trash-2", name=_("Remove from this phase"))
        self._pictures = _Pictures(queue)
        self.rows = DoseRows()
        self._easier = Button(_("Easier"), icon="arrow-down")
        self._harder = Button(_("Harder"), icon="arrow-up")
        self._step = Label("", "small", "ink2", wrap=True)
        self.note = NoteField(presenter)
        self._also = Label("", "small", "ink2", wrap=True)
        self.everywhere = Button(_("Use this dose there too"), "quiet", icon="copy").flush()
        self._nothing = Label(_("Choose an exercise to see its dose."), "body", "ink2", wrap=True)
        self._remove.clicked.connect(self._removed)
        self.rows.dose_changed.connect(presenter.set_dose)
        self._easier.clicked.connect(presenter.easier)
        self._harder.clicked.connect(presenter.harder)
        self.everywhere.clicked.connect(presenter.use_dose_everywhere)
        self._view: ProgrammeView | None = None
        scroll = ScrollColumn(margins=(22, 14, 14, 16), spacing=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._body = QWidget()
        self._build(QVBoxLayout(self._body))
        scroll.column.addWidget(self._nothing)
        scroll.column.addWidget(self._body)
        scroll.column.addStretch(1)

    def _build(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = QHBoxLayout()
        title.addWidget(self._name, 1)
        title.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(self._easier)
        steps.addWidget(self._harder)
        steps.addStretch(1)
        column.addLayout(title)
        column.addWidget(self._line)
        column.addWidget(self._pictures)
        column.addSpacing(2)
        column.addWidget(self.rows)
        column.addLayout(steps)
        column.addWidget(self._step)
        column.addSpacing(2)
        column.addWidget(self.note)
        column.addSpacing(4)
        self._rule = Rule()
        column.addWidget(self._rule)
        column.addWidget(self._also)
        column.addWidget(self.everywhere)

    def display(self, view: ProgrammeView) -> None:
        self._view = view
        chosen = view.selected
        self._nothing.setVisible(chosen is None)
        self._body.setVisible(chosen is not None)
        if chosen is None:
            return
        phase = view.phases[chosen[0]]
        item = phase.items[chosen[1]]
        exercise = view.content.library.get(item.exercise)
        name = exercise.words_in(language()).name if exercise else item.exercise
        self._name.setText(name)
        minutes = max(1, round(item.dose.minutes_a_day))
        self._line.setText(_("{weeks} · about {n} min").format(weeks=weeks_of(phase), n=minutes))
        self._pictures.display(item.exercise, name)
        self.rows.display(item.dose, exercise.dose if exercise else None)
        easier, harder, words = next_step_words(item, view.content.library, language())
        self._easier.setToolTip(easier)
        self._harder.setToolTip(harder)
        self._easier.setEnabled(bool(easier))
        self._harder.setEnabled(bool(harder))
        self._step.setText(words)
        self._step.setVisible(bool(words))
        self.note.display(chosen, item.exercise, item.note, view.first_name)
        others = [
            in_a_sentence(weeks_of(one))
            for number, one in enumerate(view.phases)
            if number != chosen[0]
            and any(i.exercise == item.exercise and i.dose != item.dose for i in one.items)
        ]
        also = _("Another dose in {weeks}").format(weeks=", ".join(others))
        self._also.setText(also)
        for widget in (self._rule, self._also, self.everywhere):
            widget.setVisible(bool(others))

    def take_keyboard(self) -> None:
        """F2: go to the first number of the dose."""
        self.rows.take_keyboard()

    def _removed(self) -> None:
        if self._view is not None and self._view.selected is not None:
            self._presenter.remove(*self._view.selected)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(current_palette().surface))
        painter.end()
