"""Scores and goals of the overview, each on its own scale with the change that matters as a zone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.pages.overview.scores import GoalEntry, ScoreEntry
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.widgets.rule import Rule, SectionHead
from physioplan.gui.widgets.score_line import ScoreLine, ScoreLineView
from physioplan.gui.widgets.tag import Tag, TagKind
from physioplan.gui.words import _


class _Legend(QWidget):
    """Ring, disc and zone, each with its word."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(20)
        self._words = (_("baseline"), _("latest"), _("a change that matters"))
        self.setAccessibleName(", ".join(self._words))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = sum(metrics.horizontalAdvance(words) for words in self._words)
        return QSize(round(wide * 0.9) + 108, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        x = 6.0
        for number, words in enumerate(self._words):
            if number == 0:
                painter.setPen(QPen(colour(palette.ink2), 2))
                painter.setBrush(colour(palette.surface))
                painter.drawEllipse(QPointF(x, 10), 4.5, 4.5)
                x += 11
            elif number == 1:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(palette.accent))
                painter.drawEllipse(QPointF(x, 10), 5.5, 5.5)
                x += 12
            else:
                painter.fillRect(QRectF(x - 4, 4, 25, 12), colour(palette.accent_soft))
                pen = QPen(colour(palette.accent), 1.6)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([1.9, 1.25])
                painter.setPen(pen)
                painter.drawLine(QPointF(x + 21, 4), QPointF(x + 21, 16))
                x += 28
            painter.setPen(colour(palette.ink2))
            painter.drawText(QPointF(x, 15), words)
            x += painter.fontMetrics().horizontalAdvance(words) + 22
        painter.end()


class _ScoreRow(QWidget):
    def __init__(self, entry: ScoreEntry) -> None:
        super().__init__()
        self.setMinimumHeight(54)
        self.setAccessibleName(entry.spoken)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        title = ElidedLabel(entry.title, "subheading")
        title.setToolTip(entry.title)
        who.addWidget(title)
        who.addWidget(ElidedLabel(entry.about, "small", "ink2"))
        who.addStretch(1)
        value = QHBoxLayout()
        value.setSpacing(5)
        value.addWidget(Label(entry.value, "data_m"), 0, Qt.AlignmentFlag.AlignBaseline)
        value.addWidget(ElidedLabel(entry.beside, "field", "ink2"), 1, Qt.AlignmentFlag.AlignBaseline)
        grid.addLayout(who, 0, 0)
        grid.addLayout(value, 0, 1)
        grid.addLayout(self._scale(entry), 0, 2)
        grid.setColumnMinimumWidth(0, 158)
        grid.setColumnMinimumWidth(1, 138)
        grid.setColumnStretch(0, 15)
        grid.setColumnStretch(1, 13)
        grid.setColumnStretch(2, 20)

    def _scale(self, entry: ScoreEntry) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        if entry.line is not None:
            line = entry.line
            column.addWidget(
                ScoreLine(
                    ScoreLineView(
                        line.maximum, line.baseline, line.latest, line.threshold, line.higher_is_better,
                        line.ticks, spoken=entry.spoken,
                    )
                )
            )  # fmt: skip
            if entry.verdict:
                column.addWidget(
                    ElidedLabel(entry.verdict, "micro", "danger" if entry.verdict == _("worse") else "ink2")
                )
        else:
            if entry.tag:
                icon = "triangle-alert" if entry.tag_warns else None
                kind: TagKind = "warn" if entry.tag_warns else "neutral"
                column.addWidget(Tag(entry.tag, kind, icon=icon), 0, Qt.AlignmentFlag.AlignLeft)
            if entry.words:
                words = (
                    ElidedLabel(entry.words, "small", "ink2")
                    if entry.tag
                    else Label(entry.words, "small", "ink2", wrap=True)
                )
                words.setToolTip(entry.words)
                column.addWidget(words)
        column.addStretch(1)
        return column

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(current_palette().line))
        painter.end()


class ScoreList(QWidget):
    """Rebuilt when the entries change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = (None,)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def display(self, scores: tuple[ScoreEntry, ...], goals: tuple[GoalEntry, ...]) -> None:
        if (scores, goals) == self._shown:
            return
        self._shown = (scores, goals)
        empty_layout(self._column)
        head = SectionHead(_("Scores"))
        if any(entry.line is not None for entry in scores):
            head.trail(_Legend())
        self._column.addWidget(head)
        if not scores:
            self._column.addSpacing(10)
            self._column.addWidget(
                Label(_("No scores yet. They come with the baseline."), "body", "ink2", wrap=True)
            )
        for entry in scores:
            self._column.addWidget(_ScoreRow(entry))
        self._column.addSpacing(18)
        self._column.addWidget(SectionHead(_("Goals"), _("0 = cannot do, 10 = as before")))
        if not goals:
            self._column.addSpacing(10)
            self._column.addWidget(Label(_("No goals yet."), "body", "ink2"))
        for number, goal in enumerate(goals):
            self._column.addWidget(self._goal(goal))
            if number < len(goals) - 1:
                self._column.addWidget(Rule())
        self._column.addStretch(1)

    def _goal(self, goal: GoalEntry) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        row.addWidget(Label(goal.words, "body", wrap=True), 1)
        known = [str(value) for value in (goal.first, goal.latest) if value is not None]
        words = " → ".join(known) or "—"
        number = Label(words, "subheading")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setMinimumWidth(52)
        row.addWidget(number)
        spoken = _("{goal}: {rating}").format(goal=goal.words, rating=words)
        if goal.aim is not None:
            spoken += ", " + _("aim {n}").format(n=goal.aim)
        line = ScoreLine(ScoreLineView(10, goal.first, goal.latest, None, True, (), spoken=spoken))
        line.setFixedWidth(160)
        row.addWidget(line)
        whole.setAccessibleName(spoken)
        return whole


def empty_layout(layout: QLayout) -> None:
    """Take everything out of ``layout`` and throw it away, what lies in inner layouts included."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty_layout(inner)
