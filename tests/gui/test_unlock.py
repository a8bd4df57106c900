"""Opening the vault: wrong passphrases, the wait, the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.pages.unlock.page import UnlockPage
from physioplan.gui.pages.unlock.presenter import FREE_TRIES, UnlockPresenter, WrongPassphrase
from tests.gui.theme_for_tests import a_theme


def a_presenter(opened: list[Any], unlock: Callable[[str, str], Any] | None = None) -> UnlockPresenter:
    def open_with(_who: str, passphrase: str) -> str:
        if passphrase != "right":
            raise WrongPassphrase
        return "vault"

    return UnlockPresenter(
        clinic="Harbour Demo",
        list_clinicians=lambda: (("jona", "Jona Demo"), ("mei", "Mei")),
        unlock=unlock or open_with,
        recover=lambda key: f"recovered {key}",
        opened=opened.append,
        background=AtOnce(),
        last_clinician="mei",
    )


def test_the_right_passphrase_opens_the_vault() -> None:
    opened: list[Any] = []
    a_presenter(opened).submit("right")
    assert opened == ["vault"]


def test_the_clinician_who_worked_last_is_chosen() -> None:
    assert a_presenter([]).view.clinician == "mei"


def test_a_wrong_passphrase_says_so_at_its_field() -> None:
    presenter = a_presenter([])
    presenter.submit("wrong")
    assert presenter.view.error == "That passphrase does not open this vault"
    assert not presenter.view.waiting


def test_after_five_wrong_tries_the_next_waits_and_the_wait_doubles() -> None:
    presenter = a_presenter([])
    for _try in range(FREE_TRIES):
        presenter.submit("wrong")
    first = presenter.view.waiting
    assert first > 0
    presenter.submit("right")
    assert presenter.view.waiting == first, "no try counts while waiting"
    for _second in range(first):
        presenter.tick()
    presenter.submit("wrong")
    assert presenter.view.waiting == 2 * first


def test_an_empty_passphrase_is_no_try() -> None:
    presenter = a_presenter([])
    for _try in range(FREE_TRIES + 1):
        presenter.submit("")
    assert presenter.view.error == "Type your passphrase"
    assert not presenter.view.waiting


def test_a_damaged_vault_is_told_in_its_own_words() -> None:
    def damaged(_who: str, _passphrase: str) -> None:
        raise OSError("The file vault.db is damaged. Restore the backup of 08:02.")

    presenter = a_presenter([], damaged)
    presenter.submit("right")
    assert "damaged" in presenter.view.problem
    assert not presenter.view.busy


def test_the_recovery_key_opens_it_too() -> None:
    opened: list[Any] = []
    presenter = a_presenter(opened)
    presenter.use_recovery_key(True)
    presenter.submit("K7QM")
    assert opened == ["recovered K7QM"]


def test_the_page_submits_with_enter_and_keeps_wrong_text_selected(qtbot: QtBot) -> None:
    a_theme()
    opened: list[Any] = []
    page = UnlockPage(a_presenter(opened))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_front(page)
    window.show()
    qtbot.keyClicks(page.secret, "wrong")
    qtbot.keyClick(page.secret, Qt.Key.Key_Return)
    assert page.secret.selectedText() == "wrong"
    qtbot.keyClicks(page.secret, "right")
    qtbot.keyClick(page.secret, Qt.Key.Key_Return)
    assert opened == ["vault"]


def test_the_page_shows_the_wait_on_the_button(qtbot: QtBot) -> None:
    a_theme()
    presenter = a_presenter([])
    page = UnlockPage(presenter)
    qtbot.addWidget(page)
    for _try in range(FREE_TRIES):
        presenter.submit("wrong")
    assert not page.action_bar.primary.isEnabled()
    assert page.action_bar.primary.lock_reason() == "in 5 s"
