"""Hours that spells read: "8:30", "8.30pm", "half past seven", "three thirty"; and numbers that may be hours."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.spells.terms import HALF_SECONDS, Hours, Term
from whence.times.sight import Sight
from whence.times.spoken_numbers import read_cardinal

_FIGURES = re.compile(r"(\d{1,2})(?:[:.](\d\d)(?::(\d\d))?)?(am|pm|a|p|ish|h|z)?")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_HALVES = {"am": 0, "a": 0, "pm": 1, "p": 1}
_NAMED = {"noon": 43_200, "midday": 43_200, "noonish": 43_200, "midnight": 0}
_OCLOCK = frozenset(["o'clock", "o’clock", "oclock", "o’clock"])
_NO_CLOCK = frozenset("$€£#~=&_?")
_LAST_HOUR, _LAST_MINUTE, _HOURS_OF_HALF = 24, 59, 12
_MINUTE_WORDS = frozenset(["min", "mins", "minute", "minutes"])


class _Half(NamedTuple):
    """The half of the day, and the word after it."""

    half: int | None
    last: int


def read_hours(sight: Sight, word: int) -> Term | None:
    """A time of the clock that begins with a word.

    >>> from whence.text.words import split_words
    >>> read_hours(Sight("at half past seven", split_words("at half past seven")), 1).hours
    Hours(low=27000, high=27000, loose=True)
    """
    return (
        _read_past(sight, word) or _read_named(sight, word) or _read_figures(sight, word) or _read_spoken(sight, word)
    )


def read_number(sight: Sight, word: int) -> Term | None:
    """A small number, which may be an hour or a day of the month."""
    read = read_cardinal(sight, word)
    if read is None or sight.sign_before(word) in ("$", "€", "£", "#", ".", ":") or sight.sign_after(word) == "%":
        return None
    hours = None
    if read.number <= _LAST_HOUR:
        seconds = read.number * 3600
        hours = Hours(seconds, seconds, 0 < read.number <= _HOURS_OF_HALF)
    return Term(word, read.last, "number", hours=hours, number=read.number)


def _hour(first: int, last: int, clock: tuple[int, int, int], half: int | None) -> Term | None:
    """A time of the clock as a term; None where the clock has none."""
    hour, minute, second = clock
    if hour > _LAST_HOUR or minute > _LAST_MINUTE or second > _LAST_MINUTE:
        return None
    loose = half is None and 0 < hour <= _HOURS_OF_HALF
    if half is not None and hour <= _HOURS_OF_HALF:
        hour = hour % _HOURS_OF_HALF + _HOURS_OF_HALF * half
    seconds = hour * 3600 + minute * 60 + second
    return Term(first, last, "hours", hours=Hours(seconds, seconds, loose))


def _half_at(sight: Sight, last: int) -> _Half:
    """The half of the day that follows: "pm", "p m", "p . m .", "o'clock pm"."""
    if sight.gap(last - 1) not in (" ", ".", "  ", "\u00a0"):
        return _Half(None, last)
    key = sight.key(last)
    if key in ("am", "pm"):
        return _Half(_HALVES[key], last + 1)
    if key in ("a", "p") and sight.key(last + 1) == "m" and sight.gap(last) in (" ", ".", " . ", ". "):
        return _Half(_HALVES[key], last + 2)
    return _Half(None, last)


def _read_named(sight: Sight, word: int) -> Term | None:
    """ "noon", "12 noon", "midnight", "mid night"."""
    key = sight.key(word)
    if key == "12" and sight.after(word) in ("noon", "midday", "midnight"):
        seconds = _NAMED[sight.after(word)]
        return Term(word, word + 2, "hours", hours=Hours(seconds, seconds))
    if key == "mid" and sight.after(word) == "night":
        return Term(word, word + 2, "hours", hours=Hours(0, 0))
    if key in _NAMED:
        return Term(word, word + 1, "hours", hours=Hours(_NAMED[key], _NAMED[key]))
    return None


def _read_figures(sight: Sight, word: int) -> Term | None:
    """ "7:56:30 pm", "8.30pm", "9a", "11ish", "9 o'clock", "1140 a.m.", "0730"."""
    key = sight.key(word)
    if not key[:1].isdigit() or (word and sight.sign_before(word) in _NO_CLOCK):
        return None
    if sight.sign_before(word) in ("/", ".", ":") and sight.key(word - 1)[-1:].isdigit() and word > 0:
        return None
    military = _MILITARY.fullmatch(key)
    found = military or _FIGURES.fullmatch(key)
    if found is None:
        return None
    hour, minute, second = (int(figures or 0) for figures in (*found.groups(), None)[:3])
    ending = None if military else found.group(4)
    half = _half_at(sight, word + 1)
    if ending == "h" and not minute:
        return None
    if ending in _HALVES:
        return _hour(word, word + 1, (hour, minute, second), _HALVES[ending])
    if half.half is not None:
        return _hour(word, half.last, (hour, minute, second), half.half)
    if military:
        return _hour(word, word + 1, (hour, minute, 0), None) if key[0] == "0" else None
    last = word + 2 if sight.after(word) in _OCLOCK else word + 1
    plain = last == word + 1 and ending is None
    if plain and (_is_ratio(key) or not (":" in key or _is_pointed(sight, word))):
        return None
    return _hour(word, last, (hour, minute, second), None)


def _is_pointed(sight: Sight, word: int) -> bool:
    """Whether figures with a point are a time of the clock: "at 6.45", "between 9.30-4.30pm"."""
    if "." not in sight.key(word) or sight.sign_after(word) == "%" or sight.after(word) in ("percent", "per"):
        return False
    return sight.before(word) in ("at", "between", "from") and len(sight.key(word)) > len("6.4")


def _is_ratio(key: str) -> bool:
    """Whether figures with a colon are none of a clock: "4:3"."""
    return ":" in key and len(key.split(":")[1]) != 2


def _read_spoken(sight: Sight, word: int) -> Term | None:
    """ "three thirty", "five-thirty pm", "nine a m", "six forty-three minutes", "seven o'clock", "six pm"."""
    hour = read_cardinal(sight, word)
    if hour is None or hour.number > _HOURS_OF_HALF or sight.key(word).isdigit():
        return None
    minute = read_cardinal(sight, hour.last) if sight.joined(hour.last - 1) else None
    if sight.after(hour.last - 1) in ("oh", "o") and read_cardinal(sight, hour.last + 1):
        hour_last = hour.last + 1
        minute = read_cardinal(sight, hour_last)
        if minute and minute.number < 10:
            half = _half_at(sight, minute.last)
            return _hour(word, half.last, (hour.number, minute.number, 0), half.half)
    if minute and 10 <= minute.number <= _LAST_MINUTE and sight.key(hour.last).isalpha():
        half = _half_at(sight, minute.last)
        last = half.last + (sight.after(half.last - 1) == "minutes")
        return _hour(word, last, (hour.number, minute.number, 0), half.half)
    if sight.after(hour.last - 1) in _OCLOCK:
        half = _half_at(sight, hour.last + 1)
        return _hour(word, half.last, (hour.number, 0, 0), half.half)
    half = _half_at(sight, hour.last)
    return None if half.half is None else _hour(word, half.last, (hour.number, 0, 0), half.half)


def _read_past(sight: Sight, word: int) -> Term | None:
    """ "half past seven", "a quarter to five", "20 min past eight", "ten past 9"."""
    minutes = _minutes_at(sight, word)
    if minutes is None or sight.key(minutes.last) not in ("past", "to", "til", "till", "before", "after", "of"):
        return None
    relation = sight.key(minutes.last)
    relation = "to" if relation in ("til", "till") else relation
    if relation not in ("past", "to") and sight.key(minutes.last - 1) != "quarter":
        return None
    if relation == "to" and sight.key(minutes.last - 1) not in (*_MINUTE_WORDS, "quarter"):
        return None
    hour = _read_hour(sight, minutes.last + 1)
    if hour is None or hour.hours is None or hour.hours.low is None or hour.hours.low % 3600:
        return None
    seconds = 60 * (minutes.half or 0)
    low = hour.hours.low + (seconds if relation in ("past", "after") else -seconds)
    low %= HALF_SECONDS if hour.hours.loose else 2 * HALF_SECONDS
    return hour._replace(first=word, kind="hours", hours=Hours(low, low, hour.hours.loose))


def _read_hour(sight: Sight, word: int) -> Term | None:
    """The hour of "half past seven", in figures or in words."""
    readers = (_read_named, _read_figures, _read_spoken, read_number)
    return next((term for term in (reader(sight, word) for reader in readers) if term), None)


def _minutes_at(sight: Sight, word: int) -> _Half | None:
    """The minutes before "past" or "to", and the word after them."""
    key = sight.key(word)
    if key == "half":
        return _Half(30, word + 1)
    if key == "quarter" or (key in ("a", "three") and sight.after(word) in ("quarter", "quarters")):
        return _Half(45 if key == "three" else 15, word + 1 + (key != "quarter"))
    read = read_cardinal(sight, word)
    if read is None or read.number > _LAST_MINUTE:
        return None
    return _Half(read.number, read.last + (sight.after(read.last - 1) in _MINUTE_WORDS))
