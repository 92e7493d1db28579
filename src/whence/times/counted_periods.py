"""Meanings that count: from now, or from the period that was told before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from whence.times.meanings import UNKNOWN, tell_period
from whence.times.periods import Grain, days_of, period_at, period_of
from whence.times.phrases import Standpoint, Told

_ORDER: tuple[Grain, ...] = (
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip


class Counted(NamedTuple):
    """A period counted from now or from the last one told: "last week" (-1), "this year" (0), "the following day".

    `part` is "earlier" or "later" where the words say so; the running period ends with the day of publication, or
    begins with it ("later this week", "will ... this week").
    """

    grain: Grain
    steps: int
    origin: Literal["now", "told"] = "now"
    part: str = ""

    def tell(self, seen: Standpoint) -> Told:
        """The period; the running one cut at the standpoint."""
        day = seen.day
        if self.origin == "told" and seen.told and _is_finer(seen.told.grain, self.grain):
            day = days_of(seen.told)[0]
        if day is None:
            return Told(UNKNOWN[self.grain])
        told = tell_period(period_of(self.grain, day).step(self.steps))
        if self.steps or self.origin == "told":
            return told
        if self.part == "later" or (not self.part and seen.coming()):
            return told._replace(low=day)
        return told._replace(high=day)


class YearBefore(NamedTuple):
    """ "a year ago", "a year earlier": in reports of earnings the same quarter, else the year."""

    steps: int

    def tell(self, seen: Standpoint) -> Told:
        """The quarter so many years before the last quarter told, else the year before the publication."""
        if seen.quarter is not None:
            years = {"quarter": 4, "half": 2}.get(seen.quarter.grain, 1)
            # A comparison is no new ground to count from.
            return tell_period(seen.quarter.step(self.steps * years))._replace(period=None)
        return Counted("year", self.steps).tell(seen)


class LastQuarter(NamedTuple):
    """ "the quarter", "the latest period": the last one told, else the last that is over.

    "the 1988 quarter" is that of 1988 with the number of the last one told, the year alone where none was told.
    """

    year: int | None = None

    def tell(self, seen: Standpoint) -> Told:
        """The quarter."""
        if self.year is not None:
            if seen.quarter is None:
                return tell_period(period_at("year", self.year))
            years = self.year - days_of(seen.quarter)[0].year
            quarter = seen.quarter.step(years * (4 if seen.quarter.grain == "quarter" else 2))
            return tell_period(quarter)._replace(period=None)  # a comparison, as in YearBefore
        if seen.quarter and (seen.day is None or days_of(seen.quarter)[0] <= seen.day):
            return tell_period(seen.quarter)
        return Counted("quarter", -1).tell(seen)


class Weekend(NamedTuple):
    """ "the weekend", "last weekend": the latest that has begun; with "last" the latest that is over."""

    shift: int | None

    def tell(self, seen: Standpoint) -> Told:
        """Saturday and Sunday."""
        if seen.day is None:
            return Told(UNKNOWN["weekend"])
        begun = seen.day.weekday() >= 5
        period = period_of("weekend", seen.day).step(0 if begun else -1)
        if self.shift == -1 and begun:
            period = period.step(-1)
        elif self.shift == 1 or (self.shift != -1 and not begun and seen.coming()):
            period = period.step(1)
        return tell_period(period)


class Ago(NamedTuple):
    """So many units back or ahead, with a hedge: "nearly three years ago", "more than two weeks ago".

    An exact count points at the whole period so far away. A hedged one points at the days within one unit of it, on
    the side that the word names (../docs: the hedge table of figures gives "more than" one step too): "nearly three
    years ago" is between two and three years ago.
    """

    grain: Grain
    steps: int
    hedge: str = ""

    def tell(self, seen: Standpoint) -> Told:
        """The value of the plain count, with the days that the hedge allows."""
        if seen.day is None:
            return Told(UNKNOWN[self.grain])
        told = tell_period(period_of(self.grain, seen.day).step(self.steps))
        if not self.hedge:
            return told
        toward = -1 if self.steps > 0 else 1
        near, far = {
            "LESS_THAN": (toward, 0.0), "EQUAL_OR_LESS": (toward, 0.0), "MORE_THAN": (0.0, -toward),
            "EQUAL_OR_MORE": (0.0, -toward),
        }.get(self.hedge, (toward / 2, -toward / 2))  # fmt: skip
        ends = (_away(seen.day, self.grain, self.steps + near), _away(seen.day, self.grain, self.steps + far))
        return Told(told.value, min(ends), max(ends), told.period)


class Window(NamedTuple):
    """A length of time that ends or begins with the standpoint: "the past two months", "the next three years"."""

    value: str
    grain: Grain
    steps: int

    def tell(self, seen: Standpoint) -> Told:
        """The length, and the days up to the standpoint or from it."""
        if seen.day is None or not self.steps:
            return Told(self.value)
        ends = (seen.day, _away(seen.day, self.grain, self.steps))
        return Told(self.value, min(ends), max(ends))


def _is_finer(grain: Grain, other: Grain) -> bool:
    """Whether a grain is as fine as another, so that the other can be counted from it."""
    return _ORDER.index(grain) <= _ORDER.index(other)


def _away(day: date, grain: Grain, count: float) -> date:
    """The day so many units away from a day."""
    days = {"day": 1, "weekend": 7, "week": 7}.get(grain)
    if days:
        return day + timedelta(days=round(count * days))
    months = {"month": 1, "quarter": 3, "half": 6, "season": 3, "decade": 120, "century": 1200}.get(grain, 12)
    whole, rest = divmod(round(count * months * 2), 2)
    first = days_of(period_at("month", day.year, day.month).step(whole))
    moved = first[0].replace(day=min(day.day, first[1].day))
    return moved + timedelta(days=15 * rest)
