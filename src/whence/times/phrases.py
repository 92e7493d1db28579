"""The vocabulary of the readers: a phrase, what it means, and from where in time it is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from whence.records import TimeType
from whence.times.periods import Period
from whence.times.sight import Sight


class Standpoint(NamedTuple):
    """From where a phrase is told.

    `day` is the day of publication, or of speaking; None where it is not known. `coming` says whether the words around
    the phrase speak of what is to come. `told` is the last period of the calendar told before, `quarter` the last
    quarter or half year: what "a year earlier" and "that month" count from.
    """

    day: date | None = None
    coming: Callable[[], bool | None] = lambda: None
    told: Period | None = None
    quarter: Period | None = None


class Told(NamedTuple):
    """What a phrase says once it is tied to a standpoint: its TIMEX3 value, its days, and the period if it is one."""

    value: str
    low: date | None = None
    high: date | None = None
    period: Period | None = None


class Meaning(Protocol):
    """What a phrase says, before it is tied to a standpoint."""

    def tell(self, seen: Standpoint) -> Told:
        """The value and the days; `ValueError` or `OverflowError` where the calendar has no such day."""


class Phrase(NamedTuple):
    """A phrase of time from word `first` up to and not including word `last`, its type, meaning and mod in TIMEX3."""

    first: int
    last: int
    type: TimeType
    meaning: Meaning
    mod: str | None = None


# A reader looks at a text and the number of its trigger word, and answers with a phrase or with None.
Reader = Callable[[Sight, int], Phrase | None]
