"""What the clinic may choose for itself: among sourced cut-offs, the spread of pain scores, and its local paths."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from physioplan.content.clinical_content import ClinicalContent
from physioplan.evidence.expectation import SPREADS
from physioplan.gui.pages.settings.section import Section
from physioplan.gui.theme.fonts import font
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.stepper import Stepper
from physioplan.gui.words import _, language
from physioplan.measures.scale import Threshold
from physioplan.services.clinic_settings import ClinicSettings


class ThresholdChoices(Section):
    """One choice for each measure whose file holds more than one sourced cut-off."""

    def __init__(
        self, content: ClinicalContent, settings: ClinicSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Choose among sourced cut-offs"), _("signed reviews keep the one they were judged by"), parent
        )
        chosen = settings.thresholds()
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(1, 1)
        self.choices: dict[str, Choice] = {}
        for name in sorted(content.measures):
            measure = content.measures[name]
            scale = measure.main
            if len(scale.thresholds) < 2:
                continue
            key = f"{name}.{scale.key}"
            choice = Choice(tuple((held.key, _told(held, content)) for held in scale.thresholds), small=True)
            choice.setAccessibleName(measure.words_in(language()).name)
            choice.choose(chosen.get(key, scale.thresholds[0].key))
            choice.activated.connect(
                lambda _i, key=key, choice=choice: settings.keep_threshold(key, choice.chosen() or "")
            )
            self.choices[key] = choice
            row = grid.rowCount()
            grid.addWidget(Label(measure.words_in(language()).short, "control"), row, 0)
            grid.addWidget(choice, row, 1)
        self.column.addLayout(grid)


def _told(held: Threshold, content: ClinicalContent) -> str:
    parts = [_("{n} points").format(n=f"{held.points:g}")]
    if held.percent is not None:
        parts.append(_("{n}%").format(n=f"{held.percent:g}"))
    if held.population:
        parts.append(held.population)
    unverified = _(", to check") if held.verification.value == "unverified" else ""
    return f"{' · '.join(parts)} ({content.source_line(held.source)}{unverified})"


class SpreadChoice(Section):
    """The spread that turns a standardised effect into points, moved within what studies showed."""

    def __init__(self, settings: ClinicSettings, parent: QWidget | None = None) -> None:
        super().__init__(_("Spread behind “half a point”"), _("printed beside every claim"), parent)
        spread = SPREADS["nrs"]
        self.stepper = Stepper(
            _("Spread of pain scores, tenths of a point"),
            round(settings.spread("nrs") * 10),
            round(spread.low * 10),
            round(spread.high * 10),
        )
        self._now = Label("", "field")
        self._settings = settings
        self.stepper.changed.connect(self._chosen)
        self.column.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._now)
        self._tell()

    def _chosen(self, tenths: int) -> None:
        self._settings.keep_spread("nrs", tenths / 10)
        self._tell()

    def _tell(self) -> None:
        spread = self._settings.spread("nrs")
        words = _("{n} points (usual {usual}). An effect of −0.28 then reads as {gain} points.")
        self._now.setText(
            words.format(n=f"{spread:.1f}", usual=f"{SPREADS['nrs'].usual:.1f}", gain=f"{0.28 * spread:.1f}")
        )


class PathwayTexts(Section):
    """The clinic's own text of each path: one step a line; an empty box shows ours again."""

    def __init__(
        self, content: ClinicalContent, settings: ClinicSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Local paths"), _("shown with a flag; from the next unlock on"), parent)
        self._settings = settings
        held = settings.pathways()
        self.boxes: dict[str, QPlainTextEdit] = {}
        for path in content.safety.pathways:
            shipped = path.words.get(language()) or path.words["en"]
            box = QPlainTextEdit(held.get(path.id, ""))
            box.setPlaceholderText("\n".join(shipped.steps))
            box.setFont(font("field"))
            box.setTabChangesFocus(True)
            box.setFixedHeight(96)
            box.installEventFilter(_Leaving(box, partial(self._keep, path.id)))
            self.boxes[path.id] = box
            self.column.addWidget(Field(shipped.title, box))

    def _keep(self, path: str) -> None:
        self._settings.keep_pathway(path, self.boxes[path].toPlainText())


class _Leaving(QObject):
    """Calls back when the keyboard leaves a box."""

    def __init__(self, box: QWidget, left: Callable[[], None]) -> None:
        super().__init__(box)
        self._left = left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._left()
        return False
