"""Lengths of time that reach up to now, told as the day on which what lasts began: publication minus length."""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from whence.figures.intervals import scale
from whence.records import Interval

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def start_of(length_days: Interval, published: date) -> Interval:
    """When something began that has lasted so long, as ordinals of days.

    >>> in_words(start_of(Interval(950, 1050, open_high=True), date(2024, 11, 29)))
    'between 14 January and 24 April 2022'
    """
    return scale(length_days, -1.0, shift=float(published.toordinal()))


def in_words(start: Interval) -> str:
    """An interval of days as a reader says it, rounded outwards to whole days."""
    first = None if start.low is None else date.fromordinal(floor(_within(start.low)))
    last = None if start.high is None else date.fromordinal(ceil(_within(start.high)))
    if first and last:
        return _between(first, last)
    if last:
        return f"before {_told(last)}"
    return f"after {_told(first)}" if first else "on any day"


def _between(first: date, last: date) -> str:
    """Two days; a year that both share is told once."""
    if first == last:
        return f"on {_told(first)}"
    short = f"{first.day} {first:%B}" if first.year == last.year else _told(first)
    return f"between {short} and {_told(last)}"


def _told(day: date) -> str:
    """A day in full."""
    return f"{day.day} {day:%B} {day.year}"


def _within(ordinal: float) -> float:
    """An ordinal kept within the calendar."""
    return min(max(ordinal, _FIRST), _LAST)
