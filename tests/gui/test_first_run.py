"""Making the clinic's vault and keeping its recovery key."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from physioplan.gui.background_port import AtOnce
from physioplan.gui.pages.first_run.page import FirstRunPage
from physioplan.gui.pages.first_run.passphrase_strength import strength_of
from physioplan.gui.pages.first_run.presenter import FirstRunPresenter, VaultRequest
from tests.gui.theme_for_tests import a_theme

KEY = "K7QM X4RD 9TWP H3NE V6YA C8JF M2KU D5GN"
GOOD = "slow river apple fourteen"


def a_presenter(opened: list[Any], requests: list[VaultRequest] | None = None) -> FirstRunPresenter:
    def create(request: VaultRequest) -> tuple[str, str]:
        if requests is not None:
            requests.append(request)
        return KEY, "vault"

    return FirstRunPresenter(
        place="/clinic",
        create_vault=create,
        create_demonstration=lambda: "demonstration",
        opened=opened.append,
        background=AtOnce(),
        check_place=lambda place: "This folder is synchronised" if "cloud" in place else "",
        pick_two=lambda: (3, 6),
    )


def test_every_fault_is_told_at_once() -> None:
    presenter = a_presenter([])
    presenter.create("", " ", "", "", False)
    assert [field for field, _words in presenter.view.errors] == [
        "clinic",
        "clinician",
        "passphrase",
        "intended_use",
    ]


def test_two_different_passphrases_make_no_vault() -> None:
    requests: list[VaultRequest] = []
    presenter = a_presenter([], requests)
    presenter.create("Harbour Demo", "Jona Demo", GOOD, GOOD + "!", True)
    assert presenter.view.error_of("again")
    assert not requests


def test_the_vault_is_made_with_what_was_typed() -> None:
    requests: list[VaultRequest] = []
    presenter = a_presenter([], requests)
    presenter.create(" Harbour Demo ", "Jona Demo", GOOD, GOOD, True)
    assert requests == [VaultRequest("Harbour Demo", "Jona Demo", GOOD, "/clinic")]
    assert presenter.view.step == "key"
    assert len(presenter.view.groups) == 8


def test_finish_waits_for_both_groups() -> None:
    opened: list[Any] = []
    presenter = a_presenter(opened)
    presenter.create("Harbour Demo", "Jona Demo", GOOD, GOOD, True)
    presenter.finish()
    presenter.typed_back(0, "9twp")
    presenter.typed_back(1, "C8JE")
    presenter.finish()
    assert presenter.view.checks == ("right", "One letter differs")
    assert opened == []
    presenter.typed_back(1, "C8JF")
    presenter.finish()
    assert opened == ["vault"]


def test_half_a_group_is_not_yet_wrong() -> None:
    presenter = a_presenter([])
    presenter.create("Harbour Demo", "Jona Demo", GOOD, GOOD, True)
    presenter.typed_back(0, "9T")
    assert presenter.view.checks[0] == ""


def test_the_demonstration_needs_no_passphrase() -> None:
    opened: list[Any] = []
    a_presenter(opened).demonstrate()
    assert opened == ["demonstration"]


def test_a_synchronised_folder_is_warned_about() -> None:
    presenter = a_presenter([])
    presenter.choose_place("/cloud/PhysioPlan")
    assert presenter.view.place_warning == "This folder is synchronised"


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaaaa", "Harbour Demo 1", ""])
def test_weak_passphrases_are_refused(weak: str) -> None:
    assert not strength_of(weak, ("Harbour", "Street")).enough


def test_four_words_are_strong() -> None:
    assert strength_of(GOOD).word == "Strong."


def test_the_page_moves_to_the_first_fault(qtbot: QtBot) -> None:
    a_theme()
    page = FirstRunPage(a_presenter([]))
    qtbot.addWidget(page)
    page.show()
    page.vault.clinic.setText("Harbour Demo")
    page.action_bar.press_primary()
    assert page.vault.fields["clinician"].error()
    assert page.vault.clinician.hasFocus() or page.focusWidget() is page.vault.clinician


def test_the_page_empties_the_passphrase_once_the_vault_is_made(qtbot: QtBot) -> None:
    a_theme()
    page = FirstRunPage(a_presenter([]))
    qtbot.addWidget(page)
    page.show()
    page.vault.clinic.setText("Harbour Demo")
    page.vault.clinician.setText("Jona Demo")
    page.vault.passphrase.setText(GOOD)
    page.vault.again.setText(GOOD)
    page.vault.intended.setChecked(True)
    page.action_bar.press_primary()
    assert page.presenter.view.step == "key"
    assert page.vault.passphrase.text() == ""
    assert not page.action_bar.primary.isEnabled()
