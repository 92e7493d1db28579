"""Hedges: words that say how sure or how exact a statement is, and negations, which turn it round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from whence.certainty.cues import Sighting, hedges_among
from whence.text.wordlists import read_word_list

_NEGATIONS = frozenset(read_word_list("negations"))


def find_hedges(keys: Sequence[str], following: str = "") -> tuple[str, ...]:
    """The hedges in a phrase, in order, each as it is worded there.

    Args:
        keys: word keys.
        following: the key of the word after the phrase; "about" is a hedge only before a number.

    >>> find_hedges(["officials", "reportedly", "paid", "more", "than", "10"])
    ('reportedly', 'more than')
    >>> find_hedges(["adamant", "about", "peace"]), find_hedges(["about"], following="40")
    ((), ('about',))
    """
    return tuple(" ".join(keys[seen.first : seen.last]) for seen in place_hedges(keys, following))


def place_hedges(keys: Sequence[str], following: str = "") -> tuple[Sighting, ...]:
    """The hedges in a phrase as places in it, longest first where they overlap.

    >>> [(seen.first, seen.last, seen.cue.kind) for seen in place_hedges(["it", "may", "have", "sunk"])]
    [(1, 3, 'likelihood')]
    """
    around = [*keys, following] if following else keys
    return tuple(seen for seen in hedges_among(around) if seen.last <= len(keys))


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
