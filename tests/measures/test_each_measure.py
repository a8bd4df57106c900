"""The further measures, by worked examples and at their boundaries."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from physioplan.domain.citation import Verification
from physioplan.domain.outcome import Verdict
from physioplan.domain.response import ItemAnswer, Responses
from physioplan.domain.score import Score, ScoreStatus
from physioplan.measures.change import compare
from physioplan.measures.measure import EntryKind, Measure
from physioplan.measures.scoring import score
from physioplan.measures.validity import errors_of

Shelf = Callable[[str], Measure]

EXPECTED = {
    *("nrs", "vas", "odi", "rmdq", "qbpds", "psfs", "sbst", "ompsq_sf", "fabq", "tsk_17", "tsk_13", "tsk_11"),
    *("pcs", "pseq", "pseq_2", "phq_4", "phq_9", "gad_7", "eq_5d_5l", "gpe", "ears"),
}


def numbered(measure: str, *values: float | None) -> Responses:
    items = tuple(ItemAnswer(item=str(number), value=value) for number, value in enumerate(values, 1))
    return Responses(measure=measure, items=items)


def scores(measure: Measure, responses: Responses) -> dict[str, Score]:
    return {one.subscale: one for one in score(measure, responses)}


def test_all_measures_are_shipped(measure: Shelf) -> None:
    assert {measure(name).id for name in EXPECTED} == EXPECTED


@pytest.mark.parametrize(
    ("agreed", "box", "total", "psychosocial", "band"),
    [
        ("123", 3, 3, 0, "low"),
        ("1234", 3, 4, 0, "medium"),
        ("1567", 4, 5, 4, "high"),
        ("567", 3, 3, 3, "low"),
        ("5678", 3, 4, 4, "high"),
        ("1567", 3, 4, 3, "medium"),
        ("12345678", 5, 9, 5, "high"),
    ],
)
def test_start_back_risk_follows_total_and_psychosocial_part(
    measure: Shelf, agreed: str, box: int, total: int, psychosocial: int, band: str
) -> None:
    answers = numbered("sbst", *(int(str(n) in agreed) for n in range(1, 9)), box)
    found = scores(measure("sbst"), answers)
    assert (found["total"].value, found["psychosocial"].value) == (total, psychosocial)
    assert found["total"].band == band


def test_a_start_back_with_an_item_missing_has_no_score(measure: Shelf) -> None:
    found = scores(measure("sbst"), numbered("sbst", 1, 1, 1, 1, 1, 1, 1, None, 5))
    assert (found["total"].value, found["total"].status) == (None, ScoreStatus.NOT_FINAL)


def test_a_start_back_total_alone_tells_low_risk_but_cannot_tell_medium_from_high(measure: Shelf) -> None:
    assert scores(measure("sbst"), Responses(measure="sbst", total=3))["total"].band == "low"
    assert scores(measure("sbst"), Responses(measure="sbst", total=6))["total"].band is None
    both = Responses(measure="sbst", total=6, items=(ItemAnswer(item="psychosocial", value=4),))
    assert errors_of(measure("sbst"), both) == ()
    assert scores(measure("sbst"), both)["total"].band == "high"


def test_four_items_of_the_longest_tampa_scale_are_reversed(measure: Shelf) -> None:
    answers = [1.0] * 17
    for reversed_item in (4, 8, 12, 16):
        answers[reversed_item - 1] = 4
    assert scores(measure("tsk_17"), numbered("tsk_17", *answers))["total"].value == 17
    assert scores(measure("tsk_17"), numbered("tsk_17", *[1.0] * 17))["total"].value == 13 + 4 * 4


def test_work_and_activity_beliefs_use_their_own_items_only(measure: Shelf) -> None:
    answers = [0.0] * 16
    for item in (1, 8, 13, 14, 16):  # never scored
        answers[item - 1] = 6
    found = scores(measure("fabq"), numbered("fabq", *answers))
    assert (found["pa"].value, found["w"].value) == (0, 0)
    answers[10] = 6  # item 11 counts for work
    assert scores(measure("fabq"), numbered("fabq", *answers))["w"].value == 6


def test_scale_totals_can_be_copied_by_name(measure: Shelf) -> None:
    found = scores(measure("fabq"), Responses.of("fabq", pa=16, w=30))
    assert (found["pa"].band, found["w"].band) == ("high", "high")
    assert "no single total" in errors_of(measure("fabq"), Responses(measure="fabq", total=40))[0].sentence


def test_one_missing_catastrophizing_item_is_prorated_and_two_are_not(measure: Shelf) -> None:
    one = numbered("pcs", None, *[2] * 12)
    assert scores(measure("pcs"), one)["total"].value == pytest.approx(26)
    assert scores(measure("pcs"), numbered("pcs", None, None, *[2] * 11))["total"].value is None


def test_self_efficacy_runs_the_other_way(measure: Shelf) -> None:
    pseq = measure("pseq")
    low = scores(pseq, numbered("pseq", *[1] * 10))["total"]
    high = scores(pseq, numbered("pseq", *[4] * 10))["total"]
    assert (low.band, high.band) == ("severe", "mild")
    assert compare(pseq, low, high).verdict is Verdict.REACHED
    assert compare(pseq, high, low).verdict is Verdict.WORSE


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "moderately_severe"),
        (20, "severe"),
    ],
)
def test_low_mood_bands_begin_at_5_10_15_and_20(measure: Shelf, total: int, band: str) -> None:
    assert scores(measure("phq_9"), Responses(measure="phq_9", total=total))["total"].band == band


def test_item_9_can_be_copied_beside_a_total(measure: Shelf) -> None:
    answers = Responses(measure="phq_9", total=12, items=(ItemAnswer(item="9", value=1),))
    assert errors_of(measure("phq_9"), answers) == ()
    assert scores(measure("phq_9"), answers)["total"].value == 12
    assert measure("phq_9").alert_items == ("9",)


def test_two_missing_mood_items_are_imputed_by_the_mean(measure: Shelf) -> None:
    assert scores(measure("phq_9"), numbered("phq_9", *[2] * 7, None, None))["total"].value == 18
    assert scores(measure("phq_9"), numbered("phq_9", *[2] * 6, None, None, None))["total"].value is None


def test_own_activities_are_averaged_over_those_rated(measure: Shelf) -> None:
    found = scores(measure("psfs"), numbered("psfs", 2, 4, 6))["total"]
    assert (found.value, found.answered, found.status) == (4, 3, ScoreStatus.FINAL)


def test_a_profile_is_digits_and_never_a_difference(measure: Shelf) -> None:
    eq = measure("eq_5d_5l")
    one = scores(eq, numbered("eq_5d_5l", 2, 1, 3, 2, 1))["profile"]
    assert one.value == 21321
    change = compare(eq, one, scores(eq, numbered("eq_5d_5l", 1, 1, 1, 1, 1))["profile"])
    assert (change.verdict, change.improvement) == (Verdict.NO_CUT_OFF, None)
    assert scores(eq, Responses.of("eq_5d_5l", index=0.71))["index"].value == 0.71


def test_the_patients_own_rating_needs_no_baseline(measure: Shelf) -> None:
    gpe = measure("gpe")

    def rated(value: float) -> Verdict:
        return compare(gpe, None, scores(gpe, Responses.of("gpe", change=value))["total"]).verdict

    assert [rated(2), rated(1), rated(0), rated(-2)] == [
        Verdict.REACHED,
        Verdict.BELOW,
        Verdict.UNCHANGED,
        Verdict.WORSE,
    ]


def test_a_change_of_7_on_the_catastrophizing_scale_may_be_error(measure: Shelf) -> None:
    pcs = measure("pcs")
    before, after = (score(pcs, Responses(measure="pcs", total=total))[0] for total in (35, 28))
    assert compare(pcs, before, after).verdict is Verdict.MAY_BE_ERROR


def test_a_measure_without_a_sourced_change_has_no_cut_off(measure: Shelf) -> None:
    phq = measure("phq_4")
    before, after = (score(phq, Responses(measure="phq_4", total=total))[0] for total in (9, 2))
    assert compare(phq, before, after).verdict is Verdict.NO_CUT_OFF


def test_numbered_items_carry_no_questionnaire_text(each_measure: Measure) -> None:
    if each_measure.entry is EntryKind.OWN_WORDING:
        return
    for words in each_measure.words.values():
        assert all(len(text.split()) <= 2 for text in words.items.values())


def test_every_unverified_number_says_so(each_measure: Measure) -> None:
    for scale in each_measure.scales:
        for threshold in scale.thresholds:
            if threshold.source == "not_traced":
                assert threshold.verification is Verification.UNVERIFIED
            if threshold.detectable_source == "not_traced":
                assert threshold.detectable_verification is Verification.UNVERIFIED


def test_bands_cover_their_scale_without_gap_or_overlap(each_measure: Measure) -> None:
    for scale in each_measure.scales:
        bands = [band for band in scale.bands if band.when is None]
        if not bands or len(bands) != len(scale.bands):
            continue
        assert (bands[0].low, bands[-1].high) == (scale.low, scale.high)
        assert all(one.high + 1 == following.low for one, following in pairwise(bands))


def test_every_measure_is_worded_in_english_and_german(each_measure: Measure) -> None:
    assert set(each_measure.words) >= {"en", "de"}
