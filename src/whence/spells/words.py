"""The terms of a text that spells are made of, each read by the longest reading that its words allow."""

from __future__ import annotations

from collections.abc import Iterator

from whence.spells.lifting import lift_phrases
from whence.spells.readers import Reader, numbers_of, readers_of
from whence.spells.terms import Term
from whence.spells.view import View
from whence.times.readers import read_phrases

# Bare numbers are read only so many words from another term: "between 5 and 6 on the afternoon of May 3".
_NEAR_WORDS = 8


def read_terms(view: View) -> list[Term]:
    """The terms of a text in order, none overlapping another: the longest first, bare numbers last."""
    taken = bytearray(len(view.sight.words.keys))
    kept = _longest(_candidates(view), taken)
    return sorted(kept + _longest(_numbers(view, kept), taken))


def _longest(terms: Iterator[Term], taken: bytearray) -> list[Term]:
    """The longest of terms that overlap; the words that they take are marked."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda one: one.first - one.last):
        if not any(taken[term.first : term.last]):
            taken[term.first : term.last] = b"\1" * (term.last - term.first)
            kept.append(term)
    return kept


def _candidates(view: View) -> Iterator[Term]:
    """Every term that a reader sees, bare numbers apart."""
    for word in range(len(view.sight.words.keys)):
        for reader in readers_of(view, word):
            term = _read(reader, view, word)
            if term:
                yield term
    yield from lift_phrases(view, read_phrases(view.sight))


def _read(reader: Reader, view: View, word: int) -> Term | None:
    """What a reader reads; None where the calendar has no such day."""
    try:
        return reader(view, word)
    except (ValueError, OverflowError):
        return None


def _numbers(view: View, terms: list[Term]) -> Iterator[Term]:
    """Bare numbers, and days of the month, near other terms."""
    near = bytearray(len(view.sight.words.keys))
    for term in terms:
        low = max(0, term.first - _NEAR_WORDS)
        high = min(len(near), term.last + _NEAR_WORDS)
        near[low:high] = b"\1" * (high - low)
    keys = view.sight.words.keys
    for word, is_near in enumerate(near):
        for reader in numbers_of(view, word) if is_near or keys[word] == "the" else ():
            number = reader(view, word)
            if number:
                yield number
