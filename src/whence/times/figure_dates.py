"""Dates in figures: "23.04.2022", "2018/09/23", "1/1/2016", "20161016", "2015-12"; behind a lead also "5/12".

Day or month first: told by a figure over twelve; by points, which are written day first where a year follows (the
custom of those who write them); else month first, as in the United States.
"""

from __future__ import annotations

from whence.times.meanings import Fixed
from whence.times.named_periods import Dated
from whence.times.periods import numbered
from whence.times.phrases import Phrase
from whence.times.sight import Sight

_MARKS = frozenset("/-.")
_PIVOT = 30  # two figures up to here are years of this century: reports name more years past than to come
_YEARS = range(1000, 2200)
_LEADS = frozenset([
    "on", "by", "from", "since", "to", "until", "till", "before", "after", "between", "and", "or", "of", "this", "next",
    "back", "for", "through", "at", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "due", "dated", "date",
])  # fmt: skip
_NO_DATE = frozenset(["$", "€", "£", ".", ":", "/"])
_WHOLE_LENGTHS = (4, 8)  # a year, and a date without marks
_CHAIN = 3  # marks before the second of two dates that a dash joins
_MONTHS, _DAYS = 12, 31


def read_figure_date(sight: Sight, word: int) -> Phrase | None:
    """A date in figures with its year.

    >>> from whence.text.words import split_words
    >>> read_figure_date(Sight("on 23.04.2022", split_words("on 23.04.2022")), 1).meaning
    Dated(month=4, day=23, year=2022, shift=None)
    """
    key = sight.key(word)
    if len(key) not in _WHOLE_LENGTHS and "." not in key and sight.sign_after(word) not in _MARKS:
        return None  # most figures: told at once
    if not key.isascii() or not key[:1].isdigit() or in_long_chain(sight, word) or _goes_back(sight, word):
        return None
    if key.count(".") == 2:
        return _phrase(word, word + 1, _dated(key.split("."), "."))
    if key.isdigit() and len(key) == 8 and key[:2] in ("19", "20"):
        return _phrase(word, word + 1, _dated([key[:4], key[4:6], key[6:]], "-"))
    if len(key) == 4 and sight.key(word + 2)[-1:] == "t" and sight.gap(word) == sight.gap(word + 1) == "-":
        return _phrase(word, word + 3, _dated([key, sight.key(word + 1), sight.key(word + 2)[:-1]], "-"))
    keys, mark = _chain(sight, word)
    if len(keys) >= 3:
        return None if _goes_on(sight, word + 3) else _phrase(word, word + 3, _dated(keys[:3], mark))
    if len(keys) == 2 and mark != "." and not _goes_on(sight, word + 2):
        month = _month(keys)
        return Phrase(word, word + 2, "DATE", month) if month else None
    return _phrase(word, word + 3, _spaced(sight, word))


def in_long_chain(sight: Sight, word: int) -> bool:
    """Whether marks join a figure to more figures than two dates have: a number of goods, a telephone.

    >>> from whence.text.words import split_words
    >>> in_long_chain(Sight("1-2-3-4-5-6", split_words("1-2-3-4-5-6")), 4)
    True
    """
    return word > _CHAIN and sight.gap(word - 1) in _MARKS and sight.gap(word - 1 - _CHAIN) in _MARKS


def read_short_figure_date(sight: Sight, word: int) -> Phrase | None:
    """A date in figures without a year, behind a word that leads to one: "on 22/04", "Friday 7-6", "from 10/25".

    >>> from whence.text.words import split_words
    >>> read_short_figure_date(Sight("on 22/04", split_words("on 22/04")), 1).meaning
    Dated(month=4, day=22, year=None, shift=None)
    """
    key = sight.key(word)
    if not key.isascii() or not key[:1].isdigit() or sight.sign_before(word) in _NO_DATE:
        return None
    sure = word == 0 or _opens_range(sight, word) or sight.key(word - 1) in _LEADS or sight.sign_before(word) in "\n"
    listed = sight.gap(word - 1) in (", ", "-", " - ") and _figures(sight.key(word - 1))
    weekday = sight.key(word - 1)[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    if key.count(".") == 1 and (weekday or sight.key(word - 1) == "on") and sight.sign_after(word) not in ("%", ","):
        return _phrase(word, word + 1, _short(key.split(".")))
    keys, mark = _chain(sight, word)
    if len(keys) != 2 or not (sure or listed) or _goes_on(sight, word + 2):
        return None
    if mark == "/":
        return _phrase(word, word + 2, _short(keys))
    return None


def _opens_range(sight: Sight, word: int) -> bool:
    """Whether two dates in figures stand with a dash between: "10/1-11/2"."""
    marks = [sight.gap(word + at) for at in range(3)]
    return marks[0] == marks[2] == "/" and marks[1] in ("-", " - ", "–")


def _phrase(first: int, last: int, meaning: Dated | None) -> Phrase | None:
    """A phrase where the figures make a date."""
    return Phrase(first, last, "DATE", meaning) if meaning else None


def _figures(key: str) -> bool:
    """Whether a key is one or two figures, or a year."""
    return key.isascii() and key.isdigit() and len(key) in (1, 2, 4)


def _chain(sight: Sight, word: int) -> tuple[list[str], str]:
    """The figures, at most three, that one mark joins from a word on; and the mark."""
    mark = sight.gap(word)
    keys = [sight.key(word)]
    while mark in _MARKS and len(keys) < 3 and sight.gap(word + len(keys) - 1) == mark:
        keys.append(sight.key(word + len(keys)))
    return ([], mark) if not all(map(_figures, keys)) else (keys, mark)


def _goes_on(sight: Sight, last: int) -> bool:
    """Whether more figures hang on to a date, and are no date themselves."""
    if sight.gap(last - 1) not in _MARKS or not sight.key(last)[:1].isdigit():
        return False
    return sight.gap(last) not in _MARKS or not _figures(sight.key(last + 1))


def _goes_back(sight: Sight, word: int) -> bool:
    """Whether figures stand before these that are no date: a number of telephone or of goods."""
    before = sight.key(word - 1)
    if sight.gap(word - 1) not in _MARKS or not before[:1].isdigit():
        return False
    return not (sight.gap(word - 2) in _MARKS and (len(before) == 4 or len(sight.key(word)) < 3) and len(before) != 3)


def _spaced(sight: Sight, word: int) -> Dated | None:
    """ "2016 10 16"."""
    keys = [sight.key(word + at) for at in range(3)]
    if len(keys[0]) != 4 or not all(map(_figures, keys)) or sight.gap(word) != " " or sight.gap(word + 1) != " ":
        return None
    return _dated(keys, " ")


def _dated(keys: list[str], mark: str) -> Dated | None:
    """Three figures as a date: the year at either end."""
    if not all(map(_figures, keys)):
        return None
    numbers = [int(key) for key in keys]
    if len(keys[0]) == 4:
        year, (month, day) = numbers[0], numbers[1:]
        return _in(year, month, day) or _in(year, day, month)
    year = numbers[2]
    if len(keys[2]) == 1 or len(keys[2]) == 3:
        return None
    if len(keys[2]) == 2:
        year += 2000 if year <= _PIVOT else 1900
    first, second = numbers[:2]
    month_first, day_first = _in(year, first, second), _in(year, second, first)
    return (day_first or month_first) if mark == "." else (month_first or day_first)


def _short(keys: list[str]) -> Dated | None:
    """Two figures as a date."""
    if not all(0 < len(key) < 3 and key.isdigit() for key in keys):
        return None
    first, second = int(keys[0]), int(keys[1])
    if 1 <= first <= _MONTHS and 1 <= second <= _DAYS:
        return Dated(first, second)
    return Dated(second, first) if 1 <= second <= _MONTHS and 1 <= first <= _DAYS else None


def _in(year: int, month: int, day: int) -> Dated | None:
    """A date; None where there can be no such month or day."""
    return Dated(month, day, year) if year in _YEARS and 1 <= month <= _MONTHS and 1 <= day <= _DAYS else None


def _month(keys: list[str]) -> Fixed | None:
    """Two figures as a month of a year: "2015-12", "12-2015"."""
    month, year = keys if len(keys[1]) == 4 else (keys[1], keys[0])
    if len(year) != 4 or len(month) > 2 or int(year) not in _YEARS or not 1 <= int(month) <= _MONTHS:
        return None
    return Fixed(numbered("month", int(month), int(year)))
