"""Days that spells read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spells.spelled import ends
from whence.spells.days import edge_of, in_month, nearest_weekday, nth_week, nth_weekday, week_of, weekend_near
from whence.spells.terms import Days

_DATES = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Off this Sunday.", "this Sunday", "2024-12-01", "2024-12-01"),
        ("Seen last Sunday.", "last Sunday", "2024-11-24", "2024-11-24"),
        ("Off this coming Sunday.", "this coming Sunday", "2024-12-01", "2024-12-01"),
        ("Off tmrw.", "tmrw", "2024-11-30", "2024-11-30"),
        ("Off the day after tomorrow.", "the day after tomorrow", "2024-12-01", "2024-12-01"),
        ("Off in week 10.", "week 10", "2024-03-04", "2024-03-10"),
        ("Off in week 3 of 2027.", "week 3 of 2027", "2027-01-18", "2027-01-24"),
        ("Off the week after next.", "the week after next", "2024-12-09", "2024-12-15"),
        ("Off the weekend.", "the weekend", "2024-11-30", "2024-12-01"),
        ("Due EOY.", "EOY", "2024-07-01", "2024-12-31"),
    ],
)
def test_days_are_counted_as_diaries_do(text: str, words: str, low: str, high: str) -> None:
    assert ends(text) == [(words, low, high)]


@pytest.mark.parametrize("text", ["They sat down.", "The sun rose.", "He is wed.", "Voss and Sun Voss."])
def test_short_weekdays_may_be_words(text: str) -> None:
    assert ends(text) == []


@given(_DATES, st.sampled_from(["early", "mid", "late"]), st.sampled_from([7, 28, 30, 90, 365]))
def test_an_edge_lies_within_its_period(low: date, edge: str, size: int) -> None:
    days = Days(low, date.fromordinal(low.toordinal() + size))
    part = edge_of(days, edge)
    assert days.low <= part.low < part.high <= days.high


@given(_DATES, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]))
def test_the_nth_weekday_of_a_month_is_such_a_weekday_in_it(day: date, weekday: int, number: int) -> None:
    month = Days(day.replace(day=1), date.fromordinal(day.replace(day=28).toordinal() + 4).replace(day=1))
    found = nth_weekday(month, weekday, number)
    assert found is not None
    assert found.low.weekday() == weekday
    assert month.low <= found.low < month.high


@given(_DATES)
def test_weeks_begin_on_monday_and_weekends_are_near(day: date) -> None:
    assert week_of(day).low <= day < week_of(day).high
    assert abs((weekend_near(day).low - day).days) <= 5
    assert nth_week(week_of(day), 1) == week_of(day)


def test_a_month_without_such_a_day_has_none() -> None:
    assert in_month(date(2023, 2, 1), 30) is None
    found = nearest_weekday(date(2024, 11, 29), 4, 13)
    assert found is not None
    assert found.low == date(2024, 12, 13)
