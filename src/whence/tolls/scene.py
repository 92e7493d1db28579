"""A text as words with its numerals: what the readers of people and of their fates look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from whence.figures.numerals import Numeral, numerals_in
from whence.text.words import Words, split_words
from whence.tolls.words import GRAMMAR

_AGE_UNITS = GRAMMAR["age_units"]
_OLD = frozenset(["old", "olds"])
_BREAKS = frozenset('.;:()?!\n—–|"“”,')


class Scene(NamedTuple):
    """A text in words, with its numerals by their first word."""

    text: str
    words: Words
    numerals: Mapping[int, Numeral]

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words.ends[index - 1] : self.words.starts[index]] if index else ""

    def between(self, last: int, following: int) -> str:
        """The text from the end of the word before `last` to the word `following`."""
        return self.text[self.words.ends[last - 1] : self.words.starts[following]]

    def broken(self, index: int) -> bool:
        """Whether a mark other than a hyphen divides a word from the one before it."""
        gap = self.gap(index)
        return gap != " " and not _BREAKS.isdisjoint(gap)

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.words.starts[index]].isupper()

    def keys_from(self, index: int, count: int) -> tuple[str, ...]:
        """The keys of `count` words from a word on."""
        return tuple(self.words.keys[index : index + count])

    def is_age(self, numeral: Numeral) -> bool:
        """Whether a number is an age by the words behind it: "15-year-old", "9 months old"."""
        keys = self.words.keys
        return numeral.last + 1 < len(keys) and keys[numeral.last] in _AGE_UNITS and keys[numeral.last + 1] in _OLD


def read_scene(text: str) -> Scene:
    """A text in words, with its numerals.

    >>> read_scene("Two men, 41").numerals[2].value
    41.0
    """
    words = split_words(text)
    return Scene(text, words, {numeral.first: numeral for numeral in numerals_in(text, words)})
