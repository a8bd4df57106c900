"""The settings keep the letterhead, the look, the lock, the passphrase and backups, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from physioplan.gui.pages.settings.page import SettingsPage
from physioplan.gui.pages.settings.presenter import SettingsView
from physioplan.gui.theme.theme import current_theme
from physioplan.gui.widgets.label import Label
from physioplan.services.clinic_settings import ClinicSettings
from physioplan.services.vault_keeper import WRONG_SECRET
from physioplan.storage import key_slot, keys
from physioplan.storage.audit import lines_about
from tests.gui.desk_for_tests import DeskForTests

NOW = "correct horse battery"
NEW = "four quite different words"


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskForTests]:
    monkeypatch.setattr(key_slot, "TIME_COST", 1)
    monkeypatch.setattr(key_slot, "MEMORY_KIB", 8 * 1024)
    made = DeskForTests(tmp_path / "vault")
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def page(place: DeskForTests) -> SettingsPage:
    place.desk.go("settings")
    found = place.desk._built["settings"].page
    assert isinstance(found, SettingsPage)
    return found


def _settings(place: DeskForTests) -> ClinicSettings:
    return ClinicSettings(place.opened.vault, place.clock, place.opened.by)


def _words(page: SettingsPage) -> str:
    QApplication.processEvents()  # widgets just added to a layout show themselves on the next turn
    return " | ".join(label.text() for label in page.findChildren(Label) if label.isVisibleTo(page))


def test_the_letterhead_is_saved_and_printed_from_now_on(place: DeskForTests, page: SettingsPage) -> None:
    before = place.desk.export
    page.clinic.typed.emit("phone", "+00 555 010")
    page.clinic.typed.emit("emergency_number", "112")
    page.act("save")
    clinic = _settings(place).clinic()
    assert (clinic.phone, clinic.emergency_number) == ("+00 555 010", "112")
    assert place.desk.export is not before


def test_nothing_is_to_be_saved_before_something_is_typed(page: SettingsPage) -> None:
    assert page.bar.primary is not None
    assert page.bar.primary.locked == "Nothing changed"
    page.clinic.typed.emit("name", "Harbour Back Clinic")
    assert page.bar.primary is not None
    assert page.bar.primary.locked == ""


def test_a_clinic_without_a_name_is_told_at_its_field_and_not_saved(
    place: DeskForTests, page: SettingsPage
) -> None:
    page.clinic.typed.emit("name", "  ")
    page.act("save")
    assert page.clinic.fields["name"].error() == "The clinic needs a name."
    assert _settings(place).clinic().name == "Harbour Physiotherapy"


def test_the_look_changes_at_once(page: SettingsPage) -> None:
    theme = current_theme()
    assert theme is not None
    page.look.chosen_changed.emit("dark")
    assert theme.palette.dark
    page.look.chosen_changed.emit("light")
    assert not theme.palette.dark


def test_the_minutes_until_the_lock_are_kept_in_the_vault_and_told(
    place: DeskForTests, page: SettingsPage, qtbot: QtBot
) -> None:
    page.idle.choose("5")
    with qtbot.waitSignal(place.desk.idle_minutes_chosen) as told:
        page.idle.activated.emit(0)
    assert told.args == [5]
    assert _settings(place).idle_minutes() == 5


def test_a_number_of_minutes_that_is_not_offered_is_refused(place: DeskForTests) -> None:
    with pytest.raises(ValueError, match="not 0"):
        _settings(place).keep_idle_minutes(0)


def test_a_new_passphrase_opens_the_vault_and_the_old_one_does_not(
    place: DeskForTests, page: SettingsPage
) -> None:
    page.passphrase.asked.emit(NOW, NEW, NEW)
    folder = place.opened.vault.folder
    assert keys.unlock(folder, "Jona Demo", NEW) == place.opened.vault.data_key
    with pytest.raises(WRONG_SECRET):
        keys.unlock(folder, "Jona Demo", NOW)


def test_a_wrong_passphrase_changes_nothing_and_says_so(place: DeskForTests, page: SettingsPage) -> None:
    page.passphrase.asked.emit("something else", NEW, NEW)
    assert "That is not the passphrase you use now" in _words(page)
    assert keys.unlock(place.opened.vault.folder, "Jona Demo", NOW) == place.opened.vault.data_key


def test_two_new_passphrases_that_differ_are_told_before_any_slow_work(page: SettingsPage) -> None:
    page.passphrase.asked.emit(NOW, NEW, NEW + "x")
    assert "The two new passphrases differ" in _words(page)


def test_no_passphrase_stays_in_a_field_when_the_page_is_left(
    place: DeskForTests, page: SettingsPage
) -> None:
    page.passphrase.current.setText("half typed")
    place.desk.go("today")
    assert page.passphrase.current.text() == ""


def test_a_backup_is_made_where_it_was_chosen_read_back_and_listed(
    place: DeskForTests, page: SettingsPage, tmp_path: Path
) -> None:
    page.backup.folder_chosen.emit(tmp_path / "stick")
    page.backup.asked.emit()
    settings = _settings(place)
    made = settings.backups(tmp_path / "stick")
    assert len(made) == 1
    assert settings.check(made[0]).is_sound
    assert "records read" in _words(page)


def test_a_backup_that_cannot_be_written_says_why(page: SettingsPage, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("a file where the folder should be")
    page.backup.folder_chosen.emit(tmp_path / "stick")
    page.backup.asked.emit()
    assert "No backup was made." in _words(page)


def test_values_that_are_still_to_be_checked_are_marked(place: DeskForTests) -> None:
    seen: list[SettingsView] = []
    presenter = place.desk._page("settings").presenter
    presenter.attach(seen.append)
    presenter.entered()
    own = next(line for line in seen[-1].cut_offs if line.measure == "Own activities")
    assert own.verification == "unverified"


def test_the_intended_use_stands_in_about(page: SettingsPage) -> None:
    assert "It is not CE-marked and not cleared by the FDA." in _words(page)


def test_every_change_is_logged_with_who_and_no_clinical_word(
    place: DeskForTests, page: SettingsPage
) -> None:
    page.clinic.typed.emit("phone", "+00 555 010")
    page.act("save")
    with place.opened.vault.reading() as session:
        lines = lines_about(session, "")
    assert ("Jona Demo", "changed", "clinic") in [(line.who, line.verb, line.subject_kind) for line in lines]
