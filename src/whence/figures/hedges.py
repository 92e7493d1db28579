"""Hedges: words that say how sure or how exact a statement is, and negations, which turn it round."""

from __future__ import annotations

from collections.abc import Sequence

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
    """The negations in a phrase, in order; “doesn't” counts as "not".

    >>> find_negations(["it", "doesn't", "give"])
    ('not',)
    """
    return tuple("not" if key.endswith("n't") else key for key in keys if key in _NEGATIONS or key.endswith("n't"))
