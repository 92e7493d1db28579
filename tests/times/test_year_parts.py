"""Quarters, halves and seasons, and compounds of "year"."""

from __future__ import annotations

import pytest

from tests.times.told import days, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales fell in the third quarter.", "the third quarter", "2024-Q3"),
        ("It expects to report third-quarter sales.", "third-quarter", "2024-Q3"),
        ("Sales will rise in the first quarter.", "the first quarter", "2025-Q1"),
        ("Sales fell in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
        ("Sales fell in the 1988 second quarter.", "the 1988 second quarter", "1988-Q2"),
        ("Sales fell in the fiscal first quarter.", "the fiscal first quarter", "2024-Q1"),
        ("Sales fell in this year's third quarter.", "this year's third quarter", "2024-Q3"),
        ("Sales fell in 2018's first half.", "2018's first half", "2018-H1"),
        ("Sales fell in Q2 2013.", "Q2 2013", "2013-Q2"),
        ("Sales fell in the first half.", "the first half", "2024-H1"),
        ("Sales fell in the second half of 1990.", "the second half of 1990", "1990-H2"),
        ("Sales fell last summer.", "last summer", "2024-SU"),
        ("Sales fell in the winter of 1994.", "the winter of 1994", "1994-WI"),
        ("Sales fell in summer 2012.", "summer 2012", "2012-SU"),
        ("Sales fell last fall.", "last fall", "2023-FA"),
    ],
)
def test_parts_of_a_year(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_the_quarter_is_the_last_one_told_or_over() -> None:
    assert values("Sales fell in the quarter.") == [("the quarter", "2024-Q3")]
    assert values("The second quarter was wet. In the quarter sales fell.")[1] == ("the quarter", "2024-Q2")


def test_a_quarter_told_by_its_end_is_the_one_that_holds_that_day() -> None:
    assert values("Sales fell in the quarter ended June 30.")[0] == ("the quarter", "2024-Q2")


def test_a_year_ago_is_the_same_quarter_where_one_was_told() -> None:
    assert values("Sales fell from a year ago.") == [("a year ago", "2023")]
    told = values("In the third quarter sales fell from a year earlier, and from the year-ago quarter.")
    assert told[1:] == [("a year earlier", "2023-Q3"), ("the year-ago quarter", "2023-Q3")]


def test_the_quarter_of_another_year_is_no_ground_to_count_from() -> None:
    text = "Sales fell in the third quarter. In the 1988 period they rose. The latest quarter was wet."
    assert [value for _, value in values(text)] == ["2024-Q3", "1988-Q3", "2024-Q3"]


def test_seasons_are_those_of_the_northern_year() -> None:
    assert days("Sales fell last winter.") == ("2023-12-01", "2024-02-29")


@pytest.mark.parametrize("text", ["They fall in Troy.", "The spring broke.", "Half of them left.", "A quarter left.",
                                  "Three-quarters of them left.", "He scored in the second half of it."])  # fmt: skip
def test_other_halves_quarters_and_springs_are_no_times(text: str) -> None:
    assert [value for _, value in values(text) if value] == []
