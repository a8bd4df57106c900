"""The recommendation as a whole: deterministic, bounded, and never silent about what it leaves out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from physioplan.domain.rationale import StrengthOfRecommendation
from physioplan.domain.safety import Urgency
from physioplan.evidence.clinical_findings import FINDINGS, ClinicalFindings
from physioplan.evidence.fire import fires
from physioplan.evidence.recommendation import Recommendation, ReferOn
from tests.builders import answered, content, recommended, some_findings, the_findings

SCORES = st.fixed_dictionaries(
    {},
    optional={
        "odi": st.floats(0, 100),
        "pcs": st.integers(0, 52),
        "pseq": st.integers(0, 60),
        "phq_9": st.integers(0, 27),
        "gad_7": st.integers(0, 21),
        "tsk_17": st.integers(17, 68),
        "sbst_risk": st.sampled_from(["low", "medium", "high"]),
        "lsiq": st.integers(0, 15),
        "control_tests_positive": st.integers(0, 6),
        "weeks_of_pain": st.integers(0, 3000),
        "age": st.integers(5, 99),
        "emergency_flags": st.frozensets(st.just("fever")),
        "urgent_flags": st.frozensets(st.just("past_cancer")),
        "psychosocial_obstacle": st.booleans(),
        "pregnant": st.booleans(),
    },
)


@given(SCORES)
def test_the_same_findings_give_the_same_answer_and_flags_always_win(given_scores: dict[str, object]) -> None:
    findings = some_findings(**given_scores)
    answer = answered(findings)
    assert answer == answered(findings)
    if findings.emergency_flags or findings.urgent_flags:
        assert isinstance(answer, ReferOn)
        assert (answer.urgency is Urgency.EMERGENCY) == bool(findings.emergency_flags)
        return
    assert isinstance(answer, Recommendation)
    for card in answer.suggestions:
        assert card.rationale.strength is not StrengthOfRecommendation.RECOMMEND
        assert card.rationale.strength_note
        if card.component == "motor_control":
            assert card.rationale.strength is StrengthOfRecommendation.CONSIDER
        if card.component == "cbt" and card.rationale.strength is StrengthOfRecommendation.SUGGEST:
            assert findings.sbst_risk == "high"


def test_no_finding_no_suggestion() -> None:
    answer = recommended(
        some_findings(control_tests_positive=0, control_tests_done=6, psychosocial_obstacle=False)
    )
    for name in ("motor_control", "cbt"):
        card = answer.suggestion(name)
        assert card is not None and not card.offered and not card.missing


def test_each_reason_names_its_rule_its_sources_and_its_findings() -> None:
    card = recommended(some_findings(sbst_risk="high", sbst_total=7, psychosocial_obstacle=True)).suggestion(
        "cbt"
    )
    assert card is not None
    reason = next(r for r in card.rationale.reasons if r.rule == 21)
    assert reason.findings == ("STarT Back high risk, 7 of 9",)
    assert reason.sources == ("hill_2011", "nice_ng59", "lamb_2010")


def test_the_cards_carry_the_rows_to_draw_and_the_other_trials_below() -> None:
    answer = recommended(some_findings(control_tests_positive=3, control_tests_done=6))
    exercise, control = answer.suggestion("individualized_exercise"), answer.suggestion("motor_control")
    assert exercise is not None and control is not None
    assert len(exercise.effects) == 8
    assert [e.pooled for e in control.effects] == [False]
    assert control.studies[0].id == "macedo_2012"


def test_a_lasting_lead_is_among_what_must_not_be_promised() -> None:
    assert [caution.rule for caution in recommended().cautions] == [9]


def test_scores_of_a_real_record_become_findings() -> None:
    findings = the_findings()
    assert (findings.age, findings.weeks_of_pain, findings.pain_average, findings.odi) == (47, 208, 6, 38)
    assert findings.screen_complete
    assert findings.psychosocial_obstacle is None


def test_every_coping_part_is_listed_even_when_it_is_not_suggested() -> None:
    card = recommended(some_findings(psychosocial_obstacle=True)).suggestion("cbt")
    assert card is not None
    assert {part.component for part in card.parts} == set(content().cbt)
    suggested = [part.suggested for part in card.parts]
    assert suggested == sorted(suggested, reverse=True)


def test_of_a_person_nothing_is_known_about_no_rule_with_a_condition_fires() -> None:
    nothing = ClinicalFindings()
    assert [rule.id for rule in content().evidence.rules if rule.when and fires(rule, nothing)] == []


def test_rules_that_care_for_everybody_speak_outside_the_scope_too() -> None:
    inside, outside = some_findings(phq_9=17), some_findings(phq_9=17, weeks_of_pain=6)
    for findings in (inside, outside):
        assert 27 in {prompt.rule for prompt in recommended(findings).prompts}
    assert recommended(outside).suggestions == ()


def test_every_name_a_rule_or_a_component_uses_is_a_finding_that_can_be_gathered() -> None:
    used = {name for rule in content().evidence.rules if rule.when for name in rule.when.names()}
    used |= {name for part in content().cbt.values() for one in part.triggers for name in one.names()}
    assert used <= FINDINGS
    assert {"sleep_trouble", "noticed", "adherence_percent"} <= used
