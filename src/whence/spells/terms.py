"""The vocabulary of spells: days and hours that words name, and the terms that carry them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from whence.times.lengths import YEARS
from whence.times.periods import days_of, period_at

# How often days of that name come: a bare weekday every week, a date without its year every year.
Cycle = Literal["", "week", "month", "year"]
# What a term is. A "number" may be an hour or a day of the month, which its neighbours tell; "numbers" are two of them.
Kind = Literal["days", "hours", "both", "number", "numbers", "ordinal", "length", "set", "now", "reach", "value"]

DAY_SECONDS = 86_400
HALF_SECONDS = 43_200
_DAY = timedelta(days=1)


class Days(NamedTuple):
    """Days from `low` up to and not including `high`; `closing` is where the last of two named ends begins."""

    low: date
    high: date
    cycle: Cycle = ""
    closing: date | None = None

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return (self.high - self.low).days == 1

    def step(self, count: int) -> Days:
        """The same days so many cycles on."""
        if self.cycle == "week":
            return self._replace(low=self.low + 7 * count * _DAY, high=self.high + 7 * count * _DAY)
        months = {"month": 1, "year": 12}.get(self.cycle, 0) * count
        return self._replace(low=add_months(self.low, months), high=add_months(self.high, months))


class Hours(NamedTuple):
    """Seconds after midnight; one moment where both are equal; None where that side is open.

    `loose` tells that the half of the day is not written: "at 5".
    """

    low: int | None
    high: int | None
    loose: bool = False

    @property
    def moment(self) -> bool:
        """Whether it is one moment."""
        return self.low is not None and self.low == self.high

    def shift(self, seconds: int) -> Hours:
        """The hours so many seconds later, their half of the day told."""
        low = None if self.low is None else self.low + seconds
        high = None if self.high is None else self.high + seconds
        return Hours(low, high)


class Length(NamedTuple):
    """A length of time by months, days and seconds; `vague` where the words give no count."""

    months: float = 0
    days: float = 0
    seconds: float = 0
    vague: bool = False

    def plus(self, other: Length) -> Length:
        """Both lengths together."""
        return Length(
            self.months + other.months, self.days + other.days, self.seconds + other.seconds, self.vague or other.vague
        )


class Reach(NamedTuple):
    """From when to when, not including `high`; None where a side is open.

    `closing` is the first moment of what the words name as the end: "to 1945" reaches to the end of 1945 and closes at
    its beginning. `daily` tells that both ends are whole days.
    """

    low: datetime | None
    high: datetime | None
    closing: datetime | None = None
    daily: bool = True


class Term(NamedTuple):
    """What the words from `first` up to and not including `last` name."""

    first: int
    last: int
    kind: Kind
    days: Days | None = None
    hours: Hours | None = None
    number: int = 0
    length: Length | None = None
    reach: Reach | None = None
    value: str = ""

    @property
    def single_day(self) -> bool:
        """Whether it names one day and nothing finer."""
        return self.kind == "days" and self.days is not None and self.days.single

    @property
    def weekday(self) -> bool:
        """Whether it names a weekday of no certain week."""
        return self.days is not None and self.days.cycle == "week" and self.days.single


def add_months(day: date, months: float) -> date:
    """The day so many months later, or the last of its month; half a month is fifteen days.

    >>> add_months(date(2024, 1, 31), 1).isoformat()
    '2024-02-29'
    """
    whole = int(months // 1)
    first, last = days_of(period_at("month", day.year, day.month).step(whole))
    moved = first.replace(day=min(day.day, last.day))
    return moved + timedelta(days=round((months - whole) * 30))


def add_length(moment: datetime, length: Length, *, sign: int = 1) -> datetime:
    """The moment a length after another, before it with the sign -1."""
    day = add_months(moment.date(), sign * length.months)
    return datetime.combine(day, moment.time()) + sign * timedelta(days=length.days, seconds=length.seconds)


def length_of(unit: str, count: float | None) -> Length:
    """The length of so many units; one without a count is vague.

    >>> length_of("week", 2), length_of("decade", 1)
    (Length(months=0, days=14, seconds=0, vague=False), Length(months=120, days=0, seconds=0, vague=False))
    """
    vague = count is None
    number: float = 1 if count is None else int(count) if count == int(count) else count
    if unit in ("second", "minute", "hour"):
        return Length(seconds=number * {"second": 1, "minute": 60, "hour": 3600}[unit], vague=vague)
    if unit in ("day", "night", "week", "weekend", "fortnight"):
        return Length(days=number * {"week": 7, "fortnight": 14, "weekend": 2}.get(unit, 1), vague=vague)
    return Length(months=number * {"month": 1, "quarter": 3}.get(unit, 12 * YEARS.get(unit, 1)), vague=vague)


def at_midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime(day.year, day.month, day.day)


def at(day: date, seconds: int) -> datetime:
    """A moment of a day."""
    return at_midnight(day) + timedelta(seconds=seconds)
