"""Units as heads of phrases: counted, pointed at, or bare ("nearly three years", "last week", "for years")."""

from __future__ import annotations

from whence.times.ago import read_ago, read_shifted
from whence.times.counted_units import read_counted_unit
from whence.times.counting import is_figure
from whence.times.durations import read_bare, read_every, read_length
from whence.times.lengths import SHORT_UNITS, UNITS
from whence.times.phrases import Phrase
from whence.times.pointed import read_pointed
from whence.times.sight import Sight


def read_unit(sight: Sight, word: int) -> Phrase | None:
    """The phrase of a unit of time.

    >>> from whence.text.words import split_words
    >>> read_unit(Sight("in nearly three years", split_words("in nearly three years")), 3)[:3]
    (1, 4, 'DURATION')
    """
    if (sight.titled(word) and sight.capital(word - 1)) or _is_age(sight, word):
        return None
    counted = read_counted_unit(sight, word)
    if sight.key(word) in SHORT_UNITS and not (counted and is_figure(sight.key(counted.number.first))):
        return None
    if counted is None or sight.key(word + 1) == "ago":
        return read_ago(sight, word, counted) or read_pointed(sight, word) or read_bare(sight, word)
    if sight.titled(word):
        return None
    for reader in (read_ago, read_shifted, read_every, read_length):
        phrase = reader(sight, word, counted)
        if phrase is not None:
            return phrase
    return None


def _is_age(sight: Sight, word: int) -> bool:
    """Whether the unit tells an age, which is no time: "52 years old", "a 6-year-old", "years of age"."""
    after = sight.after(word)
    return after in ("old", "olds") or (after == "of" and sight.after(word + 1) == "age" and sight.key(word) in UNITS)
