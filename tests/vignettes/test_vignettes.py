"""Every vignette says what it must, every rule fires somewhere and stays silent somewhere."""

from __future__ import annotations

from collections import Counter

import pytest

from physioplan.evidence.recommendation import Recommendation, ReferOn
from tests.builders import content
from tests.vignettes.vignette import Told, Vignette, all_vignettes, told_about

VIGNETTES = all_vignettes()


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: f"{v.file}: {v.sentence}")
def test_the_program_says_what_the_clinician_would(vignette: Vignette) -> None:
    told = told_about(vignette)
    for key, wanted in vignette.expect.items():
        _CHECKS[key](told, wanted)


def test_there_are_at_least_sixty_vignettes_and_no_sentence_twice() -> None:
    sentences = Counter(vignette.sentence for vignette in VIGNETTES)
    assert len(sentences) >= 60
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_every_rule_is_fired_by_some_vignette_and_kept_silent_by_another() -> None:
    numbers = {rule.number for rule in content().evidence.rules}
    fires = {number for v in VIGNETTES for number in v.expect.get("fires", ())}
    silent = {number for v in VIGNETTES for number in v.expect.get("silent", ())}
    assert (numbers - fires, numbers - silent) == (set(), set())


def test_every_red_flag_and_every_precaution_is_in_some_vignette() -> None:
    safety = content().safety
    flags = {flag for v in VIGNETTES for flag in v.given.get("flags", ())}
    precautions = {code for v in VIGNETTES for code in v.given.get("precautions", ())}
    stops = {code for v in VIGNETTES for code in v.given.get("contraindications", ())}
    assert {flag.id for flag in safety.flags} - flags == set()
    assert {one.id for one in safety.precautions} - precautions == set()
    assert {one.id for one in safety.contraindications} - stops == set()


def _card(told: Told, name: str) -> object:
    assert isinstance(told.answer, Recommendation), told.answer
    return told.answer.suggestion(name)


def _fires(told: Told, wanted: list[int]) -> None:
    assert set(wanted) <= told.fired, f"silent: {sorted(set(wanted) - told.fired)}"


def _silent(told: Told, wanted: list[int]) -> None:
    assert told.fired.isdisjoint(wanted), f"fired: {sorted(told.fired & set(wanted))}"


def _refer_on(told: Told, wanted: str) -> None:
    urgency = told.answer.urgency.value if isinstance(told.answer, ReferOn) else "no"
    assert urgency == wanted


def _stop(told: Told, wanted: bool) -> None:
    assert isinstance(told.answer, ReferOn)
    assert told.answer.stop_exercise is wanted


def _scope(told: Told, wanted: bool) -> None:
    assert isinstance(told.answer, Recommendation)
    assert told.answer.scope.applies is wanted
    assert bool(told.answer.scope.why_not) is not wanted
    assert bool(told.answer.suggestions) is wanted


def _offered(told: Told, wanted: list[str]) -> None:
    assert isinstance(told.answer, Recommendation)
    assert set(wanted) <= {card.component for card in told.answer.suggestions if card.offered}


def _not_offered(told: Told, wanted: list[str]) -> None:
    assert isinstance(told.answer, Recommendation)
    assert {card.component for card in told.answer.suggestions if card.offered}.isdisjoint(wanted)


def _missing(told: Told, wanted: dict[str, list[str]]) -> None:
    assert isinstance(told.answer, Recommendation)
    for name, steps in wanted.items():
        card = told.answer.suggestion(name)
        assert card is not None and set(card.missing) == set(steps)


def _strength(told: Told, wanted: dict[str, str]) -> None:
    assert isinstance(told.answer, Recommendation)
    for name, strength in wanted.items():
        card = told.answer.suggestion(name)
        assert card is not None and card.rationale.strength.value == strength


def _suggested_parts(told: Told) -> set[str]:
    assert isinstance(told.answer, Recommendation)
    card = told.answer.suggestion("cbt")
    return {part.component for part in card.parts if part.suggested} if card else set()


def _parts(told: Told, wanted: list[str]) -> None:
    assert set(wanted) <= _suggested_parts(told)


def _not_parts(told: Told, wanted: list[str]) -> None:
    assert _suggested_parts(told).isdisjoint(wanted)


def _withheld_ids(told: Told) -> set[str]:
    assert isinstance(told.answer, Recommendation)
    assert all(one.why for one in told.answer.withheld)
    return {one.what for one in told.answer.withheld}


def _withheld(told: Told, wanted: list[str]) -> None:
    assert set(wanted) <= _withheld_ids(told)
    assert told.programme is not None
    assert {i.exercise for p in told.programme.phases for i in p.items}.isdisjoint(wanted)


def _not_withheld(told: Told, wanted: list[str]) -> None:
    assert _withheld_ids(told).isdisjoint(wanted)


def _proposed(told: Told, wanted: dict[str, list[str]]) -> None:
    assert told.programme is not None
    for phase, exercises in wanted.items():
        assert set(exercises) <= {item.exercise for item in told.programme.phase(phase).items}


def _not_proposed(told: Told, wanted: dict[str, list[str]]) -> None:
    assert told.programme is not None
    for phase, exercises in wanted.items():
        assert {item.exercise for item in told.programme.phase(phase).items}.isdisjoint(exercises)


def _slots_empty(told: Told, wanted: bool) -> None:
    assert told.programme is not None
    assert any("Nothing fits" in note for note in told.programme.notes) is wanted


def _brief(told: Told, wanted: bool) -> None:
    assert isinstance(told.answer, Recommendation)
    assert told.answer.brief_care is wanted


def _same_day(told: Told, wanted: bool) -> None:
    assert any(p.urgency == "same_day" and p.hidden_from_patient for p in told.answer.prompts) is wanted


_CHECKS = {
    "fires": _fires,
    "silent": _silent,
    "refer_on": _refer_on,
    "stop": _stop,
    "scope": _scope,
    "offered": _offered,
    "not_offered": _not_offered,
    "missing": _missing,
    "strength": _strength,
    "parts": _parts,
    "not_parts": _not_parts,
    "withheld": _withheld,
    "not_withheld": _not_withheld,
    "proposed": _proposed,
    "not_proposed": _not_proposed,
    "slots_empty": _slots_empty,
    "brief": _brief,
    "same_day": _same_day,
}
