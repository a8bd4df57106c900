"""One patient from the first visit to the year after, through the vault and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.journey import JourneyState
from physioplan.domain.outcome import Verdict
from physioplan.domain.programme import DepartureReason
from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.prescribing.choices import Choices, ComponentChoice
from physioplan.services.vault_keeper import VaultKeeper
from tests.builders import TODAY, content
from tests.services.conftest import PASSPHRASE, Practice, a_full_baseline


def baseline_signed(practice: Practice, **changes: str) -> EpisodeRecord:
    record = practice.pathway.open(practice.a_patient().id)
    return practice.pathway.sign_assessment(
        record, Occasion.BASELINE, a_full_baseline(**changes), form="baseline"
    )


def plan_agreed(practice: Practice) -> EpisodeRecord:
    record = baseline_signed(practice)
    answer = practice.pathway.recommendation(record)
    assert isinstance(answer, Recommendation)
    proposed = practice.pathway.proposal(record, answer)
    return practice.pathway.agree(record, answer, proposed, Choices())


def test_a_new_patient_has_an_open_episode_and_no_baseline(practice: Practice) -> None:
    record = practice.pathway.open(practice.a_patient().id)
    assert record.baseline is None
    assert practice.pathway.journey(record) is JourneyState.NEW


def test_signing_the_baseline_keeps_scores_and_drops_the_draft(practice: Practice) -> None:
    record = practice.pathway.open(practice.a_patient().id)
    practice.pathway.keep_draft(record.patient.id, "baseline", {"measure.nrs.average": "6"})
    record = practice.pathway.sign_assessment(record, Occasion.BASELINE, a_full_baseline(), form="baseline")
    assert record.baseline is not None
    score = record.baseline.score_of("odi")
    assert score is not None and score.value == 38
    assert practice.pathway.draft(record.patient.id, "baseline") == {}
    assert record.episode.weeks_of_pain_on(TODAY) == 208


def test_a_draft_comes_back_word_for_word_after_the_vault_was_closed(practice: Practice) -> None:
    patient = practice.a_patient()
    practice.pathway.open(patient.id)
    raw = {"goal.1.words": "Lift my dau", "episode.pain_for": "4 ye", "measure.nrs.now": "5"}
    practice.pathway.keep_draft(patient.id, "baseline", raw)
    practice.opened.vault.close()
    keeper = VaultKeeper(practice.folder)
    again = keeper.unlock(keeper.clinicians()[0][0], PASSPHRASE)
    try:
        pathway = type(practice.pathway)(again.vault, content(), practice.clock, again.by)
        assert pathway.draft(patient.id, "baseline") == raw
    finally:
        again.vault.close()


def test_a_second_signing_is_a_correction_that_names_the_first(practice: Practice) -> None:
    first = baseline_signed(practice)
    corrected = practice.pathway.sign_assessment(
        first,
        Occasion.BASELINE,
        a_full_baseline(**{"measure.nrs.average": "7"}),
        form="baseline",
        correction_reason="misheard",
    )
    assert len(corrected.assessments) == 2
    assert corrected.baseline is not None and first.baseline is not None
    assert corrected.baseline.supersedes == first.baseline.id
    assert corrected.baseline.correction_reason == "misheard"


def test_a_red_flag_refers_on_instead_of_suggesting(practice: Practice) -> None:
    flag = content().safety.flags[0].id
    record = baseline_signed(
        practice, **{f"safety.flag.{flag}": "1", f"safety.action.{flag}.what": "emergency"}
    )
    assert isinstance(practice.pathway.recommendation(record), ReferOn)


def test_agreeing_fixes_the_start_and_both_windows(practice: Practice) -> None:
    record = plan_agreed(practice)
    window = record.window(Occasion.WEEK_12)
    year = record.window(Occasion.YEAR_1)
    assert record.programme is not None and record.programme.start == TODAY
    assert window is not None and window.due == TODAY + timedelta(days=84)
    assert year is not None and year.due == date(2027, 1, 13)
    assert practice.pathway.journey(record) is JourneyState.IN_PROGRAMME


def test_a_part_left_out_is_in_the_plan_with_its_reason(practice: Practice) -> None:
    record = baseline_signed(practice)
    answer = practice.pathway.recommendation(record)
    assert isinstance(answer, Recommendation)
    left_out = ComponentChoice(
        component="individualized_exercise",
        included=False,
        reason=DepartureReason.PATIENT_PREFERENCE,
        words="wants to wait",
    )
    choices = Choices(components=(left_out,))
    proposed = practice.pathway.proposal(record, answer, choices)
    record = practice.pathway.agree(record, answer, proposed, choices)
    assert record.programme is not None
    departure = record.programme.departures[0]
    assert (departure.what, departure.words) == ("individualized_exercise", "wants to wait")


def test_an_open_window_shows_as_due_and_a_missed_one_as_overdue(practice: Practice) -> None:
    record = plan_agreed(practice)
    practice.clock.day = TODAY + timedelta(days=84)
    assert practice.pathway.journey(record) is JourneyState.REVIEW_OPEN
    practice.clock.day = TODAY + timedelta(days=99)
    assert practice.pathway.journey(record) is JourneyState.REVIEW_OVERDUE


def test_a_visit_is_kept_with_pain_and_notes(practice: Practice) -> None:
    record = plan_agreed(practice)
    practice.clock.day = TODAY + timedelta(days=28)
    record = practice.pathway.record_visit(
        record, {"measure.nrs.average": "5", "notes": "Walks daily", "unwanted_effects": "sore for two days"}
    )
    visit = record.visits[-1]
    assert visit.pain is not None and visit.pain.value_of("average") == 5
    assert (visit.notes, visit.unwanted_effects) == ("Walks daily", "sore for two days")


@pytest.mark.parametrize(
    ("average", "verdict"),
    [("4", Verdict.REACHED), ("5", Verdict.UNCHANGED), ("6", Verdict.UNCHANGED), ("8", Verdict.WORSE)],
)
def test_the_12_week_review_says_what_changed(practice: Practice, average: str, verdict: Verdict) -> None:
    record = plan_agreed(practice)
    practice.clock.day = TODAY + timedelta(days=86)
    later = a_full_baseline(**{"measure.nrs.average": average, "measure.nrs.worst": "9"})
    record = practice.pathway.sign_assessment(record, Occasion.WEEK_12, later, form="week_12")
    changes = {(c.measure, c.subscale): c for c in practice.pathway.outcome(record, Occasion.WEEK_12)}
    assert changes["nrs", "total"].verdict is verdict


def test_a_measure_that_was_not_asked_again_is_missing_not_unchanged(practice: Practice) -> None:
    record = plan_agreed(practice)
    practice.clock.day = TODAY + timedelta(days=86)
    record = practice.pathway.sign_assessment(
        record, Occasion.WEEK_12, {"measure.nrs.average": "3"}, form="week_12"
    )
    changes = {(c.measure, c.subscale): c for c in practice.pathway.outcome(record, Occasion.WEEK_12)}
    assert changes["odi", "total"].verdict is Verdict.NOT_MEASURED


def test_a_discharged_patient_stays_discharged(practice: Practice) -> None:
    record = practice.pathway.close(plan_agreed(practice), EndReason.DISCHARGED, "goals reached")
    practice.clock.day = TODAY + timedelta(days=200)
    assert practice.pathway.journey(practice.pathway.reload(record)) is JourneyState.DISCHARGED


def test_a_signed_review_keeps_the_threshold_it_was_judged_by(practice: Practice) -> None:
    scale = content().measures["qbpds"].main
    strict, lenient = (
        max(scale.thresholds, key=lambda t: t.points),
        min(scale.thresholds, key=lambda t: t.points),
    )

    record = practice.pathway.open(practice.a_patient().id)
    raw = a_full_baseline(**{"measure.qbpds.total": "50"})
    record = practice.pathway.sign_assessment(record, Occasion.BASELINE, raw, form="baseline")
    practice.pathway.settings.keep_threshold("qbpds.total", strict.key)
    practice.clock.day = TODAY + timedelta(days=84)
    later = a_full_baseline(**{"measure.qbpds.total": "38"})
    record = practice.pathway.sign_assessment(record, Occasion.WEEK_12, later, form="week_12")
    practice.pathway.settings.keep_threshold("qbpds.total", lenient.key)
    change = next(c for c in practice.pathway.outcome(record, Occasion.WEEK_12) if c.measure == "qbpds")
    assert change.threshold is not None
    assert (change.threshold.points, change.threshold.source) == (strict.points, strict.source)
