"""Dates with the day in words."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends
from tests.times.told import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Born on the twenty-second of June 1990.", "the twenty-second of June 1990", "1990-06-22"),
        ("Born on June the 22nd, 1990.", "June the 22nd, 1990", "1990-06-22"),
        ("Born on January first 2000.", "January first 2000", "2000-01-01"),
    ],
)
def test_an_ordinal_in_words_is_the_day_of_its_month(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("back may twenty nine 2020", "may twenty nine 2020", "2020-05-29"),
        ("back second of aug 2020", "second of aug 2020", "2020-08-02"),
        ("back 2019/aug/01", "2019/aug/01", "2019-08-01"),
        ("back the 15th day of june 2020", "the 15th day of june 2020", "2020-06-15"),
        ("born twenty five january nineteen eighty six", "twenty five january nineteen eighty six", "1986-01-25"),
        ("sailed 6 april seventeen hundred thirty three", "6 april seventeen hundred thirty three", "1733-04-06"),
        ("born 15 april of 87", "15 april of 87", "1987-04-15"),
    ],
)
def test_spells_read_them_in_any_case_of_letters(text: str, words: str, day: str) -> None:
    assert ends(text) == [(words, day, day)]
