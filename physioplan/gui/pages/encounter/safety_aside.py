"""What the ticked flags mean: how urgent, why, what to do, what was done, and how a flag is cleared."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.encounter.presenter import EncounterView
from physioplan.gui.pages.encounter.step import line
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field, Icon
from physioplan.gui.widgets.flow_row import FlowRow
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import announce
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.widgets.urgency_glyph import urgency_words
from physioplan.gui.words import _, language
from physioplan.measures.safety_verdict import OpenFlag
from physioplan.measures.spondyloarthritis import SpaOutcome


def _actions() -> tuple[tuple[str, str], ...]:
    return (
        ("emergency", _("Sent to the emergency department")),
        ("urgent_referral", _("Urgent referral")),
        ("referral", _("Referral")),
        ("phoned", _("Phoned the doctor")),
        ("risk_talk", _("Same-day risk talk")),
        ("watch", _("Watching, told the patient what to look for")),
        ("weighed", _("Weighed with the other findings")),
    )


class SafetyAside(QWidget):
    """Shows the gravest open flag first; quiet while nothing is ticked."""

    def __init__(self, typed: SignalInstance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = typed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._shown: tuple[object, ...] = ()
        self._fields: dict[str, QWidget] = {}
        self._body: QWidget | None = None

    def display(self, view: EncounterView) -> None:
        """Rebuilds only when the flags changed, so that typing here is never interrupted."""
        verdict = view.verdict
        key = (
            tuple(f.id for f in verdict.flags), verdict.groups_left, verdict.spa, verdict.stops, verdict.precautions,
            tuple(sorted(view.encounter.safety.present)),
        )  # fmt: skip
        if key != self._shown:
            was_locked = bool(self._shown) and verdict.locks_plan
            self._shown = key
            self._rebuild(view)
            if was_locked:
                announce(self, _("Plan is locked"), at_once=True)
        for name, widget in self._fields.items():
            words = view.raw.get(name, "")
            if isinstance(widget, Choice):
                if widget.chosen() != words:
                    widget.choose(words)
            elif isinstance(widget, TextLine):
                if not widget.hasFocus():
                    widget.setText(words)
            elif isinstance(widget, Chip):
                widget.display(words == "1")

    def _rebuild(self, view: EncounterView) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._fields = {}
        self._body = QWidget()
        self._column.addWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        verdict = view.verdict
        if verdict.locks_plan or verdict.stops_exercise:
            self._headline(column, view)
        elif verdict.flags:
            column.addWidget(_titled("info", "ink2", _("Plan stays open"), _("A flag to keep in mind")))
        for open_flag in verdict.flags:
            self._flag(column, open_flag, view)
        ticked = view.encounter.safety.present
        for flag in view.content.safety.flags:
            if flag.id in ticked and not any(one.id == flag.id for one in verdict.flags):
                column.addWidget(
                    line(_("{flag}: cleared").format(flag=flag.words_in(language()).name), "small_strong")
                )
        self._stops(column, view)
        self._cautions(column, view)
        if not ticked and not verdict.stops:
            self._quiet(column, view)

    def _headline(self, column: QVBoxLayout, view: EncounterView) -> None:
        urgency = view.verdict.highest_urgency
        words = {
            "emergency": _("Emergency: now"),
            "urgent": _("Urgent: same day to 2 weeks"),
        }.get(urgency.value if urgency else "", _("Exercise stops for now"))
        column.addWidget(_titled("triangle-alert", "danger", _("Plan is locked"), words))

    def _flag(self, column: QVBoxLayout, open_flag: OpenFlag, view: EncounterView) -> None:
        flag = view.content.safety.flag(open_flag.id)
        if flag is None:
            return
        words = flag.words_in(language())
        column.addWidget(
            Label(f"{words.name} · {urgency_words(open_flag.urgency.value)}", "subheading", wrap=True)
        )
        column.addWidget(line(words.why, "field", "ink"))
        column.addWidget(line(words.action, "field", "ink"))
        if flag.opens_signs:
            self._signs(column, view)
        if open_flag.urgency.value != "caution":
            what = Choice(_actions(), placeholder=_("Choose what was done"))
            self._keep(what, f"safety.action.{flag.id}.what")
            what.activated.connect(
                lambda _i, what=what, flag=flag.id: self._typed.emit(
                    f"safety.action.{flag}.what", what.chosen() or ""
                )
            )
            column.addWidget(Field(_("What did you do?"), what))
            whom = TextLine(small=True)
            self._keep(whom, f"safety.action.{flag.id}.to_whom")
            whom.textEdited.connect(
                lambda said, flag=flag.id: self._typed.emit(f"safety.action.{flag}.to_whom", said)
            )
            column.addWidget(Field(_("To whom, and when"), whom))
        if open_flag.locks_plan:
            column.addWidget(
                line(
                    _(
                        "Scores can still be recorded. Plan together and printing an exercise plan stay closed."
                    )
                )
            )
            reason = TextLine(placeholder=_("Why the flag no longer stands"), small=True)
            self._keep(reason, f"safety.clear.{flag.id}.reason.typing")
            reason.editingFinished.connect(
                lambda reason=reason, flag=flag.id: self._typed.emit(
                    f"safety.clear.{flag}.reason", reason.text().strip()
                )
            )
            column.addWidget(
                Field(
                    _("To unlock later"),
                    reason,
                    _(
                        "Clearing keeps your name, today’s date and this reason. Both entries stay. Enter clears."
                    ),
                )
            )
        column.addWidget(Rule())

    def _signs(self, column: QVBoxLayout, view: EncounterView) -> None:
        rule = view.content.safety.spondyloarthritis
        column.addWidget(Label(_("Which of the nine signs?"), "small_strong"))
        row = FlowRow()
        for sign in rule.signs:
            words = sign.words.get(language()) or sign.words["en"]
            chip = Chip(words)
            chip.toggled_by_hand.connect(
                lambda on, key=sign.id: self._typed.emit(f"safety.spa.{key}", "1" if on else "")
            )
            self._keep(chip, f"safety.spa.{sign.id}")
            row.add(chip)
        column.addWidget(row)
        column.addWidget(line(_spa_words(view.verdict.spa), "small_strong"))

    def _stops(self, column: QVBoxLayout, view: EncounterView) -> None:
        for name in view.verdict.stops:
            stop = view.content.safety.contraindication(name)
            if stop is not None:
                words = stop.words_in(language())
                column.addWidget(Label(words.name, "subheading", wrap=True))
                column.addWidget(line(words.sentence, "field", "ink"))
            elif name == "blood_pressure":
                limit = view.content.safety.blood_pressure.stop
                words = limit.words.get(language()) or limit.words["en"]
                column.addWidget(Label(words.name, "subheading", wrap=True))
                column.addWidget(line(words.sentence, "field", "ink"))
            column.addWidget(Rule())

    def _cautions(self, column: QVBoxLayout, view: EncounterView) -> None:
        for name in view.verdict.precautions:
            one = view.content.safety.precaution(name)
            if one is not None:
                words = one.words_in(language())
                column.addWidget(Label(words.name, "small_strong", wrap=True))
                column.addWidget(line(words.sentence))

    def _quiet(self, column: QVBoxLayout, view: EncounterView) -> None:
        left = len(view.verdict.groups_left)
        if left:
            column.addWidget(
                _titled("shield", "ink2", _("Safety first"), _("{n} groups still to ask").format(n=left))
            )
            column.addWidget(
                line(
                    _(
                        "Press N on a row for “none of these” in its group, Space to tick, Up and Down to move."
                    )
                )
            )
            column.addWidget(line(_("One flag alone is a weak sign. Weigh them together with what you see.")))
        else:
            column.addWidget(
                _titled("shield-check", "accent", _("No red flags today"), _("All groups were asked"))
            )

    def _keep(self, widget: QWidget, name: str) -> None:
        self._fields[name] = widget


def _spa_words(outcome: SpaOutcome) -> str:
    return {
        SpaOutcome.REFER: _("4 or more signs: refer to rheumatology."),
        SpaOutcome.TEST: _("Exactly 3 signs: ask for an HLA-B27 test, refer when it is positive."),
        SpaOutcome.WEIGH_AGAIN: _(
            "Fewer than 3 signs: no referral from this rule. Weigh again at each visit."
        ),
        SpaOutcome.NOT_ASKED: "",
    }[outcome]


def _titled(icon: str, tone: str, title: str, second: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Icon(icon, 30, tone))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(title, "heading", wrap=True))
    words.addWidget(Label(second, "small", "ink2", wrap=True))
    row.addLayout(words, 1)
    return box
