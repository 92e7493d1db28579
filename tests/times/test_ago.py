"""Counts that lead to a day."""

from __future__ import annotations

import pytest

from tests.times.told import days, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on March 3. The next day it rained.", "2024-11-30"),
        ("He left on March 3. The following day it rained.", "2024-03-04"),
        ("He left on March 3. Two days later it rained.", "2024-03-05"),
        ("He left on March 3. Two days earlier it rained.", "2024-03-01"),
        ("He left in 1995. That year it rained.", "1995"),
        ("He left in 1995. The following year it rained.", "1996"),
        ("He left in June 1995. A month later it rained.", "1995-07"),
    ],
)
def test_some_periods_count_from_the_one_told_before(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_nearly_three_years_ago_has_a_value_and_the_days_that_the_words_allow() -> None:
    assert values("It fell nearly three years ago.") == [("nearly three years ago", "2021")]
    assert days("It fell nearly three years ago.") == ("2021-11-29", "2022-11-29")
    assert days("It fell more than two years ago.") == ("2021-11-29", "2022-11-29")
    assert days("It fell about two months ago.") == ("2024-09-13", "2024-10-14")
