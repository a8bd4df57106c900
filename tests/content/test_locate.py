"""The program's own content is found wherever the program was installed."""

from __future__ import annotations

from pathlib import Path

from physioplan.content.locate import assets_folder

FACES = {
    "NotoNaskhArabic-Bold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSans3-It.ttf",
    "SourceSans3-Medium.ttf",
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSerif4Subhead-Semibold.ttf",
}


def test_the_assets_folder_holds_every_face_of_the_design() -> None:
    fonts = assets_folder() / "fonts"
    assert {face.name for face in fonts.glob("*.ttf")} == FACES


def test_every_face_is_a_truetype_font_the_pdf_can_embed() -> None:
    for face in (assets_folder() / "fonts").glob("*.ttf"):
        assert face.read_bytes()[:4] == b"\x00\x01\x00\x00", face.name


def test_fonts_and_icons_stand_beside_their_licences() -> None:
    folder = assets_folder()
    licences = {path.name for path in (*folder.glob("fonts/*.txt"), *folder.glob("icons/*.txt"))}
    assert licences == {"OFL-SourceSans3.txt", "OFL-SourceSerif4.txt", "OFL-NotoArabic.txt", "ISC-Lucide.txt"}


def test_every_icon_can_be_tinted_by_the_palette() -> None:
    icons = sorted((assets_folder() / "icons").glob("*.svg"))
    assert icons
    assert [icon.name for icon in icons if 'stroke="currentColor"' not in icon.read_text("utf-8")] == []


def test_the_folder_is_found_by_a_full_path() -> None:
    assert assets_folder().is_absolute() and Path(assets_folder()).is_dir()
