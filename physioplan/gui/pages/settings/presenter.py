"""The clinic's settings: letterhead, look and language, locking, passphrase, cut-offs, windows, backups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol

from pydantic import ValidationError

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.locate import assets_folder
from physioplan.domain.clinic import Clinic
from physioplan.gui.background_port import AtOnce, Background
from physioplan.gui.navigator import Navigator
from physioplan.gui.words import _, language
from physioplan.services.clinic_settings import IDLE_MINUTES, ClinicSettings
from physioplan.services.clock import Clock, SystemClock
from physioplan.services.vault_keeper import WRONG_SECRET, OpenVault, is_synchronised

Look = Literal["system", "light", "dark"]
CLINIC_FIELDS = ("name", "phone", "address", "emergency_number")
LONGEST = {"name": 120, "phone": 40, "address": 240, "emergency_number": 20}


class Appearance(Protocol):
    """The look of the window, without knowing any toolkit."""

    @property
    def mode(self) -> Look:
        """What was chosen."""

    def choose(self, mode: Look) -> None:
        """Follow the system, or stay light or dark."""


@dataclass(frozen=True, slots=True)
class CutOffLine:
    """One change that matters as the measure's file holds it; ``verification`` names how it was checked."""

    measure: str
    points: str
    percent: str
    detectable: str
    source: str
    verification: str
    note: str


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup that was read to the end when it was made."""

    made_at: datetime
    folder: str
    records: int
    chain_head: str


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the page draws. ``typed`` is the letterhead as it stands in the fields; ``errors`` are by field."""

    clinic: Clinic
    typed: dict[str, str]
    changed: bool
    errors: dict[str, str]
    clinician: str
    look: Look
    language: str
    languages: tuple[str, ...]
    idle_minutes: int
    idle_choices: tuple[int, ...]
    cut_offs: tuple[CutOffLine, ...]
    spread: tuple[float, float, float, str]
    backup_folder: str
    backup_warning: str
    backups: tuple[BackupLine, ...]
    backing_up: bool
    backup_problem: str
    passphrase_problem: str
    passphrase_done: bool
    changing_passphrase: bool
    edition: str
    saved_at: datetime | None


@dataclass(slots=True)
class _State:
    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    backing_up: bool = False
    backup_problem: str = ""
    passphrase_problem: str = ""
    passphrase_done: bool = False
    changing_passphrase: bool = False
    saved_at: datetime | None = None


class SettingsPresenter:
    """Drives the page through ``display``. Slow work goes to ``background``.

    ``clinic_saved``, ``idle_chosen`` and ``language_chosen`` tell whoever else needs to know.
    """

    def __init__(
        self,
        opened: OpenVault,
        navigator: Navigator,
        look: Appearance,
        *,
        content: ClinicalContent,
        clock: Clock | None = None,
        background: Background | None = None,
        clinic_saved: Callable[[Clinic], None] = lambda clinic: None,
        idle_chosen: Callable[[int], None] = lambda minutes: None,
        language_chosen: Callable[[str], None] = lambda code: None,
    ) -> None:
        self._clock = clock or SystemClock()
        self.settings = ClinicSettings(opened.vault, self._clock, opened.by)
        self._clinician = opened.by.name
        self._navigator = navigator
        self._look = look
        self.content = content
        self._background = background or AtOnce()
        self._clinic_saved = clinic_saved
        self._idle_chosen = idle_chosen
        self._language_chosen = language_chosen
        self._language = language()
        self._state = _State()
        self._clinic = opened.clinic
        self._display: Callable[[SettingsView], None] = lambda view: None

    def attach(self, display: Callable[[SettingsView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def entered(self) -> None:
        """Load everything as it stands."""
        self._clinic = self.settings.clinic()
        self._state = _State(typed=_as_typed(self._clinic), backing_up=self._state.backing_up)
        self._show()

    def go(self, place: str) -> None:
        """Another place."""
        self._navigator.go(place)

    # ------------------------------------------------------------------ the clinic

    def typed(self, name: str, words: str) -> None:
        """One field of the letterhead says ``words`` now."""
        if self._state.typed.get(name) != words:
            self._state.typed[name] = words
            self._state.errors.pop(name, None)
            self._show()

    def save_clinic(self) -> None:
        """Save the letterhead, or say which field needs what."""
        told = {name: " ".join(self._state.typed.get(name, "").split()) for name in CLINIC_FIELDS}
        try:
            clinic = Clinic(**told)
        except ValidationError as wrong:
            for fault in wrong.errors():
                name = str(fault["loc"][0])
                self._state.errors[name] = (
                    _("The clinic needs a name.")
                    if name == "name" and not told["name"]
                    else _("At most {n} characters.").format(n=LONGEST[name])
                )
            self._show()
            return
        self._clinic = self.settings.keep_clinic(clinic)
        self._state.typed = _as_typed(clinic)
        self._state.errors = {}
        self._saved()
        self._clinic_saved(clinic)

    # ------------------------------------------------------------------ look, language, lock

    def choose_look(self, mode: Look) -> None:
        """Follow the system, or stay light or dark; at once."""
        self._look.choose(mode)
        self._saved()

    def choose_language(self, code: str) -> None:
        """Speak another language from the next start on."""
        self._language = code
        self._language_chosen(code)
        self._saved()

    def choose_idle_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without use."""
        self.settings.keep_idle_minutes(minutes)
        self._idle_chosen(minutes)
        self._saved()

    # ------------------------------------------------------------------ passphrase

    def change_passphrase(self, current: str, new: str, again: str) -> None:
        """Change it when the two new ones agree; the current one is asked for and checked."""
        state = self._state
        state.passphrase_done = False
        state.passphrase_problem = ""
        if not current or not new:
            state.passphrase_problem = _("Type the passphrase you use now, and the new one twice.")
        elif new != again:
            state.passphrase_problem = _("The two new passphrases differ. Type the new one again.")
        elif new == current:
            state.passphrase_problem = _("The new passphrase is the one you use now. Choose another.")
        else:
            state.changing_passphrase = True
            self._background.run(
                lambda: self.settings.change_passphrase(current, new),
                self._passphrase_changed,
                self._passphrase_kept,
            )
        self._show()

    def _passphrase_changed(self, _nothing: Any) -> None:
        self._state.changing_passphrase = False
        self._state.passphrase_done = True
        self._saved()

    def _passphrase_kept(self, fault: Exception) -> None:
        self._state.changing_passphrase = False
        self._state.passphrase_problem = (
            _("That is not the passphrase you use now. Nothing was changed.")
            if isinstance(fault, WRONG_SECRET)
            else str(fault)
        )
        self._show()

    # ------------------------------------------------------------------ backups

    def choose_backup_folder(self, place: Path) -> None:
        """Put backups into ``place`` from now on."""
        self.settings.keep_backup_folder(place)
        self._saved()

    def back_up(self) -> None:
        """Make a verified copy now, off the window's thread."""
        if self._state.backing_up:
            return
        place = self.settings.backup_folder()
        self._state.backing_up = True
        self._state.backup_problem = ""
        self._show()
        self._background.run(lambda: self.settings.back_up(place), self._backed_up, self._not_backed_up)

    def _backed_up(self, _made: Any) -> None:
        self._state.backing_up = False
        self._saved()

    def _not_backed_up(self, fault: Exception) -> None:
        self._state.backing_up = False
        self._state.backup_problem = str(fault)
        self._show()

    # ------------------------------------------------------------------ showing

    def _saved(self) -> None:
        self._state.saved_at = self._clock.now()
        self._show()

    def _show(self) -> None:
        state = self._state
        place = self.settings.backup_folder()
        warning = ""
        if is_synchronised(place):
            warning = _(
                "This folder is copied to the internet by another program. The backup stays encrypted."
            )
        spread = self.content.measures["nrs"].main.spread
        self._display(
            SettingsView(
                clinic=self._clinic,
                typed=dict(state.typed),
                changed=state.typed != _as_typed(self._clinic),
                errors=dict(state.errors),
                clinician=self._clinician,
                look=self._look.mode,
                language=self._language,
                languages=installed_languages(),
                idle_minutes=self.settings.idle_minutes(),
                idle_choices=IDLE_MINUTES,
                cut_offs=_cut_offs(self.content),
                spread=(
                    (spread.default, spread.low or spread.default, spread.high or spread.default, spread.note)
                    if spread is not None
                    else (2.0, 2.0, 2.0, "")
                ),
                backup_folder=str(place),
                backup_warning=warning,
                backups=tuple(
                    BackupLine(
                        backup.made_at,
                        backup.folder.name,
                        sum(count for table, count in backup.counts if table != "audit"),
                        backup.chain_head,
                    )
                    for backup in self.settings.backups(place)
                ),
                backing_up=state.backing_up,
                backup_problem=state.backup_problem,
                passphrase_problem=state.passphrase_problem,
                passphrase_done=state.passphrase_done,
                changing_passphrase=state.changing_passphrase,
                edition=self.content.evidence.edition,
                saved_at=state.saved_at,
            )
        )


def installed_languages() -> tuple[str, ...]:
    """English, and every language whose catalogue is installed."""
    folder = assets_folder() / "translations"
    found = sorted(path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/ui.mo"))
    return ("en", *(code for code in found if code != "en"))


def _as_typed(clinic: Clinic) -> dict[str, str]:
    return {name: str(getattr(clinic, name)) for name in CLINIC_FIELDS}


def _cut_offs(content: ClinicalContent) -> tuple[CutOffLine, ...]:
    lines = []
    order = ("nrs", "vas", "odi", "rmdq", "qbpds", "psfs", "pseq")
    for name in (*order, *sorted(set(content.measures) - set(order))):
        measure = content.measures.get(name)
        if measure is None or measure.main.threshold is None:
            continue
        held = measure.main.threshold
        checks = [held.verification]
        checks += [held.percent_verification] if held.percent_verification is not None else []
        checks += [held.detectable_verification] if held.detectable_verification is not None else []
        weakest = min(checks, key=_CHECKED.index)
        lines.append(
            CutOffLine(
                measure=measure.words_in(language()).short,
                points=f"{held.points:g}",
                percent="" if held.percent is None else f"{held.percent:g}%",
                detectable="" if held.detectable is None else f"{held.detectable:g}",
                source=content.source_line(held.source),
                verification=held.verification.value if weakest is held.verification else weakest.value,
                note=_weak_part(held.verification is weakest, held.detectable_verification is weakest),
            )
        )
    return tuple(lines)


def _weak_part(points: bool, detectable: bool) -> str:
    """Which of the numbers is the one least checked; nothing where it is the change itself."""
    if points:
        return ""
    return _("measurement error") if detectable else _("percentage")


_CHECKED = ["unverified", "secondary", "consensus", "calculated", "verified"]  # weakest first
