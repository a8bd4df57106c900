"""Beside the charts: what trials expect of groups, what was agreed, what this person did, and what was unwanted."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.assessment import Occasion
from physioplan.evidence.expectation import in_points
from physioplan.gui.dates import short_day
from physioplan.gui.pages.outcome.comparison import GroupGain, PersonChange
from physioplan.gui.pages.outcome.presenter import OutcomeView
from physioplan.gui.pages.outcome.wording import needed_points, number
from physioplan.gui.widgets.grade_dots import GradeDots, certainty_words
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.words import _


class OutcomeAside(QWidget):
    """Group effects and one person's change stand under one another, each on its own axis with its own label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._column.setSpacing(4)

    def display(self, view: OutcomeView) -> None:
        """Build the panel anew for ``view``."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add(Label(_("Expected and actual"), "heading"))
        self._trials(view)
        self._rule()
        self._person(view)
        self._rule()
        self._unwanted(view)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _rule(self) -> None:
        self._column.addSpacing(6)
        self._add(Rule())
        self._column.addSpacing(6)

    def _trials(self, view: OutcomeView) -> None:
        self._add(Label(_("In trials, groups of people"), "control"))
        effect = view.effect
        gain = in_points(effect, view.spread) if effect is not None else None
        if effect is None or gain is None:
            words = _("Extra gain in pain over other exercise at 1 year: not reported. Nothing is drawn.")
            self._add(Label(words, "small", "ink2", wrap=True))
            return
        self._add(Label(_("Extra gain over other exercise, points of 10"), "small", "ink2", wrap=True))
        values = {"n": number(gain.value, 1), "low": number(gain.low, 1), "high": number(gain.high, 1)}
        spoken = _("Trials, groups: extra gain {n} points, {low} to {high}, {certainty} certainty").format(
            certainty=certainty_words(effect.certainty.value).lower(), **values
        )
        self._add(GroupGain(gain, spoken))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(_("{n} extra, {low} to {high}").format(**values), "small"), 1)
        line.addWidget(GradeDots(effect.certainty.value, spelled=True))
        self._add(row)
        source = view.content.source_line(effect.source)
        words = _("Points = SMD {smd} × a usual spread of {spread} points (an assumption). {source}.").format(
            smd=number(effect.smd or 0.0, 2), spread=f"{view.spread:.1f}", source=source
        )
        self._add(Label(words, "micro", "ink2", wrap=True))

    def _person(self, view: OutcomeView) -> None:
        change = view.change_of("nrs")
        before = change.baseline.value if change is not None and change.baseline is not None else None
        after = change.follow_up.value if change is not None and change.follow_up is not None else None
        if before is None or after is None:
            self._add(Label(_("{name}: average pain").format(name=view.first_name), "control"))
            words = _("Not measured at baseline.") if before is None else _("Not measured at this review.")
            self._add(Label(words, "small", "ink2", wrap=True))
            return
        assert change is not None
        title = _("{name}, one person: {before} to {after}").format(
            name=view.first_name, before=number(before), after=number(after)
        )
        self._add(Label(title, "control"))
        needed = needed_points(change.threshold, before) if change.threshold is not None else None
        self._add(Label(_("Change in average pain, points of 10"), "small", "ink2"))
        self._add(PersonChange(after - before, needed, title))
        if needed is not None:
            words = _("Shaded: {n} points less or better, matters to most people").format(n=f"{needed:.2g}")
            self._add(Label(words, "small", "accent", wrap=True))
        words = _("This holds everything: the plan, time and chance. It does not show which part worked.")
        if view.effect is not None:
            words = _(
                "The first scale is a gap between groups. The second holds everything: the plan, time and chance. "
                "It does not show which part worked."
            )
        self._add(Label(words, "small", wrap=True))

    def _unwanted(self, view: OutcomeView) -> None:
        self._add(Label(_("Unwanted effects"), "control"))
        told = [(visit.day, visit.unwanted_effects) for visit in view.record.visits if visit.unwanted_effects]
        superseded = {review.supersedes for review in view.record.assessments}
        told += [
            (review.day, review.unwanted_effects)
            for review in view.record.assessments
            if review.unwanted_effects
            and review.id not in superseded
            and review.occasion is not Occasion.BASELINE
        ]
        if not told:
            words = _("None recorded.") if view.review is not None else _("Not asked yet.")
            self._add(Label(words, "small", "ink2", wrap=True))
        for day, words in sorted(told):
            self._add(Label(f"{short_day(day, view.today)}: {words}", "small", wrap=True))
