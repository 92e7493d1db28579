"""Years: "2008", "mid-1996", "nineteen ninety-one", "since '98", "fiscal 1989", "2024-11-19"."""

from __future__ import annotations

from typing import NamedTuple

from whence.text.wordlists import read_word_list
from whence.times.calendar_words import SEASONS, day_of_month
from whence.times.counting import is_figure, number_of
from whence.times.meanings import Fixed
from whence.times.named_periods import Dated
from whence.times.periods import period_at
from whence.times.phrases import Phrase
from whence.times.pointed import with_part
from whence.times.sight import Sight

# Years that reports speak of by number alone, and those that need a word that leads to a year.
_SURE_YEARS = range(1900, 2100)
OLD_YEARS = range(1000, 2200)
_LEADS = frozenset(
    ["in", "since", "of", "until", "till", "year", "early", "late", "mid", "before", "after", "circa", "c"]
)
_SHORT_LEADS = frozenset([*_LEADS, *SEASONS, "class", "by", "from", "to"])  # "since '98", "the summer of '69"
_PIVOT = 40  # two figures below it are years of this century
_COUNTED = frozenset(read_word_list("counted_nouns"))  # "2000 people", "1,990 yen"
_COUNTING = frozenset(["about", "some", "nearly", "almost", "than", "over", "least", "roughly", "approximately", "no",
                       "number", "flight", "room", "highway", "hwy", "route", "model", "fm", "road", "chapter",
                       "page"])  # fmt: skip
_SIGNS_BEFORE = frozenset("$€£#¥.:/")
_OPEN_ENDS = {"later": "ON_OR_AFTER", "beyond": "ON_OR_AFTER", "after": "ON_OR_AFTER", "earlier": "ON_OR_BEFORE",
              "before": "ON_OR_BEFORE"}  # fmt: skip
_TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
          "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}  # fmt: skip
_TENS = frozenset(["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                   "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
                   "ninety"])  # fmt: skip
_ONES = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])


class Year(NamedTuple):
    """A written year: its number, and the word after it."""

    number: int
    last: int


def read_year_at(sight: Sight, word: int) -> Year | None:
    """The year that begins with a word, in figures or in words; None where none does.

    >>> from whence.text.words import split_words
    >>> read_year_at(Sight("in nineteen ninety-one", split_words("in nineteen ninety-one")), 1)
    Year(number=1991, last=4)
    """
    key = sight.key(word)
    if len(key) == 4 and key.isascii() and key.isdigit():
        length = sight.words.ends[word] - sight.words.starts[word]
        return Year(int(key), word + 1) if length == 4 and int(key) in OLD_YEARS else None
    if len(key) == 2 and key.isascii() and key.isdigit() and sight.sign_before(word) in ("'", "’", "‘"):
        short = sight.key(word - 1) in _SHORT_LEADS
        return Year(int(key) + (2000 if int(key) < _PIVOT else 1900), word + 1) if short else None
    return _read_spoken(sight, word) if key in _TEENS or key == "two" else None


def _read_spoken(sight: Sight, word: int) -> Year | None:
    """ "nineteen ninety-one", "nineteen oh five", "twenty twelve", "two thousand", "two thousand and eight"."""
    key, after = sight.key(word), sight.after(word)
    if key == "two":
        if after != "thousand":
            return None
        at = word + 3 if sight.after(word + 1) == "and" else word + 2
        if sight.linked(at - 1) and sight.key(at) in (*_ONES, *_TENS):
            return _with_ones(sight, at, 2000)
        return Year(2000, word + 2)
    century = _TEENS[key] * 100
    if after in ("oh", "o") and sight.after(word + 1) in _ONES:
        return _with_ones(sight, word + 2, century)
    if after == "hundred" and century < 2000:
        return Year(century, word + 2) if sight.before(word) in _LEADS else None
    return _with_ones(sight, word + 1, century) if after in _TENS else None


def _with_ones(sight: Sight, word: int, century: int) -> Year:
    """A year whose last figures begin with a word: "ninety-one"."""
    last = word + 1
    if sight.joined(word) and sight.key(word)[-2:] == "ty" and sight.key(word + 1) in _ONES:
        last += 1
    value = number_of([sight.key(at) for at in range(word, last)])
    return Year(century + int(value or 0), last)


def read_year(sight: Sight, word: int) -> Phrase | None:
    """A year alone ("in 2008", "mid-1996", "fiscal 1989", "post-1959"), or a date in figures ("2024-11-19")."""
    year = read_year_at(sight, word)
    if year is None:
        return None
    dated = _read_iso(sight, word, year.number)
    if dated:
        return dated
    if not _is_year(sight, word, year):
        return None
    phrase = Phrase(word, year.last, "DATE", Fixed(period_at("year", year.number)))
    if sight.before(word) == "year" and sight.joined(word - 1):
        return phrase._replace(first=word - 2 if sight.before(word - 1) == "the" else word - 1)
    if sight.before(word) == "fiscal":
        return phrase._replace(first=word - 1)
    if sight.after(year.last - 1) in ("or", "and") and sight.key(year.last + 1) in _OPEN_ENDS:
        return phrase._replace(last=year.last + 2, mod=_OPEN_ENDS[sight.key(year.last + 1)])
    if sight.before(word) in ("post", "pre") and sight.gap(word - 1) == "-":
        return phrase._replace(first=word - 1, mod="AFTER" if sight.before(word) == "post" else "BEFORE")
    return with_part(sight, phrase)


def _is_year(sight: Sight, word: int, year: Year) -> bool:
    """Whether a number that may be a year is one."""
    before, after = sight.before(word), sight.after(year.last - 1)
    if sight.sign_before(word) in _SIGNS_BEFORE or sight.sign_after(year.last - 1) in ("%", "/"):
        return False
    if after in _COUNTED or before in _COUNTING:
        return False
    if sight.gap(word - 1) == "-" and is_figure(before) and len(before) < 4:
        return False  # a telephone number
    return year.number in _SURE_YEARS or before in _LEADS


def _read_iso(sight: Sight, word: int, year: int) -> Phrase | None:
    """ "2024-11-19"."""
    end = sight.words.ends[word]
    month, day = day_of_month(sight.key(word + 1)), day_of_month(sight.key(word + 2))
    if not (month and day and month <= 12 and sight.text[end : end + 6][::3] == "--"):
        return None
    return Phrase(word, word + 3, "DATE", Dated(month, day, year))
