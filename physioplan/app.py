"""The composition root, in two stages: what the unlock page needs, then, in the background, the rest."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from physioplan.content.locate import assets_folder
from physioplan.gui.background import ThreadBackground
from physioplan.gui.main_window import MainWindow
from physioplan.gui.theme.theme import Theme, ask_for_style
from physioplan.gui.words import set_language
from physioplan.services.vault_keeper import WRONG_SECRET, VaultKeeper, is_synchronised, usual_folder

if TYPE_CHECKING:
    from physioplan.gui.assembly import Desk
    from physioplan.gui.idle_watch import IdleWatch
    from physioplan.gui.pages.first_run.presenter import VaultRequest
    from physioplan.services.vault_keeper import OpenVault

REST_AFTER_MS = 50
"""The first picture does not share the interpreter with the loading of the rest."""


class Program(QObject):
    """One run of the window: unlock or first run, the desk, lock, and the desk again."""

    def __init__(self, application: QApplication, settings: QSettings, folder: Path | None = None) -> None:
        super().__init__(application)
        self.application = application
        self.settings = settings
        self.theme = Theme(application, assets_folder(), str(settings.value("window/theme") or "system"))  # type: ignore[arg-type]
        code = str(settings.value("window/language") or "en")
        if code != "en":
            set_language(code, assets_folder() / "translations")
        self.window = MainWindow(settings)
        self.window.command_requested.connect(self._command)
        self.background = ThreadBackground(self)
        self.keeper = VaultKeeper(folder or Path(str(settings.value("vault/folder") or usual_folder())))
        self.desk: Desk | None = None
        self._front: Any = None
        self._idle: IdleWatch | None = None

    # ------------------------------------------------------------------ before the vault

    def show_first(self) -> None:
        """Unlock where there is a vault, else first run."""
        if self.keeper.exists():
            self._show_unlock()
        else:
            self._show_first_run()
        self.window.show()
        QTimer.singleShot(REST_AFTER_MS, self._warm_up)

    def show_unlock_only(self) -> None:
        """Show the unlock page and load nothing more, to measure and to prove what it needs."""
        self._show_unlock()
        self.window.show()

    def _warm_up(self) -> None:
        """Load the rest while the passphrase is typed."""
        gc.enable()
        self.background.run(_load_the_rest, lambda _loaded: None, lambda _fault: None)

    def _show_unlock(self, sentence: str = "") -> None:
        from physioplan.gui.pages.unlock.page import UnlockPage
        from physioplan.gui.pages.unlock.presenter import UnlockPresenter

        presenter = UnlockPresenter(
            clinic=str(self.settings.value("vault/clinic") or "PhysioPlan"),
            list_clinicians=self._clinicians,
            unlock=self.keeper.unlock,
            recover=self.keeper.recover,
            opened=self._opened,
            background=self.background,
            wrong=WRONG_SECRET,
            sentence=sentence,
            last_clinician=str(self.settings.value("vault/clinician") or "") or None,
        )
        page = UnlockPage(presenter)
        page.asked.connect(self._front_asked)
        self._show_front(page)

    def _clinicians(self) -> tuple[tuple[str, str], ...]:
        try:
            return self.keeper.clinicians()
        except Exception as fault:  # a damaged key file is told on the page that would have listed it
            QTimer.singleShot(0, lambda told=fault: self._problem(told))
            return ()

    def _show_first_run(self) -> None:
        from physioplan.gui.pages.first_run.page import FirstRunPage
        from physioplan.gui.pages.first_run.presenter import FirstRunPresenter

        presenter = FirstRunPresenter(
            place=str(self.keeper.folder),
            create_vault=self._create,
            create_demonstration=self._demonstration,
            opened=self._opened,
            background=self.background,
            check_place=_warning_about,
        )
        page = FirstRunPage(presenter)
        page.asked.connect(self._front_asked)
        self._show_front(page)

    def _create(self, request: VaultRequest) -> tuple[str, OpenVault]:
        self.keeper = VaultKeeper(Path(request.place))
        opened = self.keeper.create(request.clinic, request.clinician, request.passphrase)
        return opened.recovery_key, opened

    def _demonstration(self) -> OpenVault:
        from physioplan.services.demo_vault import open_demonstration

        folder = self.keeper.folder.with_name("demonstration")
        self.keeper = VaultKeeper(folder)
        return open_demonstration(folder)

    def _front_asked(self, key: str) -> None:
        if key == "open_another":
            from PySide6.QtWidgets import QFileDialog

            chosen = QFileDialog.getExistingDirectory(self.window, "", str(self.keeper.folder.parent))
            if chosen:
                self.keeper = VaultKeeper(Path(chosen))
                self.show_first()

    def _show_front(self, page: Any) -> None:
        old, self._front = self._front, page
        self.window.show_front(page)
        if old is not None:
            self.window.drop_front(old)

    # ------------------------------------------------------------------ the open vault

    def _opened(self, opened: OpenVault) -> None:
        from physioplan.gui.assembly import Desk
        from physioplan.gui.idle_watch import IdleWatch
        from physioplan.services.clinic_settings import ClinicSettings
        from physioplan.services.clock import SystemClock

        if self.desk is not None:
            return
        content = _load_the_rest()
        self.settings.setValue("vault/folder", str(self.keeper.folder))
        self.settings.setValue("vault/clinic", opened.clinic.name)
        self.settings.setValue("vault/clinician", opened.by.id)
        self.desk = Desk(self.window, opened, content, SystemClock(), self.background, theme=self.theme)
        if self._idle is None:
            self._idle = IdleWatch(self.application, self.lock)
        self.desk.idle_minutes_chosen.connect(self._idle.use_minutes)
        self.desk.language_chosen.connect(lambda code: self.settings.setValue("window/language", code))
        self._idle.use_minutes(ClinicSettings(opened.vault, SystemClock(), opened.by).idle_minutes())
        self.desk.start()
        if self._front is not None:
            self.window.drop_front(self._front)
            self._front = None
        self._idle.start()

    def lock(self, sentence: str = "") -> None:
        """Lock at once, keeping what was typed; the vault is closed and every page thrown away."""
        if self.desk is None:
            return
        desk, self.desk = self.desk, None
        self._keep_look()
        if self._idle is not None:
            self._idle.stop()
        self.background.drop_all()
        self._show_unlock(sentence)
        desk.close()
        desk.opened.vault.close()
        desk.deleteLater()

    def close(self) -> None:
        """Keep what was typed and close the vault, as the program ends."""
        self._keep_look()
        if self.desk is not None:
            desk, self.desk = self.desk, None
            desk.close()
            desk.opened.vault.close()
        self.background.wait()

    def _keep_look(self) -> None:
        """Look the same the next time, before any vault is open."""
        self.settings.setValue("window/theme", self.theme.mode)

    def _command(self, name: str) -> None:
        if name == "lock":
            self.lock()
        elif self.desk is not None:
            try:
                self.desk.command(name)
            except Exception as fault:
                self._problem(fault)

    def _problem(self, fault: Exception) -> None:
        from physioplan.gui.problem import tell

        tell(self.window, fault)


def _warning_about(place: str) -> str:
    if is_synchronised(Path(place)):
        return (
            "This folder is copied to the internet by another program, which can damage a vault and "
            "keeps copies elsewhere. Choose a folder on this computer only."
        )
    return ""


_content: Any = None


def _load_the_rest() -> Any:
    """Content and libraries, loaded once; called in the background first, and again when the vault opens."""
    global _content
    if _content is None:
        from physioplan.content.load import load_content
        from physioplan.services.vault_keeper import warm_up

        warm_up()
        import physioplan.gui.assembly
        import physioplan.gui.pages.patients.page
        import physioplan.gui.pages.today.page  # noqa: F401  # the other pages come with their first visit

        _content = load_content()
    return _content


def start(argv: Sequence[str], *, until_unlock_shown: bool = False, folder: Path | None = None) -> Program:
    """Show the window. With ``until_unlock_shown`` the first page is painted and the program returns at once."""
    gc.disable()  # nothing made before the first picture is rubbish yet, and looking for it takes time
    ask_for_style()
    application = QApplication.instance() or QApplication(list(argv))
    assert isinstance(application, QApplication)
    application.setApplicationName("PhysioPlan")
    application.setOrganizationName("PhysioPlan")
    application.setDesktopFileName("physioplan")
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "PhysioPlan", "PhysioPlan")
    program = Program(application, settings, folder)
    if until_unlock_shown:
        program.show_unlock_only()
        application.processEvents()
        gc.enable()
        return program
    program.show_first()
    return program


def main() -> int:
    """Open the window and stay until it is closed."""
    folder = None
    program = start(sys.argv, folder=folder)
    program.application.aboutToQuit.connect(program.close)
    return program.application.exec()
