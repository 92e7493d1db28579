"""Hedges: words that say how sure or how exact a statement is, and negations, which turn it round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from whence.figures.numbers import is_number
from whence.text.phrases import PhraseTable
from whence.text.wordlists import read_word_list

_NUMBER_HEDGES = frozenset(read_word_list("number_hedges"))
_HEDGES = PhraseTable(
    {tuple(phrase.split()): phrase for phrase in (*read_word_list("hedges"), *sorted(_NUMBER_HEDGES))}
)
_NEGATIONS = frozenset(read_word_list("negations"))


def find_hedges(keys: Sequence[str], following: str = "") -> tuple[str, ...]:
    """The hedges in a phrase, in order.

    Args:
        keys: word keys.
        following: the key of the word after the phrase; "about" is a hedge only before a number.

    >>> find_hedges(["officials", "reportedly", "paid", "more", "than", "10"])
    ('reportedly', 'more than')
    >>> find_hedges(["adamant", "about", "peace"]), find_hedges(["about"], following="40")
    ((), ('about',))
    """
    after = [*keys, following or " "]
    return tuple(
        meaning for _, end, meaning in _HEDGES.find(keys) if meaning not in _NUMBER_HEDGES or is_number(after[end])
    )


def find_negations(keys: Sequence[str]) -> tuple[str, ...]:
    """The negations in a phrase, in order; “doesn't” and "failed to" count as "not".

    >>> find_negations(["it", "doesn't", "give"]), find_negations(["failed", "to", "answer"])
    (('not',), ('not',))
    """
    found: list[str] = []
    for key, following in zip_longest(keys, keys[1:], fillvalue=""):
        if key.endswith("n't") or (key in ("failed", "fails", "failing") and following == "to"):
            found.append("not")
        elif key in _NEGATIONS:
            found.append(key)
    return tuple(found)
