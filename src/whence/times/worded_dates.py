"""Dates with the day in words or parted from its month: "the twenty-second of June", "May twenty nine"."""

from __future__ import annotations

from typing import NamedTuple

from whence.times.calendar_words import MONTHS
from whence.times.named_periods import Dated
from whence.times.phrases import Phrase
from whence.times.sight import Sight
from whence.times.spoken_numbers import Read, read_cardinal, read_ordinal
from whence.times.years import Year, read_year_at

_LAST_DAY = 31
_SHORT_YEAR = 2
_PIVOT = 40  # as for years in `years`
_LEADS = frozenset(["in", "on", "of", "since", "from", "to", "until", "till", "before", "after", "by", "the", "this",
                    "last", "next", "during", "through", "and", "or", "between", "late", "early", "mid"])  # fmt: skip
_VERBLIKE = frozenset(["may", "march", "mar"])
_SHIFTS = {"this": 0, "next": 1, "last": -1, "coming": 1, "past": -1, "upcoming": 1, "following": 1, "previous": -1}


class _Day(NamedTuple):
    """A day beside a month, and the words that it takes."""

    day: int
    first: int
    last: int


def read_worded_date(sight: Sight, word: int) -> Phrase | None:
    """A month with its day in words, "the" or "day of" between them, in capitals or not.

    >>> from whence.text.words import split_words
    >>> text = "on the twenty-second of june"
    >>> read_worded_date(Sight(text, split_words(text)), 5).meaning
    Dated(month=6, day=22, year=None, shift=None)
    """
    month = MONTHS[sight.key(word)]
    front = _year_before(sight, word)
    after = _day_after(sight, word)
    if front and after:
        return Phrase(front.first, after.last, "DATE", Dated(month, after.day, front.number))
    before = _day_before(sight, word)
    if after and not (before and sight.key(word - 1) == "of"):
        last, year = _year_after(sight, after.last, worded=sight.key(after.last - 1).isalpha())
        return Phrase(word, last, "DATE", Dated(month, after.day, year))
    if before:
        last, year = _year_after(sight, word + 1, worded=False)
        return Phrase(before.first, last, "DATE", Dated(month, before.day, year))
    last, year = _year_after(sight, word + 1, worded=False)
    ahead = read_year_at(sight, word - 1) if sight.gap(word - 1) in (" ", "-", "/") else None
    if ahead and ahead.last == word and not year:
        return Phrase(word - 1, word + 1, "DATE", Dated(month, None, ahead.number))
    return Phrase(word, last, "DATE", Dated(month, None, year)) if year else _read_alone(sight, word, month)


def read_day_in_words(sight: Sight, word: int) -> Phrase | None:
    """A date whose day is an ordinal in words, or parted from its month by "the": what is sure in running text.

    >>> from whence.text.words import split_words
    >>> text = "on June the 22nd"
    >>> read_day_in_words(Sight(text, split_words(text)), 1)[:2]
    (1, 4)
    >>> read_day_in_words(Sight("on June 22", split_words("on June 22")), 1) is None
    True
    """
    if not sight.capital(word):
        return None
    led = sight.key(word + 1) == "the" or sight.key(word - 1) == "of"
    worded = read_ordinal(sight, word - 2) or read_ordinal(sight, word + 1)
    if not (led or worded) or (worded and not led and sight.key(word + 1)[:1].isdigit()):
        return None
    phrase = read_worded_date(sight, word)
    day = phrase.meaning if phrase else None
    return phrase if isinstance(day, Dated) and day.day and not sight.key(word - 2)[:1].isdigit() else None


def _read_alone(sight: Sight, word: int, month: int) -> Phrase | None:
    """A month alone; those that are words too only behind a word that leads to a month."""
    before = sight.before(word)
    if sight.key(word) in _VERBLIKE and not _is_noun(sight, word):
        return None
    if sight.sign_before(word) in ("$", "#", "@"):
        return None
    if before in _SHIFTS:
        return Phrase(word - 1, word + 1, "DATE", Dated(month, shift=_SHIFTS[before]))
    return Phrase(word, word + 1, "DATE", Dated(month))


def _is_noun(sight: Sight, word: int) -> bool:
    """Whether "may" or "march" is the month: behind a preposition, or in capitals within a sentence."""
    before = sight.before(word)
    if not sight.capital(word):
        return before in _LEADS and before not in ("this", "the", "and", "or", "to", "on")
    return before in _LEADS or (bool(before) and sight.joined(word - 1) and not sight.capital(word - 1))


_BEFORE_DAY = frozenset([" ", "-", "/", ". ", ", ", ".,", ".", " ,"])
_LONGEST_SHORT = 4  # letters of "Sept."; longer names of months are written in full
_SHORT_IN_FULL = frozenset(["may", "june", "july"])


class _Front(NamedTuple):
    """A year before its month."""

    number: int
    first: int


def _year_before(sight: Sight, word: int) -> _Front | None:
    """ "2019/aug/01", "2019-aug-1"."""
    if sight.gap(word - 1) not in ("/", "-") or sight.gap(word) != sight.gap(word - 1):
        return None
    year = read_year_at(sight, word - 1)
    return _Front(year.number, word - 1) if year and year.last == word else None


def _day_after(sight: Sight, word: int) -> _Day | None:
    """The day behind a month: "June 22", "June the 22nd", "june twenty two", "Oct/2"."""
    full = len(sight.key(word)) > _LONGEST_SHORT or sight.key(word) in _SHORT_IN_FULL
    if sight.gap(word) not in _BEFORE_DAY or (full and sight.gap(word)[0] == "."):
        return None  # "November. The first ferry": the point ends a sentence
    start = word + 2 if sight.key(word + 1) == "the" else word + 1
    read = read_ordinal(sight, start) or (None if start > word + 1 else read_cardinal(sight, start))
    if read is None or not 1 <= read.number <= _LAST_DAY or _is_clock(sight, start, read):
        return None
    if _spoken_year(sight, start) and _day_before(sight, word):
        return None  # "twenty five January nineteen eighty six"
    if sight.gap(word) in (", ", " ,") and sight.key(start).isdigit():
        return None
    return _Day(read.number, start, read.last)


def _is_clock(sight: Sight, word: int, read: Read) -> bool:
    """Whether a number behind a month is an hour: "may 5 pm"."""
    return sight.sign_after(read.last - 1) in (":", "%") or (
        sight.key(read.last) in ("am", "pm", "oclock") and sight.key(word).isdigit()
    )


def _day_before(sight: Sight, word: int) -> _Day | None:
    """The day before a month: "22nd of June", "twenty five January", "the 15th day of June"."""
    at = word - 1
    if sight.key(at) == "of":
        at -= 1
        if sight.key(at) == "day":
            at -= 1
    if sight.gap(at) not in (" ", "-", "/", "\n"):
        return None
    first = at - 1 if at > 0 and sight.joined(at - 1) and sight.key(at - 1) in ("twenty", "thirty") else at
    read = read_ordinal(sight, first) or (read_cardinal(sight, first) if at == word - 1 or first == at else None)
    if read is None or read.last != at + 1 or not 1 <= read.number <= _LAST_DAY:
        return None
    if not sight.capital(word) and sight.key(word) in _VERBLIKE and sight.key(first).isalpha() and at == word - 1:
        return None  # "one may ask"
    if sight.sign_before(first) in ("$", "€", "£", ".", "/") or (sight.key(first) == "second" and at == word - 1):
        return None
    if sight.before(first) == "the" and at < word - 1:
        first -= 1
    return _Day(read.number, first, word)


def _year_after(sight: Sight, word: int, *, worded: bool) -> tuple[int, int | None]:
    """The word after a year that follows, and the year: ", 2016", "of 1995", "of 87"; behind an ordinal also "12"."""
    if sight.gap(word - 1) not in (" ", ", ", ",", "-", "/", ". ", "\n", ".,"):
        return word, None
    led = sight.key(word) in ("of", "in")
    at = word + 1 if led else word
    year = _spoken_year(sight, at) or read_year_at(sight, at)
    if year:
        return year.last, year.number
    key = sight.key(at)
    short = len(key) == _SHORT_YEAR and key.isascii() and key.isdigit() and sight.sign_after(at) not in (":", "%")
    if short and (sight.key(word) == "of" or (worded and int(key) > 0 and sight.key(at + 1) not in ("am", "pm"))):
        return at + 1, int(key) + (2000 if int(key) < _PIVOT else 1900)
    return word, None


def _spoken_year(sight: Sight, word: int) -> Year | None:
    """A year in several words: "nineteen eighty six", "nineteen hundred ninety three"."""
    century = read_cardinal(sight, word)
    if century and 10 <= century.number <= 20 and sight.after(century.last - 1) == "hundred":
        at = century.last + (2 if sight.after(century.last) == "and" else 1)
        rest = read_cardinal(sight, at) if sight.joined(at - 1) and sight.key(at).isalpha() else None
        return Year(century.number * 100 + (rest.number if rest else 0), rest.last if rest else century.last + 1)
    year = read_year_at(sight, word)
    return year if year and year.last > word + 1 else None
