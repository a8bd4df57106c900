"""The clinic page counts how complete the picture is first, and shows no group under ten and no name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from physioplan.domain.assessment import Occasion
from physioplan.domain.outcome import Verdict
from physioplan.domain.score import Score
from physioplan.gui.pages.clinic.page import ClinicPage
from physioplan.gui.widgets.empty_state import EmptyState
from physioplan.gui.widgets.label import Label
from physioplan.measures.change import compare
from physioplan.services.clinic_audit import ClinicAudit, as_csv, reaches, t_quantile
from physioplan.storage import key_slot
from physioplan.storage.clinic_counts import Completion
from tests.builders import content
from tests.gui.desk_for_tests import START, DeskForTests

REVIEW = date(2026, 4, 9)


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskForTests]:
    monkeypatch.setattr(key_slot, "TIME_COST", 1)
    monkeypatch.setattr(key_slot, "MEMORY_KIB", 8 * 1024)
    made = DeskForTests(tmp_path / "vault")
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.close()


def _audit(place: DeskForTests) -> ClinicAudit:
    return ClinicAudit(place.opened.vault, content().measures, place.clock)


def _page(place: DeskForTests) -> ClinicPage:
    place.desk.go("clinic")
    QApplication.processEvents()
    page = place.desk._built["clinic"].page
    assert isinstance(page, ClinicPage)
    return page


def _words(page: ClinicPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(Label) if label.isVisibleTo(page))


def _another(place: DeskForTests, number: int) -> None:
    form = {"given_name": f"Person{number}", "family_name": "Invented", "birth_date": "3.5.1978"}
    patient = place.desk.register.read_form(form).patient
    assert patient is not None
    place.patient = place.desk.register.add(patient).id
    place.on(START).sign_baseline().agree()


def test_a_clinic_without_a_programme_says_so_and_offers_a_new_patient(place: DeskForTests) -> None:
    page = _page(place)
    assert "No programme has been agreed yet" in _words(page)
    page.findChildren(EmptyState)[-1].asked.emit("new_patient")
    assert place.desk._spot.place == "new_patient"


def test_one_person_is_counted_but_their_outcome_is_not_shown(place: DeskForTests) -> None:
    place.sign_baseline().agree().on(REVIEW).sign_review()
    summary = _audit(place).summary()
    assert summary.reviews[Occasion.WEEK_12] == Completion(complete=1)
    assert not summary.enough
    assert "Fewer than 10 people have reached 12 weeks" in _words(_page(place))


def test_an_open_window_is_not_due_and_a_closed_one_without_a_review_is_missing(place: DeskForTests) -> None:
    place.sign_baseline().agree()
    assert _audit(place.on(date(2026, 4, 21))).summary().reviews[Occasion.WEEK_12] == Completion(not_due=1)
    assert _audit(place.on(date(2026, 4, 22))).summary().reviews[Occasion.WEEK_12] == Completion(missing=1)


def test_a_review_without_pain_is_partly_measured(place: DeskForTests) -> None:
    place.sign_baseline().agree().on(REVIEW).sign_review(pain=None)
    assert _audit(place).summary().reviews[Occasion.WEEK_12] == Completion(partly=1)


def test_a_corrected_review_is_counted_once_with_its_last_answers(place: DeskForTests) -> None:
    place.sign_baseline().agree().on(REVIEW).sign_review(pain=5).sign_review(pain=2)
    summary = _audit(place).summary()
    pain = next(c for c in summary.changes if (c.measure, c.occasion) == ("nrs", Occasion.WEEK_12))
    assert pain.measured == 1
    assert summary.reviews[Occasion.WEEK_12].total == 1


def test_ten_people_are_shown_with_the_range_of_those_who_are_missing(place: DeskForTests) -> None:
    place.sign_baseline().agree().on(REVIEW).sign_review(pain=3)
    for number in range(11):
        _another(place, number)
        if number < 9:
            place.on(REVIEW).sign_review(pain=3 if number < 4 else 6)
    place.on(date(2026, 5, 1))
    summary = _audit(place).summary()
    pain = next(c for c in summary.changes if (c.measure, c.occasion) == ("nrs", Occasion.WEEK_12))
    assert (pain.measured, pain.reached, pain.share) == (10, 5, 0.5)
    assert (pain.lowest, pain.highest) == (5 / 12, 7 / 12)
    page = _page(place)
    assert "Not a comparison of treatments." in " ".join(w.text() for w in page.findChildren(Label))
    assert "50% · 42 to 58%" in _words(page)


def test_the_audit_file_holds_counts_and_no_name(place: DeskForTests, tmp_path: Path) -> None:
    place.sign_baseline().agree().on(REVIEW).sign_review()
    page = _page(place)
    place.desk._built["clinic"].presenter.export(tmp_path / "audit.csv")
    words = (tmp_path / "audit.csv").read_text(encoding="utf-8")
    assert "week_12,1,0,0,0" in words
    assert "Marta" not in words and place.record.patient.record_number not in words
    assert "nrs" not in as_csv(_audit(place).summary()), "one person is no group"
    assert "audit.csv" in _words(page)


def test_a_file_that_cannot_be_written_is_told(place: DeskForTests, tmp_path: Path) -> None:
    page = _page(place)
    place.desk._built["clinic"].presenter.export(tmp_path / "no such folder" / "audit.csv")
    assert "The file was not written." in _words(page)


@given(st.integers(0, 10), st.integers(0, 10))
def test_a_group_counts_as_reached_whom_the_outcome_page_calls_reached(before: int, after: int) -> None:
    measure = content().measures["nrs"]
    assert measure.main.threshold is not None
    first, later = (Score(measure="nrs", version=measure.version, value=float(v)) for v in (before, after))
    verdict = compare(measure, first, later).verdict
    assert reaches(before, before - after, measure.main.threshold.as_used()) == (verdict is Verdict.REACHED)


@pytest.mark.parametrize(("freedom", "known"), [(9, 2.262), (15, 2.131), (30, 2.042), (120, 1.980)])
def test_the_interval_uses_students_t(freedom: int, known: float) -> None:
    assert t_quantile(freedom) == pytest.approx(known, abs=0.005)
