"""What patients read in coping parts and honest sentences is easy, in each language with a formula."""

from __future__ import annotations

import pytest

from physioplan.domain.reading_grade import LIMIT_FIXED_TEXT, reading_grade
from tests.builders import content


@pytest.mark.parametrize("language", ["en", "de"])
def test_coping_parts_read_at_grade_6_or_less(language: str) -> None:
    for component in content().cbt.values():
        words = component.words_in(language)
        text = f"{words.why} {words.practice}"
        assert (reading_grade(text, language) or 0) <= LIMIT_FIXED_TEXT, f"{component.id}: {text}"


@pytest.mark.parametrize("language", ["en", "de"])
def test_honest_sentences_for_patients_read_at_grade_6_or_less(language: str) -> None:
    for sentence in content().evidence.sentences:
        text = sentence.for_patient(language)
        assert (reading_grade(text, language) or 0) <= LIMIT_FIXED_TEXT, f"{sentence.id}: {text}"


def test_patients_never_read_a_scale_name_or_a_percentage() -> None:
    for sentence in content().evidence.sentences:
        for text in sentence.patient.values():
            assert not any(word in text for word in ("ODI", "SMD", "CI", "%", "Roland")), text
