"""Lengths of time up to now, as the day on which they began."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whence.agreement.starts import in_words, start_of
from whence.records import Interval

DAY = date(2024, 11, 29)


def test_days_are_rounded_outwards_and_the_year_told_once() -> None:
    assert in_words(start_of(Interval(1004.4, 1050), DAY)) == "between 14 January and 1 March 2022"
    assert in_words(start_of(Interval(320, 400), DAY)) == "between 26 October 2023 and 14 January 2024"


def test_what_is_open_on_one_side_is_before_or_after_a_day() -> None:
    assert in_words(start_of(Interval(10, None), DAY)) == "before 19 November 2024"
    assert in_words(start_of(Interval(None, 10), DAY)) == "after 19 November 2024"
    assert in_words(Interval(None, None)) == "on any day"
    assert in_words(start_of(Interval(0, 0), DAY)) == "on 29 November 2024"


@given(st.floats(0, 1e300), st.floats(0, 1e300))
def test_any_length_has_words(short: float, more: float) -> None:
    assert in_words(start_of(Interval(short, short + more), DAY))
