"""What the first run knows and does: the clinic's vault, its recovery key, the typed check. No Qt."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from physioplan.gui.background_port import Background
from physioplan.gui.pages.first_run.passphrase_strength import StrengthView, strength_of
from physioplan.gui.words import _, ngettext

Step = Literal["vault", "key"]
GROUPS = 8
GROUP_LENGTH = 4
NO_STRENGTH = StrengthView(0, "", "", False)


@dataclass(frozen=True, slots=True)
class VaultRequest:
    """What ``create_vault`` receives."""

    clinic: str
    clinician: str
    passphrase: str
    place: str


@dataclass(frozen=True, slots=True)
class FirstRunView:
    """``errors`` are (field, sentence) with fields clinic, clinician, passphrase, again, intended_use.

    ``asked`` are the two group numbers (1 to 8) to type back, ``checks`` what each field says: ""
    nothing yet, "right", or a sentence telling how it differs.
    """

    step: Step = "vault"
    place: str = ""
    place_warning: str = ""
    strength: StrengthView = NO_STRENGTH
    errors: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    busy: str = ""
    groups: tuple[str, ...] = ()
    asked: tuple[int, int] = (3, 6)
    checks: tuple[str, str] = ("", "")
    kept: str = ""
    may_print: bool = False
    may_save: bool = False

    def error_of(self, field: str) -> str:
        return dict(self.errors).get(field, "")

    def finished(self) -> bool:
        return self.checks == ("right", "right")


class FirstRunPresenter:
    """``create_vault(request)`` returns (recovery key of eight groups, what ``opened`` receives).

    ``create_demonstration()`` returns what ``opened`` receives. ``print_key`` and ``save_key`` take the
    eight groups and return a line such as "Printed 08:12"; leave them out where they cannot be offered.
    ``check_place(path)`` returns a warning sentence or "" (a folder that is synchronised with the
    internet).
    """

    def __init__(
        self,
        *,
        place: str,
        create_vault: Callable[[VaultRequest], tuple[str, Any]],
        create_demonstration: Callable[[], Any],
        opened: Callable[[Any], None],
        background: Background,
        check_place: Callable[[str], str] = lambda place: "",
        print_key: Callable[[tuple[str, ...]], str] | None = None,
        save_key: Callable[[tuple[str, ...]], str] | None = None,
        pick_two: Callable[[], tuple[int, int]] | None = None,
    ) -> None:
        self._create_vault = create_vault
        self._create_demonstration = create_demonstration
        self._opened = opened
        self._background = background
        self._check_place = check_place
        self._print_key = print_key
        self._save_key = save_key
        self._pick_two = pick_two or _two_groups
        self._vault: Any = None
        self._clinic = ""
        self._clinician = ""
        self._display: Callable[[FirstRunView], None] = lambda view: None
        self.view = FirstRunView(
            place=place,
            place_warning=check_place(place),
            may_print=print_key is not None,
            may_save=save_key is not None,
            strength=strength_of(""),
        )

    def attach(self, display: Callable[[FirstRunView], None]) -> None:
        """Show the first view and every later one through ``display``."""
        self._display = display
        display(self.view)

    def choose_place(self, place: str) -> None:
        self._change(place=place, place_warning=self._check_place(place))

    def passphrase_edited(self, passphrase: str, clinic: str, clinician: str) -> None:
        known = tuple(word for words in (clinic, clinician) for word in words.split())
        self._change(
            strength=strength_of(passphrase, known), errors=self._errors_without("passphrase", "again")
        )

    def edited(self, field: str) -> None:
        """A field was changed, so what was wrong with it no longer matters."""
        if self.view.error_of(field):
            self._change(errors=self._errors_without(field))

    def create(self, clinic: str, clinician: str, passphrase: str, again: str, intended_use: bool) -> None:
        """Make the vault, or tell every fault at once."""
        if self.view.busy:
            return
        clinic, clinician = clinic.strip(), clinician.strip()
        errors = self._faults(clinic, clinician, passphrase, again, intended_use)
        if errors:
            self._change(errors=tuple(errors), problem="")
            return
        request = VaultRequest(clinic, clinician, passphrase, self.view.place)
        self._change(errors=(), problem="", busy=_("Making the vault"))
        self._background.run(lambda: self._create_vault(request), self._made, self._failed)

    def demonstrate(self) -> None:
        """Open a vault of invented patients instead."""
        if self.view.busy:
            return
        self._change(errors=(), problem="", busy=_("Making invented patients"))
        self._background.run(self._create_demonstration, self._demonstration_made, self._failed)

    def typed_back(self, number: int, typed: str) -> None:
        """What was typed into the first (0) or second (1) field of the check."""
        wanted = self.view.groups[self.view.asked[number] - 1]
        said = _compare(wanted, typed)
        checks = (said, self.view.checks[1]) if number == 0 else (self.view.checks[0], said)
        self._change(checks=checks)

    def print_key(self) -> None:
        self._keep(self._print_key)

    def save_key(self) -> None:
        self._keep(self._save_key)

    def finish(self) -> None:
        """Go on once both groups were typed back."""
        if self.view.step == "key" and self.view.finished():
            vault, self._vault = self._vault, None
            self._change(groups=("",) * GROUPS, checks=("", ""))
            self._opened(vault)

    # -- inside ----------------------------------------------------------------------------------

    def _faults(
        self, clinic: str, clinician: str, passphrase: str, again: str, intended_use: bool
    ) -> list[tuple[str, str]]:
        errors = []
        if not clinic:
            errors.append(("clinic", _("Type the name of the clinic")))
        if not clinician:
            errors.append(("clinician", _("Type your name")))
        known = tuple(word for words in (clinic, clinician) for word in words.split())
        strength = strength_of(passphrase, known)
        if not passphrase:
            errors.append(("passphrase", _("Type a passphrase")))
        elif not strength.enough:
            errors.append(("passphrase", f"{strength.word} {strength.advice}"))
        elif passphrase != again:
            errors.append(("again", _("The two passphrases differ. Type it once more")))
        if not intended_use:
            errors.append(("intended_use", _("Read this and tick the box to go on")))
        return errors

    def _made(self, outcome: tuple[str, Any]) -> None:
        key, self._vault = outcome
        bare = key.replace(" ", "").replace("-", "")
        groups = tuple(bare[at : at + GROUP_LENGTH] for at in range(0, len(bare), GROUP_LENGTH))
        self._change(step="key", busy="", groups=groups, asked=self._pick_two(), checks=("", ""))

    def _demonstration_made(self, vault: Any) -> None:
        self._change(busy="")
        self._opened(vault)

    def _failed(self, fault: Exception) -> None:
        self._change(busy="", problem=str(fault) or _("The vault could not be made."))

    def _keep(self, keeper: Callable[[tuple[str, ...]], str] | None) -> None:
        if keeper is None:
            return
        try:
            self._change(kept=keeper(self.view.groups), problem="")
        except Exception as fault:  # a printer or stick that refuses: the key stays on screen
            self._change(problem=str(fault) or _("That did not work. Write the key down by hand."))

    def _errors_without(self, *fields: str) -> tuple[tuple[str, str], ...]:
        return tuple(pair for pair in self.view.errors if pair[0] not in fields)

    def _change(self, **changes: Any) -> None:
        self.view = replace(self.view, **changes)
        self._display(self.view)


def _two_groups() -> tuple[int, int]:
    first, second = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2))
    return first, second


def _compare(wanted: str, typed: str) -> str:
    """ "" while it is being typed, "right", or how it differs."""
    given = typed.strip().upper()
    if len(given) < len(wanted):
        return ""
    if given == wanted:
        return "right"
    if len(given) > len(wanted):
        return _("Four letters or digits only")
    differ = sum(a != b for a, b in zip(wanted, given, strict=True))
    return ngettext("One letter differs", "{n} letters differ", differ).format(n=differ)
