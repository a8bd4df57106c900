"""The letter to the referrer: complete, sourced, and plain about what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.score import Score
from physioplan.reports.document import Document
from physioplan.reports.document_text import text_of
from physioplan.reports.pdf.write import lay_out_document, pdf_bytes
from physioplan.reports.referrer_letter import LetterParts, LetterScore, Recipient, referrer_letter
from tests.reports.sample_plans import CLINIC, CLINICIAN, FONTS, START, a_patient, handout_words

RECIPIENT = Recipient("Dr Reyes", ("Dr A. Reyes",))


def odi(value: float | None) -> Score | None:
    return None if value is None else Score(measure="odi", version="2.1a", value=value)


def a_score(before: float | None, after: float | None, verdict: Verdict, **changes: Any) -> LetterScore:
    threshold = ChangeThreshold(points=10, percent=30, detectable=None, source="s", verification="verified")
    change = OutcomeChange(
        measure="odi", baseline=odi(before), follow_up=odi(after), improvement=None, percent=None,
        verdict=verdict, threshold=threshold,
    )  # fmt: skip
    return LetterScore("Disability, ODI (0–100)", change.amend(**changes))


def a_letter(*scores: LetterScore, **parts: Any) -> Document:
    return referrer_letter(
        patient=a_patient(), clinic=CLINIC, clinician=CLINICIAN, recipient=RECIPIENT, day=date(2026, 4, 9),
        before=START, scores=scores, words=handout_words(), consent=date(2026, 4, 9),
        sources=("Ostelo 2008",), parts=LetterParts(**{"summary": "All went as planned.", **parts}),
    )  # fmt: skip


def test_the_summary_ends_with_what_is_asked_of_the_reader() -> None:
    assert "*Summary.* All went as planned. *No action is asked of you.*" in text_of(a_letter())
    assert "*Please review her tablets.*" in text_of(a_letter(asked="Please review her tablets."))


def test_a_score_stands_beside_its_threshold_and_result() -> None:
    text = text_of(a_letter(a_score(38, 24, Verdict.REACHED, percent=36.8)))
    assert "Disability, ODI (0–100) | 38 | 24 | −14 (37%) | 10 points and 30% | ✓ Reached" in text
    assert "Thresholds are for change within one person: Ostelo 2008." in text


def test_what_was_not_measured_keeps_its_row() -> None:
    assert "| 38 | – | – | 10 points and 30% | not measured" in text_of(
        a_letter(a_score(38, None, Verdict.NOT_MEASURED))
    )


def test_scores_that_cannot_be_compared_show_no_difference() -> None:
    assert "| 38 | 24 | – |" in text_of(a_letter(a_score(38, 24, Verdict.NOT_COMPARABLE)))


def test_a_chosen_part_without_words_says_not_recorded() -> None:
    text = text_of(a_letter(safety=""))
    assert "Safety" in text
    assert "Not recorded." in text


def test_a_part_that_was_not_chosen_is_left_out() -> None:
    assert "Coping skills" not in text_of(a_letter(coping=None))


def test_coping_skills_are_never_called_psychotherapy() -> None:
    assert "this was not psychotherapy" in text_of(a_letter(coping="Pacing."))


def test_it_prints_on_one_page() -> None:
    letter = a_letter(a_score(38, 24, Verdict.REACHED), findings="Findings. " * 60, coping="Pacing.")
    pages, _, _ = lay_out_document(letter, FONTS)
    assert len(pages) == 1
    assert pdf_bytes(letter, FONTS).startswith(b"%PDF")


def test_a_long_letter_goes_on_to_a_second_page() -> None:
    pages, _, _ = lay_out_document(a_letter(findings="Words. " * 400, programme="More. " * 400), FONTS)
    assert len(pages) == 2
