"""Counts with their unit and hedge: "nearly three years", "two or three days", "five consecutive weeks"."""

from __future__ import annotations

from typing import NamedTuple

from whence.times.counting import Count, read_count, read_hedge
from whence.times.lengths import UNITS
from whence.times.sight import Sight

# Words between a count and its unit that change nothing: "five consecutive years".
_FILLERS = frozenset([
    "consecutive", "straight", "more", "additional", "full", "long", "whole", "solid", "short", "extra", "fiscal",
    "calendar", "further", "other", "business", "working", "trading", "successive", "entire", "good", "crucial",
    "difficult", "busy", "odd", "lunar", "school",
])  # fmt: skip
_ARTICLES = frozenset(["a", "an"])
BARE = frozenset(["seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"])


class CountedUnit(NamedTuple):
    """A unit with its count: what stands from word `first` up to the unit, and the mod of its hedge."""

    first: int
    number: Count
    unit: str
    mod: str | None


def read_counted_unit(sight: Sight, word: int) -> CountedUnit | None:
    """The count and the hedge before a unit, one filler allowed between; None where no count stands there.

    >>> from whence.text.words import split_words
    >>> read_counted_unit(Sight("nearly three years", split_words("nearly three years")), 2)
    CountedUnit(first=0, number=Count(first=1, value=3.0, rough=False), unit='year', mod='LESS_THAN')
    """
    at = word - 1
    if not sight.joined(at):
        return None
    if sight.key(at) in _FILLERS and sight.joined(at - 1):
        at -= 1
    number = read_count(sight, at)
    if number is None or (number.first == at and _is_no_count(sight, at, word)):
        return None
    number = _with_range(sight, number)
    hedge = read_hedge(sight, number.first)
    # "about five hours": the corpora leave "about" and "some" outside, and keep every other hedge in.
    inside = hedge.mod is not None and sight.key(hedge.first) not in ("about", "some", "an")
    mod = hedge.mod or ("APPROX" if number.rough else None)
    return CountedUnit(hedge.first if inside else number.first, number, UNITS[sight.key(word)], mod)


def _with_range(sight: Sight, number: Count) -> Count:
    """A count with the one before it: "two or three", "10-15", "12 to 18", "between 60 and 90" tell no one number."""
    at = number.first - 1
    before, gap = sight.before(number.first), sight.gap(at)
    between = before == "and" and sight.key(at - 2) == "between"
    if before in ("to", "or") or between:
        at -= 1
    elif gap not in ("-", "–", " - ") or number.value is None:
        return number
    other = read_count(sight, at) if number.value is not None and sight.key(at) not in _ARTICLES else None
    if other is None or other.value is None or len(sight.key(at)) == 4 or not sight.joined(at):
        return number
    return Count(other.first, None)


def _is_no_count(sight: Sight, at: int, word: int) -> bool:
    """Whether the word before a unit does not count it: "the 2015 fiscal year", "a decades-long", "a day-long"."""
    key = sight.key(at)
    if key in _ARTICLES:
        return sight.key(word) in BARE or (sight.after(word) == "long" and sight.gap(word) == "-")
    return len(key) == 4 and key[:2] in ("19", "20") and not sight.key(word).endswith("s") and sight.gap(at) != "-"
