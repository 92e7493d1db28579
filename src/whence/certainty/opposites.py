"""Opposites: pairs of words that turn a statement round, "rose" and "fell"."""

from __future__ import annotations

from whence.text.wordlists import read_word_list


def _read_opposites() -> frozenset[frozenset[str]]:
    """Every pair of words that are opposites."""
    pairs: set[frozenset[str]] = set()
    for line in read_word_list("opposites"):
        ups, downs = (side.split() for side in line.split("|"))
        pairs |= {frozenset((up, down)) for up in ups for down in downs}
    return frozenset(pairs)


_OPPOSITES = _read_opposites()


def are_opposites(a: str, b: str) -> bool:
    """Whether one word says the contrary of the other.

    >>> are_opposites("rose", "fell"), are_opposites("fell", "rose"), are_opposites("rose", "climbed")
    (True, True, False)
    """
    return a != b and frozenset((a, b)) in _OPPOSITES
