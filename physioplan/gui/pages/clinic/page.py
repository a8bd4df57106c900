"""Clinic outcomes: how complete the picture is comes first, because it frames everything below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.assessment import Occasion
from physioplan.gui.dates import short_day
from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.clinic.pictures import CompletionBar, MeanChange, PartSwatch, ReachedShare
from physioplan.gui.pages.clinic.presenter import ClinicPresenter, ClinicView
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.empty_state import EmptyState
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.words import _, ngettext
from physioplan.services.clinic_audit import FEWEST, GroupChange
from physioplan.storage.clinic_counts import Completion

EXPORT = "export"
EVIDENCE = "evidence"
NEW = "new_patient"


class ClinicPage(Page):
    """Built anew at every visit; counts only, no name."""

    def __init__(self, presenter: ClinicPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "clinic"
        self._presenter = presenter
        self._head = PageHeader(_("Clinic outcomes"))
        self.header = self._head
        self.bed = ScrollColumn(margins=(32, 4, 32, 24), spacing=10)
        self._told = Message()
        self.bed.column.addWidget(self._told)
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self.bed.column.addLayout(self._body)
        self.bed.column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.bed)
        self._pair: QBoxLayout | None = None
        self._compact = False
        presenter.attach(self.display)

    # ------------------------------------------------------------------ showing

    def display(self, view: ClinicView) -> None:
        """Show the counts, or that there is nothing to count yet."""
        summary = view.summary
        words = ""
        if summary.first is not None and summary.last is not None:
            words = ngettext(
                "{n} programme started, {first} to {last}",
                "{n} programmes started, {first} to {last}",
                summary.started,
            ).format(n=summary.started, first=short_day(summary.first), last=short_day(summary.last))
        self._head.display(_("Clinic outcomes"), words)
        self._told.setVisible(bool(view.told or view.problem))
        if view.problem:
            self._told.display(MessageView("danger", _("The file was not written."), view.problem))
        elif view.told:
            self._told.display(MessageView("info", _("Written."), view.told, icon="check"))
        self._clear()
        if not summary.started:
            empty = EmptyState(
                _("No programme has been agreed yet"),
                _(
                    "Completion shows here from the first agreed programme on, outcomes from {n} people on."
                ).format(n=FEWEST),
                ((NEW, _("New patient")),),
            )
            empty.asked.connect(self._presenter.go)
            self._body.addWidget(empty)
        else:
            self._completion(view)
            self._outcomes(view)
        self.show_bar(self._bar(view))

    def _clear(self) -> None:
        self._pair = None
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _completion(self, view: ClinicView) -> None:
        self._body.addWidget(SectionHead(_("How complete is the picture?")))
        legend = FlowRow(gap=14)
        for kind, words in (
            ("complete", _("Complete: pain and disability")),
            ("partly", _("Partly")),
            ("missing", _("Missing: window closed")),
            ("not_due", _("Not due, or window open")),
        ):
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(7)
            line.addWidget(PartSwatch(kind))
            line.addWidget(Label(words, "small", "ink2"))
            legend.add(entry)
        self._body.addWidget(legend)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        summary = view.summary
        rows: tuple[tuple[str, Completion], ...] = (
            (_("Baseline"), summary.baseline),
            (_("12 weeks"), summary.reviews[Occasion.WEEK_12]),
            (_("1 year"), summary.reviews[Occasion.YEAR_1]),
        )
        for place, (name, one) in enumerate(rows):
            measured = one.complete + one.partly
            share = _("{n}%").format(n=round(100 * measured / one.due)) if one.due else "–"
            told = _("{n} of {of} due").format(n=measured, of=one.due) if one.due else _("nobody due yet")
            if one.missing:
                told += " · " + ngettext("{n} missing", "{n} missing", one.missing).format(n=one.missing)
            spoken = _(
                "{name}: {complete} complete, {partly} partly, {missing} missing, {not_due} not due"
            ).format(
                name=name, complete=one.complete, partly=one.partly, missing=one.missing, not_due=one.not_due
            )
            grid.addWidget(Label(name, "control"), place, 0)
            grid.addWidget(
                Label(share, "control"), place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            grid.addWidget(CompletionBar(one, spoken), place, 2)
            grid.addWidget(Label(told, "small", "ink2"), place, 3)
        self._body.addWidget(box)

    def _outcomes(self, view: ClinicView) -> None:
        summary = view.summary
        if not summary.enough:
            self._body.addWidget(
                EmptyState(
                    _("Fewer than {n} people have reached 12 weeks").format(n=FEWEST),
                    _(
                        "Averages of so few would say little and could tell who they are. They show from {n} on."
                    ).format(n=FEWEST),
                )
            )
            return
        words = _("An audit of this clinic. People were not alike at the start and nobody was compared.")
        self._body.addWidget(Message(MessageView("warn", _("Not a comparison of treatments."), words)))
        box = QWidget()
        direction = QBoxLayout.Direction.TopToBottom if self._compact else QBoxLayout.Direction.LeftToRight
        self._pair = QBoxLayout(direction, box)
        self._pair.setContentsMargins(0, 4, 0, 0)
        self._pair.setSpacing(40)
        self._pair.addWidget(self._averages(summary.changes), 1)
        self._pair.addWidget(self._shares(summary.changes), 1)
        self._body.addWidget(box)

    def _averages(self, changes: tuple[GroupChange, ...]) -> QWidget:
        box, column = _section(_("Average change from baseline"), _("95% interval, lower is better"))
        for change in changes:
            row = _row(column, change)
            if not change.is_shown or change.mean is None or change.low is None or change.high is None:
                continue
            low, high, ticks = _axis(change.measure, changes)
            told = f"{_signed(change.mean)} [{_signed(change.low)}, {_signed(change.high)}]"
            spoken = f"{_name(change)}: {told}"
            row.addWidget(MeanChange(change, low, high, ticks, spoken), 0, 1, 2, 1)
            row.addWidget(Label(told, "small_strong"), 0, 2, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        return box

    def _shares(self, changes: tuple[GroupChange, ...]) -> QWidget:
        box, column = _section(
            _("Reached a change that matters"), _("% of people, each by their own cut-off")
        )
        for change in changes:
            row = _row(column, change)
            if change.share is None or change.lowest is None or change.highest is None:
                continue
            span = _("{low} to {high}%").format(
                low=round(100 * change.lowest), high=round(100 * change.highest)
            )
            told = _("{n}% · {span}").format(n=round(100 * change.share), span=span)
            spoken = _("{name}: {n} of {of} measured, {told}").format(
                name=_name(change), n=change.reached, of=change.measured, told=told
            )
            row.addWidget(ReachedShare(change, spoken), 0, 1, 2, 1)
            row.addWidget(Label(told, "small_strong"), 0, 2, Qt.AlignmentFlag.AlignRight)
        words = _("Black line: people measured. Hatched: if everybody missing had done badly, or well.")
        column.addWidget(Label(words, "small", "ink2", wrap=True))
        column.addStretch(1)
        return box

    def _bar(self, view: ClinicView) -> ActionBarView:
        words = _("Counted on this computer. Groups under {n} are not shown.").format(n=FEWEST)
        locked = "" if view.summary.started else _("Nothing to export yet")
        return ActionBarView(
            save=SaveView("vault", words),
            primary=ActionView(EXPORT, _("Export audit file"), icon="download", locked=locked),
            secondary=(ActionView(EVIDENCE, _("Evidence"), icon="book-open"),),
        )

    # ------------------------------------------------------------------ what the hand does

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == EVIDENCE:
            self._presenter.go(EVIDENCE)
        elif key == EXPORT:
            chosen, _kind = QFileDialog.getSaveFileName(
                self.window(), _("Export audit file"), "clinic-audit.csv", "*.csv"
            )
            if chosen:
                self._presenter.export(Path(chosen))

    def adapt(self, breadth: Breadth) -> None:
        """The two sections stand below one another where the window is narrow."""
        self._compact = breadth != "wide"
        if self._pair is not None:
            self._pair.setDirection(
                QBoxLayout.Direction.TopToBottom if self._compact else QBoxLayout.Direction.LeftToRight
            )


def _section(title: str, note: str) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(SectionHead(title, note))
    return box, column


def _row(column: QVBoxLayout, change: GroupChange) -> QGridLayout:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(0, 178)
    grid.setColumnStretch(1, 1)
    counted = ngettext("{n} person measured twice", "{n} people measured twice", change.measured)
    words = counted.format(n=change.measured)
    if not change.is_shown:
        words = _("fewer than {n}: not shown").format(n=FEWEST)
    grid.addWidget(Label(_name(change), "control"), 0, 0)
    grid.addWidget(Label(words, "small", "ink2"), 1, 0)
    column.addWidget(box)
    column.addWidget(Rule())
    return grid


def _name(change: GroupChange) -> str:
    measures = {"nrs": _("Pain"), "odi": _("Disability, ODI"), "rmdq": _("Disability, RMDQ")}
    when = _("1 year") if change.occasion is Occasion.YEAR_1 else _("12 weeks")
    return f"{measures.get(change.measure, change.measure)}, {when}"


def _axis(measure: str, changes: tuple[GroupChange, ...]) -> tuple[float, float, tuple[float, ...]]:
    """One axis for each measure at both times, wide enough for every interval."""
    step = {"nrs": 2.0, "odi": 10.0}.get(measure, 5.0)
    same = [change for change in changes if change.measure == measure]
    low = min(-2 * step, *(step * ((change.low or 0) // step) for change in same))
    high = max(step / 2, *(change.high or 0 for change in same))
    ticks = tuple(low + step * n for n in range(int((high - low) // step) + 1))
    return low, high, ticks


def _signed(value: float) -> str:
    words = f"{abs(value):.1f}"
    return words if float(words) == 0 else f"−{words}" if value < 0 else f"+{words}"
