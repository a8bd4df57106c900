"""What ``assets/README.md`` promises: a file added by hand, without programming, works at once."""

from __future__ import annotations

from pathlib import Path

from physioplan.content.check import check_content
from physioplan.content.fault import Weight
from physioplan.content.load import load_content
from physioplan.domain.response import Responses
from physioplan.evidence.clinical_findings import ClinicalFindings
from physioplan.measures.scoring import score

WALK = """
id = "walk_test"
version = "6 minutes"
domain = "disability"
entry = "numbered_items"
minutes = 8

[[item_groups]]
ids = ["1"]
low = 0
high = 1000

[[scales]]
key = "total"
method = "single"
scoring_source = "clinical_consensus"
scoring_verification = "consensus"
low = 0
high = 1000
unit = "m"
higher_is = "better"

[[scales.thresholds]]
key = "ours"
points = 50
source = "not_traced"
verification = "unverified"

[licence]
owner = "nobody"
terms = "Free."
form_to_use = "none needed"
verification = "consensus"

[words.en]
name = "Six minutes of walking"
short = "Walk"
"""

RULE = """
[[rule]]
number = 90
id = "our_own_rule"
moment = "baseline"
classes = ["K"]
when = { finding = "pain_average", at_least = 9 }
advice = "note"
component = "individualized_exercise"
certainty = "not_rated"
verification = "consensus"
sentence = "Pain of 9 or more on average: look at the medicine plan with the doctor first."
"""


def faults(assets: Path) -> list[str]:
    return [str(fault) for fault in check_content(assets) if fault.weight is Weight.FAULT]


def test_a_new_measure_is_checked_and_scored(assets: Path, cache: Path) -> None:
    (assets / "measures" / "walk_test.toml").write_text(WALK, "utf-8")
    assert faults(assets) == []
    content = load_content(assets, cache)
    assert score(content.measures["walk_test"], Responses.of("walk_test", _1=420))[0].value == 420
    notes = [note for note in check_content(assets) if note.file == "measures/walk_test.toml"]
    assert [note.sentence for note in notes] == ["Unverified: the change that matters, 50 points."]


def test_a_new_rule_is_checked_and_judged(assets: Path, cache: Path) -> None:
    rules = assets / "evidence" / "rules.toml"
    rules.write_text(rules.read_text("utf-8") + RULE, "utf-8")
    assert faults(assets) == []
    rule = load_content(assets, cache).evidence.rule(90)
    assert rule.when is not None
    assert [rule.when.judge(ClinicalFindings(pain_average=pain)) for pain in (9, 8, None)] == [
        True,
        False,
        None,
    ]


def test_a_new_exercise_is_found(assets: Path, cache: Path) -> None:
    old = (assets / "exercises" / "bird_dog.toml").read_text("utf-8")
    new = old.replace('id = "bird_dog"', 'id = "bird_dog_at_home"')
    (assets / "exercises" / "bird_dog_at_home.toml").write_text(new, "utf-8")
    assert faults(assets) == []
    assert "bird_dog_at_home" in load_content(assets, cache).library


def test_a_new_coaching_component_is_there(assets: Path, cache: Path) -> None:
    old = (assets / "cbt" / "pacing.toml").read_text("utf-8")
    (assets / "cbt" / "slow_breath.toml").write_text(
        old.replace('id = "pacing"', 'id = "slow_breath"'), "utf-8"
    )
    assert faults(assets) == []
    assert load_content(assets, cache).cbt["slow_breath"].worksheet
