"""Ranges: two ends, or one."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends, spells_of


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("She ruled from 1939 to 1945.", "from 1939 to 1945", "1939-01-01", "1945-12-31"),
        ("They met between Monday and Wednesday.", "between Monday and Wednesday", "2024-11-25", "2024-11-27"),
        ("It ran 2014~2018.", "2014~2018", "2014-01-01", "2018-12-31"),
        ("Open April 9th through 17th.", "April 9th through 17th", "2025-04-09", "2025-04-17"),
        ("Open from the ninth till the twelfth of June 2020.", "from the ninth till the twelfth of June 2020",
         "2020-06-09", "2020-06-12"),
        ("Open from January to April 2015.", "from January to April 2015", "2015-01-01", "2015-04-30"),
        ("Closed from Dec 28 2020 to January 3.", "from Dec 28 2020 to January 3", "2020-12-28", "2021-01-03"),
        ("The fair runs from today until Sunday.", "from today until Sunday", "2024-11-29", "2024-12-01"),
        ("Closed from 2007 to the end of 2008.", "from 2007 to the end of 2008", "2007-01-01", "2008-12-31"),
        ("Away from 2pm till tomorrow 4:30pm.", "from 2pm till tomorrow 4:30pm", "2024-11-29T14:00:00",
         "2024-11-30T16:30:00"),
    ],
)  # fmt: skip
def test_two_ends_make_one_spell(text: str, words: str, low: str, high: str) -> None:
    assert ends(text) == [(words, low, high)]


def test_the_end_of_a_range_tells_where_what_closes_it_begins() -> None:
    (spell,) = spells_of("She ruled from 1939 to 1945.")
    assert spell.closing == "1945-01-01"


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("He has lived here since August 2020.", "since August 2020", "2020-08-01", None),
        ("It fell before 2010.", "before 2010", None, "2009-12-31"),
        ("It fell after 2018.", "after 2018", "2019-01-01", None),
        ("Answer by Friday.", "by Friday", None, "2024-11-29"),
        ("Answer no later than March 3, 2025.", "no later than March 3, 2025", None, "2025-03-03"),
        ("Models of 2016 and later.", "2016 and later", "2016-01-01", None),
        ("Pay before the end of this year.", "before the end of this year", None, "2024-12-31"),
        ("Up to date, starting January 7th 2025.", "starting January 7th 2025", "2025-01-07", None),
        ("All that was built to date.", "to date", None, "2024-11-29"),
    ],
)
def test_one_end_leaves_the_other_side_open(text: str, words: str, low: str | None, high: str | None) -> None:
    assert ends(text) == [(words, low, high)]


def test_a_tail_that_belongs_to_what_follows_is_left_to_it() -> None:
    assert ends("After 2016 and before 2018.") == [
        ("After 2016", "2017-01-01", None), ("before 2018", None, "2017-12-31"),
    ]  # fmt: skip
    assert ends("On 1/2/2016 and after my work is done.") == [("1/2/2016", "2016-01-02", "2016-01-02")]


def test_a_range_of_months_that_holds_today_is_the_running_one() -> None:
    assert ends("It will last from October to December.")[0][1:] == ("2024-10-01", "2024-12-31")
