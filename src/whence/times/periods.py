"""Periods: the days, weeks, months, quarters, seasons, years, decades and centuries of the calendar, by number.

A period is a grain and a number, so that "the next one" is the number plus one. Values are those of TIMEX3 (ISO 8601
where it has one): "1989-10-27", "1989-W43", "1989-W43-WE", "1989-Q3", "1989-H1", "1989-FA", "198" (the eighties), "19"
(the twentieth century).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

Grain = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
Days = tuple[date, date]

_MONTHS: dict[str, int] = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
# Seasons as meteorologists of the northern hemisphere count them: the spring of a year begins in March, and its winter
# is the one that begins in December.
_SEASON_STARTS = 2
_SEASONS = ("SP", "SU", "FA", "WI")
_DAY = timedelta(days=1)


class Period(NamedTuple):
    """One period of the calendar: the `number`-th of its grain, counted from the year 0."""

    grain: Grain
    number: int

    def step(self, count: int) -> Period:
        """The period so many later, earlier where `count` is below 0."""
        return self._replace(number=self.number + count)


def period_of(grain: Grain, day: date) -> Period:
    """The period of a grain that holds a day; of a weekend, the one of its week.

    >>> value_of(period_of("quarter", date(1989, 10, 27))), value_of(period_of("week", date(1989, 10, 27)))
    ('1989-Q4', '1989-W43')
    """
    if grain == "day":
        return Period(grain, day.toordinal())
    if grain in ("week", "weekend"):
        return Period(grain, (day.toordinal() - 1) // 7)  # 1 January of the year 1 was a Monday
    return period_at(grain, day.year, day.month)


def period_at(grain: Grain, year: int, month: int = 1) -> Period:
    """The period of months or years that holds a month.

    >>> value_of(period_at("decade", 1989)), value_of(period_at("season", 1990, 1))
    ('198', '1989-WI')
    """
    months = year * 12 + month - 1
    return Period(grain, (months - _offset(grain)) // _MONTHS[grain])


def numbered(grain: Grain, number: int, year: int) -> Period:
    """The `number`-th quarter, half, season or month of a year, counted from 1.

    >>> value_of(numbered("quarter", 3, 1989)), value_of(numbered("season", 3, 1989))
    ('1989-Q3', '1989-FA')
    """
    return Period(grain, year * 12 // _MONTHS[grain] + number - 1)


def days_of(period: Period) -> Days:
    """The first and the last day of a period.

    Raises:
        ValueError, OverflowError: outside the years 1 to 9999.

    >>> [str(day) for day in days_of(Period("decade", 198))]
    ['1980-01-01', '1989-12-31']
    """
    if period.grain == "day":
        day = date.fromordinal(period.number)
        return day, day
    if period.grain in ("week", "weekend"):
        monday = date.fromordinal(period.number * 7 + 1)
        return monday + (5 if period.grain == "weekend" else 0) * _DAY, monday + 6 * _DAY
    return _first_of_month(_first_month(period)), _first_of_month(_first_month(period.step(1))) - _DAY


def value_of(period: Period) -> str:
    """The value of a period in TIMEX3.

    Raises:
        ValueError, OverflowError: for days and weeks outside the years 1 to 9999.
    """
    grain, number = period
    if grain == "day":
        return date.fromordinal(number).isoformat()
    if grain in ("week", "weekend"):
        year, week, _ = date.fromordinal(number * 7 + 1).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
    year, month = divmod(_first_month(period), 12)
    ending = {
        "month": f"-{month + 1:02d}", "quarter": f"-Q{month // 3 + 1}", "half": f"-H{month // 6 + 1}",
        "season": f"-{_SEASONS[number % 4]}",
    }.get(grain, "")  # fmt: skip
    return f"{year:04d}"[: {"decade": 3, "century": 2}.get(grain, 4)] + ending


def _offset(grain: Grain) -> int:
    """The months by which the first period of a grain begins after January."""
    return _SEASON_STARTS if grain == "season" else 0


def _first_month(period: Period) -> int:
    """The first month of a period, counted from January of the year 0."""
    return period.number * _MONTHS[period.grain] + _offset(period.grain)


def _first_of_month(months: int) -> date:
    """The first day of a month counted from January of the year 0."""
    return date(months // 12, months % 12 + 1, 1)
