"""Every rule in use: number, sentence, condition, what it rests on, and whether that was checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.rationale import RuleClass
from physioplan.gui.pages.evidence.class_tag import ClassTag, class_words
from physioplan.gui.pages.evidence.presenter import EvidenceView, RuleLine, found
from physioplan.gui.pages.evidence.wording import check_words
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.grade_dots import GradeDots
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, ngettext

AT_FIRST, STEP = 8, 4  # rows built before the page shows, and at each turn after


class RuleRow(QWidget):
    """One rule; built once, shown or hidden by the search."""

    def __init__(self, line: RuleLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rule = line.rule
        self.line = line
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        number = Label(str(rule.number), "small", "ink2")
        number.setFixedWidth(24)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Label(rule.sentence, "control", wrap=True))
        words.addWidget(Label(line.condition, "small", "ink", wrap=True))
        words.addWidget(Label(line.sources, "small", "ink2", wrap=True))
        if rule.note:
            words.addWidget(Label(rule.note, "small", "ink2", wrap=True))
        marks = FlowRow(gap=8)
        if set(rule.classes) != {RuleClass.K}:
            marks.add(GradeDots(rule.certainty.value, spelled=rule.certainty.value != "not_rated"))
        if rule.weak:
            marks.add(Tag(_("weak"), "outline"))
        if rule.indirect:
            marks.add(Tag(_("indirect"), "outline"))
        checked, kind = check_words(rule.verification)
        if checked and not (set(rule.classes) == {RuleClass.K} and checked == _("consensus")):
            marks.add(Tag(checked, kind))
        if marks.widgets():
            words.addWidget(marks)
        row.addLayout(words, 1)
        for letter in rule.classes:
            row.addWidget(ClassTag(letter), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule())
        classes = ", ".join(class_words(letter) for letter in rule.classes)
        self.setAccessibleName(
            _("Rule {n}: {sentence} {condition}. Rests on {classes}: {sources}.").format(
                n=rule.number,
                sentence=rule.sentence,
                condition=line.condition,
                classes=classes,
                sources=line.sources,
            )
        )


class RulesPanel(QWidget):
    """Search above, the list below in its own scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: EvidenceView | None = None
        self.rows: list[RuleRow] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: self._build(STEP))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(_("Rules in use"), "heading"))
        self._count = Label("", "small", "ink2")
        head.addWidget(self._count, 1)
        self.search = TextLine("", _("Search"), icon="search", small=True)
        self.search.setFixedWidth(168)
        self.search.setAccessibleName(_("Search in the rules"))
        self.search.setToolTip(_("Search in the rules (Ctrl+F)"))
        self.search.textChanged.connect(self._find)
        head.addWidget(self.search)
        top.addLayout(head)
        top.addWidget(Rule(strong=True))
        legend = QHBoxLayout()
        legend.setSpacing(8)
        for kind in RuleClass:
            legend.addWidget(ClassTag(kind))
            legend.addWidget(Label(class_words(kind), "small"))
            legend.addSpacing(6)
        legend.addStretch(1)
        top.addLayout(legend)
        column.addLayout(top)
        self._scroll = ScrollColumn(margins=(24, 0, 24, 16), spacing=0)
        self._nothing = Label(
            _("No rule holds these words. Try a finding, a source or a number."), "small", "ink2", wrap=True
        )
        self._nothing.hide()
        self._scroll.column.addWidget(self._nothing)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._scroll.column.addLayout(self._list)
        self._scroll.column.addStretch(1)
        column.addWidget(self._scroll, 1)

    def display(self, view: EvidenceView) -> None:
        """Build the rows when the edition is new to this panel."""
        if self._view is None or self._view.rules != view.rules:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = []
            self._view = view
            self._build(AT_FIRST)
            self._later.start()
        self._view = view
        self._find(self.search.text())

    def _build(self, count: int) -> None:
        """The next ``count`` rows; the later ones are built once the page is on screen."""
        if self._view is None:
            return
        done = len(self.rows)
        for line in self._view.rules[done : done + count]:
            row = RuleRow(line)
            self.rows.append(row)
            self._list.addWidget(row)
        if len(self.rows) == len(self._view.rules):
            self._later.stop()

    def build_all(self) -> None:
        """Every row that is still to be built."""
        self._build(len(self._view.rules) if self._view is not None else 0)

    def _find(self, words: str) -> None:
        if self._view is None:
            return
        if words:
            self.build_all()
        shown = {line.rule.id for line in found(self._view.rules, words)}
        for row in self.rows:
            row.setVisible(row.line.rule.id in shown)
        self._nothing.setVisible(not shown)
        every = len(self._view.rules)
        if len(shown) == every:
            self._count.setText(ngettext("{n} rule", "{n} rules", every).format(n=every))
        else:
            self._count.setText(_("{n} of {of} shown").format(n=len(shown), of=every))
        self._scroll.verticalScrollBar().setValue(0)
