"""Parts of a year: quarters, halves and seasons: "the third quarter of 1990", "last fall", "the first half"."""

from __future__ import annotations

from typing import NamedTuple

from whence.times.calendar_words import MONTHS, SEASONS, SHIFTS
from whence.times.counted_periods import Counted, LastQuarter
from whence.times.counting import is_figure
from whence.times.meanings import UNKNOWN, tell_period
from whence.times.months import read_month
from whence.times.named_periods import Numbered
from whence.times.periods import Grain, period_of
from whence.times.phrases import Meaning, Phrase, Standpoint, Told
from whence.times.pointed import with_part
from whence.times.sight import Sight
from whence.times.units import read_unit
from whence.times.years import read_year_at

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
SHORT_PARTS: dict[str, Grain] = {
    "q1": "quarter", "q2": "quarter", "q3": "quarter", "q4": "quarter", "h1": "half", "h2": "half",
}  # fmt: skip
_DETERMINERS = frozenset(["the", "this", "that"])
_YEAR_BACK = frozenset(["ago", "earlier"])


def read_quarter(sight: Sight, word: int) -> Phrase | None:
    """ "the third quarter", "fiscal first quarter", "the year-ago quarter", "the latest quarter"; else as a unit.

    >>> from whence.text.words import split_words
    >>> read_quarter(Sight("in the third quarter of 1990", split_words("in the third quarter of 1990")), 3)[:3]
    (1, 6, 'DATE')
    """
    at = word - 1
    number = _NUMBERS.get(sight.key(at)) if sight.joined(at) else None
    if number is not None and not sight.capital(word):
        return _with_year(sight, _with_lead(sight, Phrase(at, word + 1, "DATE", Numbered("quarter", number))))
    if sight.before(word) in ("latest", "current"):
        shift = LastQuarter() if sight.before(word) == "latest" else Counted("quarter", 0)
        return _with_lead(sight, Phrase(at, word + 1, "DATE", shift))
    if sight.before(word) == "the" and sight.after(word) in ("ended", "ending"):
        end = read_month(sight, word + 2) if sight.after(word + 1) in MONTHS else None
        return Phrase(at, word + 1, "DATE", QuarterOf(end.meaning) if end else LastQuarter())
    year = read_year_at(sight, at)
    if year and sight.before(at) == "the" and sight.joined(at):
        return Phrase(at - 1, word + 1, "DATE", LastQuarter(year.number))
    if sight.before(word) in _YEAR_BACK:
        return None  # "the year-ago quarter" is read at its year
    return read_unit(sight, word)


class QuarterOf(NamedTuple):
    """The quarter that a day is in: "the quarter ended Sept. 30"."""

    day: Meaning

    def tell(self, seen: Standpoint) -> Told:
        """The quarter."""
        told = self.day.tell(seen)
        return tell_period(period_of("quarter", told.low)) if told.low else Told(UNKNOWN["quarter"])


def read_short_quarter(sight: Sight, word: int) -> Phrase | None:
    """ "Q3", "Q1 2013", "H2"."""
    if not sight.capital(word):
        return None
    key = sight.key(word)
    return _with_year(sight, Phrase(word, word + 1, "DATE", Numbered(SHORT_PARTS[key], int(key[1]))))


def read_half(sight: Sight, word: int) -> Phrase | None:
    """ "the first half", "the second half of 1990"; halves of anything else are none."""
    number = {**_NUMBERS, "last": 2, "latter": 2}.get(sight.before(word))
    if number not in (1, 2) or sight.capital(word):
        return None
    bare = Phrase(word - 1, word + 1, "DATE", Numbered("half", number))
    phrase = _with_year(sight, _with_lead(sight, bare))
    plain = phrase.last == word + 1 and not _of_year(sight, word + 1)
    if plain and (sight.after(word) in ("of", "time", "the") or sight.before(word) in ("last", "latter")):
        return None
    return phrase


def _of_year(sight: Sight, word: int) -> bool:
    """Whether "of the year", "of this year" or "of last year" follows."""
    return sight.key(word) == "of" and "year" in (sight.key(word + 2), sight.key(word + 3))


def _with_lead(sight: Sight, phrase: Phrase) -> Phrase:
    """The words before a quarter that belong to it: "fiscal", "fiscal 1989", "the 1988", "the"."""
    first, meaning = phrase.first, phrase.meaning
    if sight.before(first) in ("fiscal", "calendar"):
        first -= 1
    year = read_year_at(sight, first - 1) if is_figure(sight.before(first)) else None
    if year and isinstance(meaning, Numbered):
        first, meaning = first - 1, meaning._replace(year=year.number)
        if sight.before(first) == "fiscal":
            first -= 1
    attribute = sight.gap(phrase.last - 2) == "-"  # "the third-quarter loss"
    if sight.before(first) in _DETERMINERS and not attribute:
        first -= 1
    return phrase._replace(first=first, meaning=meaning)


def _with_year(sight: Sight, phrase: Phrase) -> Phrase:
    """A part of a year with the year behind it: "of 1990", "1990", ", 1990"."""
    meaning, last = phrase.meaning, phrase.last
    if not isinstance(meaning, Numbered) or not sight.linked(last - 1):
        return phrase
    at = last + 1 if sight.key(last) in ("of", "in") and sight.linked(last) else last
    if at > last and sight.key(at) == "fiscal":
        at += 1
    year = read_year_at(sight, at)
    return phrase._replace(meaning=meaning._replace(year=year.number), last=year.last) if year else phrase


def read_season(sight: Sight, word: int) -> Phrase | None:
    """ "last summer", "this fall", "the winter of 1994", "summer 2016", "the summer"."""
    key, before = sight.key(word), sight.before(word)
    if sight.capital(word) and sight.inside_name(word):
        return None
    phrase = _with_year(sight, Phrase(word, word + 1, "DATE", Numbered("season", SEASONS[key])))
    if phrase.last > word + 1:
        phrase = with_part(sight, phrase)
        return phrase._replace(first=phrase.first - (sight.before(phrase.first) == "the"))
    if before in SHIFTS and before != "current":
        shift = None if before == "past" else SHIFTS[before]
        return with_part(sight, Phrase(word - 1, word + 1, "DATE", Numbered("season", SEASONS[key], shift=shift)))
    return _read_plain_season(sight, word, phrase)


def _read_plain_season(sight: Sight, word: int, phrase: Phrase) -> Phrase | None:
    """ "in the summer", "by late winter"; "spring" and "fall" alone may be verbs."""
    early = with_part(sight, phrase)
    lead = sight.before(early.first)
    if lead == "the" and sight.before(early.first - 1) in ("in", "during", "of", "into", "over", "through", "since",
                                                           "by", "until"):  # fmt: skip
        return early._replace(first=early.first - 1)
    if early.first < word or (lead in ("in", "by", "until", "since", "during") and sight.key(word) != "fall"):
        return early
    return None


def read_period(sight: Sight, word: int) -> Phrase | None:
    """ "the year-earlier period", "the 1988 period", "the latest period"."""
    before = sight.before(word)
    if before == "latest":
        return _with_lead(sight, Phrase(word - 1, word + 1, "DATE", LastQuarter()))
    year = read_year_at(sight, word - 1)
    if year and sight.before(word - 1) in _DETERMINERS:
        return Phrase(word - 2, word + 1, "DATE", LastQuarter(year.number))
    return None
