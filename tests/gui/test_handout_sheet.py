"""The handout sheet: what is previewed is what is saved and printed, and what cannot be printed is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from physioplan.domain.journey import JourneyState
from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.page import Page
from physioplan.gui.pages.handout import printing
from physioplan.gui.pages.handout.page import HandoutSheet
from physioplan.gui.pages.handout.page_images import as_image
from physioplan.gui.pages.handout.page_pixels import look_into, pixels_of
from physioplan.gui.pages.handout.page_rows import page_rows, pages_of_rows
from physioplan.gui.pages.handout.presenter import HandoutPresenter, HandoutView
from physioplan.gui.widgets.sheet import open_sheet
from physioplan.reports.print_options import InkMode, Paper, Section
from physioplan.services.plan_export import PlanExport
from tests.gui.a_clinic import AClinic, Sent, a_clinic
from tests.gui.theme_for_tests import a_theme


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AClinic]:
    made = a_clinic(tmp_path_factory.mktemp("vault"), 22)
    yield made
    made.opened.vault.close()


@dataclass
class Open:
    """A sheet over a window, with its pages read."""

    sheet: HandoutSheet
    presenter: HandoutPresenter
    sent: Sent
    window: MainWindow

    @property
    def view(self) -> HandoutView:
        view = self.sheet._view
        assert view is not None
        return view


def an_open_sheet(
    qtbot: QtBot,
    clinic: AClinic,
    state: JourneyState = JourneyState.IN_PROGRAMME,
    *,
    printers: bool = True,
    width: int = 1440,
) -> Open:
    a_theme()
    sent = Sent()
    export = PlanExport(
        clinic.opened.vault, clinic.content, clinic.opened.clinic, clinic.opened.by, clinic.clock
    )
    presenter = HandoutPresenter(clinic.pathway, export, sent, AtOnce(), ("en",))
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(width, 900)
    window.show_page("behind", Page())
    window.show()
    sheet = HandoutSheet(presenter, window)
    sheet.has_printer = lambda: printers
    presenter.open(clinic.somebody(state))
    sheet.open()
    if presenter_has_pages(sheet):
        qtbot.waitUntil(lambda: bool(sheet.images.look.sizes), timeout=10_000)
    return Open(sheet, presenter, sent, window)


def presenter_has_pages(sheet: HandoutSheet) -> bool:
    return sheet._view is not None and bool(sheet._view.pdf)


def test_the_preview_shows_the_very_bytes_that_are_saved(
    qtbot: QtBot, clinic: AClinic, tmp_path: Path
) -> None:
    it = an_open_sheet(qtbot, clinic)
    it.presenter.acknowledge(True)
    it.presenter.warned()
    target = tmp_path / "plan.pdf"
    it.sheet.ask_path = lambda name: target  # type: ignore[method-assign]
    qtbot.keyClick(it.sheet, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert target.read_bytes() == it.view.pdf == it.sheet.images.pdf
    assert "plan.pdf" in it.view.done


def test_the_first_time_a_sentence_says_who_can_read_a_pdf(
    qtbot: QtBot, clinic: AClinic, tmp_path: Path
) -> None:
    it = an_open_sheet(qtbot, clinic)
    it.presenter.acknowledge(True)
    asked: list[str] = []

    def place(name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    it.sheet.ask_path = place  # type: ignore[method-assign]
    it.sheet.act("save")
    assert it.sheet.message.isVisible() and not asked
    it.sheet.message.acted.emit()
    assert asked == [it.view.file_name] and (tmp_path / asked[0]).exists()
    it.sheet.act("save")
    assert len(asked) == 2


def test_the_file_name_holds_no_name_of_a_person(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    patient = it.view.record.patient
    assert patient.family_name.lower() not in it.view.file_name.lower()
    assert patient.record_number in it.view.file_name


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    qtbot: QtBot, clinic: AClinic, tmp_path: Path
) -> None:
    it = an_open_sheet(qtbot, clinic)
    it.presenter.acknowledge(True)
    it.presenter.save(tmp_path / "no such folder" / "plan.pdf")
    assert it.view.fault and it.sheet.message.isVisible()
    assert it.view.pdf and not it.view.done


def test_words_nobody_has_checked_wait_for_an_acknowledgement(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    assert it.view.unchecked
    assert not it.sheet.action_bar.press_primary()
    it.sheet.options.read.click()
    assert it.view.acknowledged
    assert it.sheet.action_bar.primary.isEnabled()


def test_without_a_printer_saving_is_the_main_thing(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic, printers=False)
    assert it.sheet.action_bar.primary.text() == "Save PDF"


def test_later_exercise_pages_are_off_at_first_and_counted_when_on(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    exercises = [row for row in it.view.rows if row.section is Section.EXERCISES]
    assert sum(row.on for row in exercises) == 1
    pages = len(it.sheet.images.look.sizes)
    off = next(row for row in exercises if not row.on)
    it.presenter.choose_row(off, True)
    qtbot.waitUntil(lambda: len(it.sheet.images.look.sizes) > pages, timeout=10_000)
    counts = pages_of_rows(it.view.rows, it.sheet.images.look.starts, len(it.sheet.images.look.sizes))
    assert counts[off.key] >= 1
    assert sum(counts.values()) == len(it.sheet.images.look.sizes)


def test_bookmarks_that_do_not_match_the_rows_give_no_counts(qtbot: QtBot, clinic: AClinic) -> None:
    record = clinic.pathway.open(clinic.somebody(JourneyState.IN_PROGRAMME))
    it = an_open_sheet(qtbot, clinic)
    rows = page_rows(record.programme, it.view.options, "settle")
    assert pages_of_rows(rows, (0, 1), 9) == {}


def test_every_option_makes_other_pages(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    seen = {it.view.pdf}
    it.sheet.options.ink.picked("black")
    assert it.view.options.ink is InkMode.BLACK
    seen.add(it.view.pdf)
    it.sheet.options.paper.picked("letter")
    assert it.view.options.paper is Paper.LETTER
    seen.add(it.view.pdf)
    it.sheet.options.text_size.picked("large")
    seen.add(it.view.pdf)
    it.sheet.options.initials.click()
    seen.add(it.view.pdf)
    assert len(seen) == 5


def test_page_down_turns_by_the_pages_side_by_side(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    view = it.sheet.preview.view
    qtbot.waitUntil(lambda: view.at_once() == 2)
    it.sheet.preview.turn(1)
    assert list(view.shown()) == [2, 3]
    it.sheet.preview.turn(1)
    it.sheet.preview.turn(1)
    assert view.shown().stop <= len(it.sheet.images.look.sizes)
    it.sheet.preview.turn(-1)
    it.sheet.preview.turn(-1)
    assert view.first == 0


def test_a_plan_that_is_not_agreed_says_so_and_cannot_be_printed(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic, JourneyState.BASELINE_DONE)
    assert "no agreed plan" in it.view.problem
    assert "no agreed plan" in it.sheet.preview.view.note
    assert not it.sheet.action_bar.press_primary()


def test_letters_no_font_has_are_told_in_the_sheet(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    record = it.view.record
    assert record.programme is not None
    phases = list(record.programme.phases)
    for number, phase in enumerate(phases):
        items = tuple(item.amend(note="Go slowly 🐢") for item in phase.items)
        phases[number] = phase.amend(items=items)
    programmes = (*record.programmes[:-1], record.programme.amend(phases=tuple(phases)))
    it.presenter._record = record.amend(programmes=programmes)
    it.presenter.choose(replace(it.view.options, ink=InkMode.BLACK))
    assert "🐢" in it.view.problem
    assert it.sheet.preview.view.note == it.view.problem


def test_escape_closes_and_stays_where_one_was(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    qtbot.keyClick(it.sheet, Qt.Key.Key_Escape)
    assert open_sheet(it.window) is None
    assert not it.sent.places


def test_after_saving_closing_goes_to_the_patient(qtbot: QtBot, clinic: AClinic, tmp_path: Path) -> None:
    it = an_open_sheet(qtbot, clinic)
    it.presenter.save(tmp_path / "plan.pdf")
    it.sheet.close_sheet()
    assert it.sent.last[0] == "overview"


def test_printing_sends_every_page_and_keeps_the_copy(qtbot: QtBot, clinic: AClinic, tmp_path: Path) -> None:
    it = an_open_sheet(qtbot, clinic)
    look = it.sheet.images.look
    printer = printing.printer_for(look, "plan")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    job = printing.PrintJob(
        printer, it.view.pdf, look, AtOnce(), it.presenter.printed, it.presenter.not_printed, it.sheet
    )
    job.start()
    assert "printer" in it.view.done
    printed = look_into((tmp_path / "printed.pdf").read_bytes())
    assert len(printed.sizes) == len(look.sizes)
    assert printed.sizes[0] == pytest.approx(look.sizes[0], abs=2)


def test_pixels_of_a_page_have_ink_on_white(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic)
    image = as_image(pixels_of(it.view.pdf, 0, 1.0))
    assert image.pixelColor(2, 2) == QColor("white")
    dark = sum(
        image.pixelColor(x, y).lightness() < 90
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    assert dark > 50


def test_a_compact_window_shows_pages_or_options(qtbot: QtBot, clinic: AClinic) -> None:
    it = an_open_sheet(qtbot, clinic, width=720)
    assert it.sheet.preview.isVisible() and not it.sheet.options.isVisible()
    it.sheet.swap.picked("options")
    assert it.sheet.options.isVisible() and not it.sheet.preview.isVisible()
