"""The file: whole, the same every time, tagged, and with every font inside."""

from __future__ import annotations

import errno
import re
import tomllib
import zlib
from pathlib import Path

import pypdfium2
import pytest

from physioplan.domain.goal import Goal
from physioplan.domain.programme import ProgrammeItem
from physioplan.library.exercise import Exercise
from physioplan.reports.document import Document
from physioplan.reports.errors import CannotWritePdf, FontsMissing, MissingGlyphs
from physioplan.reports.pdf.theme import LARGE, STANDARD, Style
from physioplan.reports.pdf.write import lay_out_document, pdf_bytes, write_pdf
from physioplan.reports.print_options import DIARY_ONLY, InkMode, Paper, PrintOptions, Section
from tests.reports.sample_plans import (
    ASSETS,
    CLINIC,
    EIGHT,
    FONTS,
    FOUR,
    a_patient,
    a_plan,
    a_programme,
    an_item,
    some_facts,
)

ALL = frozenset(Section)


def pages_of(document: Document) -> list[str]:
    pdf = pypdfium2.PdfDocument(pdf_bytes(document, FONTS))
    return [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in pdf]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf_bytes(a_plan(), FONTS) == pdf_bytes(a_plan(), FONTS)


def test_the_usual_plan_is_four_pages_in_the_order_of_the_design() -> None:
    heads = ["Your plan", "Your exercises", "When it hurts more", "Diary and check dates"]
    pages = pages_of(a_plan())
    assert len(pages) == 4
    assert all(head in page for head, page in zip(heads, pages, strict=True))


def test_the_footer_leads_to_the_page_where_it_hurts_more() -> None:
    pages = pages_of(a_plan(PrintOptions(sections=ALL)))
    where = next(place for place, page in enumerate(pages, 1) if "Your pain guide" in page)
    assert f"See page {where}." in pages[1]


def test_title_language_and_viewer_settings_are_in_the_file() -> None:
    content = pdf_bytes(a_plan(), FONTS)
    assert b"/Title (Your plan, Marta Demo)" in content
    assert b"/Lang (en)" in content
    assert b"/DisplayDocTitle true" in content
    assert b"/MarkInfo" in content
    assert b"/Outlines" in content


def test_the_file_is_tagged_and_claims_no_standard() -> None:
    content = pdf_bytes(a_plan(), FONTS)
    for role in (b"/H1", b"/H2", b"/P ", b"/L ", b"/LI", b"/Table", b"/TR", b"/TH", b"/TD", b"/Figure"):
        assert b"/S " + role in content
    assert b"pdfuaid" not in content


def test_marked_content_is_opened_and_closed_in_turn() -> None:
    content = pdf_bytes(a_plan(PrintOptions(sections=ALL)), FONTS)
    checked = 0
    for found in re.finditer(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream", content, re.S):
        code = zlib.decompressobj().decompress(found.group(1))
        if b" BDC" not in code:
            continue
        checked += 1
        opened = 0
        for mark in re.findall(rb"(?m)(BDC|BMC|EMC)\s*$", code):
            opened += -1 if mark == b"EMC" else 1
            assert opened in (0, 1)
        assert opened == 0
    assert checked == len(pages_of(a_plan(PrintOptions(sections=ALL))))


def test_every_font_is_embedded() -> None:
    content = pdf_bytes(a_plan(PrintOptions(sections=ALL)), FONTS)
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") == 4


@pytest.mark.parametrize("theme", [STANDARD, LARGE])
def test_nothing_is_smaller_than_the_smallest_print(theme: object) -> None:
    smallest = 17 if theme is LARGE else 12.5
    sizes = [getattr(theme, name).size for name in theme.__dataclass_fields__
             if isinstance(getattr(theme, name), Style)]  # type: ignore[attr-defined]  # fmt: skip
    assert min(sizes) == smallest


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("ink", list(InkMode))
def test_every_way_of_printing_works(paper: Paper, large: bool, ink: InkMode) -> None:
    options = PrintOptions(paper=paper, large_print=large, ink=ink, sections=ALL)
    assert len(pages_of(a_plan(options, items=EIGHT))) >= 5


def test_in_large_print_every_exercise_has_its_own_page() -> None:
    pages = [page for page in pages_of(a_plan(PrintOptions(large_print=True))) if "Your exercises" in page]
    assert len(pages) == len(FOUR)


def test_nothing_runs_below_the_foot_of_a_page() -> None:
    long_note = "Start slowly and stop when your back feels tired. " * 40
    items = tuple(an_item(item.exercise, long_note[:2000]) for item in EIGHT[:5])
    words = "Carry the heavy shopping bags up the stairs and put them off"
    goals = tuple(Goal(id=str(n), words=words[:60], now=n, aim=10) for n in range(5))
    for large in (False, True):
        for paper in Paper:
            options = PrintOptions(large_print=large, paper=paper, sections=ALL)
            plan = a_plan(options, items=items, facts=some_facts(goals=goals))
            pages, _, _ = lay_out_document(plan, FONTS)
            assert all(page.items.used <= page.room + 0.5 for page in pages)


def test_a_long_note_is_printed_to_its_last_word() -> None:
    note = ("Rest when you need to. " * 86)[:1985] + " lastword"
    text = " ".join(pages_of(a_plan(PrintOptions(large_print=True), items=(an_item("bird_dog", note),))))
    assert "lastword" in text


def test_a_long_name_is_printed_whole() -> None:
    who = a_patient(given_name="Hubert", family_name="Wolfeschlegelsteinhausen-Bergerdorff")
    assert "Hubert Wolfeschlegelsteinhausen-Bergerdorff" in pages_of(a_plan(patient=who))[0]


def test_the_diary_alone_carries_the_safety_net_and_the_small_print() -> None:
    text = " ".join(pages_of(a_plan(PrintOptions(sections=DIARY_ONLY))))
    assert "Go to the emergency department now" in text
    assert "decision aid for trained clinicians" in text


def test_a_plan_without_pictures_and_without_exercises_prints() -> None:
    assert pages_of(a_plan(figures=lambda _: None))
    assert pages_of(a_plan(programme=a_programme(())))


def test_characters_without_a_shape_are_named_before_printing() -> None:
    items = (an_item("bird_dog", "Well done \U0001f600 你好"),)
    with pytest.raises(MissingGlyphs) as problem:
        pdf_bytes(a_plan(items=items), FONTS)
    assert problem.value.places == (("\U0001f600你好", "Your exercises"),)


def test_accents_put_on_afterwards_are_joined() -> None:
    who = a_patient(given_name="Jose\u0301", family_name="Mu\u0308ller")
    assert "José Müller" in pages_of(a_plan(patient=who))[0]


def test_missing_fonts_are_named(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing, match="SourceSerif4Subhead-Semibold"):
        pdf_bytes(a_plan(), tmp_path)


def test_the_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_pdf(a_plan(), tmp_path / "plan.pdf", FONTS)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWritePdf, match="The disk is full"):
        write_pdf(a_plan(), file, FONTS)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("plan.pdf", b"old")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWritePdf, match="There is no folder"):
        write_pdf(a_plan(), tmp_path / "gone" / "plan.pdf", FONTS)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(CannotWritePdf, match="is a folder"):
        write_pdf(a_plan(), tmp_path / "plan.pdf", FONTS)


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(**_settings: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    with pytest.raises(CannotWritePdf, match="does not allow new files"):
        write_pdf(a_plan(clinic=CLINIC), tmp_path / "plan.pdf", FONTS)


def test_every_shipped_exercise_can_be_printed() -> None:
    files = sorted((ASSETS / "exercises").glob("*.toml"))
    shelf = [Exercise.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    for start in range(0, len(shelf), 8):
        some = shelf[start : start + 8]
        items = tuple(ProgrammeItem(exercise=one.id, dose=one.dose.default) for one in some)
        plan = a_plan(items=items, library={one.id: one for one in some}, figures=lambda _: None)
        pages, _, _ = lay_out_document(plan, FONTS)
        assert all(page.items.used <= page.room + 0.5 for page in pages)
