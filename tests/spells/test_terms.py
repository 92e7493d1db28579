"""Days, hours and lengths."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from whence.spells.terms import Days, Hours, Length, add_length, add_months, length_of

_DATES = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(_DATES, st.integers(-240, 240))
def test_months_are_added_without_leaving_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day <= day.day


def test_days_step_by_their_cycle() -> None:
    assert Days(date(2024, 11, 29), date(2024, 11, 30), "week").step(1).low == date(2024, 12, 6)
    assert Days(date(2024, 11, 29), date(2024, 11, 30), "year").step(-1).low == date(2023, 11, 29)


def test_lengths_add_up() -> None:
    length = length_of("day", 1).plus(length_of("hour", 5))
    assert add_length(datetime(2024, 11, 29, 12), length) == datetime(2024, 11, 30, 17)
    assert add_length(datetime(2024, 11, 29, 12), length, sign=-1) == datetime(2024, 11, 28, 7)
    assert length_of("week", None) == Length(days=7, vague=True)


def test_hours_move_and_lose_their_doubt() -> None:
    assert Hours(3600, 3600, loose=True).shift(43_200) == Hours(46_800, 46_800)
    assert not Hours(3600, None).moment
