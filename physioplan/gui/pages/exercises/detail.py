"""One exercise in full: both pictures, steps, what to feel and avoid, dose, cautions, easier and harder."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.drawing.palette import SCREEN_LIGHT
from physioplan.gui.dose_line import dose_line
from physioplan.gui.pages.exercises.presenter import ExercisesView
from physioplan.gui.pages.exercises.wording import category_words, direction_words, position_words
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.drawing_view import DrawingView
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.words import _, language, ngettext
from physioplan.library.exercise import Exercise
from physioplan.services.figure_shelf import FigureShelf


class ExerciseDetail(QWidget):
    """Built afresh for each exercise; ``step_requested(id)`` follows an easier or harder link."""

    step_requested = Signal(str)

    def __init__(self, figures: FigureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 20, 18, 20)
        self._body: QWidget | None = None
        self._shown = ""

    def display(self, view: ExercisesView) -> None:
        """Show the chosen exercise, or nothing."""
        exercise = view.chosen
        key = f"{exercise.id}:{language()}" if exercise else ""
        if key == self._shown:
            return
        self._shown = key
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        self._column.addWidget(self._body)
        if exercise is not None:
            self._build(exercise, view)

    def _build(self, exercise: Exercise, view: ExercisesView) -> None:
        assert self._body is not None
        words = exercise.words_in(language())
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(words.name, "name", wrap=True))
        tags = FlowRow(gap=6)
        tags.add(Tag(category_words(exercise.category), "ok"), Tag(position_words(exercise.position)))
        tags.add(Tag(_("level {n}").format(n=exercise.level)))
        for direction in exercise.direction:
            tags.add(Tag(direction_words(direction), "outline"))
        column.addWidget(tags)
        figure = self._figures.figure(exercise.id)
        stacked = figure is not None and figure.layout == "stacked"
        pictures = QVBoxLayout() if stacked else QHBoxLayout()
        for phase in ("start", "end"):
            drawn = DrawingView(QSize(280 if stacked else 136, 118 if stacked else 150))
            drawn.display(f"exercise:{exercise.id}:{phase}", getattr(figure, phase, None), SCREEN_LIGHT)
            pictures.addWidget(drawn)
        column.addLayout(pictures)
        for number, step in enumerate(words.steps, 1):
            column.addWidget(Label(f"{number}. {step}", "body", wrap=True))
        for title, text in ((_("Should feel"), words.feel), (_("Avoid"), words.avoid)):
            column.addWidget(Label(f"<b>{title}:</b> {text}", "field", wrap=True, rich=True))
        if words.mistakes:
            column.addWidget(
                Label(
                    f"<b>{_('Look for')}:</b> " + "; ".join(words.mistakes),
                    "field",
                    "ink2",
                    wrap=True,
                    rich=True,
                )
            )
        column.addWidget(Rule())
        dose = exercise.dose
        days = ngettext("{n} day a week", "{n} days a week", dose.default.days_a_week).format(
            n=dose.default.days_a_week
        )
        column.addWidget(Label(_("Usual dose"), "small_strong"))
        column.addWidget(Label(f"{dose_line(dose.default)} · {days}", "body", wrap=True))
        limits = _("from {low} to {high}").format(low=dose_line(dose.minimum), high=dose_line(dose.maximum))
        column.addWidget(Label(f"{limits} · {exercise.source}", "small", "ink2", wrap=True))
        if exercise.precautions:
            column.addWidget(Label(_("Unwise or to adapt with"), "small_strong"))
            cautions = FlowRow(gap=6)
            for code in sorted(exercise.precautions):
                known = view.content.safety.precaution(code)
                cautions.add(Tag(known.words_in(language()).name if known else code, "warn"))
            column.addWidget(cautions)
        column.addWidget(Rule())
        self._link(column, _("Easier"), view.easier, words.easier)
        self._link(column, _("Harder"), view.harder, words.harder)
        column.addStretch(1)

    def _link(self, column: QVBoxLayout, title: str, other: Exercise | None, variation: str) -> None:
        if other is None and not variation:
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(title, "small_strong"), 0, Qt.AlignmentFlag.AlignTop)
        if other is not None:
            button = Button(other.words_in(language()).name, "quiet").flush()
            button.clicked.connect(lambda: self.step_requested.emit(other.id))
            row.addWidget(button)
            row.addStretch(1)
        else:
            row.addWidget(Label(variation, "field", wrap=True), 1)
        column.addLayout(row)
