"""Compounds of "year": "year-end", "the year-ago quarter", "year-earlier", "the end of the year"."""

from __future__ import annotations

from whence.times.counted_periods import Counted, YearBefore
from whence.times.meanings import Part
from whence.times.phrases import Phrase
from whence.times.sight import Sight
from whence.times.units import read_unit

_ORDINALS = frozenset(["first", "second", "third", "fourth"])
_SPANS = frozenset(["period", "quarter", "quarters", "half", "month", "months"])


def read_year_word(sight: Sight, word: int) -> Phrase | None:
    """A phrase that the word "year" opens or closes.

    >>> from whence.text.words import split_words
    >>> read_year_word(Sight("in the year-ago quarter", split_words("in the year-ago quarter")), 2)[:3]
    (1, 5, 'DATE')
    """
    after = sight.after(word)
    if after in ("ago", "earlier") and sight.gap(word) == "-":
        return _read_back(sight, word)
    if after == "end" and sight.joined(word) and sight.before(word) not in ("the", "a"):
        return Phrase(word, word + 2, "DATE", Part(Counted("year", 0), "late"), "END")
    return read_unit(sight, word)


def _read_back(sight: Sight, word: int) -> Phrase:
    """ "year-ago", "the year-earlier quarter", "the year-ago third quarter"."""
    last = word + 2
    if sight.after(last - 1) in _ORDINALS and sight.after(last) in _SPANS:
        last += 1
    if sight.after(last - 1) in _SPANS:
        last += 1
    first = word - 1 if last > word + 2 and sight.before(word) == "the" else word
    return Phrase(first, last, "DATE", YearBefore(-1))
