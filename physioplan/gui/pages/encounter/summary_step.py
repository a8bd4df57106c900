"""The baseline on one page: body, mind and life, what is missing, and what the patient brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.score import Score
from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import Step, line
from physioplan.gui.pages.encounter.steps import REQUIRED, titles
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.profile_line import ProfileLine, ProfileLineView
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.state_glyph import StateGlyph
from physioplan.gui.words import _, language

MIND = ("sbst", "tsk_11", "pcs", "pseq", "phq_4", "phq_9", "gad_7")


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    value: str
    view: ProfileLineView
    step: str


class SummaryStep(Step):
    """Nothing is added up or joined: the scales differ. Right always means more difficulty."""

    step_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label(_("Summary"), "title"))
        head.addWidget(
            Label(_("Each line on its own scale, right means more difficulty"), "field", "ink2"), 1
        )
        self.column.addLayout(head)
        self._body = QWidget()
        self.column.addWidget(self._body)
        self.column.addStretch(1)
        self._missing = QVBoxLayout()
        self.aside_column.addLayout(self._missing)
        self.aside_column.addStretch(1)

    def display(self, view: EncounterView) -> None:
        """Draw every line afresh; there are about a dozen."""
        _clear(self._missing)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self.column.insertWidget(1, self._body)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        at = 0
        for title, lines in (
            (_("Body"), tuple(_body_lines(view))),
            (_("Mind"), tuple(_mind_lines(view))),
            (_("Life"), tuple(_life_lines(view))),
        ):
            grid.addWidget(SectionHead(title), at, 0, 1, 4)
            at += 1
            for one in lines:
                name = Button(one.name, "quiet").flush()
                name.clicked.connect(lambda _c=False, step=one.step: self.step_requested.emit(step))
                grid.addWidget(name, at, 0)
                grid.addWidget(
                    Label(one.value, "body_tabular", "ink" if one.view.value is not None else "ink2"), at, 1
                )
                drawn = ProfileLine(one.view)
                grid.addWidget(drawn, at, 2)
                at += 1
        self._display_missing(view)

    def _display_missing(self, view: EncounterView) -> None:
        names = titles()
        column = self._missing
        column.setSpacing(10)
        open_steps = [step for step in view.steps if step.state != "done" and step.key != "summary"]
        column.addWidget(Label(_("Still open") if open_steps else _("Nothing is missing"), "heading"))
        if not open_steps:
            column.addWidget(
                line(_("Signing keeps your name, the date and a copy of every answer."), "field", "ink")
            )
        for step in sorted(open_steps, key=lambda s: s.key not in REQUIRED):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(StateGlyph("missed" if step.state == "missed" else "upcoming", 18))
            words = names[step.key] + (_(" (needed)") if step.key in REQUIRED else _(" (optional)"))
            button = Button(words, "quiet").flush()
            button.clicked.connect(lambda _c=False, key=step.key: self.step_requested.emit(key))
            row.addWidget(button, 1, Qt.AlignmentFlag.AlignLeft)
            holder = QWidget()
            holder.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            column.addWidget(holder)
        if view.warnings:
            column.addWidget(Rule())
            column.addWidget(Label(_("To check"), "subheading"))
            for words in view.warnings.values():
                column.addWidget(line(words, "field", "warn"))
        column.addWidget(Rule())
        column.addWidget(
            line(_("Later corrections are added with their date. What was known when stays visible."))
        )

    def enter(self) -> None:
        """Nothing to type here; the primary button waits."""


def _score(view: EncounterView, measure: str, scale: str = "total") -> Score | None:
    return next((s for s in view.encounter.scores if s.measure == measure and s.subscale == scale), None)


def _measured(view: EncounterView, measure: str, scale: str, name: str, step: str) -> _Line:
    score = _score(view, measure, scale)
    held = view.content.measures[measure]
    found = held.scale(scale) or held.main
    low, high = found.low, found.high
    higher_is_worse = found.higher_is.value == "worse"
    words = held.words_in(language()).bands
    if score is None or score.value is None:
        return _Line(
            name,
            _("not measured"),
            ProfileLineView(low, high, None, spoken=f"{name}: {_('not measured')}"),
            step,
        )
    band = words.get(score.band or "", "")
    value = f"{score.value:g}" + (f" · {band}" if band else "")
    if not score.is_final:
        value += " · " + _("not final")
    position = score.value if higher_is_worse else high - (score.value - low)
    return _Line(
        name,
        value,
        ProfileLineView(low, high, position, not higher_is_worse, spoken=f"{name}: {value}"),
        step,
    )


def _body_lines(view: EncounterView) -> Iterator[_Line]:
    yield _measured(view, "nrs", "total", _("Pain, average"), "pain")
    yield _measured(view, "nrs", "worst", _("Pain, worst"), "pain")
    chosen = view.raw.get("choice.disability", "") or "odi"
    yield _measured(view, chosen, "total", _("Disability"), "disability")
    found = view.encounter.movement
    done = found.done if found else 0
    name = _("Movement control")
    words = (
        _("{n} of {of} positive").format(n=found.positive, of=done) if found and done else _("not measured")
    )
    yield _Line(
        name,
        words,
        ProfileLineView(0, 6, found.positive if found and done else None, spoken=words),
        "movement",
    )


def _mind_lines(view: EncounterView) -> Iterator[_Line]:
    for measure in MIND:
        if measure == "sbst" or view.raw.get(f"measure.{measure}.total"):
            name = view.content.measures[measure].words_in(language()).short
            yield _measured(view, measure, "total", name, "psychosocial")


def _life_lines(view: EncounterView) -> Iterator[_Line]:
    if not view.encounter.goals:
        yield _Line(
            _("Goals"), _("none yet"), ProfileLineView(0, 10, None, spoken=_("No goals yet")), "goals"
        )
    for goal in view.encounter.goals:
        value = _("not rated") if goal.now is None else _("{n} of 10").format(n=goal.now)
        aim = None if goal.aim is None else 10 - goal.aim
        at = None if goal.now is None else 10 - goal.now
        yield _Line(
            goal.words, value, ProfileLineView(0, 10, at, True, aim, f"{goal.words}: {value}"), "goals"
        )


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
