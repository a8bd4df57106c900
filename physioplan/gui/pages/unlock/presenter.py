"""What the unlock page knows and does: who is working, the passphrase, the wait after wrong ones. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from physioplan.gui.background_port import Background
from physioplan.gui.words import _, ngettext

FREE_TRIES = 5
FIRST_WAIT = 5
LONGEST_WAIT = 300


class WrongPassphrase(Exception):
    """The vault does not open with what was typed; ``unlock`` raises this or a fault named in ``wrong``."""


class UnlockView(NamedTuple):
    """What the page shows. ``waiting`` is seconds until the next try; ``error`` belongs to the passphrase."""

    clinic: str = ""
    sentence: str = ""
    clinicians: tuple[tuple[str, str], ...] = ()
    clinician: str | None = None
    by_recovery_key: bool = False
    busy: bool = False
    waiting: int = 0
    error: str = ""
    problem: str = ""
    foot: str = ""


class UnlockPresenter:
    """Drives the page through ``display``; ``unlock(clinician_key, passphrase)`` opens the vault off
    the thread.

    ``recover(recovery_key)`` opens it with the paper key. ``opened`` receives what either returns.
    ``wrong`` are the exception types that mean "wrong secret"; any other exception is told in its own
    words.
    """

    def __init__(
        self,
        *,
        clinic: str,
        list_clinicians: Callable[[], tuple[tuple[str, str], ...]],
        unlock: Callable[[str, str], Any],
        recover: Callable[[str], Any],
        opened: Callable[[Any], None],
        background: Background,
        wrong: tuple[type[Exception], ...] = (WrongPassphrase,),
        sentence: str = "",
        foot: str = "",
        last_clinician: str | None = None,
    ) -> None:
        self._unlock = unlock
        self._recover = recover
        self._opened = opened
        self._background = background
        self._wrong = wrong
        self._tries = 0
        self._display: Callable[[UnlockView], None] = lambda view: None
        clinicians = list_clinicians()
        keys = [key for key, _name in clinicians]
        chosen = last_clinician if last_clinician in keys else keys[0] if keys else None
        self.view = UnlockView(
            clinic=clinic, sentence=sentence, clinicians=clinicians, clinician=chosen, foot=foot
        )

    def attach(self, display: Callable[[UnlockView], None]) -> None:
        """Show the first view and every later one through ``display``."""
        self._display = display
        display(self.view)

    def choose_clinician(self, key: str | None) -> None:
        self._change(clinician=key, error="", problem="")

    def use_recovery_key(self, recovering: bool) -> None:
        self._change(by_recovery_key=recovering, error="", problem="")

    def edited(self) -> None:
        """The secret was changed, so what was wrong with the last one no longer matters."""
        if self.view.error or self.view.problem:
            self._change(error="", problem="")

    def submit(self, secret: str) -> None:
        """Try to open the vault; the view is busy until the answer is there."""
        view = self.view
        if view.busy or view.waiting:
            return
        if not secret:
            self._change(
                error=_("Type the recovery key") if view.by_recovery_key else _("Type your passphrase")
            )
            return
        if view.by_recovery_key:
            work: Callable[[], Any] = lambda: self._recover(secret)  # noqa: E731
        else:
            who = view.clinician
            if who is None:
                self._change(error=_("Choose who is working first"))
                return
            work = lambda: self._unlock(who, secret)  # noqa: E731
        self._change(busy=True, error="", problem="")
        self._background.run(work, self._well, self._ill)

    def tick(self) -> None:
        """One second of waiting has passed."""
        if self.view.waiting:
            left = self.view.waiting - 1
            self._change(waiting=left, error=self._wait_words(left) if left else "")

    def _well(self, opened: Any) -> None:
        self._tries = 0
        self._change(busy=False)
        self._opened(opened)

    def _ill(self, fault: Exception) -> None:
        if not isinstance(fault, self._wrong):
            self._change(busy=False, problem=str(fault) or _("The vault could not be opened."))
            return
        self._tries += 1
        if self._tries >= FREE_TRIES:
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (self._tries - FREE_TRIES))
            self._change(busy=False, waiting=wait, error=self._wait_words(wait))
        else:
            self._change(busy=False, error=self._wrong_words())

    def _wrong_words(self) -> str:
        if self.view.by_recovery_key:
            return _("That recovery key does not open this vault")
        return _("That passphrase does not open this vault")

    def _wait_words(self, seconds: int) -> str:
        wait = ngettext("Try again in {n} second.", "Try again in {n} seconds.", seconds).format(n=seconds)
        return f"{self._wrong_words()}. {wait}"

    def _change(self, **changes: Any) -> None:
        self.view = self.view._replace(**changes)
        self._display(self.view)
