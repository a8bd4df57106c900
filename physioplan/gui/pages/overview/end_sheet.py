"""The sheet that closes an episode: why, in a word, and in the clinician's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit

from physioplan.domain.episode import EndReason
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.words import _


class EndSheet(Sheet):
    """``decided`` gets the reason and the words, which only a discharge may leave empty."""

    def __init__(self, name: str, reason: EndReason, decided: Callable[[EndReason, str], None]) -> None:
        super().__init__(_("Close the episode of {name}").format(name=name), width=720)
        self._decided = decided
        options = (
            (EndReason.DISCHARGED.value, _("Discharge")),
            (EndReason.STOPPED.value, _("Stop")),
            (EndReason.REFERRED_ON.value, _("Refer on")),
        )
        self.reason = Segmented(_("How it ends"), options, reason.value)
        self.reason.chosen_changed.connect(lambda _key: self._show())
        self._about = Label("", "body", "ink2", wrap=True)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        self.words.textChanged.connect(self._show)
        self._field = Field(_("Reason"), self.words)
        self.column.addWidget(self.reason)
        self.column.addWidget(self._about)
        self.column.addWidget(self._field)
        self.asked.connect(self._asked)
        self._show()

    def chosen(self) -> EndReason:
        """How it ends as chosen now."""
        return EndReason(self.reason.chosen() or EndReason.DISCHARGED.value)

    def _show(self) -> None:
        reason = self.chosen()
        about, button, hint = {
            EndReason.DISCHARGED: (
                _("Care is finished as planned. Open follow-ups are no longer asked for."),
                _("Discharge"),
                _("May stay empty"),
            ),
            EndReason.STOPPED: (
                _("Care ends early. Follow-ups count as not measured."),
                _("Stop the episode"),
                _("For example: moved away, does not want to go on"),
            ),
            EndReason.REFERRED_ON: (
                _("Somebody else takes over. Follow-ups count as not measured."),
                _("Refer on"),
                _("To whom and what for"),
            ),
        }[reason]
        self._about.setText(about)
        self._field.display_hint(hint)
        needs = reason is not EndReason.DISCHARGED and not self.words.toPlainText().strip()
        self.display_bar(
            ActionBarView(
                secondary=(ActionView("close", _("Cancel"), hint="Esc"),),
                primary=ActionView(
                    "end", button, hint="Ctrl ↵", locked=_("write the reason") if needs else ""
                ),
            )
        )

    def _asked(self, key: str) -> None:
        reason, words = self.chosen(), self.words.toPlainText().strip()
        self.close_sheet()
        if key == "end":
            self._decided(reason, words)
