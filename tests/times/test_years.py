"""Years."""

from __future__ import annotations

import pytest

from tests.times.told import days, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began in 2008.", "2008", "2008"),
        ("The 1979 revolt failed.", "1979", "1979"),
        ("It began in mid-2015.", "mid-2015", "2015"),
        ("It began in fiscal 1989.", "fiscal 1989", "1989"),
        ("It is post-1959.", "post-1959", "1959"),
        ("It opens in 2030 or later.", "2030 or later", "2030"),
        ("It began in nineteen ninety-four.", "nineteen ninety-four", "1994"),
        ("It began in nineteen oh five.", "nineteen oh five", "1905"),
        ("It began in twenty thirteen.", "twenty thirteen", "2013"),
        ("It ends by the year two thousand.", "the year two thousand", "2000"),
        ("It was built in 1492.", "1492", "1492"),
        ("It began in '98.", "98", "1998"),
        ("It began on 2023-11-19.", "2023-11-19", "2023-11-19"),
    ],
)
def test_years(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    ["In 2,008 homes it rained.", "It cost $2000.", "Over 2000 people came.", "It weighs 1990 pounds.", "He is 1492.",
     "They met on FM 1960.", "They sold 10,000 ships."],
)  # fmt: skip
def test_figures_that_count_something_are_no_years(text: str) -> None:
    assert values(text) == []


def test_a_part_of_a_year_is_a_third_of_it() -> None:
    assert days("It began in early 2008.") == ("2008-01-01", "2008-04-30")
