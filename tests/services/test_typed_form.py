"""What single fields make of the words typed into them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from physioplan.services.typed_form import FormReader, read_day


@pytest.mark.parametrize(
    "words", ["2026-01-13", "13.1.2026", "13/1/2026", "13 1 2026", " 13.01.2026 ".strip()]
)
def test_a_date_may_be_written_in_several_ways(words: str) -> None:
    assert read_day(words) == date(2026, 1, 13)


@pytest.mark.parametrize(
    "words", ["", "13", "13.1", "31.2.2026", "1.13.2026", "13.1.26", "13.1.2026.5", "x.y.z"]
)
def test_an_impossible_date_is_none(words: str) -> None:
    assert read_day(words) is None


@given(st.dates(date(1890, 1, 1), date(2200, 12, 31)))
def test_every_date_comes_back_as_it_was_written(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.day}.{day.month}.{day.year}") == day


@given(st.text(max_size=20))
def test_no_words_make_the_date_reader_fail(words: str) -> None:
    found = read_day(words)
    assert found is None or isinstance(found, date)


def test_a_number_out_of_range_is_told_with_its_name_and_range() -> None:
    form = FormReader({"wish.minutes": "300"})
    assert form.whole_number("wish.minutes", "Minutes a day", 5, 90) is None
    assert form.faults[0].key == "wish.minutes"
    assert form.faults[0].sentence == "Minutes a day: 300 is outside 5 to 90. Check the number."


def test_a_day_in_the_future_is_refused_where_it_makes_no_sense() -> None:
    form = FormReader({"born": "1.1.2030"})
    assert form.day("born", "Date of birth", not_after=date(2026, 1, 13)) is None
    assert "future" in form.faults[0].sentence


def test_names_under_a_prefix_come_in_the_order_typed_and_once() -> None:
    form = FormReader({"goal.2.words": "a", "goal.1.words": "b", "goal.2.now": "3", "goalie.1": "x"})
    assert tuple(form.names("goal")) == ("2", "1")
