"""A patient's page shows who and where in the journey, and passes on which stage was asked for."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from physioplan.gui.patient_header import PatientHeader, Stage
from physioplan.gui.patient_page import PatientPage

HEADER = PatientHeader(
    "p1",
    "Test Patient",
    "47 · ID 0148",
    (Stage("baseline", "Baseline", "13 Jan", "done"), Stage("programme", "Programme", "Week 3 of 12", "now")),
    "programme",
)


def test_the_header_shows_the_name_the_facts_and_every_stage(qtbot: QtBot) -> None:
    page = PatientPage()
    qtbot.addWidget(page)
    page.display_header(HEADER)
    assert page.patient_header.accessibleName() == "Test Patient"
    assert page.patient_header.accessibleDescription() == "47 · ID 0148"


def test_a_stage_that_is_clicked_is_asked_for_by_its_key(qtbot: QtBot) -> None:
    page = PatientPage()
    qtbot.addWidget(page)
    page.display_header(HEADER)
    with qtbot.waitSignal(page.stage_requested) as asked:
        page.patient_header.stage_requested.emit("baseline")
    assert asked.args == ["baseline"]
