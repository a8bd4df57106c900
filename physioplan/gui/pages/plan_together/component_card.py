"""One suggestion: what and why, what trials found, and whether it is in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.effect import Effect, EffectTime
from physioplan.domain.programme import DepartureReason
from physioplan.evidence.recommendation import Suggestion
from physioplan.gui.pages.plan_together.presenter import PlanTogetherView
from physioplan.gui.pages.plan_together.wording import (
    component_title,
    heading,
    name_of,
    outcome_words,
    part_name,
    reasons,
)
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.evidence_strip import EffectGroup, EffectRow, EvidenceStrip, EvidenceStripView
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.strength_bars import StrengthBars, StrengthView
from physioplan.gui.widgets.switches import Toggle
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _, language

FIRST_PARTS = 6


class ComponentCard(QFrame):
    """``included(component, on)``, ``reason_given(component, reason, words)``, ``restored(component)``."""

    included = Signal(str, bool)
    reason_given = Signal(str, object, str)
    restored = Signal(str)
    evidence_requested = Signal()

    def __init__(self, component: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.component = component
        title, second = component_title(component)
        self.setAccessibleName(title)
        self._why = QVBoxLayout()
        self._why.setSpacing(4)
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addWidget(Label(title, "heading", wrap=True))
        left.addWidget(Label(second, "small", "ink2", wrap=True))
        left.addSpacing(6)
        left.addLayout(self._why)
        left.addStretch(1)
        self.strip = EvidenceStrip(EvidenceStripView())
        self.strip.opened.connect(self.evidence_requested)
        self._source = Label("", "small", "ink2", wrap=True)
        self._trials = QVBoxLayout()
        self._trials.setSpacing(4)
        self._parts_row = FlowRow()
        self._more = Button("", "quiet").flush()
        self._more.clicked.connect(self._show_more)
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self.strip)
        middle.addLayout(self._trials)
        middle.addWidget(self._source)
        middle.addWidget(self._parts_row)
        middle.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        self.toggle = Toggle(_("Included"), True, name=_("Include {name}").format(name=title))
        self.toggle.clicked.connect(self._toggled)
        self.strength = StrengthBars(StrengthView("consider"))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.toggle)
        right.addWidget(self.strength)
        right.addStretch(1)
        self._left, self._middle, self._right = QWidget(), QWidget(), QWidget()
        for side, layout in ((self._left, left), (self._middle, middle), (self._right, right)):
            layout.setContentsMargins(0, 0, 0, 0)
            side.setLayout(layout)
        self._right.setFixedWidth(122)
        self._rules = (Rule(upright=True), Rule(upright=True))
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(20, 14, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        self._narrow: bool | None = None
        self._arrange(False)
        self._asks = QVBoxLayout()
        self._asks.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addLayout(self._asks)
        self._chips: dict[str, Chip] = {}
        self._rows: dict[str, _ReasonRow] = {}
        self._built = False
        self._all_shown = False
        self._on = True

    def display(self, suggestion: Suggestion, view: PlanTogetherView) -> None:
        """Show the suggestion and the choices made on it."""
        if not self._built:
            self._build(suggestion, view)
            self._built = True
        on = self._is_in(self.component, view)
        self.toggle.display(_("Included") if on else _("Left out"), on)
        self._on = on
        self.update()
        for part in suggestion.parts:
            chip = self._chips[part.component]
            chip.display(self._is_in(part.component, view))
            chip.setEnabled(on)
        self._display_more(suggestion, view)
        mine = [self.component, *(part.component for part in suggestion.parts)]
        asked = [name for name in mine if name in view.departures]
        for name in [name for name in self._rows if name not in asked]:
            row = self._rows.pop(name)
            row.hide()
            row.deleteLater()
        for name in asked:
            if name not in self._rows:
                words = name_of(name, view.content.cbt)
                row = _ReasonRow(name, words, not self._is_in(name, view))
                row.given.connect(self.reason_given)
                row.restored.connect(self.restored)
                self._rows[name] = row
                self._asks.addWidget(row)
            choice = view.choices[name]
            self._rows[name].display(choice.reason, choice.words)

    def _arrange(self, narrow: bool) -> None:
        """Three columns, or, where there is no room for them, the evidence below the other two."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for widget in (self._left, self._middle, self._right, *self._rules):
            self._grid.removeWidget(widget)
        for rule in self._rules:
            rule.setVisible(not narrow)
        self._left.setMinimumWidth(120 if narrow else 216)
        self._left.setMaximumWidth(16777215 if narrow else 216)
        self._grid.addWidget(self._left, 0, 0)
        if narrow:
            self._grid.addWidget(self._right, 0, 4)
            self._grid.addWidget(self._middle, 1, 0, 1, 5)
        else:
            self._grid.addWidget(self._rules[0], 0, 1)
            self._grid.addWidget(self._middle, 0, 2)
            self._grid.addWidget(self._rules[1], 0, 3)
            self._grid.addWidget(self._right, 0, 4)
        self._grid.setColumnStretch(0, 1 if narrow else 0)
        self._grid.setColumnStretch(2, 0 if narrow else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < 720)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.fillPath(shape, colour(palette.surface))
        painter.save()
        painter.setClipPath(shape)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = palette.accent if self._on else palette.line_strong
        painter.fillRect(QRectF(self.width() - 5 if rtl else 0, 0, 5, self.height()), colour(edge))
        for row in self._rows.values():
            painter.fillRect(QRectF(row.geometry()).adjusted(5, 0, 0, 0), colour(palette.warn_soft))
            painter.fillRect(QRectF(5, row.y(), self.width(), 1), colour(palette.warn_line))
        painter.restore()
        painter.setPen(QPen(colour(palette.line), 1))
        painter.drawPath(shape)
        painter.end()

    def _is_in(self, component: str, view: PlanTogetherView) -> bool:
        choice = view.choices.get(component)
        return choice.included if choice is not None else view.proposed.get(component, False)

    def _build(self, suggestion: Suggestion, view: PlanTogetherView) -> None:
        self._why.addWidget(Label(_("Why for {name}").format(name=view.first_name), "small_strong"))
        if suggestion.missing:
            self._why.addWidget(
                Label(
                    _("Cannot suggest yet: {steps}").format(steps=", ".join(suggestion.missing)),
                    "small",
                    "warn",
                    wrap=True,
                )
            )
        for words in suggestion.why:
            self._why.addWidget(_finding(words))
        if not suggestion.why and not suggestion.missing:
            self._why.addWidget(
                Label(_("No finding asks for it. It stays your choice."), "small", "ink2", wrap=True)
            )
        self.strip.display(EvidenceStripView(_groups(suggestion.effects)))
        sources = list(dict.fromkeys(effect.source for effect in suggestion.effects))
        names = "; ".join(view.content.source_line(key) for key in sources)
        notes = _(
            "Grey: smaller than a small effect (0.2). Hollow: interval includes no effect, drawn as published."
        )
        pooled = any(effect.pooled for effect in suggestion.effects)
        self._source.setText((f"{notes}\n" if pooled else "") + _("Source: {names}.").format(names=names))
        for study in suggestion.studies[:3] if not pooled else ():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(
                Tag(view.content.source_line(study.source), "outline"), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addWidget(Label(study.says, "small", "ink2", wrap=True), 1)
            self._trials.addLayout(row)
        strength = suggestion.rationale
        self.strength.display(StrengthView(strength.strength.value, strength.strength_note))
        details = "\n".join(
            f"{reason.rule} ({'/'.join(c.value for c in reason.classes)}): {reason.sentence}"
            for reason in strength.reasons
        )
        self.strength.setToolTip(details)
        for part in suggestion.parts:
            name = part_name(part.component, view.content.cbt)
            chip = Chip(name, leaves_out=part.suggested, name=name)
            known = view.content.cbt.get(part.component)
            why = known.words_in(language()).why if known is not None else ""
            chip.setToolTip("\n".join((why, *part.reasons)).strip())
            chip.toggled_by_hand.connect(lambda on, key=part.component: self.included.emit(key, on))
            self._chips[part.component] = chip
            self._parts_row.add(chip)
        self._parts_row.setVisible(bool(suggestion.parts))

    def _display_more(self, suggestion: Suggestion, view: PlanTogetherView) -> None:
        hidden = 0
        for part in suggestion.parts:
            shown = self._all_shown or part.suggested or self._is_in(part.component, view)
            shown = shown or part.component in view.choices
            self._chips[part.component].setVisible(shown)
            hidden += not shown
        self._more.setVisible(hidden > 0)
        self._more.setText(_("{n} more parts").format(n=hidden))
        self._parts_row.updateGeometry()

    def _show_more(self) -> None:
        self._all_shown = True
        for chip in self._chips.values():
            chip.show()
        self._more.hide()
        self._parts_row.updateGeometry()

    def _toggled(self) -> None:
        self.included.emit(self.component, self.toggle.isChecked())


class _ReasonRow(QFrame):
    """Asks why something was left out or added; Undo goes back to the suggestion."""

    given = Signal(str, object, str)
    restored = Signal(str)

    def __init__(self, component: str, name: str, left_out: bool) -> None:
        super().__init__()
        self._component = component
        words = _("You left out {name}.") if left_out else _("You added {name}.")
        label = Label(f"{words.format(name=name)} {_('Why?')}", "control")
        self.choice = Choice(reasons(), placeholder=_("Choose a reason"), small=True)
        self.choice.setAccessibleName(label.text())
        self.choice.activated.connect(self._tell)
        self.words = TextLine(placeholder=_("In a few words, if you like"), small=True)
        self.words.setAccessibleName(_("Words on the reason"))
        self.words.editingFinished.connect(self._tell)
        undo = Button(_("Undo"))
        undo.clicked.connect(lambda: self.restored.emit(component))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 16, 9)
        row.setSpacing(12)
        row.addWidget(Icon("pencil", 20, "warn"))
        row.addWidget(label)
        row.addWidget(self.choice)
        row.addWidget(self.words, 1)
        row.addWidget(undo)

    def display(self, reason: DepartureReason | None, words: str) -> None:
        if reason is not None:
            self.choice.choose(reason.value)
        if not self.words.hasFocus():
            self.words.setText(words)

    def _tell(self) -> None:
        chosen = self.choice.chosen()
        self.given.emit(
            self._component, DepartureReason(chosen) if chosen else None, self.words.text().strip()
        )


def _finding(words: str) -> QWidget:
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    box.addWidget(Icon("check", 16, "accent"), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(Label(words, "field", wrap=True), 1)
    return row


def _groups(effects: tuple[Effect, ...]) -> tuple[EffectGroup, ...]:
    groups: dict[str, list[EffectRow]] = {}
    for effect in effects:
        state = "includes_no_effect" if effect.includes_no_effect else "direct"
        if not effect.pooled:  # the source is silent on a time it measured, or nobody pooled such a number
            state = "not_pooled" if effect.time is EffectTime.NOT_STATED else "not_reported"
        groups.setdefault(heading(effect.time, effect.comparator), []).append(
            EffectRow(
                outcome_words(effect.outcome),
                effect.smd if effect.pooled else None,
                effect.low if effect.pooled else None,
                effect.high if effect.pooled else None,
                effect.certainty.value,
                effect.as_published,
                state,  # type: ignore[arg-type]
            )
        )
    return tuple(EffectGroup(title, tuple(rows)) for title, rows in groups.items())
