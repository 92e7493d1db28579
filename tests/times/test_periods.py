"""Periods of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.times.periods import Grain, Period, days_of, period_of, value_of

GRAINS: tuple[Grain, ...] = get_args(Grain)
SOME_DAYS = st.dates(date(1000, 1, 1), date(3000, 1, 1))


@given(st.sampled_from([grain for grain in GRAINS if grain != "weekend"]), SOME_DAYS)
def test_a_period_holds_its_day_and_follows_the_one_before(grain: Grain, day: date) -> None:
    period = period_of(grain, day)
    first, last = days_of(period)
    assert first <= day <= last
    assert days_of(period.step(-1))[1] == first - timedelta(days=1)
    assert period_of(grain, first) == period_of(grain, last) == period


@given(SOME_DAYS)
def test_a_weekend_is_the_end_of_its_week(day: date) -> None:
    saturday, sunday = days_of(period_of("weekend", day))
    assert (saturday.weekday(), sunday.weekday()) == (5, 6)
    assert sunday == days_of(period_of("week", day))[1]


@pytest.mark.parametrize(
    ("grain", "value"),
    [
        ("day", "2024-11-29"), ("week", "2024-W48"), ("weekend", "2024-W48-WE"), ("month", "2024-11"),
        ("quarter", "2024-Q4"), ("half", "2024-H2"), ("season", "2024-FA"), ("year", "2024"), ("decade", "202"),
        ("century", "20"),
    ],
)  # fmt: skip
def test_values_are_those_of_timex3(grain: Grain, value: str) -> None:
    assert value_of(period_of(grain, date(2024, 11, 29))) == value


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    assert value_of(period_of("week", date(2024, 12, 31))) == "2025-W01"


def test_before_the_year_one_there_are_no_days() -> None:
    with pytest.raises(ValueError):
        days_of(Period("year", -3))
