"""Cues: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.wordlists import read_word_list

_CUES = frozenset(word for line in read_word_list("cues") for word in line.split())
_AUXILIARIES = frozenset(["has", "have", "had", "been", "be", "is", "are", "was", "were", "being", "also"])


def is_cue(key: str) -> bool:
    """True for a form of a verb or adjective of saying or holding.

    >>> is_cue("vowed"), is_cue("walked")
    (True, False)
    """
    return key in _CUES


def find_cue(keys: Sequence[str]) -> int | None:
    """Where the first cue begins, with the auxiliaries before it ("has been adamant"); None without a cue.

    >>> find_cue(["zelensky", "has", "been", "adamant", "about"])
    1
    """
    for position, key in enumerate(keys):
        if key in _CUES:
            while position > 0 and keys[position - 1] in _AUXILIARIES:
                position -= 1
            return position
    return None
