"""Beside the day's list: what was left half done, and who was seen last."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.pages.today.beside import RecentRow, UnfinishedRow
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.widgets.rule import SectionHead
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.sparkline import Sparkline, SparklineView
from physioplan.gui.widgets.state_glyph import StateGlyph
from physioplan.gui.words import _


class _Recent(QAbstractButton):
    def __init__(self, row: RecentRow) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(49)
        pain = ", ".join(f"{value:g}" for value in row.pain)
        spoken = _("Average pain: {values}").format(values=pain) if pain else _("no pain score yet")
        self.setAccessibleName(f"{row.name}, {row.stage}, {spoken}")
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(ElidedLabel(row.name, "body"))
        who.addWidget(ElidedLabel(row.stage, "small", "ink2"))
        who.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, 2, 0)
        line.setSpacing(10)
        line.addLayout(who, 1)
        if row.pain:
            line.addWidget(Sparkline(SparklineView(row.pain, slots=max(3, len(row.pain)), spoken=spoken)))
        words = Label(row.change, "body_tabular")
        words.setMinimumWidth(52)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(words)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def focus_ring_rect(self) -> QRect:
        return self.rect().adjusted(-2, 2, 2, -3)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), colour(palette.accent_soft))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(palette.line))
        painter.end()


class TodayAside(ScrollColumn):
    """``opened`` carries a patient, ``carry_on_requested`` a patient and a form."""

    opened = Signal(str)
    carry_on_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(24, 16, 32, 24), spacing=0)
        self._shown: tuple[object, ...] = ()

    def display(self, unfinished: tuple[UnfinishedRow, ...], recent: tuple[RecentRow, ...]) -> None:
        if (unfinished, recent) == self._shown:
            return
        self._shown = (unfinished, recent)
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if unfinished:
            self.column.addWidget(SectionHead(_("Not finished"), style="subheading"))
            for form in unfinished:
                self.column.addWidget(self._unfinished(form))
            self.column.addSpacing(14)
        self.column.addWidget(SectionHead(_("Recent patients"), _("average pain, 0–10"), style="subheading"))
        if not recent:
            self.column.addSpacing(8)
            self.column.addWidget(Label(_("Whoever you open shows here."), "small", "ink2", wrap=True))
        for row in recent:
            line = _Recent(row)
            line.clicked.connect(lambda _checked=False, who=row.patient_id: self.opened.emit(who))
            self.column.addWidget(line)
        self.column.addStretch(1)

    def _unfinished(self, form: UnfinishedRow) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        row.addWidget(StateGlyph("now"))
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(ElidedLabel(form.name, "row_name"))
        who.addWidget(ElidedLabel(f"{form.title} · {form.saved}", "small", "ink2"))
        row.addLayout(who, 1)
        carry_on = Button(_("Continue"))
        carry_on.setAccessibleName(_("Continue {form}, {name}").format(form=form.title, name=form.name))
        carry_on.clicked.connect(lambda: self.carry_on_requested.emit(form.patient_id, form.form))
        row.addWidget(carry_on)
        return whole
