"""Small numbers read forward: "twenty-four", "4", "twenty-second", "22nd": hours, days of the month, weeks."""

from __future__ import annotations

from typing import NamedTuple

from whence.times.sight import Sight

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENTH = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
_CARDINALS = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)} | _TENS
_ORDINALS = {word: number for number, word in enumerate((*_FIRST, *_TENTH), 1)} | {"twentieth": 20, "thirtieth": 30}
_SUFFIXES = ("st", "nd", "rd", "th")
_WIDEST_FIGURES = 2


class Read(NamedTuple):
    """A number, and the word after it."""

    number: int
    last: int


def read_cardinal(sight: Sight, word: int) -> Read | None:
    """A whole number below a hundred that begins with a word, in figures of at most two digits or in words.

    >>> from whence.text.words import split_words
    >>> read_cardinal(Sight("at twenty-four", split_words("at twenty-four")), 1)
    Read(number=24, last=3)
    """
    key = sight.key(word)
    if key.isascii() and key.isdigit():
        return Read(int(key), word + 1) if len(key) <= _WIDEST_FIGURES else None
    number = _CARDINALS.get(key)
    if number is None:
        return None
    if key in _TENS and sight.joined(word) and sight.key(word + 1) in _ONES:
        return Read(number + _CARDINALS[sight.key(word + 1)], word + 2)
    return Read(number, word + 1)


def read_ordinal(sight: Sight, word: int) -> Read | None:
    """An ordinal below forty that begins with a word, in figures or in words.

    >>> from whence.text.words import split_words
    >>> read_ordinal(Sight("the thirty-first", split_words("the thirty-first")), 1)
    Read(number=31, last=3)
    """
    key = sight.key(word)
    figures = key[:-2]
    if key[-2:] in _SUFFIXES and figures.isascii() and figures.isdigit() and len(figures) <= _WIDEST_FIGURES:
        return Read(int(figures), word + 1)
    if key in ("twenty", "thirty") and sight.joined(word) and sight.key(word + 1) in _FIRST:
        return Read(_TENS[key] + _ORDINALS[sight.key(word + 1)], word + 2)
    return Read(_ORDINALS[key], word + 1) if key in _ORDINALS else None
