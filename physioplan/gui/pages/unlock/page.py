"""The unlock page: clinic, who is working, passphrase."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from physioplan.gui.front_page import FrontPage
from physioplan.gui.pages.unlock.presenter import UnlockPresenter, UnlockView
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.secret_line import SecretLine
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _


class UnlockPage(FrontPage):
    """Shows an ``UnlockPresenter``; ``asked`` carries "open_another" and "unlock"."""

    def __init__(self, presenter: UnlockPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=480, top=210)
        self.presenter = presenter
        self._title = Label("", "title", wrap=True)
        self._sentence = Label("", "lead", "ink2", wrap=True)
        self.clinician = Choice(icon="user-round")
        self._who = Field(_("Who is working?"), self.clinician)
        self.secret = SecretLine()
        self._passphrase = Field(_("Passphrase"), self.secret)
        self._recovery: Field | None = None
        self._other_way = Button(_("Use the recovery key"), "quiet").flush()
        for widget, space in (
            (self._title, 6),
            (self._sentence, 26),
            (self._who, 16),
            (self._passphrase, 12),
        ):
            self.column.addWidget(widget)
            self.column.addSpacing(space)
        self.column.addSpacing(12)  # under the recovery key, which comes between these spaces when wanted
        self.column.addWidget(self._other_way)
        self.column.addStretch(1)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(presenter.tick)
        self.clinician.currentIndexChanged.connect(self._clinician_chosen)
        self.secret.textEdited.connect(presenter.edited)
        self.secret.caps_lock_changed.connect(self._caps_lock)
        self.secret.returnPressed.connect(self._submit)
        self._other_way.clicked.connect(self._change_way)
        self.asked.connect(self._asked)
        presenter.attach(self.display)

    def display(self, view: UnlockView) -> None:
        self._title.setText(view.clinic or "PhysioPlan")
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        if self.clinician.count() != len(view.clinicians):
            self.clinician.offer(view.clinicians)
        if self.clinician.chosen() != view.clinician:
            blocked = self.clinician.blockSignals(True)
            self.clinician.choose(view.clinician)
            self.clinician.blockSignals(blocked)
        recovering = view.by_recovery_key
        self._who.setVisible(not recovering)
        self._passphrase.setVisible(not recovering)
        if recovering or self._recovery is not None:
            self.recovery_field.setVisible(recovering)
        self._other_way.setText(_("Use the passphrase") if recovering else _("Use the recovery key"))
        field = self.recovery_field if recovering else self._passphrase
        was_wrong = bool(field.error())
        field.display_error(view.error or view.problem)
        self.secret.setReadOnly(view.busy)
        if recovering:
            self.recovery.setReadOnly(view.busy)
        self.clinician.setEnabled(not view.busy)
        if view.error and not was_wrong:
            control_in_use = self.recovery if recovering else self.secret
            control_in_use.setFocus()
            control_in_use.selectAll()
        if view.waiting and not self._clock.isActive():
            self._clock.start()
        elif not view.waiting:
            self._clock.stop()
        self._display_bar(view)

    @property
    def recovery_field(self) -> Field:
        """Where the paper key is typed; made when somebody first needs it."""
        if self._recovery is None:
            hint = _("Eight groups of four, from the paper in the clinic safe")
            self._recovery = Field(_("Recovery key"), TextLine(), hint)
            place = self.column.indexOf(self._passphrase) + 2  # after the field and its space
            self.column.insertWidget(place, self._recovery)
            self.recovery.textEdited.connect(self.presenter.edited)
            self.recovery.returnPressed.connect(self._submit)
        return self._recovery

    @property
    def recovery(self) -> TextLine:
        """The line of the recovery key."""
        line = self.recovery_field.control
        assert isinstance(line, TextLine)
        return line

    def _display_bar(self, view: UnlockView) -> None:
        locked = ""
        if view.waiting:
            locked = _("in {n} s").format(n=view.waiting)
        elif view.busy:
            locked = _("opening")
        self.action_bar.display(
            ActionBarView(
                save=SaveView("idle", view.foot, "save") if view.foot else SaveView(),
                secondary=(ActionView("open_another", _("Open another vault")),),
                primary=ActionView("unlock", _("Unlock"), icon="lock-open", hint="↵", locked=locked),
            )
        )

    def entered(self) -> None:
        self.secret.setFocus()

    def forget_secrets(self) -> None:
        """Empty both fields; called once the vault is open or locked."""
        self.secret.clear()
        if self._recovery is not None:
            self.recovery.clear()

    def _clinician_chosen(self) -> None:
        self.presenter.choose_clinician(self.clinician.chosen())

    def _change_way(self) -> None:
        self.presenter.use_recovery_key(not self.presenter.view.by_recovery_key)
        (self.recovery if self.presenter.view.by_recovery_key else self.secret).setFocus()

    def _caps_lock(self, on: bool) -> None:
        self._passphrase.display_hint(_("Caps Lock is on") if on else "", "arrow-big-up")

    def _asked(self, key: str) -> None:
        if key == "unlock":
            self._submit()

    def _submit(self) -> None:
        recovering = self.presenter.view.by_recovery_key
        self.presenter.submit(self.recovery.text() if recovering else self.secret.text())
