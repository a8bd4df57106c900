"""What this can and cannot promise, in the words a patient may read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from physioplan.evidence.expectation import in_points
from physioplan.evidence.recommendation import Recommendation
from physioplan.gui.pages.plan_together.presenter import PlanTogetherView
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.grade_dots import GradeDots
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.words import _

MATTERS = 2.0


class _ToScale(QWidget):
    """The average extra gain and the two points most people notice, drawn on one scale of 10 points."""

    def __init__(self, gain: float) -> None:
        super().__init__()
        self._gain = gain
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            _("{gain} point, average extra gain, beside 2 points, which most people notice").format(
                gain=f"{gain:.1f}"
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(250, 62)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = (self.width() - 6) / 10
        painter.setPen(QPen(colour(palette.line_strong), 1.2))
        painter.drawLine(2, 8, int(2 + 10 * unit), 8)
        for tick in range(11):
            x = 2 + tick * unit
            painter.drawLine(int(x), 3 if tick % 5 == 0 else 5, int(x), 8)
        painter.fillRect(QRectF(2, 18, max(2.0, self._gain * unit), 10), colour(palette.accent))
        pen = QPen(colour(palette.ink2), 1.2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRect(QRectF(2, 38, MATTERS * unit, 12))
        painter.setFont(font("small"))
        painter.setPen(colour(palette.ink))
        words = _("{n} point, average extra gain").format(n=f"{self._gain:.1f}")
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(2 + self._gain * unit + 8, 14, self.width(), 18), flags, words)
        painter.drawText(
            QRectF(2 + MATTERS * unit + 8, 35, self.width(), 18), flags, _("2 points, most people notice")
        )
        painter.end()


class PromisePanel(QWidget):
    """Built once for an answer; ``full_screen`` asks to show it to the patient alone."""

    full_screen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(_("What this can and cannot promise"), "name", wrap=True), 1)
        show = Button("", icon="maximize", name=_("Show to the patient"))
        show.setToolTip(_("Show to the patient (F9)"))
        show.clicked.connect(self.full_screen)
        head.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(Rule(strong=True))
        self._shown: object = None
        self._rows: list[QWidget] = []

    def display(self, view: PlanTogetherView) -> None:
        """Word the numbers of the first effect: pain at 12 weeks against other exercise."""
        answer = view.answer
        if answer is self._shown or not isinstance(answer, Recommendation):
            return
        self._shown = answer
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        card = answer.suggestion("individualized_exercise")
        effect = next((e for e in card.effects if e.pooled), None) if card else None
        if effect is None or not answer.is_applicable:
            self._say(
                "circle-help",
                _("The trials do not speak about this situation."),
                " ".join(answer.scope.why_not),
            )
        else:
            gain = in_points(effect, view.spread)
            assert gain is not None
            self._say(
                "check",
                _("It may ease pain a little more."),
                _(
                    "On average about {n} of a point out of 10 more than other exercise ({low} to {high})."
                ).format(n=f"{gain.value:.1f}", low=f"{gain.low:.1f}", high=f"{gain.high:.1f}"),
                _ToScale(gain.value),
            )
            self._say(
                "circle-help",
                _("We are not very sure."),
                _("The real gain may be bigger, smaller, or none."),
                GradeDots(effect.certainty.value),
            )
        self._say(
            "x",
            _("It cannot tell how you will do."),
            _("Some people get much better, some a little, some not at all, and some get worse."),
        )
        self._say(
            "split",
            _("Other exercise is a fair choice."),
            _("The difference is small. What you will keep doing counts."),
        )
        self._say(
            "calendar-check",
            _("So we check."),
            _("We ask the same questions at 12 weeks. If it is not helping, we change the plan."),
        )
        if effect is not None:
            source = view.content.source_line(effect.source)
            foot = Label(
                _(
                    "Points = SMD {smd} × a usual spread of {spread} points (an assumption). A gap between groups, "
                    "never a forecast for one person. {source}."
                ).format(smd=f"{effect.smd:.2f}".replace("-", "−"), spread=view.spread, source=source),
                "micro",
                "ink2",
                wrap=True,
            )
            self._column.addWidget(foot)
            self._rows.append(foot)
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column.addWidget(stretch)
        self._rows.append(stretch)

    def _say(self, icon: str, lead: str, words: str, picture: QWidget | None = None) -> None:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Icon(icon, 20, "ink"), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(4)
        label = Label(f"<b>{lead}</b> {words}", "patient_panel", wrap=True, rich=True)
        text.addWidget(label)
        if picture is not None:
            if isinstance(picture, _ToScale):
                text.addWidget(picture)
            else:
                text.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(text, 1)
        rule = Rule()
        self._column.addWidget(box)
        self._column.addWidget(rule)
        self._rows += [box, rule]
