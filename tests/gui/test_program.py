"""The program around a working session: lock at once, nobody's name left behind, and back to the same word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from physioplan.app import Program
from physioplan.services.vault_keeper import VaultKeeper

PASSPHRASE = "seven blue herons walk"


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A program with an open vault that holds one patient."""
    folder = tmp_path / "vault"
    VaultKeeper(folder).create("Demo Clinic", "Demo Clinician", PASSPHRASE).vault.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(application, settings, folder)
    qtbot.addWidget(program.window)
    program.show_first()
    unlock(program)
    assert program.desk is not None
    form = program.desk.register.read_form(
        {"given_name": "Zebedee", "family_name": "Demo-Quillfeather", "birth_date": "3.5.1978"}
    )
    assert form.patient is not None
    program.desk.register.add(form.patient)
    yield program
    program.close()


def unlock(program: Program) -> None:
    """As the unlock page does when the passphrase is right."""
    slot, _name = program.keeper.clinicians()[0]
    program._opened(program.keeper.unlock(slot, PASSPHRASE))
    QApplication.processEvents()


def words_in(widget: QWidget) -> str:
    """Every word that any label or field of the window holds."""
    return _joined(widget.findChildren(QWidget))


def words_seen(widget: QWidget) -> str:
    """The words that are on screen now."""
    return _joined([child for child in widget.findChildren(QWidget) if child.isVisible()])


def _joined(widgets: list[QWidget]) -> str:
    labels = [one.text() for one in widgets if isinstance(one, (QLabel, QLineEdit))]
    return " ".join((*labels, *(one.accessibleName() for one in widgets)))


def the_patient(program: Program) -> str:
    assert program.desk is not None
    return program.desk.register.find("")[0].patient.id


def test_locking_leaves_no_patient_in_the_window(program: Program, qtbot: QtBot) -> None:
    assert program.desk is not None
    program.desk.go("overview", the_patient(program))
    QApplication.processEvents()
    assert "Quillfeather" in words_in(program.window)
    program.lock()
    qtbot.waitUntil(lambda: "Quillfeather" not in words_in(program.window), timeout=3000)
    assert program.desk is None
    assert not program.window.in_shell()


def test_a_half_typed_goal_is_there_again_after_unlock(program: Program) -> None:
    assert program.desk is not None
    patient = the_patient(program)
    program.desk.go("baseline", patient, "goals")
    QApplication.processEvents()
    field = program.desk._built["encounter"].page._steps["goals"].goals[0].words
    field.setFocus()
    QTest.keyClicks(field, "Walk to the har")
    program.lock()
    unlock(program)
    assert program.desk is not None
    page = program.desk._built["encounter"].page
    assert page._current == "goals"
    assert page._steps["goals"].goals[0].words.text() == "Walk to the har"


def test_going_from_a_patient_to_a_list_hides_the_names(program: Program) -> None:
    assert program.desk is not None
    program.desk.go("overview", the_patient(program))
    program.desk.go("patients")
    assert program.desk.private
    QApplication.processEvents()
    assert "Quillfeather" not in words_seen(program.window)


def test_the_settings_file_names_no_patient(program: Program, tmp_path: Path) -> None:
    assert program.desk is not None
    program.desk.go("overview", the_patient(program))
    program.settings.sync()
    assert "Quillfeather" not in (tmp_path / "settings.ini").read_text(encoding="utf-8")


def test_a_wrong_passphrase_is_told_on_the_page_and_the_words_stay(program: Program, qtbot: QtBot) -> None:
    program.lock()
    page = program._front
    page.secret.setText("not the passphrase")
    page._submit()
    qtbot.waitUntil(lambda: bool(page._passphrase.error()), timeout=8000)
    assert "does not open this vault" in page._passphrase.error()
    assert page.secret.text() == "not the passphrase"


def test_a_damaged_vault_is_told_in_a_sentence_that_names_the_mend(program: Program, qtbot: QtBot) -> None:
    program.lock()
    database = program.keeper.folder / "vault.db"
    database.write_bytes(b"\x00" * 4096)
    page = program._front
    page.secret.setText(PASSPHRASE)
    page._submit()
    qtbot.waitUntil(lambda: bool(page.presenter.view.problem), timeout=8000)
    assert "vault.db" in page.presenter.view.problem
    assert "backup" in page.presenter.view.problem.lower()
