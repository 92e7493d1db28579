"""Meanings that name: weekdays, months, dates, quarters, halves and seasons, their year written or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from whence.times.meanings import tell_period
from whence.times.periods import Grain, Period, days_of, numbered, period_of, value_of
from whence.times.phrases import Standpoint, Told

_DAY = timedelta(days=1)
# Style books leave out the year of a date only within the current one (AP Stylebook, "dates"): so far back in another
# year, the writer means the one ahead ("the Jan. 14 deadline" in a report of 6 January), whatever the tense.
_FAR_DAYS = 240
_SOON_DAYS = 60  # a month without tense is the last one, unless it comes within two months


class OnWeekday(NamedTuple):
    """A weekday: the latest on or before the standpoint; before it with "last" (-1), after it with "next" (1)."""

    weekday: int
    shift: int | None = None
    origin: Literal["now", "told"] = "now"

    def tell(self, seen: Standpoint) -> Told:
        """The day."""
        start = seen.day
        if self.origin == "told" and seen.told:
            start = days_of(seen.told)[0]
        if start is None:
            return Told(f"XXXX-WXX-{self.weekday + 1}")
        back_days = (start.weekday() - self.weekday) % 7
        if self.shift == -1:
            day = start - (back_days or 7) * _DAY
        elif self.shift == 1:
            day = start + (7 - back_days) * _DAY
        else:
            day = start + (-back_days % 7) * _DAY if seen.coming() else start - back_days * _DAY
        return tell_period(period_of("day", day))


class Dated(NamedTuple):
    """A month or a day of it, with or without its year: "June", "last June" (-1), "Nov. 19", "19 November 2024"."""

    month: int
    day: int | None = None
    year: int | None = None
    shift: int | None = None

    def tell(self, seen: Standpoint) -> Told:
        """The date; the missing year is the one that brings it nearest on the right side."""
        if self.year is not None:
            return tell_period(self._in(self.year))
        if seen.day is None:
            return Told(f"XXXX-{self.month:02d}" + (f"-{self.day:02d}" if self.day else ""))
        return tell_period(self._nearest(seen.day, seen))

    def _in(self, year: int) -> Period:
        """The date in a year; 29 February in the last leap year."""
        if self.day is None:
            return numbered("month", self.month, year)
        if (self.month, self.day) == (2, 29):
            year -= year % 4
        return period_of("day", date(year, self.month, self.day))

    def _nearest(self, day: date, seen: Standpoint) -> Period:
        """The date in the year that the words point at."""
        if self.shift == 0:
            return self._in(day.year)
        sides = _sides_of(self._in, day)
        if self.shift is not None:
            return sides.over if self.shift < 0 else sides.ahead
        coming = seen.coming()
        other_year = days_of(sides.past)[0].year < day.year
        if coming or (self.day and other_year and sides.gap_days > _FAR_DAYS):
            return sides.ahead
        near = sides.wait_days < sides.gap_days if self.day else sides.wait_days < _SOON_DAYS
        return sides.ahead if coming is None and near else sides.past


class Numbered(NamedTuple):
    """A numbered part of a year: "the third quarter", "last fall" (-1), "the summer of 1990", "the first half"."""

    grain: Grain
    number: int
    year: int | None = None
    shift: int | None = None

    def tell(self, seen: Standpoint) -> Told:
        """The part; the missing year is the latest in which it has begun, or the one ahead for what is to come."""
        if self.year is not None:
            return tell_period(numbered(self.grain, self.number, self.year))
        if seen.day is None:
            return Told("XXXX" + value_of(numbered(self.grain, self.number, 2000))[4:])
        sides = _sides_of(self._in, seen.day)
        if self.shift is not None:
            return tell_period({-1: sides.over, 0: self._running(seen.day, sides), 1: sides.ahead}[self.shift])
        # "expects to report third-quarter earnings" in October: what is to come is the report, not the quarter.
        return tell_period(sides.ahead if seen.coming() and sides.wait_days <= sides.gap_days else sides.past)

    def _in(self, year: int) -> Period:
        """The part in a year."""
        return numbered(self.grain, self.number, year)

    def _running(self, day: date, sides: _Sides) -> Period:
        """The part that holds the day, else that of its year: "this summer"."""
        return sides.past if sides.gap_days <= 0 else self._in(day.year)


class _Sides(NamedTuple):
    """What comes once a year, seen from a day: the latest that has begun and how many days ago it ended; the next that
    has not ended and in how many days it begins; the latest that is over."""

    past: Period
    gap_days: int
    ahead: Period
    wait_days: int
    over: Period


def _sides_of(in_year: Callable[[int], Period], day: date) -> _Sides:
    """What comes once a year, seen from a day."""
    this = in_year(day.year)
    first, last = days_of(this)
    past = this if first <= day else in_year(day.year - 1)
    past_last = last if first <= day else days_of(past)[1]
    ahead = past if past_last >= day else this if last >= day else in_year(day.year + 1)
    ahead_first = first if ahead == this else days_of(ahead)[0]
    over = past if past_last < day else in_year(day.year - (2 if past != this else 1))
    return _Sides(past, (day - past_last).days, ahead, (ahead_first - day).days, over)
