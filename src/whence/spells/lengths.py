"""Lengths that spells count with: "3 days", "one hour and a half", "3.5years", "10D"; and windows of them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from whence.spells.terms import Reach, Term, add_length, at_midnight, length_of
from whence.times.counted_units import read_counted_unit
from whence.times.counting import read_count
from whence.times.lengths import UNITS
from whence.times.periods import Grain, days_of, period_of
from whence.times.sight import Sight

_LETTERS = {"h": "hour", "d": "day", "w": "week", "y": "year"}
_GLUED = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)([^\W\d_]+)")
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "thirds": 2 / 3}
WAYS = {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "last": -1, "past": -1, "previous": -1, "recent": -1}
SIDES = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "hence": 1}
_BUSINESS = frozenset(["business", "working", "trading"])
_TIMES = frozenset(["once", "twice", "thrice", "times"])
_WHOLE = frozenset(["all", "whole", "entire", "full"])
_BY_CALENDAR: dict[str, Grain] = {"quarter": "quarter", "decade": "decade", "century": "century"}
_SATURDAY, _MOST_BUSINESS_DAYS = 5, 1000
_NO_LENGTH = frozenset("-~=&_/?#.")
_OF_CLOCK = frozenset(["second", "minute", "hour"])


def read_span(sight: Sight, word: int) -> Term | None:
    """The length whose unit is a word: "more than 4 days", "twenty and four hours", "all month", "the hour".

    >>> from whence.text.words import split_words
    >>> read_span(Sight("for an hour and a half", split_words("for an hour and a half")), 2).length
    Length(months=0, days=0, seconds=5400.0, vague=False)
    """
    unit = UNITS[sight.key(word)]
    if sight.before(word) in _WHOLE and sight.key(word) == unit:
        return Term(word - 1, word + 1, "length", length=length_of(unit, 1), value=unit)
    if unit == "hour" and sight.before(word) == "the":
        return Term(word - 1, word + 1, "length", length=length_of(unit, 1), value=unit)
    if unit in (*_OF_CLOCK, "fortnight") and sight.key(word) == unit and sight.before(word) in WAYS:
        way = WAYS[sight.before(word)]
        return Term(word - 1, word + 1, "length", length=length_of(unit, 1), value=unit, number=way)
    if sight.before(word) == "another" and sight.key(word) == unit:
        return Term(word - 1, word + 1, "length", length=length_of(unit, 1), value=unit)
    turned = _turned(sight, word, unit)
    if turned:
        return turned
    counted, mixed = read_counted_unit(sight, word), _mixed_before(sight, word)
    if counted is None and mixed is None:
        return None
    if unit in ("second", "quarter") and sight.before(word) in ("a", "the"):
        return None  # "a second round"
    if sight.before(word) == "a" and sight.before(word - 1) in _TIMES:
        return None  # "twice a week"
    first, value = mixed or (counted.first, counted.number.value) if counted else mixed or (word, None)
    last = word + 1
    if value is not None:
        share, last = _share_after(sight, word)
        value += share
    name = "business day" if unit == "day" and sight.before(word) in _BUSINESS else unit
    return Term(first, last, "length", length=length_of(unit, value), value=name)


def read_glued(sight: Sight, word: int) -> Term | None:
    """ "3h", "10D", "3.5years", "2W"."""
    glued = _GLUED.fullmatch(sight.key(word))
    if glued is None or (word and sight.sign_before(word) in _NO_LENGTH):
        return None
    ending = glued.group(2)
    unit = UNITS.get(ending) or _LETTERS.get(ending)
    if unit is None:
        return None
    return Term(word, word + 1, "length", length=length_of(unit, float(glued.group(1))), value=unit)


def _turned(sight: Sight, word: int, unit: str) -> Term | None:
    """ "2 next days", "the 13 last minutes": a window told the other way round."""
    way = WAYS.get(sight.before(word))
    if way is None or sight.key(word) == unit:
        return None
    count = read_count(sight, word - 2)
    if count is None or count.value is None or not sight.joined(word - 2):
        return None
    return Term(count.first, word + 1, "length", length=length_of(unit, count.value), value=unit, number=way)


def _mixed_before(sight: Sight, word: int) -> tuple[int, float] | None:
    """ "one and a half hours", "one and half hour", "one and a quarter year"."""
    at = word - 1
    share = _FRACTIONS.get(sight.key(at))
    if share is None:
        return None
    at -= 2 if sight.key(at - 1) == "a" else 1
    if sight.key(at) != "and":
        return None
    whole = read_count(sight, at - 1)
    return None if whole is None or whole.value is None else (whole.first, whole.value + share)


def _share_after(sight: Sight, word: int) -> tuple[float, int]:
    """The share of a unit that follows it, and the word after it: "an hour and a half", "one hour and half"."""
    if sight.key(word + 1) != "and" or not sight.joined(word):
        return 0.0, word + 1
    at = word + 3 if sight.key(word + 2) == "a" else word + 2
    share = _FRACTIONS.get(sight.key(at))
    if share is None or sight.after(at) in (*UNITS, "of"):
        return 0.0, word + 1
    return share, at + 1


def window(term: Term, way: int, now: datetime) -> Reach | None:
    """The days or moments that a length covers from now on, or up to now: "the next 3 days", "the past 5 minutes".

    Days to come begin tomorrow and days past end today; quarters, decades and centuries are those of the calendar.
    """
    length = term.length
    if length is None:
        return None
    if term.value in _OF_CLOCK:
        ends = sorted([now, add_length(now, length, sign=way)])
        return Reach(ends[0], ends[1], daily=False)
    today = at_midnight(now.date())
    if term.value == "business day":
        return _business_days(today, round(length.days) * way)
    if term.value == "fortnight":  # as a fortnight of this week and the next has it
        monday = today - timedelta(days=today.weekday())
        start = monday + timedelta(days=14 * way)
        return Reach(start, start + timedelta(days=14))
    grain = _BY_CALENDAR.get(term.value)
    if grain:
        running = days_of(period_of(grain, now.date()))
        today = at_midnight(running[1] if way > 0 else running[0])
    start = today + timedelta(days=1) if way > 0 else today
    ends = sorted([start, add_length(start, length, sign=way)])
    return Reach(ends[0], ends[1])


def _business_days(today: datetime, count: int) -> Reach:
    """So many days from Monday to Friday, from tomorrow on or up to yesterday."""
    step = timedelta(days=1 if count > 0 else -1)
    day, left = today, min(abs(count), _MOST_BUSINESS_DAYS)
    while left:
        day += step
        left -= day.weekday() < _SATURDAY
    return Reach(today + step, day + step) if count > 0 else Reach(day, today)
