"""Words that place something in time."""

from __future__ import annotations

import pytest

from whence.figures.dates import is_also_word, is_clock_time, is_date_word, is_year


@pytest.mark.parametrize("key", ["friday", "march", "sept", "yesterday", "morning"])
def test_weekdays_months_and_parts_of_the_day_are_dates(key: str) -> None:
    assert is_date_word(key)


@pytest.mark.parametrize("key", ["years", "weeks", "hours", "eight", "war"])
def test_durations_are_none(key: str) -> None:
    assert not is_date_word(key)


def test_years_have_four_digits_of_our_times() -> None:
    assert is_year("1914")
    assert not any(map(is_year, ["914", "3000", "1914s", "19145"]))


def test_clock_times() -> None:
    assert is_clock_time("3:49")
    assert not any(map(is_clock_time, ["349", "3:", "a:bb", ":30"]))


def test_may_and_march_are_also_words() -> None:
    assert is_also_word("may")
    assert not is_also_word("june")
