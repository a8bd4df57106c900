"""The safety screen: every red flag asked by group, precautions, blood pressure, and what was done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.safety_aside import SafetyAside
from physioplan.gui.pages.encounter.step import Step
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.flag_row import FlagRow
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.widgets.urgency_glyph import UrgencyGlyph, urgency_words
from physioplan.gui.words import _, language, ngettext
from physioplan.measures.precaution import PressureLevel
from physioplan.measures.red_flag import FlagGroup
from physioplan.measures.safety_content import SafetyContent

LEFT = (FlagGroup.NERVE, FlagGroup.FRACTURE, FlagGroup.PERSON)
FIRST_PRECAUTIONS = 5


class _Group(QWidget):
    """One group of flags under its heading with "None of these"."""

    def __init__(self, group: FlagGroup, content: SafetyContent, owner: SafetyStep) -> None:
        super().__init__()
        self.group = group
        names = content.group_words.get(language(), content.group_words["en"])
        head = QHBoxLayout()
        head.addWidget(Label(names[group.value], "subheading"), 1)
        self.none = Button(_("None of these"), "quiet", icon="check").flush()
        self.none.setAccessibleName(_("None of these: {group}").format(group=names[group.value]))
        self.none.clicked.connect(lambda: owner.none_of(group))
        head.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(strong=True))
        self.rows: list[FlagRow] = []
        for flag in content.flags_of(group):
            words = flag.words_in(language())
            row = FlagRow(flag.id, words.name, words.explanation, flag.urgency.value)
            row.toggled.connect(lambda on, flag=flag.id: owner.flag_ticked(group, flag, on))
            row.none_requested.connect(lambda: owner.none_from_keyboard(group))
            self.rows.append(row)
            column.addWidget(row)

    def display(self, view: EncounterView) -> None:
        ticked = 0
        for row in self.rows:
            on = view.raw.get(f"safety.flag.{row.key}") == "1"
            ticked += on
            row.display(on)
        asked = view.raw.get(f"safety.asked.{self.group.value}") == "1"
        if ticked:
            self.none.setText(ngettext("{n} ticked", "{n} ticked", ticked).format(n=ticked))
        else:
            self.none.setText(_("None of these"))
        self.none.use_icon("check" if asked else "circle-dashed")
        self.none.setAccessibleDescription(_("asked") if asked else _("not asked yet"))


class SafetyStep(Step):
    """Two columns of groups, precautions and blood pressure below, the consequences beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label(_("Safety screen"), "title"))
        head.addWidget(
            Label(_("Ask all, tick what is true today. Asked again at every visit."), "field", "ink2"), 1
        )
        self._all_none = Button(_("None at all"), icon="check", name=_("None of these, in every group"))
        self._all_none.clicked.connect(self._none_at_all)
        head.addWidget(self._all_none)
        self.column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(26)
        self.column.addLayout(self._grid)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(10)
        self._legend = FlowRow(gap=16)
        self.column.addSpacing(6)
        self._precautions = QWidget()
        self.column.addWidget(self._precautions)
        self.column.addStretch(1)
        self._groups: list[_Group] = []
        self._chips: dict[str, Chip] = {}
        self._stops: dict[str, Chip] = {}
        self._raw: dict[str, str] = {}
        self._narrow = False
        self._aside = SafetyAside(self.typed)
        self.aside_column.addWidget(self._aside)
        self.aside_column.addStretch(1)

    def _build(self, content: SafetyContent) -> None:
        for group in content.groups:
            widget = _Group(group, content, self)
            self._groups.append(widget)
            (self._left if group in LEFT else self._right).addWidget(widget)
        rows = [row for group in self._groups for row in group.rows]
        for row in rows:
            row.siblings = rows
        for kind in ("emergency", "urgent", "routine", "caution"):
            item = QWidget()
            line = QHBoxLayout(item)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(UrgencyGlyph(kind))
            line.addWidget(Label(urgency_words(kind), "small", "ink2"))
            self._legend.add(item)
        self._right.addWidget(self._legend)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._arrange()
        self._build_precautions(content)

    def _build_precautions(self, content: SafetyContent) -> None:
        chips = FlowRow()
        for one in content.precautions:
            words = one.words_in(language())
            chip = Chip(words.name)
            chip.setToolTip(words.sentence)
            chip.toggled_by_hand.connect(
                lambda on, key=one.id: self.typed.emit(f"safety.precaution.{key}", "1" if on else "")
            )
            self._chips[one.id] = chip
            chips.add(chip)
        stops = FlowRow()
        for stop in content.contraindications:
            words = stop.words_in(language())
            chip = Chip(words.name)
            chip.setToolTip(words.sentence)
            chip.toggled_by_hand.connect(
                lambda on, key=stop.id: self.typed.emit(f"safety.stop.{key}", "1" if on else "")
            )
            self._stops[stop.id] = chip
            stops.add(chip)
        self.systolic, self.diastolic = TextLine(small=True), TextLine(small=True)
        for line, key, name in (
            (self.systolic, "systolic", _("Blood pressure, upper value")),
            (self.diastolic, "diastolic", _("Blood pressure, lower value")),
        ):
            line.setFixedWidth(72)
            line.setAccessibleName(name)
            line.textEdited.connect(lambda words, key=key: self.typed.emit(f"safety.{key}", words))
        pressure = QHBoxLayout()
        pressure.setSpacing(8)
        pressure.addWidget(self.systolic)
        pressure.addWidget(Label("/", "body", "ink2"))
        pressure.addWidget(self.diastolic)
        self._pressure_words = Label("", "small_strong", "warn", wrap=True)
        pressure.addWidget(self._pressure_words, 1)
        column = QVBoxLayout(self._precautions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(_titled(_("Precautions"), _("these filter exercises, they do not lock the plan")))
        column.addWidget(chips)
        column.addSpacing(4)
        column.addLayout(_titled(_("Stops exercise"), _("until a doctor clears it")))
        column.addWidget(stops)
        column.addSpacing(4)
        column.addLayout(_titled(_("Blood pressure"), _("at rest, where measured")))
        column.addLayout(pressure)

    def _arrange(self) -> None:
        for layout in (self._left, self._right):
            self._grid.removeItem(layout)
        self._grid.addLayout(self._left, 0, 0)
        self._grid.addLayout(self._right, 1 if self._narrow else 0, 0 if self._narrow else 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if self._narrow else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < 620
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(300, super().minimumSizeHint().height())

    # ------------------------------------------------------------------

    def none_of(self, group: FlagGroup) -> None:
        """Nothing in this group is true today."""
        changes = {f"safety.asked.{group.value}": "1"}
        for widget in self._groups:
            if widget.group is group:
                changes.update({f"safety.flag.{row.key}": "" for row in widget.rows})
        self.typed_all.emit(changes)

    def none_from_keyboard(self, group: FlagGroup) -> None:
        """N: none of these, and on to the next group."""
        self.none_of(group)
        places = [widget.group for widget in self._groups]
        after = places.index(group) + 1
        if after < len(self._groups):
            self._groups[after].rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.onward.emit()

    def _none_at_all(self) -> None:
        changes: dict[str, str] = {}
        for widget in self._groups:
            if not any(row.isChecked() for row in widget.rows):
                changes[f"safety.asked.{widget.group.value}"] = "1"
        self.typed_all.emit(changes)

    def flag_ticked(self, group: FlagGroup, flag: str, on: bool) -> None:
        """A flag was ticked or unticked: its group has been asked."""
        self.typed_all.emit({f"safety.flag.{flag}": "1" if on else "", f"safety.asked.{group.value}": "1"})

    def display(self, view: EncounterView) -> None:
        """Show the ticks, and beside them what they mean."""
        if not self._groups:
            self._build(view.content.safety)
        self._raw = dict(view.raw)
        for group in self._groups:
            group.display(view)
        for key, chip in self._chips.items():
            chip.display(view.raw.get(f"safety.precaution.{key}") == "1")
        for key, chip in self._stops.items():
            chip.display(view.raw.get(f"safety.stop.{key}") == "1")
        for line, key in ((self.systolic, "systolic"), (self.diastolic, "diastolic")):
            if not line.hasFocus():
                line.setText(view.raw.get(f"safety.{key}", ""))
            line.show_error(f"safety.{key}" in view.warnings)
        level = view.verdict.pressure
        limits = view.content.safety.blood_pressure
        words = view.warnings.get("safety.systolic") or view.warnings.get("safety.diastolic") or ""
        if level is PressureLevel.CAUTION:
            words = _("Over {a} or {b}").format(a=limits.caution.systolic, b=limits.caution.diastolic)
        elif level is PressureLevel.STOP:
            words = _("Over {a} or {b}: no exercise").format(a=limits.stop.systolic, b=limits.stop.diastolic)
        self._pressure_words.setText(words)
        self._all_none.setVisible(bool(view.verdict.groups_left))
        self._aside.display(view)

    def enter(self) -> None:
        """The first group that was not asked takes the keyboard."""
        for group in self._groups:
            if self._raw.get(f"safety.asked.{group.group.value}") != "1":
                group.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
                return
        if self._groups:
            self._groups[0].rows[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _titled(title: str, note: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Label(title, "subheading"))
    row.addWidget(Label(note, "small", "ink2"), 1)
    return row
