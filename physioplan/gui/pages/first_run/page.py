"""The pages of the first run: make the clinic's vault, then keep its recovery key."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from physioplan.gui.front_page import FrontPage
from physioplan.gui.pages.first_run.key_form import KeyForm
from physioplan.gui.pages.first_run.presenter import FirstRunPresenter, FirstRunView
from physioplan.gui.pages.first_run.vault_form import VaultForm
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.state_glyph import State, StateGlyph, state_words
from physioplan.gui.words import _


class FirstRunPage(FrontPage):
    """Shows a ``FirstRunPresenter``; ``asked`` also carries "open_existing" for whoever opens another
    vault.
    """

    def __init__(self, presenter: FirstRunPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=560, top=56)
        self.presenter = presenter
        self._steps = _Steps()
        self._title = Label("", "title", wrap=True)
        self._lead = Label("", "lead", "ink2", wrap=True)
        self.vault = VaultForm(presenter)
        self.key = KeyForm(presenter)
        self.column.addWidget(self._steps)
        self.column.addSpacing(26)
        self.column.addWidget(self._title)
        self.column.addSpacing(6)
        self.column.addWidget(self._lead)
        self.column.addSpacing(20)
        self.column.addWidget(self.vault)
        self.column.addWidget(self.key)
        self.column.addStretch(1)
        self._step_shown = ""
        self.asked.connect(self._asked)
        self.vault.submitted.connect(self._create)
        presenter.attach(self.display)

    def display(self, view: FirstRunView) -> None:
        making = view.step == "vault"
        self._steps.display(view.step, done=view.finished())
        self.vault.setVisible(making)
        self.key.setVisible(not making)
        if making:
            self._title.setText(_("Create your clinic vault"))
            self._lead.setText(
                _(
                    "All patient records are kept in one encrypted file on this computer. You open it with a "
                    "passphrase. We cannot reset it for you."
                )
            )
        else:
            self._title.setText(_("Keep your recovery key"))
            self._lead.setText(
                _(
                    "If you forget the passphrase, this key is the only way back in. Write it down or "
                    "print it and lock it away, not on this computer. It is shown once."
                )
            )
        self.vault.display(view)
        self.key.display(view)
        self._display_bar(view)
        if view.step != self._step_shown:
            self._step_shown = view.step
            self.scroll_area.verticalScrollBar().setValue(0)
            if not making:
                self.vault.forget_secrets()
                self.key.typed[0].setFocus()

    def _display_bar(self, view: FirstRunView) -> None:
        if view.step == "vault":
            bar = ActionBarView(
                save=SaveView("saving", view.busy) if view.busy else SaveView(),
                secondary=(
                    ActionView("open_existing", _("Open a vault I already have"), "folder-open", "quiet"),
                    ActionView(
                        "demonstrate", _("Try with invented patients"), locked=_("wait") if view.busy else ""
                    ),
                ),
                primary=ActionView("create", _("Create vault"), locked=_("wait") if view.busy else ""),
            )
        else:
            bar = ActionBarView(
                save=SaveView("vault", _("Vault created, nothing in it yet")),
                primary=ActionView(
                    "finish", _("Finish"), locked="" if view.finished() else _("after the check")
                ),
            )
        self.action_bar.display(bar)

    def entered(self) -> None:
        self.vault.clinic.setFocus()

    def _asked(self, key: str) -> None:
        if key == "create":
            self._create()
        elif key == "demonstrate":
            self.presenter.demonstrate()
        elif key == "finish":
            self.presenter.finish()

    def _create(self) -> None:
        form = self.vault
        self.presenter.create(
            form.clinic.text(),
            form.clinician.text(),
            form.passphrase.text(),
            form.again.text(),
            form.intended.isChecked(),
        )
        form.focus_first_fault(self.presenter.view)


class _Steps(QWidget):
    """Clinic vault, recovery key, ready."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        self._parts: list[tuple[StateGlyph, Label, Label]] = []
        for words in (_("Clinic vault"), _("Recovery key"), _("Ready")):
            glyph, plain, strong = StateGlyph(), Label(words, "body", "ink2"), Label(words, "subheading")
            row.addWidget(glyph)
            row.addWidget(plain)
            row.addWidget(strong)
            row.addSpacing(19)
            self._parts.append((glyph, plain, strong))
        row.addStretch(1)

    def display(self, step: str, *, done: bool) -> None:
        states: tuple[State, State, State] = ("now", "upcoming", "upcoming")
        if step == "key":
            states = ("done", "done", "now") if done else ("done", "now", "upcoming")
        for (glyph, plain, strong), state in zip(self._parts, states, strict=True):
            glyph.display(state)
            plain.setVisible(state != "now")
            strong.setVisible(state == "now")
            glyph.setAccessibleName(f"{plain.text()}, {state_words(state)}")
