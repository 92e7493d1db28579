"""Leaning: whether the words around a phrase of time speak of what was or of what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.text.wordlists import read_word_list

# "is expected to act at its final meeting of the year in December" needs ten. On 400 reports of PolNeAR train 8 changes
# 25 of 3,184 phrases of time, 16 changes 14.
REACH_WORDS = 12
_COMING = frozenset(read_word_list("coming_words"))
_PAST = frozenset(read_word_list("past_verbs"))
_NOT_VERBS = frozenset(["united", "hundred", "need", "indeed", "speed", "unprecedented"])


def leans_forward(before: Sequence[str], after: Sequence[str]) -> bool | None:
    """Whether the nearest verb before a phrase of time, else the first after it, speaks of what is to come.

    Args:
        before: the keys of the words before the phrase, in their order, of its own sentence.
        after: those after it.

    Returns:
        True for what is to come, False for what was, None where no word near tells.

    >>> leans_forward(["she", "will", "speak", "on"], []), leans_forward(["he", "said"], ["he", "will", "go"])
    (True, False)
    """
    if before and before[-1] in ("next", "coming"):
        return True
    found = _read_back(before[-REACH_WORDS:])
    return _read_on(after[:REACH_WORDS]) if found is None else found


def _read_on(keys: Iterable[str]) -> bool | None:
    """The first sign of tense."""
    for key in keys:
        if key in _COMING:
            return True
        if key in _PAST or _is_participle(key):
            return False
    return None


def _read_back(keys: Sequence[str]) -> bool | None:
    """The last sign of tense; a participle waits for the word before it, for "will be filed" is no past."""
    waiting = False
    for place in range(len(keys) - 1, -1, -1):
        key = keys[place]
        if key in _COMING or (waiting and key == "be" and place and keys[place - 1] == "to"):
            return True
        if key in _PAST or (waiting and key not in ("be", "not", "also")):
            return False
        waiting = waiting or _is_participle(key)
    return False if waiting else None


def _is_participle(key: str) -> bool:
    """Whether a word looks like the past of a regular verb."""
    return key.endswith("ed") and len(key) > 4 and key not in _NOT_VERBS
