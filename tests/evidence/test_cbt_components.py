"""The coping parts: all of them, reachable, teachable in 12 weeks, and short enough for a patient's week."""

from __future__ import annotations

import pytest

from physioplan.evidence.cbt_component import CbtComponent
from physioplan.evidence.clinical_findings import ClinicalFindings
from tests.builders import content, recommended, some_findings

EVERY = {
    "pain_education",
    "goal_setting",
    "pacing",
    "graded_activity",
    "graded_exposure",
    "thought_record",
    "problem_solving",
    "behavioural_activation",
    "relaxation",
    "sleep",
    "mindfulness",
    "flare_up_plan",
    "relapse_prevention",
    "return_to_work",
    "confidence_communication",
}


def test_every_component_is_there_under_its_own_name() -> None:
    assert set(content().cbt) == EVERY
    assert all(name == component.id for name, component in content().cbt.items())


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_component_speaks_both_languages_and_names_its_sources(name: str) -> None:
    component = content().cbt[name]
    assert {"en", "de"} <= set(component.words)
    assert set(component.sources) <= set(content().sources)
    assert component.sessions[0] <= component.sessions[1]


TRIGGERED: list[tuple[str, dict[str, object]]] = [
    ("pacing", {"noticed": {"boom_bust"}}),
    ("pacing", {"ompsq_sf": 50}),
    ("graded_activity", {"lsiq": 8}),
    ("graded_activity", {"sbst_risk": "medium"}),
    ("graded_exposure", {"tsk_11": 29}),
    ("graded_exposure", {"fabq_pa": 15}),
    ("thought_record", {"pcs": 30}),
    ("thought_record", {"sbst_psychosocial": 4}),
    ("problem_solving", {"adherence_percent": 70}),
    ("behavioural_activation", {"phq_9": 5}),
    ("behavioural_activation", {"phq_2": 3}),
    ("relaxation", {"gad_7": 5}),
    ("sleep", {"sleep_trouble": 5}),
    ("mindfulness", {"noticed": {"rumination"}}),
    ("return_to_work", {"fabq_w": 30}),
]
SILENT: list[tuple[str, dict[str, object]]] = [
    ("pacing", {"ompsq_sf": 49}),
    ("graded_activity", {"lsiq": 9}),
    ("graded_exposure", {"tsk_11": 28, "tsk_17": 37, "fabq_pa": 14}),
    ("thought_record", {"pcs": 29, "sbst_psychosocial": 3}),
    ("problem_solving", {"adherence_percent": 71}),
    ("behavioural_activation", {"phq_9": 15}),
    ("behavioural_activation", {"phq_9": 4}),
    ("relaxation", {"gad_7": 4}),
    ("sleep", {"sleep_trouble": 4, "phq_9_item_3": 1}),
    ("return_to_work", {"fabq_w": 29}),
]


def is_triggered(name: str, findings: dict[str, object]) -> bool:
    component: CbtComponent = content().cbt[name]
    found = ClinicalFindings.model_validate(findings)
    return any(trigger.judge(found) is True for trigger in component.triggers)


@pytest.mark.parametrize(("name", "findings"), TRIGGERED)
def test_a_component_is_triggered_at_its_limit(name: str, findings: dict[str, object]) -> None:
    assert is_triggered(name, findings)


@pytest.mark.parametrize(("name", "findings"), SILENT)
def test_a_component_is_silent_below_its_limit(name: str, findings: dict[str, object]) -> None:
    assert not is_triggered(name, findings)


def test_core_parts_are_suggested_to_everybody_and_say_no_reason() -> None:
    card = recommended(some_findings(psychosocial_obstacle=True)).suggestion("cbt")
    assert card is not None
    core = {part.component for part in card.parts if part.core}
    assert core == {
        "pain_education",
        "goal_setting",
        "flare_up_plan",
        "relapse_prevention",
        "confidence_communication",
    }
    assert all(part.suggested for part in card.parts if part.core)
