"""Plan together: three suggestions with what is behind them, and the toggles to decide by."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.evidence.rule import Advice
from physioplan.gui.pages.plan_together.component_card import ComponentCard
from physioplan.gui.pages.plan_together.presenter import PlanTogetherPresenter, PlanTogetherView
from physioplan.gui.pages.plan_together.promise_panel import PromisePanel
from physioplan.gui.patient_page import PatientPage
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.words import _, language, ngettext

AGREE = "agree"
SAID_ELSEWHERE = frozenset({Advice.DECLINE, Advice.EXPECT})  # the panel beside says it in the patient's words
BACK = "back"


class PlanTogetherPage(PatientPage):
    """Cards are built once for an answer of the rules; choices only repaint them."""

    def __init__(self, presenter: PlanTogetherPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._answer: Recommendation | ReferOn | None = None
        self._cards: dict[str, ComponentCard] = {}
        scroll = ScrollColumn(margins=(32, 14, 22, 20), spacing=12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Label(_("Plan together"), "title"))
        self._sentence = Label("", "body", "ink2", wrap=True)
        head.addWidget(self._sentence, 1)
        scroll.column.addLayout(head)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        scroll.column.addLayout(self._notes)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        scroll.column.addLayout(self._list)
        scroll.column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
        self._panel = PromisePanel()
        aside = ScrollColumn(margins=(0, 0, 0, 0))
        aside.column.addWidget(self._panel)
        self.aside = aside
        self.aside_title = _("What this can and cannot promise")
        self.aside_width = 336
        self._panel.full_screen.connect(self.show_to_patient)
        self.stage_requested.connect(presenter.go_to_stage)
        presenter.attach(self.display)

    def display(self, view: PlanTogetherView) -> None:
        """Show the suggestions, or that the person must be referred on."""
        self.display_header(view.header)
        if view.answer is not self._answer:
            self._answer = view.answer
            self._rebuild(view)
        if isinstance(view.answer, Recommendation):
            for suggestion in view.answer.suggestions:
                self._cards[suggestion.component].display(suggestion, view)
        self._panel.display(view)
        self.show_bar(self._bar(view))

    def _rebuild(self, view: PlanTogetherView) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards = {}
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        answer = view.answer
        if isinstance(answer, ReferOn):
            self._sentence.setText(_("No plan now: something else comes first."))
            self._refer_on(answer, view)
            return
        offered = sum(suggestion.offered for suggestion in answer.suggestions)
        self._sentence.setText(
            ngettext(
                "{n} suggestion from today’s findings. You and {name} decide.",
                "{n} suggestions from today’s findings. You and {name} decide.",
                offered,
            ).format(n=offered, name=view.first_name)
        )
        if not answer.is_applicable:
            self._note(
                MessageView(
                    "warn",
                    _("The evidence rules do not apply here."),
                    " ".join(answer.scope.why_not) + " " + _("Scores can still be recorded."),
                )
            )
        for prompt in (*answer.cautions, *answer.prompts):
            if not prompt.hidden_from_patient and prompt.advice not in SAID_ELSEWHERE:
                kind = "warn" if prompt.urgency else "info"
                self._note(MessageView(kind, _("Rule {n}").format(n=prompt.rule) + ":", prompt.sentence))  # type: ignore[arg-type]
        for suggestion in answer.suggestions:
            card = ComponentCard(suggestion.component)
            card.included.connect(self._presenter.include)
            card.reason_given.connect(self._presenter.give_reason)
            card.restored.connect(self._presenter.restore)
            card.evidence_requested.connect(self._presenter.open_evidence)
            self._cards[suggestion.component] = card
            self._list.addWidget(card)

    def _refer_on(self, answer: ReferOn, view: PlanTogetherView) -> None:
        for name in answer.flags:
            flag = view.content.safety.flag(name)
            if flag is not None:
                words = flag.words_in(language())
                self._note(MessageView("danger", words.name + ".", f"{words.why} {words.action}"))
        for reason in answer.reasons:
            self._note(
                MessageView("danger" if answer.urgency.value == "emergency" else "warn", "", reason.sentence)
            )

    def _note(self, view: MessageView) -> None:
        self._notes.addWidget(Message(view))

    def _bar(self, view: PlanTogetherView) -> ActionBarView:
        words = ""
        if view.saved_at is not None:
            words = _("Saved {time}").format(time=view.saved_at.astimezone().strftime("%H:%M"))
        count = len(view.departures)
        if count:
            changes = ngettext("{n} change from the suggestion", "{n} changes from the suggestion", count)
            words = " · ".join(part for part in (words, changes.format(n=count)) if part)
        return ActionBarView(
            save=SaveView("saved" if words else "idle", words or _("As suggested")),
            primary=ActionView(AGREE, _("Agree plan and build"), locked=view.locked),
            secondary=(ActionView(BACK, _("Overview"), icon="arrow-left"),),
        )

    # ------------------------------------------------------------------ what the shell asks

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == AGREE:
            self._presenter.agree()
        elif key == BACK:
            self._presenter.go_back()

    def undo(self) -> None:
        """Ctrl+Z takes the last choice back."""
        self._presenter.undo()

    def entered(self) -> None:
        """Start at the first toggle."""
        if self._cards:
            next(iter(self._cards.values())).toggle.setFocus()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page."""
        return (("Space", _("put in or leave out")), ("Ctrl+Z", _("take the last choice back")))
