"""Whoever edits a content file is told every mistake at once, by file and key, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from physioplan.content.check import check_content, unverified_values
from physioplan.content.fault import ContentFaults, Fault, Weight
from physioplan.content.load import load_content


def spoil(assets: Path, file: str, old: str, new: str) -> None:
    path = assets / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def to_mend(assets: Path | None = None) -> list[Fault]:
    return [fault for fault in check_content(assets) if fault.weight is not Weight.NOTE]


def told(assets: Path, file: str) -> list[Fault]:
    return [fault for fault in to_mend(assets) if fault.file == file]


def test_the_shipped_content_has_no_fault() -> None:
    assert [str(fault) for fault in to_mend()] == []


def test_faults_of_several_files_are_told_at_once(assets: Path) -> None:
    spoil(assets, "measures/odi.toml", 'method = "percent_of_answered"', 'method = "percentage"')
    spoil(assets, "safety/red_flags.toml", 'urgency = "emergency"', 'urgency = "panic"')
    spoil(assets, "exercises/bird_dog.toml", "level = ", "levle = ")
    files = {fault.file for fault in to_mend(assets)}
    assert files >= {"measures/odi.toml", "safety/red_flags.toml", "exercises/bird_dog.toml"}


def test_a_fault_names_its_key_as_people_write_it(assets: Path) -> None:
    spoil(assets, "measures/odi.toml", "points = 10\n", 'points = "ten"\n')
    fault = told(assets, "measures/odi.toml")[0]
    assert fault.key == "scales[total].thresholds[ostelo].points"
    assert fault.sentence.endswith("not 'ten'.")


def test_a_misspelt_key_and_a_missing_key_are_both_told(assets: Path) -> None:
    spoil(assets, "measures/nrs.toml", "domain = ", "domian = ")
    sentences = {fault.key: fault.sentence for fault in told(assets, "measures/nrs.toml")}
    assert sentences["domain"] == "This key is missing."
    assert sentences["domian"] == "This key is not known here; check its spelling."


def test_broken_toml_is_told_with_its_line(assets: Path) -> None:
    (assets / "measures" / "nrs.toml").write_text('id = "nrs"\nversion = \n', "utf-8")
    assert "line 2" in told(assets, "measures/nrs.toml")[0].sentence


def test_a_file_that_is_not_utf_8_is_told(assets: Path) -> None:
    (assets / "measures" / "nrs.toml").write_bytes('name = "Schmerzstärke"'.encode("latin-1"))
    assert "Save the file as UTF-8" in told(assets, "measures/nrs.toml")[0].sentence


def test_an_enormous_file_is_refused_without_reading_it(assets: Path) -> None:
    with (assets / "measures" / "nrs.toml").open("wb") as file:
        file.truncate(100_000_000)
    assert "content files stay below" in told(assets, "measures/nrs.toml")[0].sentence


def test_an_empty_file_is_told(assets: Path) -> None:
    (assets / "measures" / "nrs.toml").write_text("", "utf-8")
    assert {"id", "version", "scales"} <= {fault.key for fault in told(assets, "measures/nrs.toml")}


def test_the_id_must_be_the_name_of_the_file(assets: Path) -> None:
    (assets / "measures" / "nrs.toml").rename(assets / "measures" / "pain.toml")
    assert told(assets, "measures/pain.toml")[0].sentence == 'The id "nrs" must be the file\'s name, "pain".'


def test_an_unknown_source_is_told_with_the_nearest_one(assets: Path) -> None:
    spoil(assets, "measures/odi.toml", 'source = "ostelo_2008"', 'source = "ostello_2008"')
    sentence = 'There is no source called "ostello_2008". Did you mean "ostelo_2008"?'
    assert sentence in [fault.sentence for fault in told(assets, "measures/odi.toml")]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('equipment = ["', 'equipment = ["trapeze", "', "equipment"),
        ('precautions = ["', 'precautions = ["moonlight", "', "precautions"),
    ],
)
def test_an_exercise_may_only_name_what_exists(assets: Path, old: str, new: str, key: str) -> None:
    spoil(assets, "exercises/bird_dog.toml", old, new)
    assert [fault.key for fault in told(assets, "exercises/bird_dog.toml")] == [key]


def test_steps_that_go_round_in_a_ring_are_told(assets: Path) -> None:
    for one, other in (("bird_dog", "cat_camel"), ("cat_camel", "bird_dog")):
        path = assets / "exercises" / f"{one}.toml"
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("easier = {")]
        place = next(number for number, line in enumerate(lines) if line.startswith("level"))
        lines.insert(place, f'easier = {{ exercise = "{other}" }}')
        path.write_text("\n".join(lines), "utf-8")
    sentences = [fault.sentence for fault in told(assets, "exercises/bird_dog.toml")]
    assert "These steps go round in a ring: bird_dog → cat_camel → bird_dog." in sentences


def test_a_flag_needs_a_pathway_that_exists(assets: Path) -> None:
    spoil(assets, "safety/red_flags.toml", 'pathway = "urgent"', 'pathway = "urgnet"')
    assert 'Did you mean "urgent"?' in told(assets, "safety/red_flags.toml")[0].sentence


def test_a_rule_may_only_name_coping_parts_that_exist(assets: Path) -> None:
    spoil(assets, "evidence/rules.toml", '"return_to_work"', '"return_to_wrok"')
    assert 'Did you mean "return_to_work"?' in told(assets, "evidence/rules.toml")[0].sentence


def test_the_text_of_a_questionnaire_is_refused(assets: Path) -> None:
    spoil(assets, "measures/odi.toml", '1 = "pain"', '1 = "I can do this without any extra help"')
    assert "never the text of a questionnaire" in told(assets, "measures/odi.toml")[0].sentence


def test_a_forbidden_claim_in_any_file_is_told(assets: Path) -> None:
    spoil(assets, "measures/odi.toml", 'about = "', 'about = "Proven best. ')
    assert [fault.weight for fault in told(assets, "measures/odi.toml")] == [Weight.FLAW]


def test_faults_in_the_evidence_do_not_hide_those_in_other_files(assets: Path) -> None:
    spoil(assets, "evidence/rules.toml", "certainty = ", "certainity = ")
    spoil(assets, "measures/odi.toml", 'source = "ostelo_2008"', 'source = "ostello_2008"')
    assert {fault.file for fault in to_mend(assets)} >= {"evidence/rules.toml", "measures/odi.toml"}


def test_content_with_faults_is_not_loaded_and_all_are_named(assets: Path, cache: Path) -> None:
    spoil(assets, "measures/odi.toml", 'method = "percent_of_answered"', 'method = "percentage"')
    spoil(assets, "measures/nrs.toml", "domain = ", "domian = ")
    with pytest.raises(ContentFaults) as raised:
        load_content(assets, cache)
    assert {fault.file for fault in raised.value.faults} == {"measures/odi.toml", "measures/nrs.toml"}
    assert not cache.exists()


def test_unverified_values_are_listed_as_notes_not_as_faults(assets: Path, cache: Path) -> None:
    notes = unverified_values(load_content(assets, cache))
    assert {note.weight for note in notes} == {Weight.NOTE}
    assert "Unverified: the detectable change, 2 points." in {note.sentence for note in notes}
    assert any(note.file == "movement_tests/waiters_bow.toml" for note in notes)
