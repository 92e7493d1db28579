"""Months and dates."""

from __future__ import annotations

import pytest

from tests.times.told import days, typed, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began in June.", "June", "2024-06"),
        ("It began in December.", "December", "2023-12"),
        ("It will begin in December.", "December", "2024-12"),
        ("It began last June.", "last June", "2024-06"),
        ("It began in June 2016.", "June 2016", "2016-06"),
        ("It began on Nov. 19.", "Nov. 19", "2024-11-19"),
        ("It began on November 19, 2023, in Troy.", "November 19, 2023", "2023-11-19"),
        ("It began on 19 November.", "19 November", "2024-11-19"),
        ("It began on the 19th of November 2023.", "the 19th of November 2023", "2023-11-19"),
        ("It began on march 5.", "march 5", "2024-03-05"),
        ("it began in may 2014", "may 2014", "2014-05"),
        ("It began in January of last year.", "January of last year", "2023-01"),
        ("It has run since March and goes on.", "March", "2024-03"),
        ("In a July interview he smiled.", "July", "2024-07"),
        ("The year ended Jan. 31 was wet.", "Jan. 31", "2024-01-31"),
    ],
)
def test_a_month_or_date_with_the_year_that_fits(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


def test_a_date_that_lies_far_back_is_the_one_ahead() -> None:
    assert values("Troy heads into its Dec. 22 vote.") == [("Dec. 22", "2024-12-22")]


def test_late_may_is_its_last_third() -> None:
    assert days("It began in late May.") == ("2024-05-21", "2024-05-31")
    assert days("It opens at the end of January 2025.") == ("2025-01-21", "2025-01-31")


@pytest.mark.parametrize(
    ("text", "value"),
    [("They met on April 24 and 25.", "2024-04-25"), ("They met on Jan. 3-5, 2020.", "2020-01-05")],
)
def test_the_second_of_two_days_has_the_month_of_the_first(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_a_number_of_something_after_a_date_is_no_day() -> None:
    assert values("On April 24 and 25 people left.") == [("April 24", "2024-04-24")]


def test_each_july_is_a_set() -> None:
    assert typed("They march each July.") == [("each July", "SET", "XXXX-07")]


def test_the_week_of_a_date_is_that_week() -> None:
    assert values("He spoke the week of March 6.") == [("the week of March 6", "2024-W10")]


def test_a_day_that_the_calendar_does_not_have_is_not_resolved() -> None:
    assert days("It began on February 30, 2023.") == (None, None)


def test_29_february_without_a_year_is_in_a_leap_year() -> None:
    assert values("It began on Feb. 29.") == [("Feb. 29", "2024-02-29")]


@pytest.mark.parametrize(
    "text",
    ["He may go.", "They march on Rome.", "We met April Jones.", "An august body met.", "A March on Rome began."],
)
def test_months_that_are_words_or_names_are_left_alone(text: str) -> None:
    assert values(text) == []
