"""One suggestion of the plan: why on the left, the evidence in the middle, the decision on the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_CARD
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.evidence_strip import EvidenceStrip, EvidenceStripView
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.flow import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.strength_bars import StrengthBars, StrengthView
from physioplan.gui.widgets.switches import Toggle
from physioplan.gui.widgets.tag import Tag, TagKind
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding that speaks for the suggestion; ``key`` comes back when it is opened ("" cannot be)."""

    key: str
    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the component that can be left out by itself."""

    key: str
    words: str
    included: bool


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A departure that asks for a reason: bold lead, the reasons offered, the one chosen and the free
    words.
    """

    lead: str
    reasons: tuple[tuple[str, str], ...]
    chosen: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A sentence under the strip, with a tag before it where wanted ("Indirect")."""

    words: str
    tag: str = ""
    kind: TagKind = "outline"


@dataclass(frozen=True, slots=True)
class ComponentCardView:
    """``strength`` None hides the bars; ``cannot`` replaces the evidence ("Cannot suggest yet") with
    ``cannot_action`` as the words of a button; ``locked`` shows everything without letting it change.
    """

    title: str
    subtitle: str
    why: str
    findings: tuple[FindingView, ...]
    evidence: EvidenceStripView | None = None
    notes: tuple[NoteView, ...] = ()
    included: bool = True
    toggle_name: str = ""
    strength: StrengthView | None = None
    adapt: str = ""
    parts: tuple[PartView, ...] = ()
    reason: ReasonView | None = None
    cannot: str = ""
    cannot_action: str = ""
    locked: bool = False


class ReasonRow(QWidget):
    """The warn footer that asks why; Undo restores the suggestion."""

    reason_chosen = Signal(str)
    words_changed = Signal(str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = Label("", "subheading")
        self._ask = Label(_("Why?"), "body")
        self.reasons = Choice(small=True, placeholder=_("Choose a reason"))
        self.reasons.setAccessibleName(_("Reason for the change"))
        self.words = TextLine("", _("In the patient’s words"), small=True)
        self.words.setAccessibleName(_("Reason in words"))
        self._undo = Button(_("Undo"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 16, 9)
        row.setSpacing(10)
        row.addWidget(Icon("pencil-line", 18, "warn"))
        row.addWidget(self._lead)
        row.addWidget(self._ask)
        row.addWidget(self.reasons)
        row.addWidget(self.words, 1)
        row.addWidget(self._undo)
        self.reasons.currentIndexChanged.connect(self._chosen)
        self.words.textEdited.connect(self.words_changed)
        self._undo.clicked.connect(self.undo_requested)

    def display(self, view: ReasonView) -> None:
        self._lead.setText(view.lead)
        if self.reasons.count() != len(view.reasons):
            self.reasons.offer(view.reasons)
        blocked = self.reasons.blockSignals(True)
        self.reasons.choose(view.chosen)
        self.reasons.blockSignals(blocked)
        self.reasons.show_error(False)
        if self.words.text() != view.words:
            self.words.setText(view.words)

    def _chosen(self) -> None:
        if (key := self.reasons.chosen()) is not None:
            self.reason_chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(
            QRectF(5, -10, self.width() - 6, self.height() + 9), RADIUS_CARD - 1, RADIUS_CARD - 1
        )
        painter.fillPath(path, colour(palette.warn_soft))
        painter.fillRect(5, 0, self.width() - 6, 1, colour(palette.warn_line))
        painter.end()


class ComponentCard(QWidget):
    """Signals carry the user's decisions; the card shows nothing it was not given by ``display``."""

    included_changed = Signal(bool)
    adapt_requested = Signal()
    part_changed = Signal(str, bool)
    finding_opened = Signal(str)
    evidence_opened = Signal()
    cannot_action_requested = Signal()
    reason_chosen = Signal(str)
    reason_words_changed = Signal(str)
    undo_requested = Signal()

    def __init__(self, view: ComponentCardView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._included = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._title = Label("", "heading", wrap=True)
        self._subtitle = Label("", "small", "ink2", wrap=True)
        self._why = Label("", "small_strong")
        self._findings = QVBoxLayout()
        self._findings.setSpacing(1)
        left = QVBoxLayout()
        left.setContentsMargins(20, 13, 12, 13)
        left.setSpacing(2)
        left.addWidget(self._title)
        left.addWidget(self._subtitle)
        left.addSpacing(6)
        left.addWidget(self._why)
        left.addLayout(self._findings)
        left.addStretch(1)
        self.strip = EvidenceStrip()
        self.strip.opened.connect(self.evidence_opened)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        self._cannot = Label("", "body", "ink2", wrap=True)
        self._cannot_action = Button("", "quiet").flush()
        self._cannot_action.clicked.connect(self.cannot_action_requested)
        self._parts = FlowRow(6)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 11, 14, 12)
        middle.setSpacing(6)
        middle.addWidget(self.strip)
        middle.addLayout(self._notes)
        middle.addWidget(self._cannot)
        middle.addWidget(self._cannot_action, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addWidget(self._parts)
        middle.addStretch(1)
        self.toggle = Toggle()
        self.toggle.clicked.connect(self.included_changed)
        self._bars = StrengthBars()
        self.adapt = Button("")
        self.adapt.clicked.connect(self.adapt_requested)
        self.adapt.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        right = QVBoxLayout()
        right.setContentsMargins(16, 8, 16, 12)
        right.setSpacing(4)
        right.addWidget(self.toggle)
        right.addWidget(self._bars)
        right.addStretch(1)
        right.addWidget(self.adapt)
        body = QHBoxLayout()
        body.setSpacing(0)
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(left)
        self._left.setFixedWidth(262)
        self._right.setLayout(right)
        self._right.setFixedWidth(148)
        body.addSpacing(5)
        body.addWidget(self._left)
        body.addWidget(Rule(upright=True))
        body.addLayout(middle, 1)
        body.addWidget(Rule(upright=True))
        body.addWidget(self._right)
        self.reason = ReasonRow()
        self.reason.reason_chosen.connect(self.reason_chosen)
        self.reason.words_changed.connect(self.reason_words_changed)
        self.reason.undo_requested.connect(self.undo_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.reason)
        if view is not None:
            self.display(view)

    def display(self, view: ComponentCardView) -> None:
        self._included = view.included
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.subtitle)
        self._title.setText(view.title)
        self._subtitle.setText(view.subtitle)
        self._subtitle.setVisible(bool(view.subtitle))
        self._why.setText(view.why)
        self._display_findings(view.findings)
        self.strip.setVisible(view.evidence is not None and not view.cannot)
        if view.evidence is not None:
            self.strip.display(view.evidence)
        self._display_notes(view.notes)
        self._cannot.setText(view.cannot)
        self._cannot.setVisible(bool(view.cannot))
        self._cannot_action.setText(view.cannot_action)
        self._cannot_action.setVisible(bool(view.cannot_action))
        self._display_parts(view.parts, view.locked)
        self.toggle.setVisible(not view.cannot)
        self.toggle.display(_("Included") if view.included else _("Left out"), view.included)
        self.toggle.setAccessibleName(view.toggle_name or _("Include {title}").format(title=view.title))
        self.toggle.setEnabled(not view.locked)
        self._bars.setVisible(view.strength is not None and not view.cannot)
        if view.strength is not None:
            self._bars.display(view.strength)
        self.adapt.setText(view.adapt)
        self.adapt.setVisible(bool(view.adapt) and not view.locked)
        self.reason.setVisible(view.reason is not None)
        if view.reason is not None:
            self.reason.display(view.reason)
        self.update()

    def _display_findings(self, findings: tuple[FindingView, ...]) -> None:
        _empty(self._findings)
        for finding in findings:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Icon(finding.icon, 17, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            if finding.key:
                words = FindingLink(finding.words)
                words.setProperty("key", finding.key)
                words.clicked.connect(self._finding_clicked)
                row.addWidget(words, 1)
            else:
                row.addWidget(Label(finding.words, "field", wrap=True), 1)
            self._findings.addWidget(line)

    def _display_notes(self, notes: tuple[NoteView, ...]) -> None:
        _empty(self._notes)
        for note in notes:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            if note.tag:
                row.addWidget(Tag(note.tag, note.kind), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(note.words, "small", "ink2", wrap=True), 1)
            self._notes.addWidget(line)

    def _display_parts(self, parts: tuple[PartView, ...], locked: bool) -> None:
        chips = self._parts.widgets()
        if [chip.property("key") for chip in chips] != [part.key for part in parts]:
            self._parts.clear()
            for part in parts:
                chip = Chip(part.words, part.included, leaves_out=True)
                chip.setProperty("key", part.key)
                chip.toggled_by_hand.connect(self._part_toggled)
                self._parts.add(chip)
        for widget, part in zip(self._parts.widgets(), parts, strict=True):
            assert isinstance(widget, Chip)
            widget.display(part.included)
            widget.setEnabled(not locked)
        self._parts.relay()
        self._parts.setVisible(bool(parts))

    def _part_toggled(self, on: bool) -> None:
        sender = self.sender()
        if sender is not None:
            self.part_changed.emit(str(sender.property("key")), on)

    def _finding_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.finding_opened.emit(str(sender.property("key")))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(path, colour(palette.surface))
        painter.save()
        painter.setClipRect(QRectF(0, 0, 5, self.height()))
        painter.fillPath(path, colour(palette.accent if self._included else palette.line_strong))
        painter.restore()
        painter.setPen(QPen(colour(palette.line), 1))
        painter.drawPath(path)
        painter.end()


class FindingLink(Button):
    """A finding that opens the recorded answer behind it: plain words, underlined under the pointer."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", parent)
        self._full = words
        self._label = Label(words, "field", wrap=True, parent=self)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        self.setToolTip(_("Open the recorded answer"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(24, self._label.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(120, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        made = self._label.font()
        if made.underline() != self.underMouse():
            made.setUnderline(self.underMouse())
            self._label.setFont(made)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
