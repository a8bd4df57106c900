"""What speaks against and what looks odd, the press numbers, the other studies and the sources."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.citation import Verification
from physioplan.gui.pages.evidence.presenter import EvidenceView
from physioplan.gui.pages.evidence.wording import (
    bearing_words,
    check_words,
    heading,
    outcome_words,
    result_words,
)
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.tag import Tag, TagKind
from physioplan.gui.words import _, ngettext


class TaggedRow(QWidget):
    """A tag in a column of its own, words beside it, a hairline below."""

    def __init__(
        self, tag: str, words: str, second: str = "", *, mark: tuple[str, TagKind] = ("", "warn")
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, 112)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        grid.addWidget(Tag(tag, "outline"), 0, 0, top)
        grid.addWidget(Label(words, "small", wrap=True), 0, 1)
        if second:
            grid.addWidget(Label(second, "small", "ink2", wrap=True), 1, 1)
        if mark[0]:
            grid.addWidget(Tag(mark[0], mark[1]), 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Rule(), 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(". ".join(part for part in (tag, words, second, mark[0]) if part))


def _section(title: str, note: str = "") -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(0)
    column.addWidget(SectionHead(title, note))
    return box, column


def doubts(view: EvidenceView) -> QWidget:
    """As published, against, and what was said when rows were tested again: all with equal weight."""
    box, column = _section(_("Doubts we keep in sight"))
    for effect in view.as_published:
        column.addWidget(TaggedRow(_("As published"), effect.as_published))
    for study in view.against:
        source = view.source_line(study.source)
        people = ngettext("{n} person", "{n} people", study.participants or 0).format(n=study.participants)
        where = f"{source}, {people}" if study.participants else source
        column.addWidget(TaggedRow(_("Against"), study.says, where, mark=check_words(study.verification)))
    for effect, words in view.remarks:
        column.addWidget(TaggedRow(_("On a row"), words, f"{outcome_words(effect)}, {heading(effect)}"))
    column.addStretch(1)
    return box


def press_numbers(view: EvidenceView) -> QWidget:
    """Each percentage with its comparison and where it was seen; never drawn, never for one person."""
    box, column = _section(_("The press numbers"))
    told: list[str] = []
    for number in view.press:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 8, 0, 6)
        line.setSpacing(14)
        percent = Label(f"{number.percent}%", "data_m", "ink2")
        percent.setMinimumWidth(58)
        line.addWidget(percent, 0, Qt.AlignmentFlag.AlignTop)
        compares = _("{what}, against {against}").format(what=number.compares, against=number.against)
        line.addWidget(Label(compares, "small", wrap=True), 1)
        seen = _("paper, to check") if number.seen_in == "paper_to_check" else _("press only")
        kind: TagKind = "outline" if number.seen_in == "paper_to_check" else "warn"
        line.addWidget(Tag(seen, kind), 0, Qt.AlignmentFlag.AlignTop)
        row.setAccessibleName(f"{number.percent}%, {compares}, {seen}. {number.is_not}")
        column.addWidget(row)
        column.addWidget(Rule())
        if number.is_not not in told:
            told.append(number.is_not)
    column.addSpacing(8)
    column.addWidget(Label(_("Relative differences, not success rates."), "small_strong", wrap=True))
    column.addWidget(Label(" ".join(told), "small", wrap=True))
    column.addWidget(Label(_("They are never drawn and no handout prints them."), "small", wrap=True))
    column.addStretch(1)
    return box


def other_studies(view: EvidenceView) -> QWidget:
    """Every other study with its own measures, for and against, never pooled with the rows above."""
    box, column = _section(_("Other trials, reviews and guidelines"))
    note = Label(
        _("Each with its own measures, never pooled with the rows above."), "small", "ink2", wrap=True
    )
    note.setContentsMargins(0, 8, 0, 0)
    column.addWidget(note)
    for study in view.studies:
        parts = [view.source_line(study.source), study.kind.replace("_", " ")]
        if study.participants:
            parts.append(
                ngettext("{n} person", "{n} people", study.participants).format(n=f"{study.participants:,}")
            )
        lines = [", ".join(parts), *(result_words(result) for result in study.results)]
        mark = check_words(study.verification)
        column.addWidget(TaggedRow(bearing_words(study.bearing), study.says, "\n".join(lines), mark=mark))
    return box


def source_list(view: EvidenceView) -> QWidget:
    """Each source once, with its DOI and what was read of it."""
    counted = ngettext("{n} source", "{n} sources", len(view.sources)).format(n=len(view.sources))
    box, column = _section(_("Sources"), counted)
    lines = []
    for source in view.sources:
        words = f"{source.authors} ({source.year}). {source.title}."
        if source.journal:
            words += f" {source.journal}."
        if source.doi:
            words += f" doi:{source.doi}"
        lines.append(f"{words}\n{source.note}" if source.note else words)
    label = Label("\n\n".join(lines), "small", wrap=True)  # one label: seventy would be slow to build
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setContentsMargins(0, 8, 0, 8)
    column.addWidget(label)
    return box


def unverified_count(view: EvidenceView) -> int:
    """How many rules, studies and press numbers are still to be checked against their source."""
    marked = [line.rule.verification for line in view.rules]
    marked += [study.verification for study in view.studies]
    marked += [number.verification for number in view.press]
    return sum(one is Verification.UNVERIFIED for one in marked)
