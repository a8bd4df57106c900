"""The staged motor control module and the patterns a therapist may name."""

from __future__ import annotations

from physioplan.domain.citation import Verification
from physioplan.domain.movement import ControlImpairmentPattern
from tests.builders import content


def test_the_stages_run_from_looking_to_using_and_each_has_criteria() -> None:
    stages = content().evidence.stages
    assert [stage.number for stage in stages] == [0, 1, 2, 3]
    assert all(stage.criterion and stage.sources for stage in stages)


def test_a_stage_is_left_when_every_criterion_is_met() -> None:
    stage = content().evidence.stages[1]
    everything = frozenset(one.id for one in stage.criterion)
    assert stage.still_open(everything) == ()
    assert [one.id for one in stage.still_open(everything - {"no_substitution"})] == ["no_substitution"]


def test_every_pattern_has_its_profile_and_says_that_it_is_unverified() -> None:
    patterns = content().evidence.patterns
    assert {pattern.id for pattern in patterns} == set(ControlImpairmentPattern)
    assert {pattern.verification for pattern in patterns} == {Verification.UNVERIFIED}
