"""Parts of the day that spells read: "in the morning", "late afternoon", "last night", "tonight", "at lunch".

Their hours are those of Microsoft Recognizers-Text (its documentation of date and time), which diaries go by: a morning
from 8 to 12, an afternoon to 16, an evening to 20, a night to midnight.
"""

from __future__ import annotations

from datetime import date, timedelta

from whence.spells.terms import Days, Hours, Term
from whence.times.sight import Sight

_H = 3600
_MIDNIGHT = 24 * _H - 1
PART_HOURS: dict[str, tuple[int, int]] = {
    "morning": (8 * _H, 12 * _H), "mornings": (8 * _H, 12 * _H), "afternoon": (12 * _H, 16 * _H),
    "evening": (16 * _H, 20 * _H), "night": (20 * _H, _MIDNIGHT), "nighttime": (20 * _H, _MIDNIGHT),
    "daytime": (8 * _H, 18 * _H), "lunch": (11 * _H, 13 * _H), "lunchtime": (11 * _H, 13 * _H),
    "breakfast": (8 * _H, 12 * _H), "dinner": (16 * _H, 20 * _H), "dinnertime": (16 * _H, 20 * _H),
    "tonight": (20 * _H, _MIDNIGHT), "tonite": (20 * _H, _MIDNIGHT),
}  # fmt: skip
MEALS = frozenset(["lunch", "breakfast", "dinner", "lunchtime", "dinnertime"])
_THIRD = 2 * _H  # "early" and "late" are the first and the last two hours
_EDGES = {"early": "early", "earlier": "early", "late": "late", "later": "late"}
_DAYS = {"this": 0, "last": -1, "next": 1, "previous": -1, "following": 1}
_GREETINGS = frozenset(["good"])


def read_part(sight: Sight, word: int, today: date | None) -> Term | None:
    """The part of the day that a word names, with the day where "this", "last" or "next" points at one.

    >>> from whence.text.words import split_words
    >>> read_part(Sight("late last night", split_words("late last night")), 2, date(2024, 11, 29)).hours
    Hours(low=79200, high=86399, loose=False)
    """
    key, first = sight.key(word), word
    if sight.before(word) in _GREETINGS or (key == "mornings" and sight.before(word) != "the"):
        return None
    first, hours = _with_edge(sight, first, Hours(*PART_HOURS[key]))
    if sight.before(first) == "in" and first < word:
        return Term(first, word + 1, "hours", hours=hours, value=key)
    if key in ("tonight", "tonite"):
        return _on(Term(first, word + 1, "both", hours=hours), today, 0)
    before = sight.before(first)
    if before in _DAYS and key not in MEALS:
        first, hours = _with_edge(sight, first - 1, hours)
        return _on(Term(first, word + 1, "both", hours=hours), today, _DAYS[before])
    return _led(sight, Term(first, word + 1, "hours", hours=hours, value=key))


def _led(sight: Sight, part: Term) -> Term | None:
    """A part of the day with the words that lead to it: "in the morning", "at lunch", "early in the evening"."""
    first, hours = part.first, part.hours
    if sight.before(first) == "the":
        if sight.before(first - 1) not in ("in", "during", "on", "until", "by", "since", "of"):
            return None
        first -= 1
    lead = sight.before(first)
    if lead == "in" or (lead == "at" and part.value in (*MEALS, "night")):
        first -= 1
    if part.value in MEALS and lead not in ("at", "after", "before", "until", "since"):
        return None
    if hours and first < part.first:
        first, hours = _with_edge(sight, first, hours)
    return part._replace(first=first, hours=hours)


def _on(term: Term, today: date | None, steps: int) -> Term | None:
    """A part of a day so many days from today."""
    if today is None:
        return None
    day = today + timedelta(days=steps)
    return term._replace(days=Days(day, day + timedelta(days=1)))


def _with_edge(sight: Sight, first: int, hours: Hours) -> tuple[int, Hours]:
    """Hours with the "early" or "late" before them."""
    edge = _EDGES.get(sight.before(first))
    if edge is None or hours.low is None or hours.high is None:
        return first, hours
    if edge == "early":
        return first - 1, Hours(hours.low, hours.low + _THIRD)
    whole = (hours.high + 1) // _H * _H  # a night ends a second before midnight
    return first - 1, Hours(whole - _THIRD, hours.high)
