"""The compiled content says the same as the files, and gives way to them whenever anything is odd."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from physioplan.content import compiled
from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.load import load_content
from physioplan.content.reading import fingerprint


def parts(content: ClinicalContent) -> tuple[object, ...]:
    return (
        dict(content.measures),
        tuple(content.library),
        content.evidence,
        content.safety,
        dict(content.cbt),
        dict(content.movement_tests),
        dict(content.sources),
    )


def test_everything_is_there(assets: Path, cache: Path) -> None:
    content = load_content(assets, cache)
    assert len(content.measures) == 22
    assert len(content.movement_tests) == 6
    assert len(content.safety.flags) == 24
    assert content.edition
    assert content.source_line("ostelo_2008").endswith("2008")
    assert content.source_line("not_traced").startswith("From memory")


def test_the_second_load_reads_the_compiled_file_and_says_the_same(assets: Path, cache: Path) -> None:
    first = load_content(assets, cache)
    assert len(list(cache.iterdir())) == 1
    assert parts(load_content(assets, cache)) == parts(first)


def test_an_edited_file_is_seen_at_the_next_load(assets: Path, cache: Path) -> None:
    load_content(assets, cache)
    path = assets / "measures" / "nrs.toml"
    path.write_text(path.read_text("utf-8").replace("minutes = 1\n", "minutes = 2\n"), "utf-8")
    os.utime(path, ns=(1, 1))
    assert load_content(assets, cache).measures["nrs"].minutes == 2


def test_a_removed_file_is_seen_at_the_next_load(assets: Path, cache: Path) -> None:
    load_content(assets, cache)
    (assets / "measures" / "ears.toml").unlink()
    assert "ears" not in load_content(assets, cache).measures


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_a_damaged_compiled_file_is_ignored(assets: Path, cache: Path, cut: int) -> None:
    whole = parts(load_content(assets, cache))
    file = next(cache.iterdir())
    file.write_bytes(file.read_bytes()[:cut])
    assert parts(load_content(assets, cache)) == whole


def test_a_changed_compiled_file_is_ignored(assets: Path, cache: Path) -> None:
    whole = parts(load_content(assets, cache))
    file = next(cache.iterdir())
    file.write_bytes(file.read_bytes().replace(b"emergency", b"caution  ", 1))
    assert parts(load_content(assets, cache)) == whole


def test_a_folder_that_cannot_be_written_does_no_harm(assets: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    assert load_content(assets, blocked / "below").measures


def test_nothing_but_one_file_is_left_in_the_cache_and_old_ones_go(assets: Path, cache: Path) -> None:
    for round_ in range(5):
        os.utime(assets / "measures" / "nrs.toml", (round_, round_))
        load_content(assets, cache)
    assert len(list(cache.iterdir())) == 3


def test_the_fingerprint_sees_a_file_with_the_same_size_saved_again(assets: Path) -> None:
    before = fingerprint(assets)
    os.utime(assets / "measures" / "nrs.toml", (5, 5))
    assert fingerprint(assets) != before


def test_the_cache_lies_in_the_users_own_cache_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert compiled.cache_folder() == tmp_path / "physioplan"
