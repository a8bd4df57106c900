"""The fixed wording: short, plain, complete, and counted right."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pydantic import ValidationError

from physioplan.domain.reading_grade import LIMIT_FIXED_TEXT, reading_grade
from physioplan.reports.handout_words import read_handout_words, rich
from physioplan.reports.language_rules import plural_form
from tests.reports.sample_plans import ASSETS, handout_words

SECTIONS = [
    "progress",
    "plan",
    "why",
    "expect",
    "exercises",
    "hurts_more",
    "safety_net",
    "checks",
    "bad_day",
    "coping",
]


def sentences(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in sentences(part)]
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in sentences(part)]
    return [re.sub(r"\*\*|\{\w+\}", "", value)] if isinstance(value, str) else []


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_asks_for_six_school_years_at_most(section: str) -> None:
    words = handout_words().model_dump()[section]
    text = "\n".join(
        sentence if sentence.endswith((".", "?")) else f"{sentence}." for sentence in sentences(words)
    )
    grade = reading_grade(text, "en")
    assert grade is None or grade <= LIMIT_FIXED_TEXT


def test_no_sentence_is_longer_than_twenty_words() -> None:
    for text in sentences(handout_words().model_dump()):
        assert max(len(part.split()) for part in re.split(r"[.?!:]", text)) <= 20, text


def test_words_that_blame_or_promise_are_nowhere() -> None:
    text = " ".join(sentences(handout_words().model_dump())).lower()
    for word in (
        "failed",
        "non-compliant",
        "degenerat",
        "wear and tear",
        "suffer",
        "proven",
        "effective",
        "reps",
    ):
        assert word not in text


def test_every_count_has_a_form_for_all_other_numbers() -> None:
    assert all("other" in forms for forms in handout_words().counts.values())


def test_one_minute_and_two_minutes() -> None:
    words = handout_words()
    assert [words.amount("minutes", n) for n in (0, 1, 2, 1.5)] == [
        "0 minutes", "1 minute", "2 minutes", "1.5 minutes",
    ]  # fmt: skip


def test_arabic_has_six_forms() -> None:
    forms = [plural_form("ar", n) for n in (0, 1, 2, 5, 11, 100, 103)]
    assert forms == ["zero", "one", "two", "few", "many", "other", "few"]


def test_french_zero_is_singular() -> None:
    assert plural_form("fr", 0) == "one"


def test_a_date_is_written_out_on_paper() -> None:
    assert handout_words().long_date(date(2026, 1, 13)) == "13 January 2026"


def test_a_misspelt_key_is_refused() -> None:
    text = (ASSETS / "handouts" / "en.toml").read_text(encoding="utf-8")
    with pytest.raises(ValidationError, match="missd"):
        read_handout_words(text.replace("missed =", "missd ="))


def test_two_asterisks_make_bold() -> None:
    runs = rich("**If** pain is {n}.", n="**6**")
    assert [(run.text, run.bold) for run in runs] == [("If", True), (" pain is **6**.", False)]
