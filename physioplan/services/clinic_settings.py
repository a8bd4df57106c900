"""What a clinic sets for itself: its letterhead, how soon the window locks, a passphrase, and backups."""

from __future__ import annotations

from pathlib import Path

from physioplan.domain.clinic import Clinic, Clinician
from physioplan.evidence.expectation import SPREADS
from physioplan.services.clock import Clock
from physioplan.storage import audit, keys
from physioplan.storage.backup import FOLDER_NAME, Backup, back_up, backups_in, verify_backup
from physioplan.storage.clinic_records import keep_clinic, keep_settings, settings_of, the_clinic
from physioplan.storage.session import Session
from physioplan.storage.vault import Vault
from physioplan.storage.verification import Verification

IDLE_MINUTES = (2, 5, 10, 15, 30)
USUAL_IDLE_MINUTES = 10
IDLE = "idle_minutes"
BACKUP_FOLDER = "backup_folder"
THRESHOLDS = "thresholds"
SPREAD = "spread"
PATHWAYS = "pathways"


class ClinicSettings:
    """Settings of one open vault; every change is logged with who and when, and no clinical word."""

    def __init__(self, vault: Vault, clock: Clock, by: Clinician) -> None:
        self._vault = vault
        self._clock = clock
        self._by = by

    # ------------------------------------------------------------------ the clinic

    def clinic(self) -> Clinic:
        """The clinic as it stands on letters."""
        with self._vault.reading() as session:
            return the_clinic(session)

    def keep_clinic(self, clinic: Clinic) -> Clinic:
        """Save name, telephone, address and emergency number."""
        with self._vault.writing() as session:
            keep_clinic(session, clinic)
            self._log(session, "changed", "clinic")
        return clinic

    # ------------------------------------------------------------------ locking

    def idle_minutes(self) -> int:
        """After how many minutes without use the window locks."""
        with self._vault.reading() as session:
            held = settings_of(session).get(IDLE)
        return held if isinstance(held, int) and held in IDLE_MINUTES else USUAL_IDLE_MINUTES

    def keep_idle_minutes(self, minutes: int) -> None:
        """Save one of ``IDLE_MINUTES``. Raises ValueError for another number."""
        if minutes not in IDLE_MINUTES:
            raise ValueError(f"The window locks after one of {IDLE_MINUTES} minutes, not {minutes}.")
        self._keep(IDLE, minutes)

    def change_passphrase(self, current: str, new: str) -> None:
        """Give the signed-in clinician a new passphrase. Slow on purpose: call it off the window's thread.

        Raises WrongPassphrase, TooManyTries, PassphraseTooShort.
        """
        keys.unlock(self._vault.folder, self._by.name, current)
        keys.change_passphrase(self._vault.folder, self._by.name, self._vault.data_key, new)
        with self._vault.writing() as session:
            self._log(session, "changed", "passphrase")

    # ------------------------------------------------------------------ clinical choices

    def thresholds(self) -> dict[str, str]:
        """The cut-off chosen for each scale ("qbpds.total" to a threshold's key); the rest use the first."""
        return self._texts(THRESHOLDS)

    def keep_threshold(self, scale: str, key: str) -> None:
        """Use another sourced cut-off from the next review on."""
        self._keep(THRESHOLDS, {**self.thresholds(), scale: key})

    def spread(self, measure: str) -> float:
        """The spread, in points, that turns a standardised effect into points of ``measure``."""
        with self._vault.reading() as session:
            held = settings_of(session).get(f"{SPREAD}.{measure}")
        known = SPREADS[measure]
        usable = isinstance(held, (int, float)) and known.low <= held <= known.high
        return float(held) if usable and isinstance(held, (int, float)) else known.usual

    def keep_spread(self, measure: str, points: float) -> None:
        """Save a spread within the range read in studies. Raises ValueError outside it."""
        known = SPREADS[measure]
        if not known.low <= points <= known.high:
            raise ValueError(f"The spread lies between {known.low} and {known.high} points, not at {points}.")
        self._keep(f"{SPREAD}.{measure}", points)

    def pathways(self) -> dict[str, str]:
        """The clinic's own text for each local path, where it has one."""
        return self._texts(PATHWAYS)

    def keep_pathway(self, path: str, text: str) -> None:
        """Save the clinic's own text of one path; an empty text brings ours back."""
        held = self.pathways()
        if held.get(path, "") != text.strip():
            self._keep(PATHWAYS, {**held, path: text.strip()})

    def _texts(self, name: str) -> dict[str, str]:
        with self._vault.reading() as session:
            held = settings_of(session).get(name)
        return {str(key): str(words) for key, words in held.items()} if isinstance(held, dict) else {}

    # ------------------------------------------------------------------ backups

    def backup_folder(self) -> Path:
        """Where backups go: the folder chosen last, else one beside the vault."""
        with self._vault.reading() as session:
            held = settings_of(session).get(BACKUP_FOLDER)
        return Path(held) if isinstance(held, str) and held else self._vault.folder / FOLDER_NAME

    def keep_backup_folder(self, place: Path) -> None:
        """Remember where backups go."""
        self._keep(BACKUP_FOLDER, str(place))

    def backups(self, place: Path) -> tuple[Backup, ...]:
        """The readable backups in ``place``, newest first."""
        return backups_in(place)

    def back_up(self, place: Path) -> Backup:
        """Copy the vault into ``place``, open the copy, read it to the end and count it. Off the window's thread.

        Raises BackupDamaged, DiskFull, VaultReadOnly, VaultDamaged.
        """
        made = back_up(self._vault.folder, self._vault.data_key, place, why="by hand", at=self._clock.now())
        with self._vault.writing() as session:
            self._log(session, "backed up", "vault")
        return made

    def check(self, backup: Backup) -> Verification:
        """Open a backup again, read it to the end and compare it with its manifest. Raises BackupDamaged."""
        return verify_backup(backup.folder, self._vault.data_key)

    # ------------------------------------------------------------------

    def _keep(self, name: str, value: object) -> None:
        with self._vault.writing() as session:
            keep_settings(session, {**settings_of(session), name: value})
            self._log(session, "changed", "setting", name)

    def _log(self, session: Session, verb: str, kind: str, detail: str = "") -> None:
        audit.record(
            session,
            at=self._clock.now(),
            who=self._by.name,
            verb=verb,
            subject_kind=kind,
            detail=detail,
        )
