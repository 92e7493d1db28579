"""Meanings: what phrases of time say, each tied to the calendar by `tell`. Here those that need no counting."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from whence.times.periods import Days, Grain, Period, days_of, period_at, value_of
from whence.times.phrases import Meaning, Standpoint, Told

_DAY = timedelta(days=1)
# The first and the last day of each third of a month: two readers of "late May" both took the 21st to the 31st.
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_PLACES = {"early": 0, "mid": 1, "late": 2}
# The value of a period that cannot be told.
UNKNOWN: dict[Grain, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def tell_period(period: Period) -> Told:
    """A period with its value and all its days."""
    return Told(value_of(period), *days_of(period), period)


class Constant(NamedTuple):
    """A value that needs no standpoint and points at no days: "PRESENT_REF", "P3Y"."""

    value: str

    def tell(self, _: Standpoint) -> Told:
        """The value."""
        return Told(self.value)


class Fixed(NamedTuple):
    """A period that is written in full: "June 1989", "the 1980s"."""

    period: Period

    def tell(self, _: Standpoint) -> Told:
        """The period."""
        return tell_period(self.period)


class Part(NamedTuple):
    """The early, middle or late days of a period: "late November", "the early 1980s"."""

    whole: Meaning
    part: str

    def tell(self, seen: Standpoint) -> Told:
        """The value of the whole, with a third of its days."""
        told = self.whole.tell(seen)
        if told.low is None or told.high is None:
            return told
        days = days_of(told.period) if told.period else (told.low, told.high)
        low, high = _third(self.part, days)
        return told._replace(low=low, high=high)


def _third(part: str, days: Days) -> Days:
    """A third of some days: of a month by the 10th and the 20th, of a year by months, of others by count."""
    low, high = days
    if (high.year, high.month) == (low.year, low.month) and low.day == 1 and (high + _DAY).day == 1:
        first, last = _THIRDS[part]
        return low.replace(day=first), low.replace(day=min(last, high.day))
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if low.day == 1 and (high + _DAY).day == 1 and months % 3 == 0:
        return _third_of_months(part, low, months // 3)
    third_days = (high - low + _DAY).days // 3
    first_days = _PLACES[part] * third_days
    last_days = (high - low).days if part == "late" else first_days + third_days
    return low + first_days * _DAY, low + last_days * _DAY


def _third_of_months(part: str, low: date, size: int) -> Days:
    """A third of some whole months: of a year, January to April."""
    first = period_at("month", low.year, low.month).step(_PLACES[part] * size)
    return days_of(first)[0], days_of(first.step(size - 1))[1]
